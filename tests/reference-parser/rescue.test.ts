import { describe, expect, it } from 'vitest'
import { assemble } from '../../src/reference-parser/assemble.ts'
import { readMarked } from '../support/marked.ts'

/** A reference whose labels stand in it: `{author:Roe, P.}. {date:2014}.` */
function read(marked: string): object | undefined {
  const { text, runs } = readMarked(marked)
  const csl = assemble(text, runs)?.csl
  if (csl === undefined) return undefined
  const { id: _, type: __, language: ___, ...rest } = csl
  return rest
}

const roe = { family: 'Roe', given: 'P.' }
const in2014 = { 'date-parts': [[2014]] }

describe('what labels leave undone', () => {
  it('initials go back to their family name, and names before (Eds.) are editors', () => {
    expect(
      read('{author:Bell, A., & Roe}, {editor:P.} (Eds.). ({date:2014}). {publisher:The Harbour Reader}.'),
    ).toEqual({
      editor: [{ family: 'Bell', given: 'A.' }, roe],
      issued: in2014,
      title: 'The Harbour Reader',
    })
  })

  it('a year that a container took along is the year', () => {
    expect(
      read('“{title:Invented rivers}.” {container:2014. Proceedings of the Congress of Imagination}.'),
    ).toMatchObject({
      'container-title': 'Proceedings of the Congress of Imagination',
      issued: in2014,
    })
  })

  it('a number behind "vol." is no year, one behind "no." no volume', () => {
    expect(
      read('{author:P. Roe}, “{title:Rivers},” {journal:Annals}, vol. {date:1709}, no. {issue:1}, {date:2014}'),
    ).toMatchObject({ volume: '1709', issue: '1', issued: in2014 })
    expect(read('{author:P. Roe}, “{title:Rivers},” {journal:Annals}, no. {volume:13}, {date:2014}')).toMatchObject({
      issue: '13',
      issued: in2014,
    })
    expect(
      read('{author:Roe, P.} ({date:2014}). {title:Rivers}. {journal:Annals}, {date:2014}, {page:1–7}.'),
    ).toMatchObject({ volume: '2014', issued: in2014 })
    const gost = read('{author:Roe P.} ({date:2014}). {title:Rivers} // {journal:Annals}. {date:2014}. No. {issue:3}.')
    expect(gost).not.toHaveProperty('volume')
  })

  it('the year of a review counts, not that in the title of what it reviews', () => {
    expect(
      read('“{title:Rivers. By P. Roe. Harborough, }{date:1954}. 20 pp.,” {journal:Annals}, {date:Mar. 1955}.'),
    ).toMatchObject({ issued: { 'date-parts': [[1955, 3]] } })
  })

  it('a heading, or a phrase before pages without a whole, is the title', () => {
    expect(read('{author:Subject index}. ({date:2014}). {title:Rivers of the plain}, {page:45–67}.')).toEqual({
      title: 'Subject index',
      'container-title': 'Rivers of the plain',
      issued: in2014,
      page: '45-67',
    })
    expect(read('{author:Northwind Press}. ({date:2014}). {title:Rivers of the plain}, {page:45–67}.')).toHaveProperty(
      'author',
    )
  })
})
