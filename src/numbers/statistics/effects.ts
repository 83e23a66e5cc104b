import type { Printed, Statistic } from './grammar.ts'

/** An effect size that is told behind a test. Offsets in the text it was read from. */
export interface Effect {
  readonly kind: 'eta-partial' | 'eta' | 'r-squared' | 'adjusted-r-squared' | 'phi' | 'v' | 'd'
  readonly value: Printed
  readonly start: number
  readonly end: number
}

/** How each effect is written, the longer names first. */
const NAMES: readonly (readonly [Effect['kind'], string])[] = [
  ['eta-partial', 'η[²2]?_?\\{?[pₚ]\\}?[²2]?|[pₚ]η[²2]|partial (?:η[²2]|eta[- ]squared)|частн\\p{L}+ η[²2]|偏η[²2]'],
  ['eta', 'η[²2]|eta[- ]squared'],
  ['adjusted-r-squared', 'adj(?:usted|\\.)? ?R[²2]|R[²2]_?(?:adj|скорр)\\.?|скорр\\p{L}*\\.? R[²2]|调整后?R[²2]'],
  ['r-squared', 'R[²2]'],
  ['phi', 'φ|phi'],
  ['v', "Cram[ée]r[’']?s V|V"],
  ['d', "Cohen[’']?s d|d"],
]

const NAME = NAMES.map(([, name], index) => `(?<n${index}>${name})`).join('|')
/** Up to two effects may follow the p of a test, nothing else between. */
const EFFECT = new RegExp(
  `^[ $*_]{0,3}[,;，；][ $*_]{0,3}(?:Крамера |Коэна )?(?:${NAME})[ $*_]{0,3}=[ $*_]{0,3}(?<value>[-−–]?(?:\\d{1,2}(?:[.,]\\d{1,4})?|[.,]\\d{1,4}))(?![\\d%]|[.,]\\d| ?%)`,
  'u',
)

/** The effect sizes right behind a test. */
export function effectsBehind(text: string, { end }: Statistic): readonly Effect[] {
  const found: Effect[] = []
  for (let at = end; found.length < 3; ) {
    const match = EFFECT.exec(text.slice(at, at + 60))
    if (match === null) return found
    const index = NAMES.findIndex((_, at) => match.groups?.[`n${at}`] !== undefined)
    const printed = match.groups?.value ?? ''
    const kind = NAMES[index]?.[0]
    if (kind === undefined) return found
    const number = printed.replace(/[−–]/, '-').replace(',', '.')
    const value = { value: Number(number), decimals: number.split('.')[1]?.length ?? 0, text: printed }
    const lead = /^[ $*_]{0,3}[,;，；][ $*_]{0,3}/.exec(match[0])?.[0].length ?? 0
    found.push({ kind, value, start: at + lead, end: at + match[0].length })
    at += match[0].length
  }
  return found
}

/** What the test implies of the effect: an interval, and how it is computed. Undefined where too little is known. */
export interface Implied {
  readonly options: readonly (readonly [low: number, high: number])[]
  readonly formula: string
}

/** The effect recomputed from its test, over the interval that the rounded statistic stands for. */
export function impliedBy(
  effect: Effect['kind'],
  { kind, df1 = 0, df2 = 0, n, value }: Statistic,
): Implied | undefined {
  const half = 0.5 * 10 ** -value.decimals
  const size = Math.abs(value.value)
  const over = (compute: (statistic: number) => number): readonly [number, number] => [
    compute(Math.max(0, size - half)),
    compute(size + half),
  ]
  const share = (f: number): number => (f * df1) / (f * df1 + df2)
  if (kind === 'F' && df1 > 0 && df2 > 0) {
    if (effect === 'eta-partial' || effect === 'r-squared')
      return { options: [over(share)], formula: 'F·df₁ / (F·df₁ + df₂)' }
    // of one factor among several it is less
    if (effect === 'eta') return { options: [[0, over(share)[1]]], formula: 'at most F·df₁ / (F·df₁ + df₂)' }
    if (effect === 'adjusted-r-squared')
      return {
        options: [over((f) => 1 - ((1 - share(f)) * (df1 + df2)) / df2)],
        formula: '1 − (1 − R²)(df₁ + df₂) / df₂',
      }
  }
  if (kind === 'chi2' && n !== undefined && n > 1 && df1 > 0) {
    if (effect === 'phi' && df1 === 1) return { options: [over((chi) => Math.sqrt(chi / n))], formula: '√(χ² / N)' }
    if (effect === 'v') {
      const sides = Array.from({ length: Math.floor(Math.sqrt(df1)) }, (_, index) => index + 1)
      const fits = sides.filter((side) => df1 % side === 0)
      return { options: fits.map((side) => over((chi) => Math.sqrt(chi / (n * side)))), formula: '√(χ² / (N·(k − 1)))' }
    }
  }
  return undefined
}
