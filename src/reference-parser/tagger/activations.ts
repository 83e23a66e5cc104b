/** Gates and memories by table: arguments in steps of 2^-8 between -8 and 8, where both functions have come to their ends. */
const stepBits = 8
const half = 8 << stepBits

const table = (value: (x: number) => number): Float64Array =>
  Float64Array.from({ length: 2 * half }, (_, index) => value((index - half + 0.5) / (1 << stepBits)))

const gateTable = table((x) => 1 / (1 + Math.exp(-x)))
const tangentTable = table(Math.tanh)

/** The place in the tables of a fixed-point number with so many bits behind the point. */
function placeOf(sum: number, bits: number): number {
  const place = (sum >> (bits - stepBits)) + half
  return place < 0 ? 0 : place >= 2 * half ? 2 * half - 1 : place
}

/** The logistic function of a fixed-point sum. */
export function gate(sum: number, bits: number): number {
  return gateTable[placeOf(sum, bits)] as number
}

/** The hyperbolic tangent of a fixed-point sum. */
export function tangent(sum: number, bits: number): number {
  return tangentTable[placeOf(sum, bits)] as number
}

/** The hyperbolic tangent of a number. */
export function tangentOf(value: number): number {
  return tangentTable[placeOf(Math.floor(value * (1 << stepBits)), stepBits)] as number
}
