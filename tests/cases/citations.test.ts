import { describe, expect, test } from 'vitest'
import { rowsOf } from './demands.ts'
import { entriesOf } from './sentences.ts'

/** Sentences that are not read as labelled yet: each with what is missing. */
const OPEN: Readonly<Record<string, string>> = {
  C011: 'a year that stands before the names',
  C083: 'a year that stands before the word for the work',
  C178: 'counts in round brackets, where the document cites by numbers in round brackets',
}

const rows = rowsOf('tests/cases/citations.tsv')

describe('our own table of citations: the entries that each sentence cites', () => {
  test.each(rows.filter(([id = '']) => !(id in OPEN)).map((row) => [row[0], row[3], row] as const))(
    '%s %s',
    async (_, __, row) => {
      expect(await entriesOf(row)).toBe(row[4])
    },
  )
})
