import type { ReferenceParser } from '../model/parser.ts'
import { assemble } from './assemble.ts'
import { Decoder } from './decode.ts'
import { loadModel, type Model } from './model.ts'
import { labelByPattern } from './patterns.ts'
import { runsOf } from './runs.ts'
import { tokenise } from './tokens.ts'

export { loadModel, type Model, type ModelHeader } from './model.ts'

/** Longer texts are no single reference. */
const longest = 6000

/** What the pattern labeller is taken to be worth, a field: it was never calibrated. */
const patternConfidence = 0.5

/**
 * A parser of typed-out references. `model` is the bytes of a model file or a loaded model; without one the parser reads by
 * punctuation patterns alone, and says so by low confidence.
 */
export function createReferenceParser(model?: Uint8Array | Model): ReferenceParser {
  const decoder = model === undefined ? undefined : new Decoder(model instanceof Uint8Array ? loadModel(model) : model)
  return {
    parse(text) {
      if (text.length > longest || !/\p{L}/u.test(text)) return null
      const tokens = tokenise(text)
      if (tokens.count < 3) return null
      if (decoder === undefined)
        return assemble(
          text,
          runsOf(tokens, labelByPattern(tokens), () => patternConfidence),
        )
      const { labels, probability } = decoder.decode(tokens)
      return assemble(text, runsOf(tokens, labels, probability))
    },
  }
}
