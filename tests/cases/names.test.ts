import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedFolder } from '../support/shared.ts'
import { rowsOf, troubleWith } from './demands.ts'

const folder = sharedFolder('data/cases')
const shared = folder === undefined ? [] : rowsOf(join(folder, 'names.tsv'))
const own = rowsOf(join(import.meta.dirname, 'names.tsv'))

describe.skipIf(folder === undefined)('the table of names: each row as a small manuscript', () => {
  test.each(shared.map((row) => [row[0], row[3], row] as const))('%s %s', async (_, __, row) => {
    expect(await troubleWith(row)).toBeUndefined()
  })
})

describe('our own table of names', () => {
  test.each(own.map((row) => [row[0], row[3], row] as const))('%s %s', async (_, __, row) => {
    expect(await troubleWith(row)).toBeUndefined()
  })
})
