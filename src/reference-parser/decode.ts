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
    const scores = Float64Array.from(model.transitions, (units, index) =>
      allowed(Math.floor(index / labelCount) % labelCount, index % labelCount) ? units * model.header.step : forbidden,
    )
    this.#transitions = transitionsOf(scores)
    this.#factors = scores.map(Math.exp)
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    const classes = Uint8Array.from(columns.coarse, transitionClass)
    const paths = search(this.#tagger.score(columns, tokens.count), classes, this.#transitions)
    return new Lattice(paths, classes, this.#factors)
  }
}
