import type { CslItem, CslName } from '../../src/model/csl.ts'
import type { WorkRecord } from '../../src/model/query.ts'
import type { Work } from './works.ts'

export const PLANTS = [
  'surname misspelled',
  'author left out',
  'author added',
  'authors in another order',
  'author replaced',
  'all authors replaced',
  'word of the title replaced',
  'word of the title left out',
  'other title',
  'other year',
  'other volume',
  'other issue',
  'other first page',
  'other last page',
  'DOI of another work',
  'DOI not registered',
  'retracted',
] as const
export type Plant = (typeof PLANTS)[number]

export interface Planted {
  readonly item: CslItem
  readonly rules: readonly string[]
  readonly record?: WorkRecord
  readonly isAbsent?: boolean
}

/** A wrong entry made of a right one; undefined where this one cannot be made wrong so. */
export function plant(kind: Plant, item: CslItem, work: Work, other: Work, next: () => number): Planted | undefined {
  const authors = item.author ?? []
  const isOpen = item.custom?.['author-others'] === true
  const at = Math.floor(next() * authors.length)
  const author = (changed: readonly CslName[]): Planted => ({
    item: { ...item, author: [...changed] },
    rules: ['records/author'],
  })
  const field = (changed: Partial<CslItem>): Planted => ({ item: { ...item, ...changed }, rules: ['records/field'] })
  const stranger: CslName = isHan(authors)
    ? { family: '孙', given: '立群' }
    : isCyrillic(authors)
      ? { family: 'Прохоренко', given: 'Глеб' }
      : { family: 'Quackenbush', given: 'Dorothea' }
  switch (kind) {
    case 'surname misspelled': {
      const name = authors[at]
      const wrong = misspelled(name?.family ?? '', next)
      return wrong === undefined
        ? undefined
        : author(authors.map((one, index) => (index === at ? { ...one, family: wrong } : one)))
    }
    case 'author left out':
      return isOpen || authors.length < 2 ? undefined : author(authors.filter((_, index) => index !== at))
    case 'author added':
      return isOpen || authors.length < 2
        ? undefined
        : author([...authors.slice(0, at), stranger, ...authors.slice(at)])
    case 'authors in another order':
      return authors.length < 2 ? undefined : author([...authors.slice(1), authors[0] as CslName])
    case 'author replaced':
      return authors.length < 2 ? undefined : author(authors.map((one, index) => (index === at ? stranger : one)))
    case 'all authors replaced':
      return author([stranger])
    case 'word of the title replaced':
      return inOneScript(item, work) ? field({ title: withWord(item.title ?? '', next) }) : undefined
    case 'word of the title left out':
      return inOneScript(item, work) ? field({ title: withoutWord(item.title ?? '', next) }) : undefined
    case 'other title':
      return inOneScript(item, work) && other.script === work.script && other.record.csl.title !== work.record.csl.title
        ? field({ title: other.record.csl.title as string })
        : undefined
    case 'other year':
      return field({
        issued: { 'date-parts': [[Number(item.issued?.['date-parts']?.[0]?.[0]) + (next() < 0.5 ? -3 : 4)]] },
      })
    case 'other volume':
      return field({ volume: String(Number(item.volume) + 3) })
    case 'other issue':
      return item.issue === undefined ? undefined : field({ issue: String(Number(item.issue) + 13) })
    case 'other first page':
      return item.page === undefined ? undefined : field({ page: shifted(item.page, 1000, 1000) })
    case 'other last page':
      return item.page === undefined || item.page !== work.record.csl.page
        ? undefined
        : field({ page: shifted(item.page, 0, 40) })
    case 'DOI of another work':
      return work.script === other.script && disjoint(work, other) && inOneScript(item, work)
        ? { item, record: other.record, rules: ['records/other-work'] }
        : undefined
    case 'DOI not registered':
      return { item, isAbsent: true, rules: ['records/doi-unregistered'] }
    case 'retracted':
      return {
        item,
        record: { ...work.record, updates: [{ type: 'retraction', date: '2020-01-01' }] },
        rules: ['records/retracted'],
      }
  }
}

function isHan(names: readonly CslName[]): boolean {
  return /\p{Script=Han}/u.test(names[0]?.family ?? '')
}

function isCyrillic(names: readonly CslName[]): boolean {
  return /\p{Script=Cyrillic}/u.test(names[0]?.family ?? '')
}

function inOneScript(item: CslItem, work: Work): boolean {
  return work.romanisedTitle === undefined || item.title !== work.romanisedTitle
}

function disjoint(work: Work, other: Work): boolean {
  const families = new Set((work.record.csl.author ?? []).map(({ family }) => family))
  return (
    !(other.record.csl.author ?? []).some(({ family }) => families.has(family)) &&
    work.record.csl.title !== other.record.csl.title
  )
}

/** A letter lost, doubled wrongly or put for another, never one that romanisations differ in. */
function misspelled(family: string, next: () => number): string | undefined {
  const letters = [...family]
  const places = letters.flatMap((letter, index) => (/[bdfglmnprtбгдлмнпрт]/.test(letter) && index > 0 ? [index] : []))
  const at = places[Math.floor(next() * places.length)]
  if (at === undefined || letters.length < 4) return undefined
  const isCyrillic = /\p{Script=Cyrillic}/u.test(family)
  if (next() < 0.5) letters[at] = isCyrillic ? (letters[at] === 'м' ? 'п' : 'м') : letters[at] === 'm' ? 'p' : 'm'
  else letters.splice(at, 0, isCyrillic ? 'о' : 'o')
  return letters.join('')
}

function withWord(title: string, next: () => number): string {
  if (!title.includes(' ')) return title.replace(/^../u, '生态')
  const words = title.split(' ')
  const long = words.flatMap((word, index) => (word.length > 4 ? [index] : []))
  const at = long[Math.floor(next() * long.length)] ?? 0
  words[at] = /\p{Script=Cyrillic}/u.test(title) ? 'космонавтика' : 'zymurgical'
  return words.join(' ')
}

function withoutWord(title: string, next: () => number): string {
  if (!title.includes(' ')) return title.slice(0, 3) + title.slice(5)
  const words = title.split(' ')
  // cutting the end would leave a title without its subtitle
  const inner = words.flatMap((word, index) =>
    word.length > 4 && index > 0 && index < Math.min(4, words.length - 1) ? [index] : [],
  )
  const at = inner[Math.floor(next() * inner.length)] ?? 1
  return words.filter((_, index) => index !== at).join(' ')
}

function shifted(page: string, first: number, last: number): string {
  const [start = 0, end = 0] = page.split('-').map(Number)
  return `${start + first}-${Math.max(end, start) + last}`
}
