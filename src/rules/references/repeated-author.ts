import type { CslName } from '../../model/csl.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { familyOf } from '../../text/csl.ts'
import { fold } from '../../text/fold.ts'

export const repeatedAuthor: DocumentRule = {
  id: 'references/repeated-author',
  summary: 'Each author stands once in an entry.',
  why: 'A name that stands twice is a slip of the hand or the name of another author who got lost.',
  cannotSee: 'Two people of one name and the same initials, and repeats of which one is misspelt.',
  severity: 'warning',
  messages: {
    repeated: '{name} stands {count} times among the authors of entry {label}',
  },

  *check(document) {
    for (const reference of document.references) {
      for (const [, names] of grouped(reference.csl.author ?? [])) {
        const [first] = names
        if (first === undefined || names.length < 2) continue
        const name = [familyOf(first), first.given].filter((part) => part !== undefined && part !== '').join(', ')
        yield {
          span: authorSpan(reference),
          messageId: 'repeated',
          data: { name, count: names.length, label: reference.label },
          subject: `${reference.label} ${name}`,
          note: 'Drop the repeat, or put in the author who is meant.',
          concerns: [reference.id],
        }
      }
    }
  },

  examples: [
    {
      title: 'two authors',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe, A., Doe, B. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n2. Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'one author twice',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={⟦Roe, Ann and Doe, Bob and Doe, Bob⟧}, title={Literate Machines}, journal={Journal of Invented Results}, year={2004}}',
      says: ['Doe, Bob stands 2 times among the authors of entry roe2004'],
    },
    {
      title: 'one surname, two people',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe, A., Roe, B. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n2. Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
  ],
}

function grouped(names: readonly CslName[]): ReadonlyMap<string, readonly CslName[]> {
  const groups = new Map<string, CslName[]>()
  for (const name of names) {
    const key = fold(`${familyOf(name)}|${name.given ?? ''}`)
    // a bare surname may be two people: only a name with initials says that it is the same one
    if (name.literal === undefined && (name.given ?? '') === '') continue
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  return groups
}

function authorSpan({ written, fields, span }: Reference): Reference['span'] {
  const own = written?.find(({ name }) => name.toLowerCase() === 'author')?.span
  if (own !== undefined) return own
  const segments = fields.filter(({ field }) => field === 'author').flatMap((field) => field.segments)
  const [first] = segments
  const last = segments.at(-1)
  return first === undefined || last === undefined ? span : { ...first, end: last.end }
}
