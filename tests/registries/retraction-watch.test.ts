import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, isCutList, parseCsv, readRetractionList } from '../../src/registries/retraction-watch.ts'

const HEADER =
  'Record ID,Title,Subject,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,'

const rows = (...lines: readonly string[]) => [...readRetractionList([HEADER, ...lines].join('\r\n'))]

describe('Retraction Watch’s list', () => {
  it('F048 F050 F051: columns by name, dates, quoted cells over lines', () => {
    expect(
      rows(
        '7,"Reeds, ""wild""\r\nand others",(B),3/9/2026 0:00,10.5555/Notice,0,1/1/2020 0:00,10.5555/ABC,12345,Retraction,+Error,',
        '8,T,(B),,unavailable,0,,10.5555/abc,0,Expression of concern,,',
      ),
    ).toEqual([
      {
        recordId: '7',
        doi: '10.5555/abc',
        pmid: '12345',
        title: 'Reeds, "wild"\r\nand others',
        update: {
          type: 'retraction',
          source: 'retraction-watch',
          doi: '10.5555/notice',
          date: '2026-03-09',
          label: 'Retraction',
          recordId: '7',
        },
      },
      {
        recordId: '8',
        doi: '10.5555/abc',
        title: 'T',
        update: {
          type: 'expression-of-concern',
          source: 'retraction-watch',
          label: 'Expression of concern',
          recordId: '8',
        },
      },
    ])
  })

  it('F042 F043 F044 F050: newest first, undated last', () => {
    const list = rows(
      '1,T,,1/1/2011 0:00,,0,,10.5555/abc,0,Retraction,,',
      '2,T,,,,0,,10.5555/abc,0,Other,,',
      '3,T,,1/1/2017 0:00,,0,,10.5555/abc,0,Reinstatement,,',
    )
    expect(inOrder(list.map(({ update }) => update)).map(({ type, date }) => [type, date])).toEqual([
      ['reinstatement', '2017-01-01'],
      ['retraction', '2011-01-01'],
      ['other', undefined],
    ])
  })

  it('F049: sentinels are no keys', () => {
    const [row] = rows('1,T,,1/1/2011 0:00,unavailable,0,,unavailable,0,Retraction,,')
    expect([row?.doi, row?.pmid, row?.update.doi]).toEqual([undefined, undefined, undefined])
  })

  it('F052 F053: a changed or cut file is refused', () => {
    expect(() => [...readRetractionList('Record ID,Title\n1,T')]).toThrow('the list has no column “RetractionDate”')
    expect(() => rows('1,T,,1/1/2011 0:00,,0,,10.5555/abc,0,Retraction,,', '2,T,,1/1/20')).toThrow(
      '1 of 2 rows cannot be read',
    )
    expect(isCutList(940, 1000)).toBe(true)
    expect(isCutList(960, 1000)).toBe(false)
  })

  it('reads back whatever cells were written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ' '))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (table) => {
        const csv = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect([...parseCsv(csv)]).toEqual(table)
      }),
    )
  })
})
