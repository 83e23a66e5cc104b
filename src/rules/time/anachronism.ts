import type { Citation } from '../../model/citation.ts'
import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { shortName, yearOf } from '../../text/csl.ts'
import { spanOf } from '../../text/passage.ts'
import { claimOf, isOfThePast, periodsOf } from './dates/claim.ts'
import { eraOf } from './dates/era.ts'

/** A source that is older by more years is a classic or a method, and not meant as the source of the figure. */
const FARTHEST = 8
/** Works wait for their publisher, but not for so many years. */
const PATIENCE = 2
const IN_PRESS =
  /(?<!\p{L})(?:in press|forthcoming|in print|to appear|accepted for publication|в печати|принят[ао]? к печати|баспада|у друці)(?!\p{L})|待刊|印刷中/iu
/** What one of those words has: seen much sooner. */
const WAITS = /press|forthcoming|print|appear|accepted|печат|баспада|друці|待刊|印刷中/i

export const anachronism: DocumentRule = {
  id: 'time/anachronism',
  summary: 'A source is not older than what it is cited for, nor younger than the manuscript.',
  why: 'A work of 2010 cannot know what was completed in 2014: the claim has no source, or the wrong one.',
  cannotSee:
    'Forecasts that are told as facts, reprints without their first year, and claims whose year stands in another sentence, unless the paragraph says that it is about the stage whose beginning the one before tells.',
  severity: 'warning',
  messages: {
    older: '{name} is cited for {period}, but was published in {year}',
    era: '{name} is cited for a stage that begins in {from}, but was published in {year}',
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
      title: 'этап, который начался позже',
      manuscript:
        'Третий этап берёт начало с открытия моста в 2013 году. Мост соединил берега.\n\nВ этот период город стал оживлённее. Торговля достигла новых высот ⟦(Ветров, 2011)⟧.\n\n## Литература\n\nВетров А. А. (2011). Читаемые машины // Вестник примеров. № 2. С. 5–9.\n\nЛугова Б. Б. (2006). Доказательства // Вестник примеров. № 4. С. 15–19.\n',
      says: ['Ветров 2011 is cited for a stage that begins in 2013, but was published in 2011'],
    },
    {
      title: 'кейін басталған кезең',
      manuscript:
        'Үшінші кезең 2013 жылы көпірдің ашылуымен басталды. Көпір жағалауларды қосты.\n\nБұл кезеңде сауда көлемі өсті ⟦(Жүсіпова, 2011)⟧.\n\n## Әдебиеттер\n\nЖүсіпова А. А. (2011). Оқылатын машиналар // Мысалдар хабаршысы. № 2. Б. 5–9.\n\nСәдуов Б. Б. (2006). Дәлелдер // Мысалдар хабаршысы. № 4. Б. 15–19.\n',
      says: ['Жүсіпова 2011 is cited for a stage that begins in 2013, but was published in 2011'],
    },
    {
      title: 'a stage, a plan for it, and a year of its own',
      manuscript:
        'The third stage began with the bridge that was opened in 2013. It joined the banks.\n\nIn this period the town was to grow: a market was planned (Roe, 2011). In 2009 the trade had reached new heights (Roe, 2011). Trade then reached new heights (Roe, 2011).\n\nTrade reached new heights (Roe, 2011).\n\n## References\n\nRoe, A. (2011). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
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
  const groups = new Map<number, Citation[]>()
  for (const citation of document.citations) {
    const group = groups.get(citation.group.start)
    if (group === undefined) groups.set(citation.group.start, [citation])
    else group.push(citation)
  }
  for (const [index, citation] of document.citations.entries()) {
    // who is named in the sentence speaks for himself
    if (citation.kind === 'narrative' || citation.targets.length !== 1 || citation.cited.prefix !== undefined) continue
    const reference = byId.get(citation.targets[0] ?? '')
    const year = reference === undefined ? undefined : latestYear(reference)
    if (reference === undefined || year === undefined || !Number.isFinite(year)) continue
    const claim = claimOf(document, citation, endedBefore(document.citations, index))
    if (claim === undefined) continue
    const [own] = periodsOf(claim.text)
    const era = own === undefined ? eraOf(document, citation) : undefined
    const since = own?.year ?? era?.year
    if (since === undefined || since <= year || since > year + FARTHEST || !isOfThePast(claim.text)) continue
    if (groups.get(citation.group.start)?.some((other) => yearsOf(other).some((one) => one >= since))) continue
    const [block, start, end] =
      own === undefined
        ? [era?.block ?? 0, era?.start ?? 0, era?.end ?? 0]
        : [claim.block, claim.at + own.start, claim.at + own.end]
    const passage = document.blocks[block]?.passage
    const name = shortName(reference.csl)
    yield {
      span: citation.span,
      messageId: own === undefined ? 'era' : 'older',
      data: own === undefined ? { name, from: since, year } : { name, period: own.text, year },
      confidence: 'likely',
      subject: `${name} ${since}`,
      note: 'Cite a later source for this, or say that it was foreseen.',
      related: [
        ...(passage === undefined ? [] : [{ span: spanOf(passage, start, end), message: 'what it is cited for' }]),
        { span: reference.labelSpan ?? reference.span, message: `entry ${reference.label}` },
      ],
      evidence: [
        {
          about: 'the years',
          ours: String(since),
          theirs: String(year),
          source: `entry ${reference.label}`,
          computation: `${year} < ${since}`,
        },
      ],
      concerns: [citation.id],
    }
  }
}

/** The last citation before the one at `index` whose group ends before its own begins. */
function endedBefore(citations: readonly Citation[], index: number): Citation | undefined {
  const from = citations[index]?.group.start ?? 0
  for (let at = index - 1; at >= 0; at--) if ((citations[at]?.group.end ?? 0) <= from) return citations[at]
  return undefined
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
  const now = Number(today?.slice(0, 4))
  const text = passage.text.slice(0, 2000)
  const press = WAITS.test(text) ? IN_PRESS.exec(text) : null
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
