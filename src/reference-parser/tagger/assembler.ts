/**
 * Just enough of an assembler for WebAssembly (core specification 2.0, binary format) to write a few loops over vectors: what
 * plain JavaScript adds up one number at a time, these add up four or eight at a time, and to the same result.
 */

/** Instructions, already encoded. */
export type Code = readonly number[]

/** A function of a module: how many parameters it has, all i32, its other locals, its body; it returns nothing. */
export interface Routine {
  readonly name: string
  readonly parameters: number
  readonly integers: number
  readonly vectors: number
  readonly body: Code
}

const i32Type = 0x7f
const v128Type = 0x7b
const empty = 0x40

function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const byte = rest & 127
    rest >>>= 7
    bytes.push(rest === 0 ? byte : byte | 128)
  } while (rest !== 0)
  return bytes
}

function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const byte = rest & 127
    rest >>= 7
    if ((rest === 0 && byte < 64) || (rest === -1 && byte >= 64)) return [...bytes, byte]
    bytes.push(byte | 128)
  }
}

const vector = (opcode: number, ...operands: number[]): Code => [0xfd, ...unsigned(opcode), ...operands]
const address = (offset: number): Code => [0, ...unsigned(offset)]

/** The instructions in use; each takes those that put its operands on the stack. */
export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)]
export const constant = (value: number): Code => [0x41, ...signed(value)]
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a]
export const times = (a: Code, b: Code): Code => [...a, ...b, 0x6c]
export const load = (at: Code, offset = 0): Code => [...at, 0x28, ...address(offset)]
export const loadVector = (at: Code, offset = 0): Code => [...at, ...vector(0x00), ...address(offset)]
/** The four bytes at an address in each of the four lanes. */
export const loadSplat = (at: Code, offset = 0): Code => [...at, ...vector(0x09), ...address(offset)]
export const storeVector = (at: Code, value: Code, offset = 0): Code => [
  ...at,
  ...value,
  ...vector(0x0b),
  ...address(offset),
]
export const storeFloat = (at: Code, value: Code): Code => [...at, ...value, 0x38, ...address(0)]
export const loadFloat = (at: Code): Code => [...at, 0x2a, ...address(0)]
export const addFloat = (a: Code, b: Code): Code => [...a, ...b, 0x92]
export const lane = (a: Code, index: number): Code => [...a, ...vector(0x1f, index)]
export const zeros: Code = [...vector(0x0c), ...new Array<number>(16).fill(0)]
/** Eight 16-bit lanes, held within their range; lanes of one sign extended from the lower or upper eight bytes. */
export const addShorts = (a: Code, b: Code): Code => [...a, ...b, ...vector(0x8f)]
export const lowShorts = (a: Code): Code => [...a, ...vector(0x87)]
export const highShorts = (a: Code): Code => [...a, ...vector(0x88)]
export const addIntegers = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xae)]
/** Products of 16-bit lanes, each added to its neighbour's: four sums. */
export const dotShorts = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xba)]
export const addFloats = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe4)]
/** Four floats from the integers of the lanes; the nearest integers, four lanes of two vectors as eight shorts. */
export const floats = (a: Code): Code => [...a, ...vector(0xfa)]
export const nearestShorts = (a: Code, b: Code): Code => {
  const integers = (x: Code): Code => [...x, ...vector(0x6a), ...vector(0xf8)]
  return [...integers(a), ...integers(b), ...vector(0x85)]
}
export const divideFloats = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe7)]
export const least = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe8)]
export const greatest = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe9)]
/** The same float in every lane. */
export const everywhere = (value: number): Code => {
  const bytes = [...new Uint8Array(Float32Array.of(value).buffer)]
  return [...vector(0x0c), ...bytes, ...bytes, ...bytes, ...bytes]
}
export const timesFloats = (a: Code, b: Code): Code => [...a, ...b, ...vector(0xe6)]

/** The same for each of the four vectors that a loop works on at once. */
export const each = (write: (index: number) => Code): Code => [0, 1, 2, 3].flatMap(write)

/** Runs the body as often as the local says, which counts down to nought. At least once. */
export const repeat = (local: number, ...body: Code[]): Code => [
  ...[0x03, empty],
  ...body.flat(),
  ...set(local, add(get(local), constant(-1))),
  ...get(local),
  ...[0x0d, 0, 0x0b],
]
/** Moves a local on. */
export const advance = (local: number, by: number | Code): Code =>
  set(local, add(get(local), typeof by === 'number' ? constant(by) : by))

/** A compiled module of these functions over the memory. */
export function assemble<Name extends string>(
  memory: WebAssembly.Memory,
  routines: readonly (Routine & { readonly name: Name })[],
): Record<Name, (...parameters: number[]) => void> {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(routines)), { env: { memory } })
  return instance.exports as Record<Name, (...parameters: number[]) => void>
}

/** The bytes of a module of these functions over a memory. */
export function moduleOf(routines: readonly Routine[]): Uint8Array {
  const text = (name: string): number[] => [...unsigned(name.length), ...new TextEncoder().encode(name)]
  const list = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()]
  const section = (id: number, content: Code): number[] => [id, ...unsigned(content.length), ...content]
  const types = routines.map(({ parameters }) => [0x60, ...list(new Array<Code>(parameters).fill([i32Type])), 0])
  const bodies = routines.map(({ integers, vectors, body }) => {
    const locals = list([
      [...unsigned(integers), i32Type],
      [...unsigned(vectors), v128Type],
    ])
    const code = [...locals, ...body, 0x0b]
    return [...unsigned(code.length), ...code]
  })
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...text('env'), ...text('memory'), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, list(routines.map((_, index) => unsigned(index)))),
    ...section(7, list(routines.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, list(bodies)),
  ])
}
