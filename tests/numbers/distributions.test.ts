import { describe, expect, test } from 'vitest'
import {
  chiSquaredUpper,
  correlationTwoSided,
  fisherUpper,
  incompleteBeta,
  logGamma,
  normalTwoSided,
  studentTwoSided,
} from '../../src/numbers/statistics/distributions.ts'

/** Tanh-sinh quadrature on (0, 1): nodes crowd at the ends, so that singular ends cost no digits. */
function integral(of: (x: number, fromLeft: number, fromRight: number) => number): number {
  const step = 1 / 128
  let sum = 0
  for (let k = -128 * 6; k <= 128 * 6; k++) {
    const t = k * step
    const u = (Math.PI / 2) * Math.sinh(t)
    const right = 1 / (1 + Math.exp(2 * u))
    const left = 1 / (1 + Math.exp(-2 * u))
    const weight = Math.PI * Math.cosh(t) * left * right
    if (weight === 0 || left === 0 || right === 0) continue
    const value = of(left, left, right) * weight
    if (Number.isFinite(value)) sum += value
  }
  return sum * step
}

/** I_x(a, b) by quadrature of the density over (0, x) and (0, 1 − x), both by the same rule: no gamma function in it. */
function betaByQuadrature(x: number, y: number, a: number, b: number): number {
  const lower = integral((s) => Math.exp(a * Math.log(x) + (a - 1) * Math.log(s) + (b - 1) * Math.log1p(-x * s)))
  const upper = integral((s) => Math.exp(b * Math.log(y) + (b - 1) * Math.log(s) + (a - 1) * Math.log1p(-y * s)))
  return lower / (lower + upper)
}

/** Q(k, x) for whole k is a finite sum (Poisson); for k + 1/2 it begins with erfc, by quadrature. */
function gammaByQuadrature(a: number, x: number): number {
  const density = (t: number): number => Math.exp((a - 1) * Math.log(t) - t)
  const tail = integral((_, left, right) => density(x + left / right) / (right * right))
  const head = integral((_, left) => density(x * left) * x)
  return tail / (head + tail)
}

function relative(got: number, want: number): number {
  return Math.abs(got / want - 1)
}

describe('distributions, against quadrature and exact values', () => {
  test('log-gamma at whole numbers is the logarithm of the factorial', () => {
    let factorial = 0
    for (let n = 1; n < 170; n++) {
      if (n > 1) expect(relative(logGamma(n + 1), factorial + Math.log(n))).toBeLessThan(1e-13)
      factorial += Math.log(n)
    }
    expect(relative(logGamma(0.5), Math.log(Math.sqrt(Math.PI)))).toBeLessThan(1e-14)
  })

  test.each([1, 2, 3, 5, 9, 28, 45, 116, 240, 1000, 12345])('t with %i degrees of freedom', (df) => {
    for (const t of [0.1, 0.7, 1.3, 2.2, 3.9, 6, 12]) {
      const square = t * t
      const want = betaByQuadrature(df / (df + square), square / (df + square), df / 2, 0.5)
      expect(relative(studentTwoSided(t, df), want)).toBeLessThan(1e-10)
    }
  })

  test('t with 1 and 2 degrees of freedom in closed form', () => {
    for (const t of [0.2, 1, 5, 40, 1e4]) {
      expect(relative(studentTwoSided(t, 1), (2 / Math.PI) * Math.atan(1 / t))).toBeLessThan(1e-10)
      const root = Math.sqrt(2 + t * t)
      expect(relative(studentTwoSided(t, 2), 2 / (root * (root + t)))).toBeLessThan(1e-10)
    }
  })

  test.each([
    [1, 46],
    [2, 117],
    [3, 116],
    [5, 240],
    [7, 9],
    [40, 12],
    [100, 1000],
    [11, 12345],
  ])('F with %i and %i degrees of freedom', (df1, df2) => {
    for (const f of [0.2, 0.88, 1.3, 2.95, 7.7]) {
      const sum = df1 * f + df2
      const want = betaByQuadrature(df2 / sum, (df1 * f) / sum, df2 / 2, df1 / 2)
      if (want > 1e-250) expect(relative(fisherUpper(f, df1, df2), want)).toBeLessThan(1e-10)
    }
  })

  test('χ² with an even number of degrees of freedom is a finite sum', () => {
    for (const df of [2, 4, 10, 30, 100, 400]) {
      for (const x of [0.5, 3, 15.2, 60, 200, 500]) {
        let term = Math.exp(-x / 2)
        let sum = 0
        for (let k = 0; k < df / 2; k++) {
          sum += term
          term *= x / 2 / (k + 1)
        }
        expect(Math.abs(chiSquaredUpper(x, df) - sum) / Math.max(sum, 1e-300)).toBeLessThan(1e-10)
      }
    }
  })

  test('χ² with an odd number of degrees of freedom', () => {
    for (const df of [3, 5, 11, 33]) {
      for (const x of [0.5, 3, 15.2, 60]) {
        expect(relative(chiSquaredUpper(x, df), gammaByQuadrature(df / 2, x / 2))).toBeLessThan(1e-10)
      }
    }
  })

  test('the normal distribution, out to its far tail', () => {
    // Abramowitz & Stegun, table 26.1 and 26.2
    expect(relative(normalTwoSided(1.96), 0.04999579029644087)).toBeLessThan(1e-10)
    expect(relative(normalTwoSided(9), 2.25717683e-19)).toBeLessThan(1e-8)
    expect(relative(normalTwoSided(1), 0.31731050786291415)).toBeLessThan(1e-10)
  })

  test('correlations, and the ends', () => {
    expect(
      relative(correlationTwoSided(0.25, 98), studentTwoSided(0.25 * Math.sqrt(98 / (1 - 0.0625)), 98)),
    ).toBeLessThan(1e-12)
    expect(correlationTwoSided(1, 20)).toBe(0)
    expect(studentTwoSided(0, 20)).toBe(1)
    expect(fisherUpper(0, 2, 3)).toBe(1)
    expect(incompleteBeta(0, 2, 3)).toBe(0)
    expect(incompleteBeta(1, 2, 3)).toBe(1)
    expect(studentTwoSided(Number.POSITIVE_INFINITY, 20)).toBe(0)
  })
})
