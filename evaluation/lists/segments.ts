/**
 * Splits lists of references as text into entries and compares with the division of the GROBID corpus (CC BY 4.0).
 *   node scripts/run-ts.js evaluation/lists/segments.ts [--wrong]
 * Precision: entries that are entries; recall: entries of the corpus that were found whole. White space and marks are left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { SourceFile } from '../../src/model/source.ts'
import { loadReader } from '../../src/readers/index.ts'
import { findReferenceLists } from '../../src/reference-list/index.ts'

const folder = '../shared/data/manuscripts/plaintext/grobid-reference-segmenter-a'
const showWrong = process.argv.includes('--wrong')

interface Gold {
  readonly text: string
  readonly entries: readonly string[]
}

function plain(xml: string): string {
  return xml
    .replace(/<lb\/>\s*/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
}

function goldOf(xml: string): Gold {
  const body = xml.slice(xml.indexOf('<text'))
  const entries: string[] = []
  let text = ''
  let at = 0
  for (const match of body.matchAll(/<bibl>([\s\S]*?)<\/bibl>/g)) {
    text += plain(body.slice(at, match.index).replace(/\s+/g, ' ')).replace(/^ | $/g, '')
    const inner = (match[1] as string).replace(/\s+/g, ' ')
    text += `${plain(inner).trim()}\n`
    entries.push(plain(inner.replace(/<label>[\s\S]*?<\/label>/g, '')))
    at = match.index + match[0].length
  }
  return {
    text: /^ ?(?:references|bibliography|literature|literatur)/im.test(text) ? text : `References\n${text}`,
    entries,
  }
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

if (!existsSync(folder)) throw new Error(`${folder} is not there`)
const reader = await loadReader('text')
const total = { gold: 0, found: 0, right: 0 }
for (const name of readdirSync(folder).filter((one) => one.endsWith('.xml'))) {
  const { text, entries } = goldOf(readFileSync(join(folder, name), 'utf8'))
  const source = { path: name, format: 'text', text, encoding: 'utf-8' } as SourceFile
  const read = reader.read(source)
  const lists = read.kind === 'manuscript' ? findReferenceLists(read.blocks, { path: name, source: text }) : []
  const found = lists.flatMap((list) => list.entries.map(({ passage }) => bare(passage.text)))
  const gold = entries.map(bare).filter((entry) => entry.length > 8)
  const open = new Map<string, number>()
  for (const entry of gold) open.set(entry, (open.get(entry) ?? 0) + 1)
  let right = 0
  const wrong: string[] = []
  for (const entry of found) {
    const left = open.get(entry) ?? 0
    if (left > 0) {
      right++
      open.set(entry, left - 1)
    } else wrong.push(entry)
  }
  total.gold += gold.length
  total.found += found.length
  total.right += right
  if (!showWrong || right === gold.length) continue
  console.log(`${name}: ${gold.length} entries, ${found.length} found, ${right} right`)
  for (const entry of wrong.slice(0, 3)) console.log(`   not an entry: ${entry.slice(0, 70)} … ${entry.slice(-40)}`)
}
console.log(
  `entries ${total.gold}, found ${total.found}, right ${total.right}: P ${(total.right / total.found).toFixed(3)}, R ${(total.right / total.gold).toFixed(3)}`,
)
