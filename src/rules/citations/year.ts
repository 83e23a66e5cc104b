import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { yearOf } from '../../text/csl.ts'
import { referencesById } from './authors/named.ts'

export const citedYear: DocumentRule = {
  id: 'citations/year',
  summary: 'The year in the text is the year of the entry.',
  why: 'Readers find an author-year citation by its year; one digit off sends them to another work or to none.',
  cannotSee: 'Which of the two years is right, and a wrong year that fits another work of the same authors.',
  severity: 'warning',
  messages: {
    differs: 'The text says {names} {cited}, the list says {listed}',
  },

  *check(document) {
    const byId = referencesById(document)
    for (const citation of document.citations) {
      const link = citation.links.find(({ differs }) => differs?.length === 1 && differs[0] === 'year')
      const reference = link && byId.get(link.reference)
      const { year, names, suffix = '' } = citation.cited
      const listed = reference && yearOf(reference.csl)
      if (!reference || year === undefined || listed === undefined || names === undefined) continue
      // the entry has this year too: as the year of an edition, of an access, or the one that was not read
      const text = reference.passage.text.slice(0, 4000)
      if (text.includes(String(year)) || isOnlyAccess(text, listed)) continue
      const printed = names.map((name) => name.family).join(', ')
      const span = citation.yearSpan ?? citation.span
      yield {
        span,
        messageId: 'differs',
        data: { names: printed, cited: `${year}${suffix}`, listed },
        confidence: 'likely',
        subject: `${printed} ${year} ${listed}`,
        note: 'Correct the year where it is wrong.',
        related: [{ span: yearSpan(reference), message: `the entry says ${listed}` }],
        evidence: [{ about: 'year', ours: String(year), theirs: listed, source: 'the reference list' }],
        concerns: [citation.id, reference.id],
      }
    }
  },

  examples: [
    {
      title: 'the same year',
      manuscript:
        'Machines read (Roe, 2004).\n\n## References\n\nRoe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'one year off',
      manuscript:
        'Machines read (Roe, ⟦2005⟧), and prove (Doe, 2006).\n\n## References\n\nRoe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['The text says Roe 2005, the list says 2004'],
    },
    {
      title: 'год в тексте и в списке',
      manuscript:
        'Машины читают (Ветров, ⟦2005⟧), люди доказывают (Лугова, 2006).\n\n## Литература\n\nВетров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n\nЛугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The text says Ветров 2005, the list says 2004'],
    },
  ],
}

function yearSpan({ fields, span }: Reference): Reference['span'] {
  return fields.find(({ field }) => field === 'issued')?.segments[0] ?? span
}

const ACCESS =
  /(?:access(?:ed)?|retrieved|acess?o em|consult[ée]\p{L}*|обращени\p{L}*|доступ\p{L}*|қаралған|zugriff|abgerufen|访问|检索)[^;]{0,40}$/iu

/** Whether the entry has the year only as that of a visit to a page: it has none of its own then. */
function isOnlyAccess(text: string, listed: string): boolean {
  let count = 0
  for (let at = text.indexOf(listed); at >= 0; at = text.indexOf(listed, at + 1)) {
    if (!ACCESS.test(text.slice(Math.max(0, at - 60), at))) return false
    count++
  }
  return count > 0
}
