/**
 * Converts the JATS articles of the shared data to Markdown and to hard-wrapped plain text, with the truth of their citations.
 *   node scripts/run-ts.js evaluation/convert/run.ts [--output DIR]        default: node_modules/.cache/citelint/articles
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { convertJats } from './jats.ts'
import { hardWrap } from './wrap.ts'

const articles = '../shared/data/manuscripts/jats'
const at = process.argv.indexOf('--output')
const output = at < 0 ? 'node_modules/.cache/citelint/articles' : (process.argv[at + 1] ?? '.')

mkdirSync(output, { recursive: true })
for (const file of readdirSync(articles, { recursive: true, encoding: 'utf8' })) {
  if (!/\.n?xml$/.test(file)) continue
  const { markdown, citations, references } = convertJats(readFileSync(join(articles, file), 'utf8'))
  const name = join(output, basename(dirname(file)))
  writeFileSync(`${name}.md`, markdown)
  writeFileSync(`${name}.txt`, hardWrap(markdown))
  writeFileSync(`${name}.truth.json`, JSON.stringify({ citations, references: references.length }))
  console.log(`${basename(name)}: ${citations.length} citations, ${references.length} references`)
}
