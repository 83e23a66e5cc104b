/** Invented works in the shape of Crossref's dump: words by a Zipf law, three scripts, surnames from few syllables. */

/** A small generator of pseudo-random numbers (mulberry32): the same works for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = state
    value = Math.imul(value ^ (value >>> 15), value | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

const LATIN =
  'ba ce di fo gu ha le mi no pu ra se ti vo zu bra cle dri flo gru sta ple tri no vu men tal ic or an'.split(' ')
const CYRILLIC = 'ба ве ги до жу за ли ме но пу ра се ти фо ха це шо ост ение ция ный'.split(' ')
const HAN = [
  ...'的研究与基于分析模型系统方法应用发展中国学习数据技术经济社会影响因素城市教育环境农业水资源能源结构性能理论设计实验材料',
]

export interface SyntheticWork {
  readonly DOI: string
  readonly [field: string]: unknown
}

/** Words of a vocabulary; common ones come up more often. */
function vocabulary(syllables: readonly string[], size: number, next: () => number): readonly string[] {
  const words = new Set<string>()
  while (words.size < size) {
    let word = ''
    for (let count = 2 + Math.floor(next() * 3); count > 0; count--)
      word += syllables[Math.floor(next() * syllables.length)]
    words.add(word)
  }
  return [...words]
}

function zipf(words: readonly string[], next: () => number): string {
  // the inverse of a cumulative 1/rank law
  const rank = Math.floor(Math.exp(next() * Math.log(words.length + 1))) - 1
  return words[Math.min(rank, words.length - 1)] as string
}

export function* syntheticWorks(count: number, seed = 1): Generator<SyntheticWork, void, undefined> {
  const next = random(seed)
  const latin = vocabulary(LATIN, 110_000, next)
  const cyrillic = vocabulary(CYRILLIC, 30_000, next)
  const families = vocabulary(LATIN, 60_000, next).map((word) => word[0]?.toUpperCase() + word.slice(1))
  const capital = (word: string): string => (word[0] as string).toUpperCase() + word.slice(1)
  for (let index = 0; index < count; index++) {
    const script = next()
    const length = 4 + Math.floor(next() * 10)
    let title: string
    if (script < 0.06)
      title = Array.from({ length: 8 + Math.floor(next() * 14) }, () => HAN[Math.floor(next() * HAN.length)]).join('')
    else {
      const words = script < 0.12 ? cyrillic : latin
      title = capital(Array.from({ length }, () => zipf(words, next)).join(' '))
    }
    const year = 1990 + Math.floor(next() * 35)
    const first = 1 + Math.floor(next() * 900)
    yield {
      DOI: `10.5555/${(index * 7919 + 13).toString(36)}.${index}`,
      type: 'journal-article',
      title: [title],
      author: Array.from({ length: 1 + Math.floor(next() * 4) }, (_, at) => ({
        given: capital(latin[Math.floor(next() * 2000)] as string),
        family: families[Math.floor(next() * families.length)],
        sequence: at === 0 ? 'first' : 'additional',
        affiliation: [],
      })),
      'container-title': [`Journal of Invented ${capital(zipf(latin, next))}`],
      issued: { 'date-parts': [[year, 1 + Math.floor(next() * 12)]] },
      'published-print': { 'date-parts': [[year]] },
      volume: String(1 + Math.floor(next() * 80)),
      issue: String(1 + Math.floor(next() * 12)),
      page: `${first}-${first + 9}`,
      ISSN: ['1234-5679'],
      publisher: 'Example Press',
      deposited: { timestamp: 1 },
      member: '1',
      prefix: '10.5555',
      'reference-count': 12,
      'is-referenced-by-count': 3,
      score: 1,
      source: 'Crossref',
      URL: 'https://doi.org/10.5555/x',
    }
  }
}

/** A description as somebody types it: words misspelled or dropped, the title cut, the year off by one. */
export function description(work: SyntheticWork, next: () => number): string {
  const [title = ''] = work.title as string[]
  const isSpaced = title.includes(' ')
  let words = isSpaced ? title.split(' ') : [title]
  if (isSpaced && next() < 0.5) words = words.map((word) => (next() < 0.12 ? misspelled(word, next) : word))
  if (isSpaced && next() < 0.2 && words.length > 4) words = words.filter(() => next() > 0.15)
  if (isSpaced && next() < 0.15) words = words.slice(0, Math.max(3, Math.ceil(words.length * 0.7)))
  const authors = work.author as { family: string }[]
  const names = authors.slice(0, 3).map(({ family }) => (next() < 0.05 ? misspelled(family, next) : family))
  const year = (work.issued as { 'date-parts': number[][] })['date-parts'][0]?.[0] ?? 2000
  const [venue = ''] = work['container-title'] as string[]
  return `${names.join(', ')}. ${words.join(' ')}. ${venue}. ${year + (next() < 0.2 ? 1 : 0)}`
}

function misspelled(word: string, next: () => number): string {
  const at = Math.floor(next() * word.length)
  const kind = next()
  if (kind < 0.34) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.67) return `${word.slice(0, at)}e${word.slice(at)}`
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}
