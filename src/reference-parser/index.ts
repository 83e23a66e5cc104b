import type { ReferenceParser } from '../model/parser.ts'
import { assemble } from './assemble.ts'
import { labelByPattern } from './patterns.ts'
import { runsOf } from './runs.ts'
import { tokenise } from './tokens.ts'

/** Longer texts are no single reference. */
const longest = 6000

/** What the pattern labeller is taken to be worth, a field: it was never calibrated. */
const patternConfidence = 0.5

/** A parser of typed-out references; without weights it reads by punctuation patterns alone and says so by low confidence. */
export function createReferenceParser(_model?: Uint8Array): ReferenceParser {
  return {
    parse(text) {
      if (text.length > longest || !/\p{L}/u.test(text)) return null
      const tokens = tokenise(text)
      if (tokens.count < 3) return null
      return assemble(
        text,
        runsOf(tokens, labelByPattern(tokens), () => patternConfidence),
      )
    },
  }
}
