import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { EXTENSIONS } from '../../src/disk/formats.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = read('docs/formats.md')

test('the page on formats names every extension that is read', () => {
  expect(EXTENSIONS.filter((extension) => !page.includes(`\`${extension}\``))).toEqual([])
})

test('its example of a report is to the schema', () => {
  const example = /```json\n(.*?)\n```/s.exec(page)?.[1] ?? ''
  const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read('docs/report.schema.json')),
  )
  expect(valid(JSON.parse(example)) ? [] : valid.errors).toEqual([])
})
