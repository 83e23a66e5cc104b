import { describe, expect, test } from 'vitest'
import { lazyParser } from '../../src/disk/model.ts'
import { understand } from '../../src/engine/pipeline.ts'
import type { Document } from '../../src/model/document.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { NOTHING_ACCEPTED } from '../support/example.ts'
import { readShared, sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('seeds')
const tools = { reader: loadReader, rules: [], parser: lazyParser(createReferenceParser) }
const settings = { rules: {}, accept: NOTHING_ACCEPTED }

function read(name: string): Promise<Document> {
  const source = readShared(folder as string, name)
  return understand({ source, libraries: [], missingLibraries: [], settings }, tools)
}

describe.skipIf(folder === undefined)('the Russian seed', () => {
  const seed = (): Promise<Document> => read('000_5475edef5b860754.txt')

  test('has two parallel lists of 19 entries', async () => {
    const { lists, counterparts } = await seed()
    expect(lists.map(({ references }) => references.length)).toEqual([19, 19])
    expect(lists[1]?.parallelTo).toBe(lists[0]?.id)
    expect(Object.keys(counterparts)).toHaveLength(38)
  })

  test('every author-year citation finds an entry', async () => {
    const { citations } = await seed()
    expect(citations.length).toBeGreaterThan(20)
    expect(citations.filter(({ links }) => links.length === 0).map(({ text }) => text)).toEqual([])
  })

  test('Chinese words in brackets are no citations', async () => {
    const { citations } = await seed()
    expect(citations.filter(({ text }) => /\p{Script=Han}/u.test(text))).toEqual([])
  })
})

describe.skipIf(folder === undefined)('the English seed', () => {
  const seed = (): Promise<Document> => read('003_a657e0b1b6a11810.txt')

  test('has one list with 14 works in 16 items, four of them without their numbers', async () => {
    const { lists } = await seed()
    expect(lists).toHaveLength(1)
    const [list] = lists
    expect(list?.references).toHaveLength(14)
    expect(list?.items).toHaveLength(16)
    expect(list?.items.filter(({ continues }) => continues !== undefined)).toHaveLength(2)
    const starts = list?.items.filter(({ continues }) => continues === undefined) ?? []
    expect(starts.filter(({ number }) => number === undefined)).toHaveLength(4)
  })

  test('cites by number and by nothing else', async () => {
    const { citations } = await seed()
    expect(new Set(citations.map(({ kind }) => kind))).toEqual(new Set(['numeric']))
    expect(citations.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['[2-4]', '[5-8]', '[9]', '[10]', '[11]', '[12]', '[14]']),
    )
  })
})
