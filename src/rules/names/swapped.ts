import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { isPinyinSurname, nameKeys, type PersonName, pinyinSyllables } from '../../names/index.ts'
import { nameSpan, printed } from '../citations/authors/named.ts'
import { isForename } from './people/forenames.ts'
import { type Listed, listedPersons } from './people/listed.ts'

export const swappedNames: DocumentRule = {
  id: 'names/swapped',
  summary: 'Surname and given name stand in the places that are theirs.',
  why: 'Under the given name the work is sorted where nobody looks for it, and the author is counted as two people.',
  cannotSee: 'Swapped names of people of whom no other entry has the name the right way round.',
  severity: 'warning',
  messages: {
    swapped: '“{name}” has surname and given name swapped: entry {other} has “{right}”',
  },

  *check(document) {
    const people = listedPersons(document)
    const byFamily = new Map<string, Listed[]>()
    const byHeads = new Map<string, Listed[]>()
    for (const listed of people) {
      put(byFamily, nameKeys(listed.person.family).folded, listed)
      put(byHeads, headsOf(listed.person), listed)
    }
    const said = new Set<string>()
    for (const wrong of people) {
      const right = spelledOut(wrong, byFamily) ?? inInitials(wrong, byHeads)
      if (right === undefined) continue
      const draft = describe(wrong, right)
      const pair = [draft.subject, [printed(right.person), printed(wrong.person)].join(' ')]
      if (pair.some((one) => said.has(one ?? ''))) continue
      said.add(draft.subject ?? '')
      yield draft
    }
  },

  examples: [
    {
      title: 'two people',
      manuscript:
        'See [1, 2].\n\n## References\n\n1. Lindqvist, M., & Quimby, A. (2009). Ferry timetables. *Journal of Invented Results*, 2(1), 5–9.\n2. Marlow, L., & Quimby, A. (2012). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'a given name where the surname belongs',
      manuscript:
        'See [1, 2].\n\n## References\n\n1. ⟦Martha⟧, L., & Quimby, A. (2009). Ferry timetables. *Journal of Invented Results*, 2(1), 5–9.\n2. Lindqvist, M., & Quimby, A. (2012). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['“Martha, L.” has surname and given name swapped: entry 2 has “Lindqvist, M.”'],
    },
    {
      title: 'a Chinese name, and its initials',
      manuscript:
        'See [1, 2].\n\n## References\n\n1. ⟦Tian-Ming⟧, Y. (2009). Ferry timetables. *Journal of Invented Results*, 2(1), 5–9.\n2. Yuan, T.-M. (2012). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['“Tian-Ming, Y.” has surname and given name swapped: entry 2 has “Yuan, T.-M.”'],
    },
  ],
}

function put(map: Map<string, Listed[]>, key: string, listed: Listed): void {
  const before = map.get(key)
  if (before === undefined) map.set(key, [listed])
  else if (before.length < 50) before.push(listed)
}

const isSpelled = (given: string | undefined): given is string => given !== undefined && /\p{Ll}{2}/u.test(given)

const headOf = (word: string): string => (nameKeys(word).folded[0] ?? '').toUpperCase()

/** Head of the surname, then the initials. */
const headsOf = ({ family, initials }: PersonName): string => `${headOf(family)}|${initials.join('')}`

/** `Peter, Osten` and `Osten, Peter`: both parts, the other way round. Of the two the one that begins with a given name is wrong. */
function spelledOut(wrong: Listed, byFamily: ReadonlyMap<string, readonly Listed[]>): Listed | undefined {
  const { family, given } = wrong.person
  if (!isSpelled(given)) return undefined
  const own = nameKeys(family).folded
  return byFamily.get(nameKeys(given).folded)?.find(({ person, reference }) => {
    if (reference === wrong.reference || !isSpelled(person.given)) return false
    return (
      nameKeys(person.given).folded === own && own !== nameKeys(given).folded && !isForename(nameKeys(given).folded)
    )
  })
}

/** Among many co-authors some letters cross by chance. */
const few = (others: ReadonlySet<string>): boolean => others.size <= 4

/** `Martha, L.` and `Lindqvist, M.`: the first letters cross, and the surname is a given name. */
function inInitials(wrong: Listed, byHeads: ReadonlyMap<string, readonly Listed[]>): Listed | undefined {
  const { family, given, initials, particle } = wrong.person
  if (given === undefined || particle !== undefined || initials.length !== 1) return undefined
  const syllables = pinyinSyllables(family)
  const chinese = syllables !== undefined && syllables.length === 2 && !isPinyinSurname(family)
  const heads = chinese ? syllables.map((part) => (part[0] as string).toUpperCase()).join('') : headOf(family)
  if (!chinese && !isForename(nameKeys(family).folded)) return undefined
  const given0 = isSpelled(given) ? nameKeys(given).folded : undefined
  return byHeads.get(`${initials[0]}|${heads}`)?.find(({ person, reference, others }) => {
    if (reference === wrong.reference || isForename(nameKeys(person.family).folded)) return false
    if (chinese && !isPinyinSurname(person.family)) return false
    if (given0 !== undefined && given0 !== nameKeys(person.family).folded) return false
    if (isSpelled(person.given) && nameKeys(person.given).folded !== nameKeys(family).folded) return false
    // one letter each proves little: a co-author must be the same, or the initials two
    return chinese || (few(others) && few(wrong.others) && [...others].some((name) => wrong.others.has(name)))
  })
}

function describe(wrong: Listed, right: Listed): Draft {
  const [name, other] = [printed(wrong.person), printed(right.person)]
  const shared = [...wrong.others].filter((one) => right.others.has(one))
  return {
    span: nameSpan(wrong.reference, wrong.person),
    messageId: 'swapped',
    data: { name, right: other, other: right.reference.label },
    confidence: 'likely',
    subject: `${name} ${other}`,
    note: 'See which part is the surname, and put it first in both entries.',
    related: [{ span: nameSpan(right.reference, right.person), message: `here “${other}”` }],
    evidence: [
      {
        about: 'author',
        ours: name,
        theirs: other,
        source: `entry ${right.reference.label}`,
        computation: `surname and given name agree crosswise${shared.length === 0 ? '' : `; co-author ${shared.join(', ')}`}`,
      },
    ],
    concerns: [wrong.reference.id, right.reference.id],
  }
}
