/**
 * Runs the tables of names and of citations as small manuscripts; prints the rows that go wrong.
 *   node scripts/run-ts.js evaluation/names/cases.ts [-- names|citations] [ID …]
 */
import { existsSync } from 'node:fs'
import process from 'node:process'
import { rowsOf, troubleWith } from '../../tests/cases/demands.ts'
import { entriesOf } from '../../tests/cases/sentences.ts'

const asked = process.argv.slice(2).filter((one) => one !== '--')
const ids = asked.filter((one) => /^[A-Z]\d/.test(one))
const tables = ['../shared/data/cases/names.tsv', 'tests/cases/names.tsv'].filter(existsSync)
const wanted = (row: readonly string[]): boolean => ids.length === 0 || ids.includes(row[0] ?? '')

if (!asked.includes('citations')) {
  for (const table of tables) {
    const rows = rowsOf(table).filter(wanted)
    let bad = 0
    for (const row of rows) {
      const trouble = await troubleWith(row)
      if (trouble === undefined) continue
      bad++
      console.log(`${row.slice(0, 4).join(' | ')}\n   ${trouble.split('\n\n')[0]?.replaceAll('\n', '\n   ')}`)
      if (ids.length > 0) console.log(trouble)
    }
    console.log(`${table}: ${rows.length - bad} of ${rows.length} rows as expected`)
  }
}
if (!asked.includes('names')) {
  const rows = rowsOf('tests/cases/citations.tsv').filter(wanted)
  const tally = new Map<string, [number, number]>()
  for (const row of rows) {
    const found = await entriesOf(row)
    const right = found === row[4]
    const [all, good] = tally.get(`${row[1]} ${row[2]}`) ?? [0, 0]
    tally.set(`${row[1]} ${row[2]}`, [all + 1, good + (right ? 1 : 0)])
    if (!right) console.log(`${row.slice(0, 4).join(' | ')}: ${row[4]}, found ${found}`)
  }
  for (const [kind, [all, good]] of tally) console.log(`${kind}: ${good} of ${all}`)
  const sum = [...tally.values()].reduce((left, right) => [left[0] + right[0], left[1] + right[1]], [0, 0])
  console.log(`citations: ${sum[1]} of ${sum[0]} sentences as labelled`)
}
