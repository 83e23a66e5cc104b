import { inputs, rowCount } from '../../src/reference-parser/tagger/inputs.ts'
import { gates, memory as held, paddedLabels, width } from '../../src/reference-parser/tagger/shape.ts'
import type { Random } from '../random.ts'
import { type Kernels, kernels } from './kernels.ts'
import type { Parameters } from './parameters.ts'

/** Shares of what is switched off at random in training: inputs by kind, and what the memories hold. */
export interface Dropout {
  readonly plain: number
  readonly lexical: number
  readonly memory: number
}

const page = 1 << 16
const seen = width + held

/** The dense parameters, and the gradient of each. */
const dense = {
  rowBias: width,
  window: 3 * width * width,
  windowBias: width,
  forward: seen * gates,
  forwardBias: gates,
  backward: seen * gates,
  backwardBias: gates,
  score: 2 * held * paddedLabels,
  scoreBias: paddedLabels,
} as const
export type Dense = keyof typeof dense
const denseNames = Object.keys(dense) as Dense[]

/** What is kept of each token on the way forward, in numbers; names with two directions have both behind one another. */
const kept = {
  tokens: width,
  tokenGradients: width,
  added: width,
  addedGradients: width,
  seen: 2 * seen,
  seenGradient: seen,
  opened: 2 * gates,
  cells: 2 * held,
  bent: 2 * held,
  remembered: 2 * held,
  rememberedGradients: 2 * held,
  scores: paddedLabels,
  scoreGradients: paddedLabels,
} as const
type Kept = keyof typeof kept

interface Block {
  readonly values: Float32Array
  readonly address: number
}

/**
 * The network of the tagger in floating point, with the way back: `forward` scores the labels of the tokens of one example, and
 * `backward` takes the gradients of the scores to those of the parameters. The rows of the tables are moved at once (AdaGrad),
 * the gradients of the dense parameters are added up for an optimiser.
 */
export class Network {
  readonly rows: Float32Array = new Float32Array(rowCount * width)
  readonly #squares = new Float32Array(rowCount * width)
  readonly parameters: Readonly<Record<Dense, Block>>
  readonly gradients: Readonly<Record<Dense, Block>>
  readonly #kept: Readonly<Record<Kept, Block>>
  readonly #kernels: Kernels
  readonly #dropout: Dropout
  readonly #random: Random
  /** how much of each input each token sees, and of each number it remembers */
  readonly #inputScales: Float32Array
  readonly #memoryScales: Float32Array

