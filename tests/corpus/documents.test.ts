import { describe, expect, test } from 'vitest'
import { lazyParser } from '../../src/disk/model.ts'
import { runJob } from '../../src/engine/pipeline.ts'
import type { Passage } from '../../src/model/source.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules } from '../../src/rules/index.ts'
import { NOTHING_ACCEPTED } from '../support/example.ts'
import { readableFiles, readShared, sharedFolder } from '../support/shared.ts'
import { stopwatch } from '../support/stopwatch.ts'

const folder = sharedFolder('data/manuscripts')
const tools = { reader: loadReader, rules, parser: lazyParser(createReferenceParser) }
const settings = { rules: {}, accept: NOTHING_ACCEPTED, today: '2026-11-22' }

describe.skipIf(folder === undefined)('every shared document that can be read', () => {
  test.each(folder === undefined ? [] : readableFiles(folder))('%s', async (name) => {
    const source = readShared(folder as string, name)
    const spent = stopwatch()
    const { file } = await runJob({ source, libraries: [], missingLibraries: ['refs.bib'], settings }, tools)
    expect(spent()).toBeLessThan(10_000)
    for (const { passage, segments, raw } of file.references) {
      expectToSliceBack(passage, source.text)
      expect(segments.map(({ start, end }) => source.text.slice(start, end)).join('')).toBe(raw)
    }
    for (const { span } of [...file.citations, ...file.findings]) {
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(source.text.length)
    }
    for (const { text, span, kind } of file.citations) {
      if (kind === 'key') expect(source.text.slice(span.start, span.end)).toBe(text)
    }
    expect(file.troubles.filter(({ code }) => code === 'rule-failed')).toEqual([])
  })
})

function expectToSliceBack({ text, pieces }: Passage, source: string): void {
  for (const { at, length, start, end } of pieces) {
    if (length === end - start && length > 1) expect(source.slice(start, end)).toBe(text.slice(at, at + length))
  }
}
