import type { Quantity } from '../../src/model/quantity.ts'

/** The kinds of error that are planted. */
export type Kind = 'transposed' | 'power' | 'operand' | 'period' | 'p'

/** A number printed otherwise: its new text, and the interval that it then stands for. */
export interface Change {
  readonly kind: Kind
  readonly is: string
  readonly value: number
  readonly low: number
  readonly high: number
}

const WORDS: readonly (readonly [word: RegExp, instead: string, factor: number])[] = [
  [/million/, 'billion', 1e3],
  [/billion/, 'million', 1e-3],
  [/trillion/, 'billion', 1e-3],
  [/млн/, 'млрд', 1e3],
  [/млрд/, 'млн', 1e-3],
  [/亿/, '万', 1e-4],
  [/万/, '亿', 1e4],
]

/** Two digits exchanged, a power of ten, another number: what can be done to the number as printed. */
export function changesOf(written: string, quantity: Quantity, random: () => number): readonly Change[] {
  return [transposed(written, quantity), power(written, quantity), other(written, quantity, random)].filter(
    (change) => change !== undefined && change.is !== written,
  ) as readonly Change[]
}

/** The interval of a number of which only the digits were changed: they keep their places, so the scale stays. */
function printedAs(written: string, is: string, { value, low, high }: Quantity): Omit<Change, 'kind' | 'is'> {
  const digits = (text: string): number => Number(text.replace(/\D/g, ''))
  const half = (high - low) / 2
  const sign = value < 0 ? -1 : 1
  const changed = sign * Math.abs(value) * (digits(is) / digits(written))
  return { value: changed, low: changed - half, high: changed + half }
}

/** The first two neighbouring digits that differ change places, so that no zero comes to the front. */
function transposed(written: string, quantity: Quantity): Change | undefined {
  const match = [...written.matchAll(/(\d)(\d)/g)].find(([, one, two]) => one !== two && two !== '0')
  if (match === undefined || quantity.range === true) return undefined
  const at = match.index ?? 0
  const is = `${written.slice(0, at)}${match[2]}${match[1]}${written.slice(at + 2)}`
  return { kind: 'transposed', is, ...printedAs(written, is, quantity) }
}

function power(written: string, quantity: Quantity): Change | undefined {
  const { value, low, high } = quantity
  const scaled = (is: string, factor: number): Change => ({
    kind: 'power',
    is,
    value: value * factor,
    low: low * factor,
    high: high * factor,
  })
  for (const [word, instead, factor] of WORDS)
    if (word.test(written)) return scaled(written.replace(word, instead), factor)
  const match = /\d+(?![\d.,])/.exec(written)
  if (match === null || /[%％]|\d[., ]\d/.test(written) || quantity.unit === '%') return undefined
  const is = written.replace(match[0], `${match[0]}000`)
  return { ...scaled(is, 1000), low: value * 1000 - (high - low) / 2, high: value * 1000 + (high - low) / 2 }
}

/** Another leading digit. */
function other(written: string, quantity: Quantity, random: () => number): Change | undefined {
  const match = /\d/.exec(written)
  if (match === null || quantity.range === true) return undefined
  // 0.25 is changed behind its zero
  const at = /^0[.,]/.test(written.slice(match.index)) ? match.index + 2 : match.index
  const old = written[at] ?? ''
  if (!/\d/.test(old)) return undefined
  const digit = 1 + ((Number(old) + Math.floor(random() * 8)) % 9)
  const is = `${written.slice(0, at)}${digit}${written.slice(at + 1)}`
  return { kind: 'operand', is, ...printedAs(written, is, quantity) }
}

/** A small generator with a seed, so that every run plants the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
