/** Marks that authors leave where something was to come. */

/** Never anything but a mark to oneself, in any case of letters. */
const NEVER_PROSE = [
  'cite',
  'citation needed',
  'citations needed',
  'ref',
  'refs',
  'ref needed',
  'references needed',
  'source needed',
  'add citation',
  'add reference',
  'вставить ссылку',
  'нужна ссылка',
  'нужен источник',
  'потрібне посилання',
  'сілтеме керек',
  '需要引用',
  '引用',
].join('|')

/** Ordinary words too: only where they shout. */
const SHOUTED = 'CITATION|REFERENCE|REFERENCES|SOURCE|ССЫЛКА|ССЫЛКИ|ИСТОЧНИК|ПОСИЛАННЯ|ДЖЕРЕЛО|СІЛТЕМЕ|ДЕРЕККӨЗ'

const WORDS_OF_NAME = 'author|authors|автор|авторы|фамилия|автори|прізвище|авторлар|作者'
const WORDS_OF_YEAR = 'year|yyyy|год|гггг|рік|жыл|жылы|年份|年'

/** How placeholders look; a text without the `mark` has none of them, which is seen much sooner. */
export interface Form {
  readonly pattern: RegExp
  readonly mark?: RegExp
}

const OPENS = /[[(（]/

/** In running text. Question marks count only where a number was to stand. */
export const IN_TEXT: readonly Form[] = [
  { mark: /\[/, pattern: new RegExp(`\\[(?:${NEVER_PROSE}|todo|tbd|x{2,}|\\?+)\\]`, 'giu') },
  { mark: OPENS, pattern: new RegExp(`[(（[](?:${SHOUTED}|CITE|REFS?|TODO|TBD|\\?{2,})[)）\\]]`, 'gu') },
  { mark: OPENS, pattern: new RegExp(`[(（[](?:${WORDS_OF_NAME})[,，]? ?(?:${WORDS_OF_YEAR})[)）\\]]`, 'giu') },
  {
    mark: /\?\?/,
    pattern:
      /(?<=(?:^|\s)(?:section|sections|table|figure|figures|fig\.|chapter|equation|eq\.|раздел[а-я]*|табл\.|таблиц[а-я]*|рис\.|рисун[а-я]*|глав[а-я]*)\s)\?{2,}/giu,
  },
]

/** In an entry of a list or the fields of a library. */
export const IN_ENTRY: readonly Form[] = [
  /\b(?:TODO|FIXME|TBD|TBA)\b/gu,
  /\?{2,}/gu,
  /\b(?:19|20)(?:XX|xx|\?\?)|\b(?:19|20)\d[Xx](?=[^\p{L}\p{N}]|$)/gu,
  /\b10\.[xX]{3,}\/\S+/gu,
  /\bpp?\. ?[xX]{2,}(?:[-–][xX]{2,})?/gu,
  /\b[xX]{4,}\b/gu,
  new RegExp(`[(\\[](?:${WORDS_OF_YEAR}|${NEVER_PROSE}|title|название)[)\\]]`, 'giu'),
].map((pattern) => ({ pattern }))

export interface Placeholder {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Placeholders of a text in order; where two patterns meet, the longer one. */
export function findPlaceholders(text: string, patterns: readonly Form[]): readonly Placeholder[] {
  const found: Placeholder[] = []
  for (const { mark, pattern } of patterns) {
    if (mark !== undefined && !mark.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0] })
    }
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end)
  let reach = 0
  return found.filter(({ start, end }) => {
    if (start < reach) return false
    reach = end
    return true
  })
}
