import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { SentenceText } from '../figures.ts'

/** A number that has bounds by its nature: how it is written, what its sentence must speak of, and the bounds. */
interface Bounded {
  readonly name: string
  readonly sign: string
  readonly cue: RegExp
  readonly low: number
  readonly high: number
  readonly bounds: string
}

const ROWS: readonly Bounded[] = [
  {
    name: 'a correlation',
    sign: 'r|rs|ρ',
    cue: /correlat|pearson|spearman|коррел|пирсон|спирмен|相关|корреляция/u,
    low: -1,
    high: 1,
    bounds: 'between −1 and 1',
  },
  {
    name: 'Cronbach’s alpha',
    sign: 'α|alpha|альфа',
    cue: /cronbach|кронбах|克/u,
    low: -9,
    high: 1,
    bounds: 'at most 1',
  },
  {
    name: 'kappa',
    sign: 'κ|kappa|каппа',
    cue: /cohen|fleiss|agreement|коэн|согласи|一致/u,
    low: -1,
    high: 1,
    bounds: 'at most 1',
  },
  { name: 'the area under the curve', sign: 'AUC|AUROC', cue: /(?:)/u, low: 0, high: 1, bounds: 'at most 1' },
  {
    name: 'a standard deviation',
    sign: 'SD|СКО|标准差',
    cue: /(?:)/u,
    low: 0,
    high: Number.POSITIVE_INFINITY,
    bounds: 'at least 0',
  },
  { name: 'a p value', sign: 'p-value|p值|p-значение', cue: /(?:)/u, low: 0, high: 1, bounds: 'between 0 and 1' },
]

const VALUE = '[ *_]{0,3}[=:][ *_]{0,3}(?<value>[-−–]?\\d{1,2}[.,]\\d{1,5})(?![\\d.,]*\\d|[ ]?[%×eE])'
const PATTERNS: readonly (readonly [Bounded, RegExp])[] = ROWS.map((row) => [
  row,
  new RegExp(`(?<![\\p{L}\\d_])(?<said>(?:${row.sign})${VALUE})`, 'giu'),
])

/** Correlations above 1, negative deviations and the like. */
export function* impossibleIn({ line, start, end }: SentenceText): Iterable<Relation> {
  const text = line.plain.text.slice(start, end)
  // a sign and a value of one or two digits with decimals
  if (!/[=:][ *_]{0,3}[-−–]?\d{1,2}[.,]\d/.test(text)) return
  const lower = line.plain.lower.slice(start, end)
  for (const [{ name, cue, low, high, bounds }, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const { said = '', value = '' } = match.groups ?? {}
      const number = Number(value.replace(/[-−–]/, '-').replace(',', '.'))
      // what is far off is something else that has the same letter; without a cue nobody knows what is meant
      if ((number >= low && number <= high) || number > 20 || !cue.test(lower)) continue
      const at = start + (match.index ?? 0)
      yield {
        kind: 'bounds',
        operands: [],
        computation: `${said}: ${name} lies ${bounds}`,
        holds: false,
        problem: {
          rule: 'bounds',
          messageId: 'impossible',
          data: { said, name, bounds },
          confidence: 'certain',
          span: spanOf(line.passage, at, at + said.length),
          related: [],
          about: name,
          ours: said,
          theirs: bounds,
        },
      }
    }
  }
}
