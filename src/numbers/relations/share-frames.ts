import type { Figure, SentenceText } from '../figures.ts'

/** The order in which part, whole and share are told: `84 of 420 (20 %)` is `part whole share`. */
type Role = 'part' | 'whole' | 'share'

/** One way to tell a part, its whole and its share; what stands before the first figure and between the three. */
interface Frame {
  readonly order: readonly [Role, Role, Role]
  readonly lead?: RegExp
  readonly first: RegExp
  readonly second: RegExp
  readonly language?: string
}

/** `(20 %`, `, or 20 %`, `, то есть 20 %` behind a figure and perhaps its noun. */
const BEHIND =
  /^(?:[^.;]{0,24}?(?:[(（]|, (?:or|или|то есть|i\.e\.,?)) ?(?:or |или |то есть |占|即|about |примерно )?| ?[,(（] ?占?)$/u
const BRACKET = /^[^.;,]{0,14}[(（] ?(?:about |примерно )?(?:占|即)?$/u
const OUT_OF = /^ (?:\p{L}+ ){0,2}(?:out of|of|из) (?:the |a total of |all )?$/u
const OF_THEM =
  /(?:of whom|of which|of these|of them|из них|из которых|оның ішінде|其中有?)(?: (?:about|примерно))? ?$/u

/** In order of how surely they tell a share. */
const FRAMES: readonly Frame[] = [
  { order: ['part', 'whole', 'share'], first: OUT_OF, second: BEHIND },
  {
    order: ['whole', 'part', 'share'],
    lead: /(?:^|[.;,] |\()(?:out )?of (?:the |these |those |all |our )?(?:\p{L}+ )?$/u,
    first: /^(?!.*\b(?:and|while)\b).{0,69}$/u,
    second: BRACKET,
  },
  { order: ['whole', 'part', 'share'], lead: /(?:^| )из (?:\p{L}+ )?$/u, first: /^.{0,59}$/u, second: BRACKET },
  {
    order: ['whole', 'part', 'share'],
    first: /^.{0,14}[中里](?:[^，。；]{0,6}|，)$/u,
    second: /^(?:[^。；，]{0,10}[（(，]|[^。；，]{0,4})(?:占比?为?|即|比例为)?约?$/u,
    language: 'zh',
  },
  { order: ['whole', 'part', 'share'], first: /^.{0,36}[нтд][іы]ң ?$/u, second: BRACKET, language: 'kk' },
  { order: ['whole', 'part', 'share'], first: new RegExp(`^[^.;]{0,40}${OF_THEM.source}`, 'u'), second: BRACKET },
  {
    order: ['share', 'part', 'whole'],
    first: /^[^.;,]{0,4}[(（](?:n ?= ?)?$/u,
    second: /^ (?:\p{L}+ )?(?:out of|of|из) (?:the )?$/u,
  },
  // 96 (15 %) of the 640 patients
  {
    order: ['part', 'share', 'whole'],
    first: /^(?: \p{L}+)? ?[(（]$/u,
    second: /^ ?[)）] (?:\p{L}+ )?(?:out of|of|из) (?:the |all |a total of |our |всех )?$/u,
  },
  // 15 % of the 640 patients (96)
  {
    order: ['share', 'whole', 'part'],
    first: /^ (?:of|из|от) (?:the |all |our |these |всех )?$/u,
    second: /^ \p{L}+ ?[(（](?:n ?= ?)?$/u,
  },
]

/** The part and the whole of the share at `index`, where the text says that they are. */
export function partAndWhole(
  { figures, line, start }: SentenceText,
  index: number,
): { readonly part: Figure; readonly whole: Figure } | undefined {
  const { lower } = line.plain
  for (const { order, lead, first, second, language } of FRAMES) {
    if (language !== undefined && language !== line.language) continue
    const from = index - order.indexOf('share')
    const [one, two, three] = [figures[from], figures[from + 1], figures[from + 2]]
    if (one === undefined || two === undefined || three === undefined) continue
    const figureOf = (role: Role): Figure => [one, two, three][order.indexOf(role)] as Figure
    const [part, whole] = [figureOf('part'), figureOf('whole')]
    if (!alike(part, whole)) continue
    if (!first.test(lower.slice(one.end, two.start)) || !second.test(lower.slice(two.end, three.start))) continue
    if (lead !== undefined && !lead.test(lower.slice(Math.max(start, one.start - 24), one.start))) continue
    return { part, whole }
  }
  return undefined
}

function alike(part: Figure, whole: Figure): boolean {
  if (part.kind === 'percent' || part.kind === 'ratio' || part.kind === 'share' || part.kind === 'points') return false
  if (part.found.upper !== undefined || whole.found.upper !== undefined || whole.value <= 0) return false
  return part.unit === whole.unit
}

const FRACTION = /(?<![\d.,/-])(\d{1,6}) ?\/ ?(\d{1,6})(?![\d.,]*\d|\/)/u

/** `57.1 % (120/210)`, `120/210 (57.1 %)`: part and whole as a fraction beside the share, and where it stands. */
export function fractionBeside(
  { line }: SentenceText,
  { start, end }: Figure,
): { readonly part: number; readonly whole: number; readonly text: string; readonly at: number } | undefined {
  const { text } = line.plain
  // both forms need a slash near by
  if (!text.slice(Math.max(0, start - 22), end + 80).includes('/')) return undefined
  const behind = /^(?: \p{L}+){0,5} ?[(（[](?:n ?= ?)?(?=\d)/u.exec(text.slice(end, end + 60))
  const rest = behind === null ? '' : text.slice(end + behind[0].length, end + behind[0].length + 16)
  const after = FRACTION.exec(rest)
  if (behind !== null && after !== null && after.index === 0 && /^ ?[)）\];,]/.test(rest.slice(after[0].length)))
    return fraction(after, end + behind[0].length)
  const from = Math.max(0, start - 22)
  const before = /(?<![\d.,/-])(\d{1,6}) ?\/ ?(\d{1,6}) ?[(（,;] ?$/u.exec(text.slice(from, start))
  return before === null ? undefined : fraction(before, from + before.index)
}

function fraction(
  match: RegExpExecArray,
  at: number,
): { readonly part: number; readonly whole: number; readonly text: string; readonly at: number } | undefined {
  const [part, whole] = [Number(match[1]), Number(match[2])]
  if (whole < 2 || part > whole) return undefined
  return { part, whole, text: `${match[1]}/${match[2]}`, at }
}
