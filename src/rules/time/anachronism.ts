import type { Citation } from '../../model/citation.ts'
import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { shortName, yearOf } from '../../text/csl.ts'
import { spanOf } from '../../text/passage.ts'
import { claimOf, isOfThePast, periodsOf } from './dates/claim.ts'

/** A source that is older by more years is a classic or a method, and not meant as the source of the figure. */
const FARTHEST = 8
/** Works wait for their publisher, but not for so many years. */
const PATIENCE = 2
const IN_PRESS =
  /(?<!\p{L})(?:in press|forthcoming|in print|to appear|accepted for publication|в печати|принят[ао]? к печати|баспада|у друці)(?!\p{L})|待刊|印刷中/iu

export const anachronism: DocumentRule = {
  id: 'time/anachronism',
  summary: 'A source is not older than what it is cited for, nor younger than the manuscript.',
  why: 'A work of 2010 cannot know what was completed in 2014: the claim has no source, or the wrong one.',
  cannotSee:
    'Forecasts that are told as facts, reprints without their first year, and claims whose year stands in another sentence.',
  severity: 'warning',
  messages: {
    older: '{name} is cited for {period}, but was published in {year}',
    later: 'Entry {label} is of {year}, later than the manuscript ({date})',
    press: 'Entry {label} has been in press since {year}',
  },

  *check(document, _answers, _options, { today }) {
    yield* olderSources(document)
    for (const reference of [...document.references, ...document.libraries.flatMap((library) => library.references)]) {
      yield* ofEntry(reference, document.metadata.date, today)
    }
  },

  examples: [
    {
      title: 'a source older than the event',
      manuscript:
        'Between 2009 and 2014 the town completed three tunnels ⟦(Roe, 2010)⟧.\n\n## References\n\nRoe, A. (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['Roe 2010 is cited for Between 2009 and 2014, but was published in 2010'],
    },
    {
      title: 'a forecast, a plan and a method',
      manuscript:
        'By 2014 the town will have three tunnels (Roe, 2010). A fourth was planned for 2014 (Roe, 2010). In 2014 we counted them by the method of others (Doe, 2006).\n\n## References\n\nRoe, A. (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'источник старше события',
      manuscript:
        'В период с 2009 по 2014 годы город завершил строительство трёх туннелей ⟦(Ветров, 2010)⟧.\n\n## Литература\n\nВетров А. А. (2010). Читаемые машины // Вестник примеров. № 2. С. 5–9.\n\nЛугова Б. Б. (2006). Доказательства // Вестник примеров. № 4. С. 15–19.\n',
      says: ['Ветров 2010 is cited for В период с 2009 по 2014, but was published in 2010'],
    },
    {
      title: 'a source of the same year, and a reprint',
      manuscript:
        'The bridge was opened in 2010 (Roe, 2010), and it was painted in 2008 (Doe, 2006).\n\n## References\n\nRoe, A. (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. 2nd edition 2012. Example Press.\n',
    },
    {
      title: 'in press for many years',
      manuscript:
        'See Roe (2010).\n\n## References\n\nRoe, A. (2010). Literate machines. *Journal of Invented Results*, ⟦in press⟧.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['Entry 1 has been in press since 2010'],
    },
  ],
}

function* olderSources(document: Document): Iterable<Draft> {
  const byId = new Map(
    [...document.references, ...document.libraries.flatMap((library) => library.references)].map((one) => [
      one.id,
      one,
    ]),
  )
  const yearsOf = (citation: Citation): readonly number[] =>
    citation.targets.flatMap((id) => {
      const reference = byId.get(id)
      return reference === undefined ? [] : [latestYear(reference)]
    })
  for (const [index, citation] of document.citations.entries()) {
    // who is named in the sentence speaks for himself
    if (citation.kind === 'narrative' || citation.targets.length !== 1 || citation.cited.prefix !== undefined) continue
    const reference = byId.get(citation.targets[0] ?? '')
    const year = reference === undefined ? undefined : latestYear(reference)
    if (reference === undefined || year === undefined || !Number.isFinite(year)) continue
    const group = document.citations.filter(({ group: { start } }) => start === citation.group.start)
    const before = document.citations.slice(0, index).findLast(({ group: { end } }) => end <= citation.group.start)
    const claim = claimOf(document, citation, before)
    if (claim === undefined || !isOfThePast(claim.text)) continue
    const [period] = periodsOf(claim.text)
    if (period === undefined || period.year <= year || period.year > year + FARTHEST) continue
    if (group.some((other) => yearsOf(other).some((one) => one >= period.year))) continue
    const passage = document.blocks[claim.block]?.passage
    const place = passage === undefined ? undefined : spanOf(passage, claim.at + period.start, claim.at + period.end)
    yield {
      span: citation.span,
      messageId: 'older',
      data: { name: shortName(reference.csl), period: period.text, year },
      confidence: 'likely',
      subject: `${shortName(reference.csl)} ${period.year}`,
      note: 'Cite a later source for this, or say that it was foreseen.',
      related: [
        ...(place === undefined ? [] : [{ span: place, message: 'what it is cited for' }]),
        { span: reference.labelSpan ?? reference.span, message: `entry ${reference.label}` },
      ],
      evidence: [
        {
          about: 'the years',
          ours: String(period.year),
          theirs: String(year),
          source: `entry ${reference.label}`,
          computation: `${year} < ${period.year}`,
        },
      ],
      concerns: [citation.id],
    }
  }
}

/** The latest year that an entry gives, its addresses left out: a later edition knows more than the first. */
function latestYear({ csl, passage }: Reference): number {
  const own = Number(yearOf(csl))
  const text = passage.text.slice(0, 3000).replace(/https?:\S+|10\.\d{4,9}\/\S+/g, ' ')
  const years = [...text.matchAll(/(?<![\d–-])(?:19|20)\d\d(?![\d–-])/g)].map(([year]) => Number(year))
  return Number.isFinite(own) ? Math.max(own, ...years) : Number.NaN
}

function* ofEntry(reference: Reference, date: string | undefined, today: string | undefined): Iterable<Draft> {
  const year = Number(yearOf(reference.csl))
  if (!Number.isFinite(year)) return
  const { label, passage } = reference
  const written = /^(?:19|20)\d\d/.exec(date ?? '')?.[0]
  if (date !== undefined && written !== undefined && year > Number(written) + 1) {
    yield {
      span: reference.key === undefined ? reference.span : (reference.labelSpan ?? reference.span),
      messageId: 'later',
      data: { label, year, date },
      confidence: 'likely',
      subject: `${label} later`,
      concerns: [reference.id],
    }
  }
  const press = IN_PRESS.exec(passage.text.slice(0, 2000))
  const now = Number(today?.slice(0, 4))
  if (press === null || !Number.isFinite(now) || now - year <= PATIENCE) return
  yield {
    span: spanOf(passage, press.index, press.index + press[0].length),
    messageId: 'press',
    data: { label, year },
    confidence: 'likely',
    severity: 'info',
    subject: `${label} in press`,
    note: 'Look whether it has appeared, and give its volume and pages.',
    concerns: [reference.id],
  }
}
