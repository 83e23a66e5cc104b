import { existsSync, readFileSync } from 'node:fs'

/** The tables of TAT-QA (MIT), as Markdown; the first row is the head. */
export function* tatqaTables(): Iterable<{ readonly id: string; readonly text: string }> {
  for (const part of ['tatqa-dev/tatqa_dataset_dev.json', 'tatqa-test-gold/tatqa_dataset_test_gold.json']) {
    const path = `../shared/data/manuscripts/stats/${part}`
    if (!existsSync(path)) {
      console.log(`skipped: ${path} is not here`)
      continue
    }
    const pages = JSON.parse(readFileSync(path, 'utf8')) as readonly {
      readonly table: { readonly uid: string; readonly table: readonly (readonly string[])[] }
    }[]
    for (const { table } of pages) yield { id: table.uid, text: tableText(table.table) }
  }
}

function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => (cells[index] ?? '').replace(/[|\n]/g, ' ').replace(/([*_$])/g, '\\$1')).join(' | ')} |`
  const [head = [], ...body] = rows
  return `${[line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')}\n`
}
