import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { understandManuscript } from '../../src/engine/understand.ts'
import type { ManuscriptParts } from '../../src/model/block.ts'
import type { Document } from '../../src/model/document.ts'
import { text as reader } from '../../src/readers/text/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'

const folder = resolve(import.meta.dirname, '../../../shared/seeds')
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
  : []
if (files.length === 0) console.log('skipped: the shared manuscripts are not here')

function understood(name: string): Document {
  const source = {
    path: name,
    format: 'text',
    text: readFileSync(resolve(folder, name), 'utf8'),
    encoding: 'utf-8',
  } as const
  return understandManuscript(source, reader.read(source) as ManuscriptParts, [], [], createReferenceParser())
}

test.skipIf(files.length === 0)(
  'the manuscript with two lists: every citation has its entry in the first of them',
  () => {
    const document = understood(files[0] as string)
    expect(document.lists.map(({ references, parallelTo }) => [references.length, parallelTo !== undefined])).toEqual([
      [19, false],
      [19, true],
    ])
    const first = new Set(document.lists[0]?.references)
    const kinds = { narrative: 0, parenthetical: 0 }
    for (const { kind, targets, text } of document.citations) {
      expect({ text, found: targets.length > 0 && targets.every((target) => first.has(target)) }).toEqual({
        text,
        found: true,
      })
      if (kind === 'narrative' || kind === 'parenthetical') kinds[kind]++
    }
    expect(kinds).toEqual({ narrative: 10, parenthetical: 19 })
    expect(document.citations.filter(({ targets }) => targets.length === 2)).toHaveLength(1)
    // each entry of the list is cited
    expect(new Set(document.citations.flatMap(({ targets }) => targets))).toEqual(first)
    expect(
      document.citations.flatMap(({ links }) => links).filter(({ reason }) => reason === 'near').length,
    ).toBeGreaterThanOrEqual(6)
  },
)

test.skipIf(files.length === 0)('the manuscript with numbers: each means the typed number', () => {
  const document = understood(files[1] as string)
  const byId = new Map(document.references.map((reference) => [reference.id, reference]))
  expect(document.citations.map(({ kind }) => kind)).toEqual(Array.from({ length: 9 }, () => 'numeric'))
  const numbers = document.citations.flatMap(({ cited }) => cited.numbers ?? [])
  expect([...new Set(numbers)]).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  for (const { cited, links } of document.citations) {
    expect(links).toHaveLength(cited.numbers?.length ?? 0)
    for (const [at, link] of links.entries()) {
      const typed = byId.get(link.reference)?.number
      if (typed !== undefined && link.probability === 1) expect(typed).toBe(cited.numbers?.[at])
    }
  }
})
