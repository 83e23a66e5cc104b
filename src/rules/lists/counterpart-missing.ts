import type { Draft } from '../../model/finding.ts'
import type { Reference, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { entryName } from './parallel/makers.ts'
import { type ParallelLists, parallelLists } from './parallel/pairs.ts'

/** Where more than these, and more than this part of a list, have no partner, the second list is a selection. */
const MANY = 2
const MOST = 0.34

export const counterpartMissing: DocumentRule = {
  id: 'lists/counterpart-missing',
  summary: 'Each entry of a list stands in the list that repeats it, too.',
  why: 'Indexes read the second list only: a work that it lacks is not counted as cited, and one that only it has was never cited.',
  cannotSee: 'Second lists that are meant as a selection, and an entry whose counterpart is another work by mistake.',
  severity: 'warning',
  messages: {
    missing: 'Entry {label} ({name}) has no counterpart in {list}',
    many: '{count} of {total} entries have no counterpart in {list}',
  },

  *check(document) {
    for (const lists of parallelLists(document)) {
      yield* missing(lists.aloneInOriginal, lists.original, lists.repeated, lists)
      yield* missing(lists.aloneInRepeated, lists.repeated, lists.original, lists)
    }
  },

  examples: [
    {
      title: 'два списка из одних работ',
      manuscript:
        'Машины читают [1], доказывают [2].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n\n## References\n\n1. Vetrov A. A. Chitaemye mashiny. Vestnik primerov. 2004. No. 2. P. 5–9.\n2. Lugova B. B. Dokazatel’stva. Vestnik primerov. 2006. No. 4. P. 15–19.\n',
    },
    {
      title: 'в References нет одной работы',
      manuscript:
        'Машины читают [1], доказывают [2], считают [3].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. ⟦Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.⟧\n3. Садов В. В. Списки // Вестник примеров. 2008. № 6. С. 25–29.\n\n## References\n\n1. Vetrov A. A. Chitaemye mashiny. Vestnik primerov. 2004. No. 2. P. 5–9.\n2. Sadov V. V. Spiski. Vestnik primerov. 2008. No. 6. P. 25–29.\n',
      says: ['Entry 2 (Лугова 2006) has no counterpart in References'],
    },
  ],
}

function* missing(
  alone: readonly Reference[],
  own: ReferenceList,
  other: ReferenceList,
  { pairs }: ParallelLists,
): Iterable<Draft> {
  const [first] = alone
  if (first === undefined) return
  const list = other.heading ?? 'the other list'
  const related =
    other.headingSpan === undefined ? [] : [{ span: other.headingSpan, message: 'the list that lacks it' }]
  if (alone.length > MANY && alone.length > own.references.length * MOST) {
    yield {
      span: first.span,
      messageId: 'many',
      data: { count: alone.length, total: own.references.length, list },
      severity: 'info',
      subject: `${own.id} many`,
      related,
    }
    return
  }
  for (const reference of alone) {
    const { id, label, span } = reference
    yield {
      span,
      messageId: 'missing',
      data: { label, name: entryName(reference), list },
      confidence: 'likely',
      subject: `${entryName(reference)} ${list}`,
      note: `Add it to ${list}, or drop it here.`,
      related,
      evidence: [
        {
          about: 'the two lists',
          ours: String(own.references.length),
          theirs: String(other.references.length),
          source: list,
          computation: `${pairs.length} entries stand in both`,
        },
      ],
      concerns: [id],
    }
  }
}
