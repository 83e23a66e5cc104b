import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../src/model/csl.ts'
import { person, region, term, unmark, words } from '../../training/synthetic/csl/marks.ts'
import { stylesAreHere } from '../../training/synthetic/csl/styles.ts'
import { exampleOf } from '../../training/synthetic/csl/truth.ts'

const item: CslItem = {
  id: 'one',
  type: 'article-journal',
  author: [
    { family: 'Quillfeather', given: 'Jane Dora' },
    { family: 'Ostrander', given: 'Li' },
  ],
  title: 'Do rivers remember?',
  'container-title': 'Annals of Invented Hydrology',
  volume: '12',
  issue: '3',
  page: '45-67',
  DOI: '10.5555/rivers.3',
  issued: { 'date-parts': [[2014, 5]] },
}

function fieldsOf(rendered: string, of: CslItem = item): string[] {
  const example = exampleOf(rendered, of)
  return (example?.spans ?? []).map(({ field, start, end }) => `${field}=${example?.text.slice(start, end)}`)
}

describe('marks', () => {
  it('go away and leave the places behind', () => {
    const entry = unmark(`${words('title', 'Do rivers remember?')}. (${region('issued', '2014')})`)
    expect(entry.text).toBe('Do rivers remember? (2014)')
    expect(entry.words.map(({ start, end }) => entry.text.slice(start, end))).toEqual(['Do rivers remember?'])
    expect(entry.regions.map(({ start, end }) => entry.text.slice(start, end))).toEqual(['2014'])
  })

  it('take names with their initials, before and behind the family name', () => {
    const one = person('author', 0, 'Quillfeather')
    const two = person('author', 1, 'OSTRANDER')
    const rest = `, ${words('title', 'Do rivers remember?')}`
    expect(fieldsOf(`${one} JD, ${two} L${rest}`)[0]).toBe('author=Quillfeather JD, OSTRANDER L')
    expect(fieldsOf(`J. D. ${one} & L. ${two}${rest}`)[0]).toBe('author=J. D. Quillfeather & L. OSTRANDER')
    expect(fieldsOf(`${one}, J.-D., Li ${two}${rest}`)[0]).toBe('author=Quillfeather, J.-D., Li OSTRANDER')
    expect(fieldsOf(`${one}, J. D. e${term('et-al', 't al.')}${rest}`)[0]).toBe('author=Quillfeather, J. D. et al.')
  })

  it('take the month and the letter of a date, the range of pages and the resolver of a DOI', () => {
    const rendered = [
      words('title', 'Do rivers remember?'),
      region('issued', ` (${term('month', 'May')} 2014b)`),
      `${region('volume', 'vol. 12')} (${region('issue', '3')}): ${region('page', 'pp. 45–67')}`,
      `https://doi.org/${region('doi', '10.5555/rivers.3')}`,
    ]
    expect(fieldsOf(rendered.join(' ')).slice(1)).toEqual([
      'date=May 2014b',
      'volume=12',
      'issue=3',
      'page=45–67',
      'doi=https://doi.org/10.5555/rivers.3',
    ])
  })

  it('take the word beside the number of an edition', () => {
    const book = { ...item, type: 'book', edition: '2' }
    const rendered = `${words('title', 'Do rivers remember?')} (${region('edition', '2nd')} ${term('edition', 'ed.')})`
    expect(fieldsOf(rendered, book)).toContain('edition=2nd ed.')
  })

  it('refuse an entry whose value did not come through', () => {
    expect(exampleOf(words('title', 'Do rivers forget?'), item)).toBeUndefined()
    expect(exampleOf(region('issued', '2014'), item)).toBeUndefined()
  })
})

describe.skipIf(!stylesAreHere)('references in CSL styles', () => {
  it('are the same for the same seed, and every span holds text', async () => {
    const { inStyles } = await import('../../training/synthetic/csl/index.ts')
    const { Random } = await import('../../training/random.ts')
    const titles = ['Do rivers remember', 'A field guide to imaginary birds', 'Notes on nothing at all']
    const records = titles.map((title) => ({ item: { ...item, title }, language: 'en' }))
    const pools = {
      names: [{ family: 'Quillfeather', given: 'Jane', initials: 'J.' }],
      articles: titles,
      books: titles,
      journals: ['Annals of Invented Hydrology'],
      containers: ['Essays on Imaginary Birds'],
      publishers: ['Northwind Press'],
      places: ['Harborough'],
    }
    const make = () => inStyles(new Random(7), records, pools, 16)
    const [first, second] = [make(), make()]
    expect(first).toEqual(second)
    expect(first.examples).toHaveLength(16)
    for (const { text, spans } of first.examples) {
      for (const { start, end } of spans) expect(text.slice(start, end).trim()).not.toBe('')
      expect(text).not.toMatch(/[\ue000-\uefff]/)
    }
  })
})
