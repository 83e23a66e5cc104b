import type { CslName } from '../../model/csl.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { familyOf } from '../../text/csl.ts'
import { fold } from '../../text/fold.ts'
import { spanOf } from '../../text/passage.ts'
import { type HeadName, headNames } from '../lists/parallel/makers.ts'

/** Authors of a list short enough for chance to play no part. */
const SHORT = 4

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
      const seen = new Set<string>()
      for (const [, names] of grouped(reference.csl.author ?? [])) {
        const [first] = names
        if (first === undefined || names.length < 2) continue
        const authors = reference.csl.author ?? []
        if (isCommon(first.given ?? '', authors.length, authors.indexOf(names[1] as CslName) - authors.indexOf(first)))
          continue
        seen.add(fold(familyOf(first)))
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
      if (reference.key !== undefined) continue
      // as printed, where the names were not read as names
      const heads = headNames(reference.passage.text)
      for (const names of twice(heads)) {
        const [first] = names
        if (seen.has(fold(first.family))) continue
        if (isCommon(first.initials, heads.length, heads.indexOf(names[1] as HeadName) - heads.indexOf(first))) continue
        const start = Math.min(...names.map((name) => name.start))
        const end = Math.max(...names.map((name) => name.end + name.initials.length + 2))
        yield {
          span: spanOf(reference.passage, start, Math.min(end, reference.passage.text.length)),
          messageId: 'repeated',
          data: { name: `${first.family}, ${first.initials}`, count: names.length, label: reference.label },
          subject: `${reference.label} ${first.family}`,
          note: 'Drop the repeat, or put in the author who is meant.',
          confidence: 'likely',
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

/** Initials are shared by many: in a long list of authors two of them may be two people, unless they stand together. */
function isCommon(given: string, authors: number, apart: number): boolean {
  const letters = given.replace(/[^\p{L}]/gu, '')
  if (letters.length === 1) return authors > SHORT && apart > 1
  return /^\p{Lu}{2,3}$/u.test(letters) && authors > 2 * SHORT && apart > 2
}

function twice(names: readonly HeadName[]): readonly (readonly [HeadName, ...HeadName[]])[] {
  const groups = new Map<string, [HeadName, ...HeadName[]]>()
  for (const name of names) {
    if (name.initials === '') continue
    const key = fold(`${name.family}|${name.initials.replace(/[^\p{L}]/gu, '')}`)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [name])
    else group.push(name)
  }
  return [...groups.values()].filter((group) => group.length > 1)
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
