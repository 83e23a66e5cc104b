import type { ExplainedReference, ExplainingParser, ModelFile, ParsedReference } from '../model/parser.ts'
import { assemble } from './assemble.ts'
import { calibrated } from './calibration.ts'
import { Decoder } from './decode.ts'
import { fieldOf } from './labels.ts'
import { loadModel, type Model, type ModelHeader } from './model.ts'
import { labelByPattern } from './patterns.ts'
import { type Certainty, runsOf } from './runs.ts'
import { type Tokens, tokenise } from './tokens.ts'

export { loadModel, type Model, type ModelHeader } from './model.ts'

/** Longer texts are no single reference. */
const longest = 6000

/** What the pattern labeller is taken to be worth, a field: it was never calibrated. */
const patternConfidence = 0.5

/**
 * A parser of typed-out references. `model` is a model file, its bytes or a loaded model; without one the parser reads by
 * punctuation patterns alone, and says so by low confidence.
 */
export function createReferenceParser(model?: Uint8Array | ModelFile | Model): ExplainingParser {
  const decoder = model === undefined ? undefined : new Decoder('header' in model ? model : loadModel(model))
  const tables = decoder?.model.header.calibration ?? {}
  const read = (tokens: Tokens, { labels, probability }: Labelling): ParsedReference | null => {
    const parsed = assemble(tokens.text, runsOf(tokens, labels, probability))
    return parsed === null || decoder === undefined ? parsed : weighed(parsed, tables)
  }
  const label = (tokens: Tokens): Labelling => {
    if (decoder === undefined) return byPattern(tokens)
    const lattice = decoder.decode(tokens)
    return {
      labels: lattice.labels,
      probability: (first, last) => lattice.probability(first, last),
      marginal: (token) => lattice.marginal(token),
    }
  }
  return {
    parse(text) {
      const tokens = readable(text)
      return tokens === undefined ? null : read(tokens, label(tokens))
    },
    explain(text) {
      const tokens = readable(text)
      if (tokens === undefined) return { tokens: [], parsed: null }
      const labelling = label(tokens)
      return { tokens: labelledTokens(tokens, labelling), parsed: read(tokens, labelling) }
    },
  }
}

/** The tokens of a text that may be a reference. */
function readable(text: string): Tokens | undefined {
  if (text.length > longest || !(/[A-Za-z]/.test(text) || /\p{L}/u.test(text))) return undefined
  const tokens = tokenise(text)
  return tokens.count < 3 ? undefined : tokens
}

interface Labelling {
  readonly labels: ArrayLike<number>
  readonly probability: Certainty
  readonly marginal: (token: number) => number
}

function byPattern(tokens: Tokens): Labelling {
  return {
    labels: labelByPattern(tokens),
    probability: () => patternConfidence,
    marginal: () => patternConfidence,
  }
}

function labelledTokens(
  { text, count, starts, ends }: Tokens,
  { labels, marginal }: Labelling,
): ExplainedReference['tokens'] {
  return Array.from({ length: count }, (_, token) => {
    const [start, end] = [starts[token] as number, ends[token] as number]
    const label = fieldOf(labels[token] as number) ?? null
    return { text: text.slice(start, end), start, end, label, confidence: marginal(token) }
  })
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
