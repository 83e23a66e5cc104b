/** What may stand between the later figure of a change and the words that lead to its amount: years, counted nouns, endings. */
const FILLERS =
  '(?: in (?:the \\p{L}+ (?:of )?)?\\d{4}| in the last| \\d{4}| в \\d{4} (?:году|г\\.)| теңге|-\\p{L}{2,4}| \\p{L}{1,14}|[名人家所户座个元亩吨例]{1,2}){0,3}'

const LEAD_WORDS = [
  'or',
  'that is,?(?: by)?',
  'i\\.e\\.,?(?: by)?',
  'by',
  '(?:which is |making |representing )?an? (?:increase|decrease|rise|fall|drop|growth|gain|loss|decline|reduction|change) of',
  '(?:an |a )?(?:up|down)',
  'то есть(?: на)?',
  'или(?: на)?',
  'на',
  '(?:прирост|рост|спад|снижение|увеличение|сокращение|падение|уменьшение)(?: на| составило?а?)?',
  'т\\. ?е\\. ?(?:на)?',
  'яғни',
  'немесе',
  '(?:即|累计|共)?(?:同比)?(?:增|涨|降|升|减|跌)幅(?:为|达|达到)?',
  '(?:即|累计|共)?(?:同比)?(?:增长|下降|上升|减少|增加|提高|降低|上涨|下跌|扩大|缩小)了?',
  '(?:即|是|为|相当于)(?:原来|当初|此前|之前|\\d{4}年)的',
]

/** From the later figure to the percentage, points or ratio behind it. */
export const LEADS: RegExp = new RegExp(`^${FILLERS}\\.?[,，(]? ?\\(?(?:${LEAD_WORDS.join('|')})? ?约?$`, 'u')

/** Words before an amount that make it one. */
export const SAYS_BY: RegExp =
  /(?:by|of|an?|на|rose|fell|grew|declined|increased|decreased|dropped|rising|falling|выросли?|вырос|增长|下降|增加|减少|上升|提高|降低)了?(?: \p{L}+)? ?(?:about |примерно |почти |约)?$/u

/** Words that make a percentage behind two dated figures their change. */
export const CHANGE_OF: RegExp =
  /(?:an? (?:increase|decrease|rise|fall|drop|growth|decline) of|то есть на|яғни|(?:增|涨|降)幅[为达])(?: \p{L}+)? ?$/u

/** `214 nurses, up 7 % from 200`: what leads from the figure to the percentage, from that to the earlier figure, and which way it went. */
export const COMPARED: readonly (readonly [lead: RegExp, link: RegExp, direction: 'up' | 'down'])[] = [
  [
    /,? \(?(?:up|a (?:rise|gain) of|an increase of|which is|that is|this is|or)(?: by)?(?: about)? $|, $/u,
    /^ (?:from|on|over|up (?:from|on)|(?:more|higher|greater|larger) than)(?: the| in \d{4},?| \d{4},?)?(?: level)? \(?$/u,
    'up',
  ],
  [
    /,? \(?(?:down|a (?:fall|drop|decline|loss) of|a decrease of|which is|that is|this is|or)(?: by)?(?: about)? $|, $/u,
    /^ (?:from|on|down (?:from|on)|(?:less|lower|fewer|smaller) than)(?: the| in \d{4},?| \d{4},?)?(?: level)? \(?$/u,
    'down',
  ],
  [
    /(?:что|это|или) на $/u,
    /^ (?:больше|выше)(?: показателя| уровня)?,?(?: чем)?(?: в)? ?(?:\d{4} (?:г\.|года?|году),?)? ?\(?$/u,
    'up',
  ],
  [
    /(?:что|это|или) на $/u,
    /^ (?:меньше|ниже)(?: показателя| уровня)?,?(?: чем)?(?: в)? ?(?:\d{4} (?:г\.|года?|году),?)? ?\(?$/u,
    'down',
  ],
]
