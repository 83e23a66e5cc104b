import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldReference } from '../../../evaluation/references/gold.ts'
import type { CslItem, CslName } from '../../../src/model/csl.ts'
import type { SourceFile } from '../../../src/model/source.ts'
import { bibtex } from '../../../src/readers/bibtex/index.ts'
import type { Random } from '../../random.ts'
import { optional } from '../cyrillic-works.ts'
import { digits, doi, isbn, type Kind, type Name, url, type Work } from '../work.ts'

const libraries = '../shared/data/manuscripts'
const types: Readonly<Record<Kind, string>> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  conference: 'paper-conference',
  thesis: 'thesis',
  web: 'webpage',
  newspaper: 'article-newspaper',
  law: 'legislation',
  archive: 'manuscript',
  report: 'report',
}

const known = new Set([
  ...Object.values(types),
  'article',
  'article-magazine',
  'entry-encyclopedia',
  'dataset',
  'software',
])
const tidyTitle = /^[\p{Lu}\d"'“«¿¡][^|{}<>_*\\$\n]{3,220}$/u
const tidyWords = /^[\p{L}\d][^|{}<>_*\\$\n]{1,140}$/u
const latinOnly = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{M}]+$/u
const tidyNumber = /^(?:\d{1,5}|[IVXLC]{1,7}|\d{1,3}[-–/]\d{1,3})$/
const tidyPages = /^\p{L}{0,2}\d{1,7}(?:[-–]\p{L}{0,2}\d{1,7})?$/u
const tidyFamily = /^\p{L}[\p{L}\p{M}'’ -]{1,28}$/u
const tidyGiven = /^\p{Lu}[\p{L}\p{M}.'’ -]{0,28}$/u

/** What a record keeps of a labelled reference or of an entry of a library: only what is clean. Undefined without a title. */
function cleaned(item: Partial<CslItem>, id: string): CslItem | undefined {
  const text = (variable: string, pattern: RegExp): string | undefined => {
    const value = item[variable]
    if (typeof value !== 'string' || !latinOnly.test(value)) return undefined
    const cut = value.replace(/\s+/g, ' ').replace(/[.,;:\s]+$/, '')
    return pattern.test(cut) ? cut : undefined
  }
  const title = text('title', tidyTitle)
  if (title === undefined || / - \p{Ll}/u.test(title)) return undefined
  const date = (item.issued?.['date-parts']?.[0] ?? []).slice(0, 3).map(Number)
  const year = date[0] ?? 0
  if (!(year > 1500 && year < 2030)) return undefined
  const page = text('page', tidyPages)
  const type = item.type ?? ''
  return {
    id,
    type: known.has(type) ? type : item['container-title'] === undefined ? 'book' : 'chapter',
    title,
    issued: { 'date-parts': [date] },
    ...optional({
      author: namesOf(item.author),
      editor: namesOf(item.editor),
      translator: namesOf(item.translator),
      'container-title': text('container-title', tidyWords),
      'collection-title': text('collection-title', tidyWords),
      publisher: text('publisher', tidyWords),
      'publisher-place': text('publisher-place', tidyWords),
      volume: text('volume', tidyNumber),
      issue: text('issue', tidyNumber),
      page: page?.replace('–', '-'),
      genre: text('genre', tidyWords),
      edition: text('edition', /^\d{1,2}$/),
      DOI: text('DOI', /^10\.\d{4,}\/\S+$/),
      URL: text('URL', /^https?:\/\/\S{4,150}$/),
    }),
  } as CslItem
}

function namesOf(names: readonly CslName[] | undefined): CslName[] | undefined {
  if (names === undefined || names.length > 40) return undefined
  const clean: CslName[] = []
  for (const { family, given, literal, 'non-dropping-particle': particle } of names) {
    if (literal !== undefined && tidyWords.test(literal) && latinOnly.test(literal)) clean.push({ literal })
    else if (family !== undefined && tidyFamily.test(family) && latinOnly.test(family)) {
      const whole = particle === undefined ? family : `${particle} ${family}`
      if (given === undefined) clean.push({ literal: whole })
      else if (tidyGiven.test(given)) clean.push({ family: whole, given: spaced(given) })
      else return undefined
    } else return undefined
  }
  return clean.length === 0 ? undefined : clean
}

/** `JD` and `J.D.` are initials. */
function spaced(given: string): string {
  if (/^\p{Lu}{2,3}$/u.test(given)) return [...given].map((letter) => `${letter}.`).join(' ')
  return given.replace(/\.(?=\p{L})/gu, '. ').trim()
}

export interface Known {
  readonly item: CslItem
  readonly language: string
}

/** The records of the labelled references and of the libraries of the shared manuscripts, each kind once. */
export function recordsOf(references: readonly GoldReference[]): Known[] {
  const records: Known[] = []
  for (const [index, { gold, lang, source }] of references.entries()) {
    // one book in four of the Italian scans, or they would be half of all
    if (source === 'anystyle-bad' || (source.startsWith('linked') && index % 4 !== 0)) continue
    const item = cleaned(gold, `r${index}`)
    if (item !== undefined) records.push({ item, language: lang })
  }
  let count = 0
  for (const path of libraryPaths()) {
    const read = bibtex.read({ path, text: readFileSync(path, 'utf8') } as SourceFile)
    if (read.kind !== 'library') continue
    for (const { csl } of read.entries) {
      const item = cleaned(csl, `b${count++}`)
      if (item !== undefined) records.push({ item, language: 'en' })
    }
  }
  return records
}

function libraryPaths(): string[] {
  if (!existsSync(libraries)) return []
  return readdirSync(libraries, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.bib'))
    .sort()
    .map((path) => join(libraries, path))
}

/** An invented or recombined work as a record. */
export function recordOf(work: Work, id: string): CslItem {
  const people = (names: readonly Name[]): CslName[] | undefined =>
    names.length === 0 ? undefined : names.map(({ family, given, initials }) => ({ family, given: given || initials }))
  const inside = work.kind !== 'book' && work.kind !== 'thesis' && work.kind !== 'report'
  const serial = work.kind === 'article' || work.kind === 'newspaper'
  return {
    id,
    type: types[work.kind],
    title: work.title.replace(/[.,;:\s]+$/, ''),
    issued: { 'date-parts': [work.kind === 'newspaper' ? [work.year, work.month, work.day] : [work.year]] },
    ...optional({
      author: work.body === undefined ? people(work.people) : [{ literal: work.body }],
      editor: people(work.editors),
      translator: people(work.translators),
      'container-title': inside ? work.container : undefined,
      'collection-title': work.collection,
      volume: serial || work.kind === 'chapter' ? work.volume : undefined,
      issue: serial ? work.issue : undefined,
      page: inside && work.kind !== 'web' ? (work.article ?? `${work.first}-${work.last}`) : undefined,
      publisher: serial || work.kind === 'web' ? undefined : work.publisher,
      'publisher-place': serial || work.kind === 'web' ? undefined : work.place,
      edition: work.kind === 'book' ? work.edition : undefined,
      genre: work.genre,
      DOI: work.doi,
    }),
  } as CslItem
}

/** Adds what lists often have and sources seldom tell: DOI, link and date of access, ISBN, number of a report, months. */
export function enriched(random: Random, item: CslItem): CslItem {
  const more: CslItem = { ...item }
  const { type } = item
  if (more.DOI === undefined && /article|paper|chapter/.test(type) && random.chance(0.3)) more.DOI = doi(random)
  if (more.DOI !== undefined && random.chance(0.35)) delete more.DOI
  const web = type === 'webpage' || type === 'dataset' || type === 'software'
  if (more.URL === undefined && random.chance(web ? 0.95 : 0.12)) more.URL = url(random).replace(/^www/, 'https://www')
  if (more.URL !== undefined && random.chance(0.7))
    more.accessed = { 'date-parts': [[random.between(2005, 2024), random.between(1, 12), random.between(1, 28)]] }
  if (type === 'book' && random.chance(0.2)) more.ISBN = isbn(random)
  if (type === 'book' && random.chance(0.15)) more['number-of-pages'] = String(random.between(60, 900))
  if (type === 'book' && more.edition === undefined && random.chance(0.15)) more.edition = String(random.between(2, 9))
  if (type === 'report' && more.number === undefined && random.chance(0.5))
    more.number = random.pick([
      `${random.between(10, 999)}`,
      `TR-${digits(random, 3)}`,
      `${random.between(1990, 2023)}/${random.between(1, 60)}`,
    ])
  if (type === 'article-journal' && random.chance(0.08)) more.PMID = String(random.between(1000000, 39999999))
  if (type === 'paper-conference' && random.chance(0.15)) {
    more.event = more['event-title'] = more['container-title']
    delete more['container-title']
  }
  const date = more.issued?.['date-parts']?.[0]
  if (date?.length === 1 && /article|webpage|post/.test(type) && random.chance(0.25)) {
    const month = random.between(1, 12)
    more.issued = {
      'date-parts': [
        random.chance(0.5) ? [date[0] as number, month] : [date[0] as number, month, random.between(1, 28)],
      ],
    }
  }
  if (random.chance(0.015)) delete more.issued
  return withoutAuthor(random, more)
}

/** Lists have entries under a title, under editors and under a body that has other words than bodies mostly have. */
function withoutAuthor(random: Random, item: CslItem): CslItem {
  const { author, ...rest } = item
  if (random.chance(0.09)) {
    const { editor: _, translator: __, ...anonymous } = rest
    return anonymous as CslItem
  }
  const whole = item.type === 'book' || item.type === 'report'
  if (whole && author !== undefined && author.length < 5 && random.chance(0.12))
    return { ...rest, editor: author } as CslItem
  if (author !== undefined && random.chance(0.02) && typeof item.publisher === 'string')
    return { ...item, author: [{ literal: item.publisher }] }
  return item
}
