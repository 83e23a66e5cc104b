import { attributes } from './attributes.ts'
import { labelCount } from './labels.ts'
import { Lattice } from './lattice.ts'
import type { Model } from './model.ts'
import { search, type Transitions, transitionsOf } from './paths.ts'
import { Tagger } from './tagger/tagger.ts'
import type { Tokens } from './tokens.ts'
import { allowed, transitionClass } from './transitions.ts'

/** Score of a transition that cannot be: finite, so that every sequence has a path. */
const forbidden = -40

/**
 * Labels tokens: a network scores the labels of each token, and a linear-chain conditional random field (Lafferty, McCallum,
 * Pereira 2001) over those scores finds the best sequence.
 */
export class Decoder {
  readonly model: Model
  readonly #tagger: Tagger
  readonly #transitions: Transitions
  /** exponentials of the transitions */
  readonly #factors: Float64Array

  constructor(model: Model) {
    this.model = model
    this.#tagger = new Tagger(model.weights)
    const size = model.transitions.length
    const scores = new Float64Array(size).fill(forbidden)
    this.#factors = new Float64Array(size).fill(Math.exp(forbidden))
    // few scores are possible: their exponentials are worked out once each
    const worth = Float64Array.from({ length: 256 }, (_, units) => (units - 128) * model.header.step)
    const factors = worth.map(Math.exp)
    const pairs = allowedPairs()
    for (let table = 0; table < size; table += labelCount * labelCount) {
      for (const pair of pairs) {
        const units = (model.transitions[table + pair] as number) + 128
        scores[table + pair] = worth[units] as number
        this.#factors[table + pair] = factors[units] as number
      }
    }
    this.#transitions = transitionsOf(scores)
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    const classes = Uint8Array.from(columns.coarse, transitionClass)
    const paths = search(this.#tagger.score(columns, tokens.count), classes, this.#transitions)
    return new Lattice(paths, classes, this.#factors)
  }
}

/** Label before × label, of those that may follow one another. */
function allowedPairs(): number[] {
  const pairs: number[] = []
  for (let from = 0; from < labelCount; from++) {
    for (let to = 0; to < labelCount; to++) if (allowed(from, to)) pairs.push(from * labelCount + to)
  }
  return pairs
}
