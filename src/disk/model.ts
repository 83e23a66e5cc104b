import { readFileSync } from 'node:fs'
import type { ParsedReference, ReferenceParser } from '../model/parser.ts'

const MODEL = new URL('../reference-parser/model.bin', import.meta.url)

/**
 * The parser of the package: `create` makes it from the bytes of the model file, which are read when the first reference
 * turns up, so that a run over libraries never pays for them.
 */
export function lazyParser(create: (model: Uint8Array) => ReferenceParser): ReferenceParser {
  let parser: ReferenceParser | undefined
  return {
    parse(text): ParsedReference | null {
      parser ??= create(readFileSync(MODEL))
      return parser.parse(text)
    },
  }
}
