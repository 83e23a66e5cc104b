import { readFileSync } from 'node:fs'
import type { ExplainingParser } from '../model/parser.ts'

const MODEL = new URL('../reference-parser/model.bin', import.meta.url)

/**
 * The parser of the package: `create` makes it from the bytes of the model file, which are read when the first reference
 * turns up, so that a run over libraries never pays for them.
 */
export function lazyParser(create: (model: Uint8Array) => ExplainingParser): ExplainingParser {
  let made: ExplainingParser | undefined
  const parser = (): ExplainingParser => {
    made ??= create(readFileSync(MODEL))
    return made
  }
  return { parse: (text) => parser().parse(text), explain: (text) => parser().explain(text) }
}
