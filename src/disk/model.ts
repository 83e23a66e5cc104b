import { closeSync, openSync, readSync } from 'node:fs'
import type { ExplainingParser, ModelFile } from '../model/parser.ts'

const MODEL = new URL('../reference-parser/model.bin', import.meta.url)

/**
 * The parser of the package: `create` makes it from the model file, which is read when the first reference turns up, so that a
 * run over libraries never pays for it, and straight to where it is worked with: megabytes that are copied once more are
 * noticed by who parses one reference.
 */
export function lazyParser(create: (model: ModelFile) => ExplainingParser): ExplainingParser {
  let made: ExplainingParser | undefined
  const parser = (): ExplainingParser => {
    made ??= withFile(create)
    return made
  }
  return { parse: (text) => parser().parse(text), explain: (text) => parser().explain(text) }
}

function withFile<Made>(use: (file: ModelFile) => Made): Made {
  const file = openSync(MODEL, 'r')
  try {
    return use((into, at) => {
      let read = 0
      for (;;) {
        const more = readSync(file, into, read, into.length - read, at + read)
        read += more
        if (more === 0 || read === into.length) return read
      }
    })
  } finally {
    closeSync(file)
  }
}
