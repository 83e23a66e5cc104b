import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { bibtex } from '../../../src/readers/bibtex/index.ts'
import { decode } from '../../../src/readers/decode.ts'
import { ris } from '../../../src/readers/ris/index.ts'

const shared = resolve(import.meta.dirname, '../../../../shared/data/manuscripts')
const isHere = existsSync(shared)
if (!isHere) console.log('skipped: the libraries of ../shared/data/manuscripts are not here')

function files(ending: string): string[] {
  return readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(shared, name))
}

it.skipIf(!isHere)(
  'every library is read with as many entries as it has and with true spans',
  () => {
    for (const [reader, ending, beginning] of [
      [bibtex, '.bib', /^[ \t]*@[ \t]*(?!string|comment|preamble)\w+\s*[{(]/gim],
      [ris, '.ris', /^TY {2}- /gm],
    ] as const) {
      const paths = files(ending)
      expect(paths.length).toBeGreaterThan(5)
      for (const path of paths) {
        const { text } = decode(readFileSync(path))
        const parts = reader.read({ path, format: reader.format, text, encoding: 'utf-8' })
        if (parts.kind !== 'library') throw new Error('no library')
        expect([path, parts.entries.length]).toEqual([path, text.match(beginning)?.length ?? 0])
        for (const { value, span } of parts.entries.flatMap(({ fields }) => fields)) {
          expect(text.slice(span.start, span.end)).toBe(value)
        }
      }
    }
  },
  30_000,
)
