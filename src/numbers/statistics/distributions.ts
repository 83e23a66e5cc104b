/**
 * Tails of the distributions that test statistics follow, as functions of the incomplete beta and gamma functions
 * (Abramowitz & Stegun 6.5, 26.5; Press et al., Numerical Recipes, chapter 6). Relative error below 1e-10.
 */

/** Lanczos coefficients for g = 607/128, n = 15 (P. Godfrey, 2001). */
const LANCZOS: readonly number[] = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
]

/** The natural logarithm of Γ(x), x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const t = shifted + 607 / 128 + 0.5
  let sum = LANCZOS[0] as number
  for (let index = 1; index < LANCZOS.length; index++) sum += (LANCZOS[index] as number) / (shifted + index)
  return (shifted + 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum)
}

const TINY = 1e-300
const ENOUGH = 1e-16

/** The logarithm of B(a, b); for large arguments by Stirling's series, where differences of `logGamma` would cancel. */
function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a]
  if (large < 20) return logGamma(small) + logGamma(large) - logGamma(small + large)
  // ln Γ(large) − ln Γ(large + small) without cancellation
  const difference =
    -small * Math.log(large + small) +
    small +
    (large - 0.5) * Math.log1p(-small / (large + small)) +
    stirlingRest(large) -
    stirlingRest(large + small)
  return logGamma(small) + difference
}

/** The rest of Stirling's series for ln Γ(x), x ≥ 20. */
function stirlingRest(x: number): number {
  const square = x * x
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / x
}

/** The regularised incomplete beta function I_x(a, b); `y` is 1 − x, given apart so that it keeps its digits. */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaFraction(y, b, a, x)
  return betaFraction(x, a, b, y)
}

/** 1 − I_x(a, b), exact also where it is tiny. */
function upperBeta(x: number, a: number, b: number, y: number): number {
  return incompleteBeta(y, b, a, x)
}

/** Lentz's method for the continued fraction of I_x(a, b). */
function betaFraction(x: number, a: number, b: number, y: number): number {
  const front = Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b)) / a
  let c = 1
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < TINY ? TINY : d)
  let result = d
  for (let m = 1; m < 20000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonzero(1 + even * d)
    c = nonzero(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonzero(1 + odd * d)
    c = nonzero(1 + odd / c)
    const step = d * c
    result *= step
    if (Math.abs(step - 1) < ENOUGH * 4) break
  }
  return front * result
}

function nonzero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** The regularised upper incomplete gamma function Q(a, x). */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 20000; n++) {
      term *= x / (a + n)
      sum += term
      if (term < sum * ENOUGH) break
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let result = d
  for (let n = 1; n < 20000; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / nonzero(step * d + b)
    c = nonzero(b + step / c)
    const factor = d * c
    result *= factor
    if (Math.abs(factor - 1) < ENOUGH * 4) break
  }
  return front * result
}

/** P(|T| ≥ |t|) for Student's t with `df` degrees of freedom. */
export function studentTwoSided(t: number, df: number): number {
  const square = t * t
  if (!Number.isFinite(square)) return 0
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square))
}

/** P(F ≥ f) for Fisher's F. */
export function fisherUpper(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1
  const sum = df1 * f + df2
  return upperBeta((df1 * f) / sum, df1 / 2, df2 / 2, df2 / sum)
}

/** P(X ≥ x) for χ² with `df` degrees of freedom. */
export function chiSquaredUpper(x: number, df: number): number {
  return upperGamma(df / 2, x / 2)
}

/** P(|Z| ≥ |z|) for the standard normal distribution. */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2)
}

/** P(|R| ≥ |r|) for a correlation coefficient with `df` = n − 2 degrees of freedom. */
export function correlationTwoSided(r: number, df: number): number {
  if (Math.abs(r) >= 1) return 0
  return studentTwoSided(r * Math.sqrt(df / (1 - r * r)), df)
}
