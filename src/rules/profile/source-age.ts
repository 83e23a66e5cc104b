import type { Document } from '../../model/document.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { yearOf } from '../../text/csl.ts'
import { worksOf } from '../cited-works.ts'

interface Options {
  /** sources older than this are counted as old; 0 counts nothing */
  readonly years: number
}

export const sourceAge: DocumentRule<Options> = {
  id: 'profile/source-age',
  summary: 'The age of the sources is known.',
  why: 'Some journals ask for a share of recent sources; an editor wants the count, not a search by hand.',
  cannotSee: 'Whether old sources are right for the subject: that is for the editor to say, and this only counts.',
  severity: 'info',
  messages: {
    age: '{old} of {total} dated sources are older than {years} years, counted from {now}; the middle one is of {median}',
  },
  options: { years: 0 },

  *check(document, _answers, { years }, { today }) {
    if (years <= 0) return
    const dated = worksOf(document)
      .map(({ csl }) => Number(yearOf(csl)))
      .filter((year) => Number.isInteger(year) && year > 1000)
      .sort((left, right) => left - right)
    const newest = dated.at(-1)
    if (newest === undefined) return
    const now = Math.max(yearIn(today) ?? yearIn(document.metadata.date) ?? newest, newest)
    const old = dated.filter((year) => now - year > years).length
    const median = dated[Math.floor((dated.length - 1) / 2)] as number
    yield {
      span: placeOf(document),
      messageId: 'age',
      data: { old, total: dated.length, years, now, median },
      subject: `age ${old} ${dated.length} ${median}`,
    }
  },

  examples: [
    {
      title: 'nobody asks',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'one old source of two',
      options: { years: 5 },
      manuscript:
        '---\ndate: 2010-05-01\n---\n\nSee [1] and [2].\n\n## ⟦References⟧\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2026. Vol. 4. P. 15–19.\n',
      says: ['1 of 2 dated sources are older than 5 years, counted from 2026; the middle one is of 2004'],
    },
  ],
}

function yearIn(date: string | undefined): number | undefined {
  const year = /\b(?:1[89]|2[01])\d\d\b/.exec(date ?? '')?.[0]
  return year === undefined ? undefined : Number(year)
}

function placeOf({ lists, source }: Document): { path: string; start: number; end: number } {
  return lists[0]?.headingSpan ?? { path: source.path, start: 0, end: 0 }
}
