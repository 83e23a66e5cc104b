import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/citations/index.ts'
import { alignLists } from '../../src/engine/align.ts'
import { linkCitations } from '../../src/engine/link.ts'
import type { Block, MarkedCitation } from '../../src/model/block.ts'
import type { Citation } from '../../src/model/citation.ts'
import type { CslName } from '../../src/model/csl.ts'
import type { Reference, ReferenceList } from '../../src/model/reference.ts'
import { verbatim } from '../../src/text/passage.ts'
import { stopwatch } from '../support/stopwatch.ts'

const span = { path: 'm', start: 0, end: 0 }

/** An entry from one line: `Roe, A. & Doe, B. (2012a). Title`, or `number. …`. */
function entry(line: string, index: number, list: string): Reference {
  const typed = /^(\d+)\. /.exec(line)
  const text = line.slice(typed?.[0].length ?? 0)
  const read = /^(.*?) ?\((\d{4})[a-z]?\)\. (.*)$/.exec(text)
  const author: CslName[] = (read?.[1] ?? '').split(' & ').flatMap((name): CslName[] => {
    const [family = '', given] = name.split(', ')
    if (family === '') return []
    return given === undefined ? [{ literal: family }] : [{ family, given }]
  })
  const id = `${list}${index + 1}`
  return {
    id,
    list,
    label: typed?.[1] ?? String(index + 1),
    ...(typed === null ? {} : { number: Number(typed[1]) }),
    index,
    raw: text,
    passage: verbatim('m', text),
    span,
    segments: [span],
    csl: {
      id,
      type: 'article-journal',
      ...(author.length === 0 ? {} : { author }),
      ...(read?.[2] === undefined ? {} : { issued: { 'date-parts': [[Number(read[2])]] } }),
      ...(read?.[3] === undefined ? {} : { title: read[3] }),
    },
    fields: [],
    confidence: 1,
    identifiers: {},
    language: 'en',
  }
}

interface Lists {
  readonly lists: readonly ReferenceList[]
  readonly references: readonly Reference[]
  readonly counterparts: Readonly<Record<string, string>>
}

function listsOf(...typed: readonly (readonly string[])[]): Lists {
  const all = typed.map((lines, at) => lines.map((line, index) => entry(line, index, 'ab'[at] ?? 'c')))
  const lists: ReferenceList[] = all.map((entries, at) => ({
    id: 'ab'[at] ?? 'c',
    kind: 'references',
    language: 'en',
    numbering: entries.some(({ number }) => number !== undefined) ? 'typed' : 'none',
    span,
    items: entries.map(({ id, number }) => ({ span, reference: id, ...(number === undefined ? {} : { number }) })),
    references: entries.map(({ id }) => id),
  }))
  const references = all.flat()
  return { references, ...alignLists(lists, references) }
}

function linked(
  text: string,
  found: Lists,
  language = 'en',
  marked: readonly MarkedCitation[] = [],
): readonly Citation[] {
  const block: Block = {
    kind: 'paragraph',
    passage: verbatim('m', text),
    span: { path: 'm', start: 0, end: text.length },
  }
  const sites = findCitations([block], {
    languages: [language],
    skip: () => false,
    knownFamilies: found.references.flatMap(({ csl }) =>
      (csl.author ?? []).map((name) => name.family ?? name.literal ?? ''),
    ),
    numbered: found.lists.some(({ numbering }) => numbering !== 'none'),
  })
  return linkCitations(sites, marked, { path: 'm', libraries: [], ...found })
}

/** `text → entry reason differs, …` */
function links(text: string, found: Lists, language = 'en'): readonly string[] {
  return linked(text, found, language).map(
    (citation) =>
      `${citation.text} → ${citation.links.map(({ reference, reason, differs = [] }) => [reference, reason, ...differs].join(' ')).join(', ') || 'nothing'}`,
  )
}

const works = listsOf([
  'Wu, H. & Chen, C. (2004). Invented integration',
  'Perouse, S. (2007). Invented rivers',
  'Stone, R. (2012). Invented waters',
  'Roe, A. & Doe, B. & Lee, C. & Poe, D. (2019). Invented machines',
  'Roe, A. (2020a). Invented proofs',
  'Roe, A. (2020b). Invented proofs again',
  'Bisek, N. (2018). Invented trials',
  'Putz, C. (2018). Invented refuge',
  'Sun, J. W. (2010). Invented security',
  'Exampleholdinvest (2019). Invented funds',
  'World Bank (2016). Invented outlook',
  'Ветров, А. (2015). Выдуманные ветры',
  '张明 (2017). 虚构的合作',
  'Li, Zhanmin (2017). Invented corridors',
])

