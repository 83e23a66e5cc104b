import type { Columns } from '../columns.ts'
import { labelCount } from '../labels.ts'
import { inputs, rowsOf } from './inputs.ts'
import { type Kernels, kernels } from './kernels.ts'
import { bits, gates, groupSize, memory as held, offsets, paddedLabels, weightBytes, width } from './shape.ts'

const page = 1 << 16
const most = 32767

/** Bytes of the sums of one multiplication. */
const work = 4 * Math.max(width, gates, paddedLabels)

/** Where in memory what is worked out of so many tokens lies, in bytes. */
interface Places {
  readonly sums: number
  /** the state of one memory */
  readonly cells: number
  /** addresses of the rows, token × input */
  readonly rows: number
  /** sums of rows, with nothing before the first token and after the last */
  readonly tokens: number
  /** what each direction sees: a token in its neighbourhood, and what it remembers */
  readonly ahead: number
  readonly behind: number
  /** what both directions remember after each token */
  readonly remembered: number
}

/**
 * The network that scores the labels of each token: rows of tables for what is known of a token, added up; a look at its two
 * neighbours; a long short-term memory in each direction (Hochreiter, Schmidhuber 1997; Gers et al. 2000). All in
 * fixed-point numbers, so that every machine comes to the same scores.
 */
export class Tagger {
  readonly #memory: WebAssembly.Memory
  readonly #kernels: Kernels
  /** the memory as numbers of two and of four bytes */
  #shorts: Int16Array
  #integers: Int32Array

  /** `weights` are the parts of `shape.ts`, one behind another, or write these to where they are told. */
  constructor(weights: Uint8Array | ((into: Uint8Array) => void)) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(weightBytes / page) + 4 })
    const into = new Uint8Array(this.#memory.buffer, 0, weightBytes)
    if (typeof weights === 'function') weights(into)
    else if (weights.length === weightBytes) into.set(weights)
    else throw new Error('These weights are of another network')
    this.#kernels = kernels(this.#memory)
    this.#shorts = new Int16Array(this.#memory.buffer)
    this.#integers = new Int32Array(this.#memory.buffer)
  }

  /** The score of each label at each token, token × label, in natural logarithms. */
  score(columns: Columns, count: number): Float64Array {
    const places = this.#places(count)
    this.#tokens(columns, count, places)
    this.#look(count, places)
    this.#remember(count, places, 'forward')
    this.#remember(count, places, 'backward')
    return this.#scores(count, places)
  }

  /** Finds memory for so many tokens. */
  #places(count: number): Places {
    let at = weightBytes
    const take = (bytes: number): number => {
      const from = at
      at += (bytes + 15) & ~15
      return from
    }
    const places = {
      sums: take(work),
      cells: take(4 * held),
      rows: take(4 * inputs.length * count),
      tokens: take(2 * width * (count + 2)),
      ahead: take(2 * (width + held) * count),
      behind: take(2 * (width + held) * count),
      remembered: take(4 * held * count),
    }
    const missing = Math.ceil((at - this.#memory.buffer.byteLength) / page)
    if (missing > 0) {
      this.#memory.grow(missing)
      this.#shorts = new Int16Array(this.#memory.buffer)
      this.#integers = new Int32Array(this.#memory.buffer)
    }
    return places
  }

  /** Adds up the rows of each token. */
  #tokens(columns: Columns, count: number, { rows, tokens }: Places): void {
    const addresses = new Int32Array(this.#memory.buffer, rows, inputs.length * count)
    rowsOf(columns, count, addresses)
    for (let index = 0; index < addresses.length; index++)
      addresses[index] = (addresses[index] as number) * width + offsets.rows
    const sums = new Int16Array(this.#memory.buffer, tokens, width * (count + 2))
    const bias = new Int16Array(this.#memory.buffer, offsets.rowBias, width)
    sums.fill(0, 0, width)
    sums.fill(0, width * (count + 1))
    for (let token = 0; token < count; token++) {
      sums.set(bias, width * (token + 1))
      const from = rows + 4 * inputs.length * token
      this.#kernels.gather(from, inputs.length, tokens + 2 * width * (token + 1), width / groupSize)
    }
  }

  /** What each token is in its neighbourhood: itself, and what the three together add. */
  #look(count: number, { tokens, ahead, behind, sums }: Places): void {
    const shorts = this.#shorts
    const integers = this.#integers
    for (let token = 0; token < count; token++) {
      this.#begin(sums, offsets.windowBias, width)
      const from = tokens + 2 * width * token
      this.#kernels.multiply(from, offsets.window, sums, (3 * width) / 2, width / groupSize)
      const own = (from >> 1) + width
      const left = (ahead >> 1) + (width + held) * token
      const right = (behind >> 1) + (width + held) * token
      for (let index = 0; index < width; index++) {
        const sum = integers[(sums >> 2) + index] as number
        const more = sum > 0 ? sum >> (bits.windowSum - bits.token) : 0
        const value = bounded(((shorts[own + index] as number) << (bits.token - bits.row)) + more)
        shorts[left + index] = value
        shorts[right + index] = value
      }
    }
  }

  /** Goes through the tokens in one direction. */
  #remember(count: number, places: Places, direction: 'forward' | 'backward'): void {
    const shorts = this.#shorts
    this.#integers.fill(0, places.cells >> 2, (places.cells >> 2) + held)
    const isForward = direction === 'forward'
    const seen = isForward ? places.ahead : places.behind
    const bias = offsets[`${direction}Bias`]
    let before = -1
    for (let step = 0; step < count; step++) {
      const token = isForward ? step : count - 1 - step
      const from = seen + 2 * (width + held) * token
      const state = (from >> 1) + width
      if (before < 0) shorts.fill(0, state, state + held)
      else shorts.copyWithin(state, before, before + held)
      this.#begin(places.sums, bias, gates)
      this.#kernels.multiply(from, offsets[direction], places.sums, (width + held) / 2, gates / groupSize)
      const out = (places.remembered >> 1) + held * (2 * token + (isForward ? 0 : 1))
      this.#kernels.remember(places.sums, places.cells, 2 * out)
      before = out
    }
  }

  #scores(count: number, { remembered, sums }: Places): Float64Array {
    const scores = new Float64Array(count * labelCount)
    const scale = 2 ** -bits.scoreSum
    for (let token = 0; token < count; token++) {
      this.#begin(sums, offsets.scoreBias, paddedLabels)
      this.#kernels.multiply(remembered + 4 * held * token, offsets.score, sums, held, paddedLabels / groupSize)
      const from = token * labelCount
      for (let label = 0; label < labelCount; label++)
        scores[from + label] = (this.#integers[(sums >> 2) + label] as number) * scale
    }
    return scores
  }

  /** Lets the sums of the next multiplication begin at the biases. */
  #begin(sums: number, bias: number, size: number): void {
    this.#integers.copyWithin(sums >> 2, bias >> 2, (bias >> 2) + size)
  }
}

function bounded(value: number): number {
  return value > most ? most : value < -most ? -most : value
}
