// npm run evaluate:matching [-- --show N]: the same works in three styles must be read alike; shows every Nth that is not.
// Nothing is trained on these strings.
import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ParsedReference, ReferenceParser } from '../../src/model/parser.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { families, pageRange } from './normal.ts'

const styles = ['apa', 'chicago-author-date', 'ieee']
const folder = '../shared/data/matching'

interface Rendering {
  readonly ref_string: string
  readonly target_gt: { readonly DOI: string }
}

const at = process.argv.indexOf('--model')
const weights = at < 0 ? 'src/reference-parser/model.bin' : (process.argv[at + 1] ?? '')
const shown = Number(process.argv[process.argv.indexOf('--show') + 1] ?? 0) || 0

if (existsSync(`${folder}/crossref-strings-apa.json.gz`)) compare(createReferenceParser(readFileSync(weights)))
else console.log(`${folder}: not there, skipped`)

interface Reading {
  readonly text: string
  readonly families: readonly string[]
  /** the style left names out */
  readonly shortened: boolean
  readonly year: string
  readonly volume: string
  readonly page: string
}

function read(text: string, parsed: ParsedReference | null): Reading {
  const csl = parsed?.csl
  return {
    text,
    families: families(csl?.author ?? csl?.editor),
    shortened: /et al|…|\. \. \./.test(text),
    year: String(csl?.issued?.['date-parts']?.[0]?.[0] ?? ''),
    volume: csl?.volume ?? '',
    page: /\d+/.exec(pageRange(csl?.page ?? '').split('-')[0] ?? '')?.[0] ?? '',
  }
}

function compare(parser: ReferenceParser): void {
  const works = new Map<string, Reading[]>()
  for (const style of styles) {
    const bytes = gunzipSync(readFileSync(`${folder}/crossref-strings-${style}.json.gz`))
    const { dataset } = JSON.parse(bytes.toString('utf8')) as { dataset: Rendering[] }
    for (const { ref_string, target_gt } of dataset) {
      const readings = works.get(target_gt.DOI) ?? []
      readings.push(read(ref_string, parser.parse(ref_string)))
      works.set(target_gt.DOI, readings)
    }
  }
  let agreed = 0
  let disagreed = 0
  let disputed = 0
  let empty = 0
  let strings = 0
  const because = new Map<string, number>()
  for (const readings of works.values()) {
    const differing = differences(readings)
    if (differing.length === 0) agreed++
    else if (shown > 0 && ++disagreed % shown === 0) show(differing, readings)
    for (const field of differing) because.set(field, (because.get(field) ?? 0) + 1)
    for (const reading of readings) {
      strings++
      if (lacks(reading, readings, 1)) disputed++
      if (lacks(reading, readings, 2)) empty++
    }
  }
  console.log(
    `${works.size} works in ${styles.length} styles: ${((100 * agreed) / works.size).toFixed(1)} % read alike`,
  )
  console.log(
    `author or year empty though another style shows it: ${((100 * disputed) / strings).toFixed(2)} % of the strings, ` +
      `though both show the author: ${((100 * empty) / strings).toFixed(2)} %`,
  )
  console.log([...because].map(([field, count]) => `${field} differs ${count}`).join(', '))
}

function show(differing: readonly string[], readings: readonly Reading[]): void {
  console.log(`\n${differing.join(', ')}`)
  for (const { text, ...rest } of readings) console.log(`  ${text}\n     ${JSON.stringify(rest)}`)
}

/**
 * No author or no year, where the other styles of the work have one and this string holds it. One other style is no witness
 * of an author: in one of the three the title of a work without author stands in the author's place.
 */
function lacks(reading: Reading, readings: readonly Reading[], witnesses: number): boolean {
  const name = readings.find((one) => one.families.length > 0)?.families[0]
  const said = readings.filter((one) => name !== undefined && one.families[0] === name).length
  if (
    reading.families.length === 0 &&
    name !== undefined &&
    said >= witnesses &&
    reading.text.toLowerCase().includes(name)
  )
    return true
  const year = readings.find((one) => one.year !== '')?.year
  return reading.year === '' && year !== undefined && reading.text.includes(year)
}

function differences(readings: readonly Reading[]): string[] {
  const found: string[] = []
  const [first, ...others] = readings as [Reading, ...Reading[]]
  if (!others.every((other) => sameNames(first, other))) found.push('family names')
  for (const field of ['year', 'volume', 'page'] as const) {
    const value = readings.find((one) => one[field] !== '')?.[field] ?? ''
    // a style that leaves the number out is not held against the reading
    const alike = readings.every(
      (one) =>
        one[field] === value ||
        (one[field] === '' && !new RegExp(`(?<!\\d)${escaped(value)}(?!\\d)`, 'i').test(one.text)),
    )
    if (!alike) found.push(field)
  }
  return found
}

/** Styles shorten long lists at different names; all show the first six, or the first one and "et al.". */
function sameNames(left: Reading, right: Reading): boolean {
  const [a, b] = [left.families, right.families]
  const short = left.shortened || right.shortened
  if (a.length !== b.length && !short) return false
  const compared = short ? Math.min(a.length, b.length, 6) : a.length
  return a.slice(0, compared).every((name, index) => name === b[index])
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
