import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { yearOf } from '../../text/csl.ts'
import { spanOf } from '../../text/passage.ts'
import { accessDates, isReal, type PrintedDate, printed, publishedDates } from './dates/access.ts'

export const accessDate: DocumentRule = {
  id: 'time/access-date',
  summary: 'The date on which a page was read exists, and lies after its publication and before today.',
  why: 'An access date that cannot be shows that the page was not read when the entry says, and the page may since have changed.',
  cannotSee:
    'Access dates without a word or bracket that says what they are, and pages that gave themselves a later date.',
  severity: 'warning',
  messages: {
    impossible: 'There is no {date}: the access date of entry {label} does not exist',
    published: 'There is no {date}: the date of entry {label} does not exist',
    future: 'Entry {label} was read on {date}, after {today}',
    early: 'Entry {label} was read on {date}, before it was published in {year}',
  },

  *check({ references }, _answers, _options, { today }) {
    for (const reference of references) {
      const { label, passage } = reference
      for (const date of publishedDates(passage.text)) {
        if (isReal(date)) continue
        yield {
          span: spanOf(passage, date.start, date.end),
          messageId: 'published',
          data: { date: date.text, label },
          subject: `${label} ${date.text}`,
          note: 'Correct the date.',
          concerns: [reference.id],
        }
      }
      for (const date of accessDates(passage.text)) {
        const base = {
          span: spanOf(passage, date.start, date.end),
          subject: `${label} ${date.text}`,
          note: 'Correct the date, or read the page again.',
          concerns: [reference.id],
        }
        if (!isReal(date)) {
          yield { ...base, messageId: 'impossible', data: { date: date.text, label } }
          continue
        }
        if (today !== undefined && printed(date) > today.slice(0, printed(date).length)) {
          yield { ...base, messageId: 'future', data: { date: date.text, label, today } }
          continue
        }
        const year = publishedIn(reference, date)
        if (year === undefined || year <= date.year) continue
        yield {
          ...base,
          messageId: 'early',
          data: { date: date.text, label, year },
          confidence: 'likely',
          evidence: [
            {
              about: 'the dates of the entry',
              ours: String(date.year),
              theirs: String(year),
              source: `entry ${label}`,
              computation: `${date.year} < ${year}`,
            },
          ],
        }
      }
    }
  },

  examples: [
    {
      title: 'read after publication',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Office of Counts. Counted machines. 2019. URL: https://example.org/counts (access date: 08.02.2022)\n2. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n',
    },
    {
      title: 'тридцать первое февраля',
      manuscript:
        'См. [1] и [2].\n\n## Литература\n\n1. Указатель машин. 2015. URL: https://example.org/mashiny (дата обращения: ⟦31.02.2016⟧)\n2. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n',
      says: ['There is no 31.02.2016: the access date of entry 1 does not exist'],
    },
    {
      title: '第十三个月',
      manuscript:
        '见[1]、[2]。\n\n## 参考文献\n\n[1] 新账[EB/OL]. (⟦2018-13-05⟧)[2019-04-20]. http://example.org/zhang.\n\n[2] 温如岚. 上学路上[M]. 河湾: 山前出版社, 2008: 1-120.\n',
      says: ['There is no 2018-13-05: the date of entry 1 does not exist'],
    },
    {
      title: 'read before it was published, and read tomorrow',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Office of Counts (2021). Counted machines. https://example.org/counts (accessed on ⟦12 March 2018⟧)\n2. Office of Counts (2019). More machines. https://example.org/more (accessed on ⟦12 March 2098⟧)\n',
      says: [
        'Entry 1 was read on 12 March 2018, before it was published in 2021',
        'Entry 2 was read on 12 March 2098, after 2026-11-22',
      ],
    },
  ],
}

/** The year of publication, where it is printed apart from the access date. */
function publishedIn({ csl, passage }: Reference, { start, end }: PrintedDate): number | undefined {
  const year = yearOf(csl)
  if (year === undefined || !/^\d{4}$/.test(year)) return undefined
  const apart = `${passage.text.slice(0, start)} ${passage.text.slice(end)}`.replace(/https?:\S+/g, ' ')
  return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(apart) ? Number(year) : undefined
}
