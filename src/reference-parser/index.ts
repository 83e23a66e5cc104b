import type { ParsedReference, ReferenceParser } from '../model/parser.ts'
import { assemble } from './assemble.ts'
import { calibrated } from './calibration.ts'
import { Decoder } from './decode.ts'
import { loadModel, type Model, type ModelHeader } from './model.ts'
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
  const tables = decoder?.model.header.calibration ?? {}
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
      const decoded = decoder.decode(tokens)
      const certainty = (first: number, last: number): number => decoded.probability(first, last)
      const parsed = assemble(text, runsOf(tokens, decoded.labels, certainty))
      return parsed === null ? null : weighed(parsed, tables)
    },
  }
}

/** A parsed reference with the confidence of each field as measured; that of the whole changes as their mean does. */
function weighed(parsed: ParsedReference, tables: ModelHeader['calibration']): ParsedReference {
  const fields = parsed.fields.map((field) => ({
    ...field,
    confidence: calibrated(tables, field.field, field.confidence),
  }))
  const before = parsed.fields.reduce((sum, field) => sum + field.confidence, 0)
  const now = fields.reduce((sum, field) => sum + field.confidence, 0)
  return { ...parsed, fields, confidence: before === 0 ? 0 : Math.min(1, (parsed.confidence * now) / before) }
}