  /** `longest` is the number of tokens of the longest example. */
  constructor(longest: number, dropout: Dropout, random: Random) {
    this.#dropout = dropout
    this.#random = random
    const sizes = [...denseNames, ...denseNames].map((name) => dense[name])
    const spans = (Object.keys(kept) as Kept[]).map((name) => kept[name] * (longest + 2))
    const total = [...sizes, ...spans].reduce((sum, size) => sum + ((size + 15) & ~15), 0)
    const memory = new WebAssembly.Memory({ initial: Math.ceil((4 * total) / page) + 1 })
    this.#kernels = kernels(memory)
    let at = 0
    const block = (size: number): Block => {
      const address = at
      at += 4 * ((size + 15) & ~15)
      return { values: new Float32Array(memory.buffer, address, size), address }
    }
    const blocks = (): Record<Dense, Block> =>
      Object.fromEntries(denseNames.map((name) => [name, block(dense[name])])) as Record<Dense, Block>
    this.parameters = blocks()
    this.gradients = blocks()
    this.#kept = Object.fromEntries(
      (Object.keys(kept) as Kept[]).map((name) => [name, block(kept[name] * (longest + 2))]),
    ) as Record<Kept, Block>
    this.#inputScales = new Float32Array(longest * inputs.length)
    this.#memoryScales = new Float32Array(longest * 2 * held)
    this.#begin()
  }

  /** Random beginnings, small enough that sums stay in the steep part of the gates. */
  #begin(): void {
    const spread: Partial<Record<Dense, number>> = {
      window: 0.5 * Math.sqrt(2 / (3 * width)),
      forward: Math.sqrt(1 / seen),
      backward: Math.sqrt(1 / seen),
      score: 0.5 * Math.sqrt(0.5 / held),
    }
    for (const name of denseNames) fillNormal(this.parameters[name].values, spread[name] ?? 0, this.#random)
    let at = 0
    for (const { bits, isLexical } of inputs) {
      const end = at + (width << bits)
      fillNormal(this.rows.subarray(at, end), isLexical ? 0.02 : 0.1, this.#random)
      at = end
    }
    // a memory that keeps what it holds until it learns to let go (Gers et al. 2000)
    for (const bias of ['forwardBias', 'backwardBias'] as const) this.parameters[bias].values.fill(1, held, 2 * held)
  }

  /** Scores of the labels of `count` tokens, token × padded label; `rows` are the rows of each token's inputs. */
  forward(rows: Int32Array, start: number, count: number): Float32Array {
    this.#drop(count)
    this.#sumRows(rows, start, count)
    this.#look(count)
    this.#remember(count, 0)
    this.#remember(count, 1)
    const { remembered, scores } = this.#kept
    const { score, scoreBias } = this.parameters
    for (let at = 0; at < count * 2 * held; at++)
      remembered.values[at] = (remembered.values[at] as number) * (this.#memoryScales[at] as number)
    for (let token = 0; token < count; token++) {
      scores.values.set(scoreBias.values, token * paddedLabels)
      const from = remembered.address + 8 * held * token
      this.#kernels.product(from, score.address, scores.address + 4 * paddedLabels * token, 2 * held, paddedLabels)
    }
    return scores.values
  }

  /** Where the gradients of the scores go before `backward` is called. */
  get scoreGradients(): Float32Array {
    return this.#kept.scoreGradients.values
  }

  backward(rows: Int32Array, start: number, count: number, rate: number): void {
    const { remembered, rememberedGradients, scoreGradients } = this.#kept
    rememberedGradients.values.fill(0, 0, count * 2 * held)
    for (let token = 0; token < count; token++) {
      const from = remembered.address + 8 * held * token
      const gradient = scoreGradients.address + 4 * paddedLabels * token
      addInto(this.gradients.scoreBias.values, scoreGradients.values, token * paddedLabels)
      this.#kernels.outer(from, gradient, this.gradients.score.address, 2 * held, paddedLabels)
      const to = rememberedGradients.address + 8 * held * token
      this.#kernels.transposed(gradient, this.parameters.score.address, to, 2 * held, paddedLabels)
    }
    for (let at = 0; at < count * 2 * held; at++)
      rememberedGradients.values[at] = (rememberedGradients.values[at] as number) * (this.#memoryScales[at] as number)
    this.#kept.addedGradients.values.fill(0, 0, count * width)
    this.#recall(count, 0)
    this.#recall(count, 1)
    this.#lookBack(count)
    this.#moveRows(rows, start, count, rate)
  }

  #drop(count: number): void {
    const { plain, lexical, memory } = this.#dropout
    const random = this.#random
    for (let token = 0; token < count; token++) {
      for (let input = 0; input < inputs.length; input++) {
        const share = inputs[input]?.isLexical ? lexical : plain
        this.#inputScales[token * inputs.length + input] = random.next() < share ? 0 : 1 / (1 - share)
      }
    }
    for (let at = 0; at < count * 2 * held; at++) this.#memoryScales[at] = random.next() < memory ? 0 : 1 / (1 - memory)
  }

  #sumRows(rows: Int32Array, start: number, count: number): void {
    const { values } = this.#kept.tokens
    values.fill(0, 0, width)
    values.fill(0, width * (count + 1), width * (count + 2))
    for (let token = 0; token < count; token++) {
      const to = width * (token + 1)
      values.set(this.parameters.rowBias.values, to)
      for (let input = 0; input < inputs.length; input++) {
        const scale = this.#inputScales[token * inputs.length + input] as number
        if (scale === 0) continue
        const from = (rows[(start + token) * inputs.length + input] as number) * width
        for (let index = 0; index < width; index++)
          values[to + index] = (values[to + index] as number) + scale * (this.rows[from + index] as number)
      }
    }
  }

  /** `added` keeps what the neighbourhood adds, before it is cut at nought. */
  #look(count: number): void {
    const { tokens, added, seen: both } = this.#kept
    const { window, windowBias } = this.parameters
    for (let token = 0; token < count; token++) {
      added.values.set(windowBias.values, token * width)
      const from = tokens.address + 4 * width * token
      this.#kernels.product(from, window.address, added.address + 4 * width * token, 3 * width, width)
      for (let index = 0; index < width; index++) {
        const more = added.values[token * width + index] as number
        const value = (tokens.values[width * (token + 1) + index] as number) + (more > 0 ? more : 0)
        both.values[2 * seen * token + index] = value
        both.values[2 * seen * token + seen + index] = value
      }
    }
  }

  #remember(count: number, direction: 0 | 1): void {
    const { seen: both, opened, cells, bent, remembered } = this.#kept
    const [matrix, bias] = this.#directed(this.parameters, direction)
    let before = -1
    for (let step = 0; step < count; step++) {
      const token = direction === 0 ? step : count - 1 - step
      const state = seen * (2 * token + direction)
      const sums = gates * (2 * token + direction)
      const place = held * (2 * token + direction)
      const last = held * (2 * before + direction)
      if (before < 0) both.values.fill(0, state + width, state + seen)
      else both.values.set(remembered.values.subarray(last, last + held), state + width)
      opened.values.set(bias.values, sums)
      this.#kernels.product(both.address + 4 * state, matrix.address, opened.address + 4 * sums, seen, gates)
      for (let index = 0; index < held; index++) {
        const input = logistic(opened.values[sums + index] as number)
        const kept = logistic(opened.values[sums + held + index] as number)
        const shown = logistic(opened.values[sums + 2 * held + index] as number)
        const candidate = Math.tanh(opened.values[sums + 3 * held + index] as number)
        const cell = input * candidate + (before < 0 ? 0 : kept * (cells.values[last + index] as number))
        const bend = Math.tanh(cell)
        opened.values[sums + index] = input
        opened.values[sums + held + index] = kept
        opened.values[sums + 2 * held + index] = shown
        opened.values[sums + 3 * held + index] = candidate
        cells.values[place + index] = cell
        bent.values[place + index] = bend
        remembered.values[place + index] = shown * bend
      }
      before = token
    }
  }

  /** The way back through one direction: from the gradients of what is remembered to those of what is seen. */
  #recall(count: number, direction: 0 | 1): void {
    const { seen: both, seenGradient, opened, cells, bent, rememberedGradients, addedGradients } = this.#kept
    const [matrix] = this.#directed(this.parameters, direction)
    const [matrixGradient, biasGradient] = this.#directed(this.gradients, direction)
    const fromLater = new Float32Array(held)
    const cellGradients = new Float32Array(held)
    const [values, gradient] = [opened.values, seenGradient.values]
    for (let step = count - 1; step >= 0; step--) {
      const token = direction === 0 ? step : count - 1 - step
      const before = step === 0 ? -1 : direction === 0 ? token - 1 : token + 1
      const state = seen * (2 * token + direction)
      const sums = gates * (2 * token + direction)
      const place = held * (2 * token + direction)
      for (let index = 0; index < held; index++) {
        const input = values[sums + index] as number
        const kept = values[sums + held + index] as number
        const shown = values[sums + 2 * held + index] as number
        const candidate = values[sums + 3 * held + index] as number
        const bend = bent.values[place + index] as number
        const outer = (rememberedGradients.values[place + index] as number) + (fromLater[index] as number)
        const inner = (cellGradients[index] as number) + outer * shown * (1 - bend * bend)
        const earlier = before < 0 ? 0 : (cells.values[held * (2 * before + direction) + index] as number)
        values[sums + index] = inner * candidate * input * (1 - input)
        values[sums + held + index] = inner * earlier * kept * (1 - kept)
        values[sums + 2 * held + index] = outer * bend * shown * (1 - shown)
        values[sums + 3 * held + index] = inner * input * (1 - candidate * candidate)
        cellGradients[index] = inner * kept
      }
      addInto(biasGradient.values, values, sums)
      const [from, at] = [opened.address + 4 * sums, both.address + 4 * state]
      this.#kernels.outer(at, from, matrixGradient.address, seen, gates)
      gradient.fill(0, 0, seen)
      this.#kernels.transposed(from, matrix.address, seenGradient.address, seen, gates)
      for (let index = 0; index < width; index++)
        addedGradients.values[token * width + index] =
          (addedGradients.values[token * width + index] as number) + (gradient[index] as number)
      fromLater.set(gradient.subarray(width, seen))
    }
  }

  /** The way back through the neighbourhood, to the gradients of the tokens. */
  #lookBack(count: number): void {
    const { tokens, tokenGradients, added, addedGradients } = this.#kept
    tokenGradients.values.fill(0, 0, width * (count + 2))
    for (let token = 0; token < count; token++) {
      for (let index = 0; index < width; index++) {
        const at = token * width + index
        const to = at + width
        tokenGradients.values[to] = (tokenGradients.values[to] as number) + (addedGradients.values[at] as number)
        if ((added.values[at] as number) <= 0) addedGradients.values[at] = 0
      }
      const from = addedGradients.address + 4 * width * token
      addInto(this.gradients.windowBias.values, addedGradients.values, width * token)
      const [about, back] = [tokens.address + 4 * width * token, tokenGradients.address + 4 * width * token]
      this.#kernels.outer(about, from, this.gradients.window.address, 3 * width, width)
      this.#kernels.transposed(from, this.parameters.window.address, back, 3 * width, width)
    }
  }

  #moveRows(rows: Int32Array, start: number, count: number, rate: number): void {
    const gradients = this.#kept.tokenGradients.values
    for (let token = 0; token < count; token++) {
      const from = width * (token + 1)
      addInto(this.gradients.rowBias.values, gradients, from)
      for (let input = 0; input < inputs.length; input++) {
        const scale = this.#inputScales[token * inputs.length + input] as number
        if (scale === 0) continue
        const row = (rows[(start + token) * inputs.length + input] as number) * width
        for (let index = 0; index < width; index++) {
          const gradient = scale * (gradients[from + index] as number)
          const square = (this.#squares[row + index] as number) + gradient * gradient
          this.#squares[row + index] = square
          this.rows[row + index] = (this.rows[row + index] as number) - (rate * gradient) / Math.sqrt(square + 0.1)
        }
      }
    }
  }

  #directed(blocks: Readonly<Record<Dense, Block>>, direction: 0 | 1): [Block, Block] {
    return direction === 0 ? [blocks.forward, blocks.forwardBias] : [blocks.backward, blocks.backwardBias]
  }

  /** What training found, as it is to be stored. */
  result(): Parameters {
    const found = Object.fromEntries(denseNames.map((name) => [name, this.parameters[name].values]))
    return { rows: this.rows, ...found } as unknown as Parameters
  }
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}

function addInto(target: Float32Array, source: Float32Array, from: number): void {
  for (let index = 0; index < target.length; index++)
    target[index] = (target[index] as number) + (source[from + index] as number)
}

function fillNormal(values: Float32Array, spread: number, random: Random): void {
  if (spread === 0) return
  // a sum of twelve even numbers is near enough to normal
  for (let index = 0; index < values.length; index++) {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += random.next()
    values[index] = spread * sum
  }
}