describe('by author and year', () => {
  test.each<[string, string, string?]>([
    ['(Wu, Chen, 2004)', '(Wu, Chen, 2004) → a1 name-year'],
    ['(Roe et al., 2019)', '(Roe et al., 2019) → a4 name-year'],
    ['(Roe, 2020b)', '(Roe, 2020b) → a6 name-year'],
    ['(World Bank, 2016)', '(World Bank, 2016) → a11 name-year'],
    ['(Vetrov, 2015)', '(Vetrov, 2015) → a12 name-year'],
    ['（张明，2017）', '（张明，2017） → a13 name-year', 'zh'],
    ['(Zhang, 2017)', '(Zhang, 2017) → a13 name-year'],
    ['Статья Ву и Чена 2004 года', 'Ву и Чена 2004 → a1 name-year', 'ru'],
    ['в исследовании Стоуна 2012 года', 'Стоуна 2012 → a3 name-year', 'ru'],
    ['Статьи Бисека и Путца 2018 года', 'Бисека и Путца 2018 → a7 name-year, a8 name-year', 'ru'],
    ['Ветровтың (2015) еңбегі', 'Ветровтың (2015) → a12 name-year', 'kk'],
  ])('%s', (text, expected, language = 'en') => expect(links(text, works, language)).toEqual([expected]))
})

describe('what does not agree though the work is meant', () => {
  test.each<[string, string, string?]>([
    ['(Perrouse, 2007)', '(Perrouse, 2007) → a2 near author'],
    ['Статья Пьеросса 2007 года', 'Пьеросса 2007 → a2 near author', 'ru'],
    ['(Stone, 2013)', '(Stone, 2013) → a3 near year'],
    ['(Stone, 2021)', '(Stone, 2021) → a3 near year'],
    ['(Wu, 2004)', '(Wu, 2004) → a1 near coauthor'],
    ['(Wu & Chan, 2004)', '(Wu & Chan, 2004) → a1 near coauthor'],
    ['(Wo & Chen, 2004)', '(Wo & Chen, 2004) → a1 near author'],
    ['Исследование Цзин-Вэна 2010 года', 'Цзин-Вэна 2010 → a9 near author', 'ru'],
    ['(Exampleinvest, 2019)', '(Exampleinvest, 2019) → a10 near author'],
    ['Li Zhangmin (2017) says', 'Li Zhangmin (2017) → a14 near author'],
    ['(Реrоuse, 2007)', '(Реrоuse, 2007) → a2 name-year'],
  ])('%s', (text, expected, language = 'en') => expect(links(text, works, language)).toEqual([expected]))
})

describe('nothing', () => {
  test.each([
    ['(Quimby, 2007)', '(Quimby, 2007) → nothing'],
    ['(Stone, 1998)', '(Stone, 1998) → nothing'],
    ['(Perrouse, 1998)', '(Perrouse, 1998) → nothing'],
  ])('%s', (text, expected) => expect(links(text, works)).toEqual([expected]))
})

describe('by number', () => {
  test('as typed, over a lost number and not past the end', () => {
    const typed = listsOf(['1. Roe, A. (2001). One', 'Doe, B. (2002). Two', '3. Lee, C. (2003). Three'])
    expect(links('so [1], [2-3], and [4] too', typed)).toEqual([
      '[1] → a1 number',
      '[2-3] → a2 number, a3 number',
      '[4] → nothing',
    ])
  })

  test('a typed number that begins elsewhere shifts nothing', () => {
    const typed = listsOf(['5. Roe, A. (2001). One', '6. Doe, B. (2002). Two'])
    expect(links('so [5] and [1]', typed)).toEqual(['[5] → a1 number', '[1] → nothing'])
  })

  test('by position where the list shows no numbers', () => {
    expect(links('so [1] and [3]', listsOf(['Roe, A. (2001). One', 'Doe, B. (2002). Two']))).toEqual([
      '[1] → a1 number',
      '[3] → nothing',
    ])
  })
})

test('ibid. is the work before', () => {
  expect(links('(Stone, 2012, p. 3) and so on (ibid., p. 5)', works)).toEqual([
    '(Stone, 2012, p. 3) → a3 name-year',
    '(ibid., p. 5) → a3 ibid',
  ])
})

