import type { GoldReference } from '../../evaluation/references/gold.ts'
import type { Random } from '../random.ts'
import { optional } from './cyrillic-works.ts'
import { englishTitle } from './romanised.ts'
import * as english from './words/english.ts'
import { doi, isbn, type Kind, maybe, type Name, url, type Work } from './work.ts'

/** Parts of the labelled training references, taken apart to be put together anew: no reference is rendered as it was. */
export interface Pools {
  readonly names: readonly Name[]
  readonly articles: readonly string[]
  readonly books: readonly string[]
  readonly journals: readonly string[]
  readonly containers: readonly string[]
  readonly publishers: readonly string[]
  readonly places: readonly string[]
}

const tidy = /^[\p{Lu}\d][^|{}<>_*\\]{3,180}$/u
const latinOnly = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}]+$/u

export function poolsOf(references: readonly GoldReference[]): Pools {
  const pools = {
    names: [] as Name[],
    articles: [] as string[],
    books: [] as string[],
    journals: [] as string[],
    containers: [] as string[],
    publishers: [] as string[],
    places: [] as string[],
  }
  const add = (pool: string[], value: unknown, longest: number): void => {
    if (typeof value === 'string' && value.length <= longest && tidy.test(value) && latinOnly.test(value))
      pool.push(value.replace(/[.,;:]+$/, ''))
  }
  for (const { gold, source } of references) {
    if (source === 'anystyle-bad') continue
    const serial = gold.volume !== undefined && gold['container-title'] !== undefined
    // the line breaks of a scanned source leave ` - ` in its words
    if (!/\p{L} - \p{Ll}/u.test(String(gold.title))) add(serial ? pools.articles : pools.books, gold.title, 180)
    add(serial ? pools.journals : pools.containers, gold['container-title'], serial ? 90 : 160)
    add(pools.publishers, gold.publisher, 50)
    add(pools.places, gold['publisher-place'], 30)
    for (const { family, given } of gold.author ?? []) {
      if (family === undefined || given === undefined) continue
      const plain = /^(?:\p{Lu}\.?[ -]?){1,3}$/u.test(given)
      if (!/^(?:[Vv][ao]n (?:de[rn] )?|[Dd]e (?:la )?)?\p{Lu}[\p{L}'’-]{1,20}( \p{Lu}\p{L}+)?$/u.test(family)) continue
      if (!plain && !/^\p{Lu}\p{Ll}+([ -]\p{Lu}\p{Ll}*\.?)?$/u.test(given)) continue
      const letters = given.split(/[\s.-]+/).filter((part) => part !== '')
      const initials =
        plain && letters.length === 1 && (letters[0] as string).length < 4
          ? [...(letters[0] as string)]
          : letters.map((part) => part[0] as string)
      pools.names.push({ family, given: plain ? '' : given, initials: initials.map((one) => `${one}.`).join(' ') })
    }
  }
  return pools
}

const kinds: readonly Kind[] = [
  'article',
  'article',
  'article',
  'article',
  'article',
  'book',
  'book',
  'book',
  'chapter',
  'chapter',
  'conference',
  'conference',
  'thesis',
  'web',
  'report',
  'newspaper',
]

const schools = [
  'University',
  'Universität',
  'Université de',
  'Università di',
  'Universidad de',
  'Technical University of',
  'State University of',
]

export function latinWork(random: Random, pools: Pools): Work {
  const kind = random.pick(kinds)
  const name = (): Name => {
    const found = random.pick(pools.names)
    return found.given === '' ? { ...found, given: random.pick(pools.names).given || found.initials } : found
  }
  const first = random.chance(0.8) ? random.between(1, 1200) : random.between(1200, 30000)
  const body = maybe(random, kind === 'report' || kind === 'web' ? 0.55 : 0.03, () => random.pick(english.bodies))
  return {
    kind,
    people:
      body === undefined && !(kind === 'web' && random.chance(0.4))
        ? Array.from({ length: random.pick([1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7]) }, name)
        : [],
    ...optional({ body }),
    editors:
      (kind === 'chapter' && random.chance(0.75)) || random.chance(0.08)
        ? Array.from({ length: random.pick([1, 1, 2, 2, 3]) }, name)
        : [],
    translators: random.chance(0.03) ? [name()] : [],
    title: random.chance(0.06)
      ? englishTitle(random)
      : random.pick(kind === 'article' || kind === 'conference' || kind === 'newspaper' ? pools.articles : pools.books),
    container: kind === 'article' || kind === 'newspaper' ? random.pick(pools.journals) : random.pick(pools.containers),
    ...optional({
      collection: maybe(random, 0.06, () =>
        random.pick([
          'Lecture Notes in Computer Science',
          'Studies in History',
          'Cambridge Studies',
          'Springer Series in Statistics',
          'Suhrkamp Wissenschaft',
          'Quaderni di storia',
        ]),
      ),
      volume: maybe(random, 0.93, () =>
        random.chance(0.06)
          ? random.pick(['I', 'II', 'IV', 'VII', 'XII', 'XXV'])
          : String(random.between(1, random.chance(0.8) ? 120 : 600)),
      ),
      issue: maybe(random, 0.62, () =>
        random.pick([
          String(random.between(1, 12)),
          String(random.between(1, 12)),
          `${random.between(1, 4)}-${random.between(5, 9)}`,
          `${random.between(1, 3)}/${random.between(4, 6)}`,
          'Suppl 1',
          `S${random.between(1, 4)}`,
        ]),
      ),
      edition: maybe(random, 0.12, () =>
        random.pick([
          '2nd ed.',
          '3rd ed.',
          '2nd edition',
          '4th ed',
          'Rev. ed.',
          '2. Aufl.',
          '3., überarb. Aufl.',
          '2e éd.',
          '2ª ed.',
          'Second edition',
          '5th edn',
        ]),
      ),
      article: maybe(random, 0.1, () =>
        random.pick([
          `e${random.between(1000, 90000)}`,
          String(random.between(10000, 990000)),
          `${random.between(100, 999)}`,
          `A${random.between(10, 99)}`,
        ]),
      ),
      doi: maybe(random, 0.25, () => doi(random)),
      genre:
        kind === 'thesis'
          ? random.pick([
              'PhD thesis',
              'Ph.D. dissertation',
              'Doctoral dissertation',
              'Master’s thesis',
              "Master's thesis",
              'Unpublished doctoral dissertation',
              'Thèse de doctorat',
              'Diss.',
              'Tesis doctoral',
              'Tesi di laurea',
              'Dissertation',
            ])
          : kind === 'report'
            ? maybe(random, 0.6, () =>
                random.pick(['Technical report', 'Working paper', 'Tech. Rep.', 'Discussion paper', 'Research report']),
              )
            : undefined,
    }),
    first,
    last: first + random.between(1, 40),
    year: random.chance(0.92) ? random.between(1960, 2024) : random.between(1850, 1960),
    month: random.between(1, 12),
    day: random.between(1, 28),
    place: random.pick(pools.places),
    publisher:
      kind === 'thesis'
        ? random.chance(0.5)
          ? `${random.pick(pools.places)} University`
          : `${random.pick(schools)} ${random.pick(pools.places)}`
        : random.pick(pools.publishers),
    extent: random.between(60, 900),
    url: url(random),
    isbn: isbn(random),
  }
}
