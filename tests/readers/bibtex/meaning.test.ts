import { describe, expect, it } from 'vitest'
import { bibtex } from '../../../src/readers/bibtex/index.ts'
import { parseNames } from '../../../src/readers/bibtex/names.ts'
import { decodeTex } from '../../../src/readers/bibtex/tex.ts'
import { dateOfParts, parseDate } from '../../../src/readers/library/dates.ts'

function items(text: string) {
  const parts = bibtex.read({ path: 'a.bib', format: 'bibtex', text, encoding: 'utf-8' })
  return parts.kind === 'library' ? parts.entries.map(({ csl }) => csl) : []
}

describe('one entry', () => {
  it('is CSL-JSON', () => {
    expect(
      items(`@Article{roe2020,
        author = {Roe, Jane and van der Berg, Jan and {World Bank} and others},
        title = {{A} study of {\\"o}zone \\& H$_2$O},
        journal = {Journal of Things}, year = {2020}, month = {Sept.}, volume = 12, number = {3},
        pages = {101--109}, doi = {https://doi.org/10.5555/a\\_b(1)}, url = {https://example.org/a b\\_c},
        publisher = {Roe and Sons}, urldate = {2021-02-03} }`),
    ).toEqual([
      {
        id: 'roe2020',
        type: 'article-journal',
        author: [
          { family: 'Roe', given: 'Jane' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
          { literal: 'World Bank' },
        ],
        custom: { othersOmitted: true },
        title: 'A study of özone & H₂O',
        'container-title': 'Journal of Things',
        issued: { 'date-parts': [[2020, 9]] },
        accessed: { 'date-parts': [[2021, 2, 3]] },
        volume: '12',
        issue: '3',
        page: '101-109',
        DOI: '10.5555/a_b(1)',
        URL: 'https://example.org/a b_c',
        publisher: 'Roe and Sons',
      },
    ])
  })

  it('keeps eprints, howpublished and years that are more than a year', () => {
    const [arxiv, pubmed, site, both] = items(`
      @misc{a, title={T}, eprint={2101.00001}, archiveprefix={arXiv}, year={2021a}}
      @article{b, title={T}, eprint={123456}, eprinttype={pubmed}, year={in press}}
      @misc{c, title={T}, howpublished={\\url{https://example.org/~x}}, note={Accessed: 2020-01-02}}
      @misc{d, title={T}, howpublished={Leaflet}, url={https://example.org/real}, date={2004-06/2004-09}}`)
    expect(arxiv).toMatchObject({
      archive: 'arXiv',
      archive_location: '2101.00001',
      issued: { 'date-parts': [[2021]] },
    })
    expect(pubmed).toMatchObject({ PMID: '123456', issued: { literal: 'in press' } })
    expect(site).toMatchObject({ URL: 'https://example.org/~x', accessed: { 'date-parts': [[2020, 1, 2]] } })
    expect(both).toMatchObject({
      URL: 'https://example.org/real',
      note: 'Leaflet',
      issued: {
        'date-parts': [
          [2004, 6],
          [2004, 9],
        ],
      },
    })
  })

  it('takes fields from crossref and xdata', () => {
    const parts = bibtex.read({
      path: 'a.bib',
      format: 'bibtex',
      encoding: 'utf-8',
      text: `@inproceedings{child, author={Roe, Jane}, title={Paper}, crossref={Parent}}
        @proceedings{parent, title={Proceedings}, editor={Doe, J.}, year={2001}, doi={10.5555/whole}, xdata={house}}
        @xdata{house, publisher={House}}
        @misc{orphan, crossref={nobody}, title={T}}
        @misc{loop, crossref={loop}}`,
    })
    if (parts.kind !== 'library') throw new Error('no library')
    expect(parts.entries[0]).toMatchObject({
      parents: ['Parent'],
      csl: {
        'container-title': 'Proceedings',
        editor: [{ family: 'Doe', given: 'J.' }],
        issued: { 'date-parts': [[2001]] },
        publisher: 'House',
      },
    })
    expect(parts.entries[0]?.csl.DOI).toBeUndefined()
    expect(parts.troubles.map(({ code, message }) => [code, message])).toEqual([
      ['bibtex-missing-parent', '`orphan` takes fields from `nobody`, which is not here'],
    ])
  })

  it('survives TeX that citation-js throws at', () => {
    expect(
      items('@misc{a, title={Cost of $\\$r_{\\infty}^{x} and {\\"o}}, author={Roe, J.}, year=2000}')[0],
    ).toMatchObject({
      author: [{ family: 'Roe', given: 'J.' }],
      issued: { 'date-parts': [[2000]] },
    })
  })
})

it('names', () => {
  expect(parseNames("Ludwig van Beethoven and de la Vall{\\'e}e Poussin, Charles and Ford, Jr., Henry")).toEqual([
    { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
    { family: 'Vallée Poussin', given: 'Charles', 'non-dropping-particle': 'de la' },
    { family: 'Ford', given: 'Henry', suffix: 'Jr.' },
  ])
  expect(parseNames('{Barnes and Noble} and Иванов, И. И. and 王小明 and others')).toEqual([
    { literal: 'Barnes and Noble' },
    { family: 'Иванов', given: 'И. И.' },
    { family: '王小明' },
  ])
  expect(parseNames('Roe, A, Doe, B, Poe, C')).toEqual([{ literal: 'Roe, A, Doe, B, Poe, C' }])
  expect(parseNames('family=Roe, given=Jane, prefix=van')).toEqual([
    { family: 'Roe', given: 'Jane', 'non-dropping-particle': 'van' },
  ])
  expect(parseNames('Roe, Jane AND Doe, John and')).toEqual([
    { family: 'Roe', given: 'Jane' },
    { family: 'Doe', given: 'John' },
  ])
})

it('TeX', () => {
  expect(
    [
      "\\v{S}koda \\'{e}t\\'e na\\\"{\\i}ve {\\o}re",
      'a -- b --- c',
      '\\emph{x} {\\bf y}',
      '\\apj',
      '100\\% \\$5 a\\_b',
      'x~y',
    ].map(decodeTex),
  ).toEqual(['Škoda été naïve øre', 'a – b — c', 'x y', 'Astrophysical Journal', '100% $5 a_b', 'x y'])
})

it('dates', () => {
  expect(parseDate('2004-21')).toEqual({ 'date-parts': [[2004]], season: 1 })
  expect(parseDate('1997~')).toEqual({ 'date-parts': [[1997]], circa: true })
  expect(parseDate('2010/05/12/')).toEqual({ 'date-parts': [[2010, 5, 12]] })
  expect(parseDate('12 мая 2010')).toEqual({ 'date-parts': [[2010, 5, 12]] })
  expect(parseDate('May 12, 2010')).toEqual({ 'date-parts': [[2010, 5, 12]] })
  expect(parseDate('2010年5月')).toEqual({ 'date-parts': [[2010, 5]] })
  expect(parseDate('n.d.')).toEqual({ literal: 'n.d.' })
  expect(dateOfParts('2019--2020')).toEqual({ 'date-parts': [[2019], [2020]] })
  expect(dateOfParts('2020', '12~sep')).toEqual({ 'date-parts': [[2020, 9, 12]] })
  expect(dateOfParts('2020', 'Summer')).toEqual({ 'date-parts': [[2020]], season: 2 })
})