test('keys and identifiers, in the order of the text', () => {
  const marked: MarkedCitation[] = [
    {
      kind: 'key',
      key: 'roe',
      span: { path: 'm', start: 14, end: 19 },
      group: { path: 'm', start: 13, end: 20 },
      suppressAuthor: true,
    },
    {
      kind: 'identifier',
      scheme: 'doi',
      key: '10.5555/X',
      span: { path: 'm', start: 30, end: 44 },
      group: { path: 'm', start: 30, end: 44 },
    },
  ]
  const keyed = {
    ...works,
    references: works.references.map((one, at) =>
      at === 0 ? { ...one, key: 'roe', identifiers: { doi: '10.5555/x' } } : one,
    ),
  }
  const found = linked('(Stone, 2012) [-@roe] and then @doi:10.5555/X', keyed, 'en', marked)
  expect(found.map(({ id, kind, text, targets }) => [id, kind, text, targets])).toEqual([
    ['m#c1', 'parenthetical', '(Stone, 2012)', ['a3']],
    ['m#c2', 'key', '-@roe', ['a1']],
    ['m#c3', 'identifier', '10.5555/X', ['a1']],
  ])
})

describe('parallel lists', () => {
  const twice = listsOf(
    [
      'Ветров, А. (2015). Выдуманные ветры',
      'Peyrrouse, S. (2007). Invented rivers',
      'Лугова, Б. (2011). Выдуманные луга',
      'Roe, A. (2001). One',
    ],
    [
      'Vetrov, A. (2015). Vydumannye vetry',
      'Peyrouse, S. (2007). Invented rivers',
      'Lugova, B. (2011). Vydumannye luga',
      'Roe, A. (2001). One',
    ],
  )

  test('are paired in any script', () => {
    expect(twice.counterparts).toEqual({
      a1: 'b1',
      b1: 'a1',
      a2: 'b2',
      b2: 'a2',
      a3: 'b3',
      b3: 'a3',
      a4: 'b4',
      b4: 'a4',
    })
    expect(twice.lists.map(({ parallelTo }) => parallelTo)).toEqual([undefined, 'a'])
  })

  test('targets are of the first list; the second speaks where only it agrees', () => {
    const [citation, other] = linked('(Peyrouse, 2007) and (Vetrov, 2015)', twice)
    expect(citation?.targets).toEqual(['a2'])
    expect(citation?.links.map(({ reference, reason, differs }) => [reference, reason, differs])).toEqual([
      ['a2', 'near', ['author']],
      ['b2', 'name-year', undefined],
    ])
    expect(other?.links.map(({ reference, reason }) => [reference, reason])).toEqual([['a1', 'name-year']])
  })

  test('a missing entry leaves the others in step', () => {
    const short = listsOf(
      ['Ветров, А. (2015). Ветры', 'Лугова, Б. (2011). Луга', 'Горин, В. (2012). Горы', 'Roe, A. (2001). One'],
      ['Vetrov, A. (2015). Vetry', 'Gorin, V. (2012). Gory', 'Roe, A. (2001). One'],
    )
    expect(short.counterparts).toEqual({ a1: 'b1', b1: 'a1', a3: 'b2', b2: 'a3', a4: 'b3', b3: 'a4' })
  })

  test('two lists of different works are not parallel', () => {
    const apart = listsOf(
      ['Roe, A. (2001). One', 'Doe, B. (2002). Two'],
      ['Lee, C. (1990). Three', 'Poe, D. (1991). Four'],
    )
    expect(apart.counterparts).toEqual({})
    expect(apart.lists.map(({ parallelTo }) => parallelTo)).toEqual([undefined, undefined])
  })
})

test('a thousand entries and two thousand citations, half of them misspelt, take seconds at most', () => {
  const letters = (seed: number): string =>
    Array.from(
      { length: 7 },
      (_, at) => 'bkrdamoelnivust'[(seed * (at + 3) * 7919 + at * 31 + (seed >> at)) % 15],
    ).join('')
  const surname = (seed: number): string => `${String.fromCharCode(65 + (seed % 26))}${letters(seed)}`
  const many = listsOf(Array.from({ length: 1000 }, (_, at) => `${surname(at)}, A. (${1990 + (at % 30)}). Title ${at}`))
  const text = Array.from({ length: 2000 }, (_, at) => {
    const name = surname(at % 1000)
    return `(${at % 2 === 0 ? name : `${name.slice(0, 3)}${name.slice(4)}`}, ${1990 + ((at % 1000) % 30)})`
  }).join(' and ')
  const spent = stopwatch()
  const found = linked(text, many)
  expect(spent()).toBeLessThan(6000)
  expect(found.filter((citation) => citation.targets.length > 0).length / 2000).toBeGreaterThan(0.95)
})
