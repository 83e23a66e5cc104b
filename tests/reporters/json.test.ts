import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { toJson, toJsonl } from '../../src/reporters/json.ts'
import { file, finding, report, rich } from './sample.ts'

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'))
const valid = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)
const json = (one: Report): string => [...toJson(one)].join('')
const jsonl = (one: Report): string => [...toJsonl(one)].join('')

test('a report is one JSON object to the schema', () => {
  expect(valid(JSON.parse(json(rich))) ? [] : valid.errors).toEqual([])
})

test('every field of the contract, whole', () => {
  const text = 'As Roe (2014) says.\r\nRoe, J. 2013.'
  const span = { path: 'a.txt', start: 8, end: 12 }
  const other = { path: 'a.txt', start: 29, end: 33 }
  const one = report([
    file(
      { path: 'a.txt', format: 'text', text },
      {
        findings: [
          finding(span, {
            data: { ours: 2014 },
            related: [{ span: other, message: 'the list' }],
            evidence: [{ about: 'year', ours: '2014', theirs: '2013', source: 'list' }],
            fixes: [{ title: 'Write 2013', safety: 'ask', edits: [{ span, text: '2013' }] }],
          }),
        ],
        troubles: [{ code: 'encoding', message: 'guessed' }],
        unchecked: [{ what: '1 DOI', why: 'offline' }],
      },
    ),
  ])
  expect(JSON.parse(json(one))).toEqual({
    schemaVersion: 1,
    tool: { name: 'citelint', version: '0.1.0' },
    files: [
      {
        path: 'a.txt',
        format: 'text',
        encoding: 'utf-8',
        language: 'en',
        languages: ['en'],
        lists: [],
        references: [],
        citations: [],
        quantities: [],
        relations: [],
        findings: [
          {
            ruleId: 'citations/undefined',
            messageId: 'undefined',
            severity: 'error',
            message: 'No entry for this citation',
            data: { ours: 2014 },
            note: '',
            confidence: 'certain',
            position: { start: { line: 1, column: 9, offset: 8 }, end: { line: 1, column: 13, offset: 12 } },
            related: [
              {
                path: 'a.txt',
                message: 'the list',
                position: { start: { line: 2, column: 9, offset: 29 }, end: { line: 2, column: 13, offset: 33 } },
              },
            ],
            evidence: [{ about: 'year', ours: '2014', theirs: '2013', source: 'list' }],
            fixes: [
              { title: 'Write 2013', safety: 'ask', edits: [{ path: 'a.txt', start: 8, end: 12, text: '2013' }] },
            ],
            fingerprint: 'f8',
          },
        ],
        troubles: [{ code: 'encoding', message: 'guessed' }],
        unchecked: [{ what: '1 DOI', why: 'offline' }],
      },
    ],
    summary: {
      files: 1,
      references: 0,
      citations: 0,
      quantities: 0,
      relations: 0,
      errors: 1,
      warnings: 0,
      infos: 0,
      suppressed: 0,
      unchecked: 1,
    },
  })
})

test('JSON Lines: one file object a line, then the summary', () => {
  const lines = jsonl(rich).split('\n')
  expect(lines.map((line) => (line === '' ? [] : Object.keys(JSON.parse(line)).slice(0, 2)))).toEqual([
    ['path', 'format'],
    ['path', 'format'],
    ['schemaVersion', 'tool'],
    [],
  ])
  expect(lines.slice(0, 2).map((line) => JSON.parse(line))).toEqual(JSON.parse(json(rich)).files)
})

test('a stopped run is marked', () => {
  expect(JSON.parse(json({ ...rich, incomplete: true })).incomplete).toBe(true)
  expect(valid(JSON.parse(json({ ...rich, incomplete: true })))).toBe(true)
})

test('o_json_lines, o_ansi: separators, lone surrogates and controls', () => {
  const hostile = 'a\u2028b\u2029c\ud800d\udc00e\u001b[31m\u009bf\u202eg\\ud800h👩\u200b'
  const one = report([
    file(
      { path: 'a.md', text: hostile },
      { findings: [finding({ path: 'a.md', start: 0, end: 1 }, { message: hostile })] },
    ),
  ])
  for (const written of [json(one), jsonl(one)]) {
    expect(written).not.toMatch(
      /[\u2028\u2029\u202e\u200b\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\\ud800(?!h)|\p{Cs}/u,
    )
    expect(Buffer.from(written, 'utf8').toString('utf8')).toBe(written)
  }
  expect(JSON.parse(json(one)).files[0].findings[0].message).toBe(
    'a\u2028b\u2029c\ufffdd\ufffde\u001b[31m\u009bf\u202eg\\ud800h👩\u200b',
  )
  expect(jsonl(one).split(/\r\n|[\n\r\u2028\u2029\u0085]/)).toHaveLength(3)
})

test('any text and any span give valid JSON to the schema, the same each time', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 80 })
  fc.assert(
    fc.property(anyText, anyText, fc.nat(90), fc.nat(90), (text, message, start, length) => {
      const span = { path: 'x.md', start, end: start + length }
      const one = report([file({ path: 'x.md', text }, { findings: [finding(span, { message, data: { message } })] })])
      const written = json(one)
      return valid(JSON.parse(written)) && written === json(one)
    }),
    { numRuns: 200 },
  )
})

test('a large library is handed on in chunks', () => {
  const [first] = rich.files
  const reference = first?.references[0]
  if (first === undefined || reference === undefined) throw new Error('the sample has a reference')
  const one = report([{ ...first, references: new Array(5000).fill(reference) }])
  const chunks = [...toJson(one)]
  expect(chunks.length).toBeGreaterThan(20)
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(80_000)
  expect(JSON.parse(chunks.join('')).files[0].references).toHaveLength(5000)
})
