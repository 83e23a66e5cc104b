import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { startsLikeEntry } from '../../reference-list/look.ts'
import { fold } from '../../text/fold.ts'
import { affinityOf } from './counting/affinity.ts'
import { countItems, entriesOf, isCitedByNumber } from './counting/count.ts'
import { strays } from './counting/strays.ts'
import { votesOf } from './counting/votes.ts'
import { entryName } from './parallel/makers.ts'
import { parallelLists } from './parallel/pairs.ts'

/** Lists of fewer entries may be in order by chance. */
const LEAST = 6
/** A list has an order where at most this part of it stands elsewhere. */
const STRAYS = 0.12
/** In so long a list two that changed places are two that strayed. */
const ENOUGH = 10

export const listOrder: DocumentRule = {
  id: 'lists/order',
  summary: 'The list keeps its order: of the alphabet, or of first mention.',
  why: 'Readers look for an entry where the order says it must be; a stray one looks missing.',
  cannotSee: 'Orders of other kinds (by year, by type), and lists that are too short or too mixed to show one.',
  severity: 'warning',
  messages: {
    swapped:
      'Entries {number} and {next} have changed places: the text names the makers of each beside the number of the other',
    alphabet: '{name} stands out of the alphabetical order of the list, after {before}',
    mention: 'Entry {number} is first cited after entry {before}, though the list is in the order of first mention',
    drift: 'The two lists give {count} of their works in another order',
  },

  *check(document) {
    const drifting = new Set<string>()
    for (const { repeated, pairs } of parallelLists(document)) {
      const moved = strays(pairs.map(({ original }) => original.index))
      const [first] = moved.map((index) => pairs[index])
      // two alphabets give two orders
      if (first === undefined || moved.length > pairs.length * STRAYS + 1) continue
      drifting.add(repeated.id)
      yield {
        span: first.repeated.labelSpan ?? first.repeated.span,
        messageId: 'drift',
        data: { count: moved.length },
        severity: 'info',
        subject: `${repeated.id} drift`,
        related: [{ span: first.original.labelSpan ?? first.original.span, message: 'its place in the other list' }],
      }
    }
    for (const list of document.lists) {
      if (list.kind !== 'references') continue
      const entries = entriesOf(document, list)
      if (isCitedByNumber(document, list)) yield* swapped(document, list, entries)
      if (drifting.has(list.id) || entries.length < LEAST) continue
      const drafts = [...alphabetical(entries)]
      yield* drafts
      if (drafts.length === 0 && isCitedByNumber(document, list)) yield* byMention(document, list, entries)
    }
  },

  examples: [
    {
      title: 'an alphabetical list',
      manuscript: `See Abel (2004).\n\n## References\n\n${alphabet(['Abel', 'Brand', 'Corran', 'Doe', 'Ellery', 'Farr', 'Gray', 'Hollis', 'Ives'])}`,
    },
    {
      title: 'an entry that strayed',
      manuscript: `See Abel (2004).\n\n## References\n\n${alphabet(['Abel', 'Brand', '⟦Lindt⟧', 'Corran', 'Doe', 'Ellery', 'Farr', 'Gray', 'Hollis', 'Ives'])}`,
      says: ['Lindt 2004 stands out of the alphabetical order of the list, after Brand 2004'],
      severity: 'info',
    },
    {
      title: 'другой порядок во втором списке',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006), перечисляют (Садов, 2008) и считают (Шарова, 2010).\n\n## Литература\n\n- Ветров А. А. (2004). Читаемые машины // Вестник примеров. № 2. С. 5–9.\n- Лугова Б. Б. (2006). Доказательства // Вестник примеров. № 4. С. 15–19.\n- Садов В. В. (2008). Списки // Вестник примеров. № 6. С. 25–29.\n- Шарова Г. Г. (2010). Числа // Вестник примеров. № 8. С. 35–39.\n\n## References\n\n- Vetrov A. A. (2004). Chitaemye mashiny. Vestnik primerov. No. 2. P. 5–9.\n⟦-⟧ Sadov V. V. (2008). Spiski. Vestnik primerov. No. 6. P. 25–29.\n- Lugova B. B. (2006). Dokazatelʹstva. Vestnik primerov. No. 4. P. 15–19.\n- Sharova G. G. (2010). Chisla. Vestnik primerov. No. 8. P. 35–39.\n',
      says: ['The two lists give 1 of their works in another order'],
      severity: 'info',
    },
    {
      title: 'two entries that changed places under their numbers',
      manuscript:
        'Roe builds them [1]. Doe proves them [⟦2⟧]. Poe lists them [3]. Lee counts them [4].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n3. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n'.replace(
          '[⟦2⟧]',
          '⟦[2]⟧',
        ),
      says: ['Entries 2 and 3 have changed places: the text names the makers of each beside the number of the other'],
    },
  ],
}

function alphabet(families: readonly string[]): string {
  return families
    .map((family) => {
      const end = family.endsWith('⟧')
        ? ', A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.⟧'
        : ', A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.'
      return `- ${family.replace('⟧', '')}${end}`
    })
    .join('\n')
}

/** Neighbours whose makers are named beside each other's number, and never beside their own. */
function* swapped(document: Document, list: ReferenceList, entries: readonly Reference[]): Iterable<Draft> {
  const { byPrinted } = countItems(list)
  const votes = votesOf(document, byPrinted, affinityOf(document, entries))
  const at = (number: number, by: number): typeof votes =>
    votes.filter((vote) => vote.number === number && vote.by === by)
  for (const { number } of votes.filter(({ by }) => by === 1)) {
    const [first, ...others] = at(number, 1)
    const back = at(number + 1, -1)
    if (first === undefined || back.length === 0 || at(number, 0).length > 0 || at(number + 1, 0).length > 0) continue
    if (first !== votes.find((vote) => vote.number === number && vote.by === 1)) continue
    const ids = [byPrinted.get(number) ?? '', byPrinted.get(number + 1) ?? '']
    const all = [first, ...others, ...back]
    yield {
      span: first.citation.span,
      messageId: 'swapped',
      data: { number, next: number + 1 },
      confidence: 'likely',
      subject: `swapped ${number}`,
      related: [
        ...back
          .slice(0, 2)
          .map(({ citation }) => ({ span: citation.span, message: `here the maker of entry ${number} is named` })),
        ...entries
          .filter(({ id }) => ids.includes(id))
          .map(({ labelSpan, span, label }) => ({ span: labelSpan ?? span, message: `entry ${label}` })),
      ],
      evidence: [
        {
          about: `the maker named beside [${number}]`,
          ours: String(number),
          theirs: String(number + 1),
          source: 'the text',
        },
        {
          about: `the maker named beside [${number + 1}]`,
          ours: String(number + 1),
          theirs: String(number),
          source: 'the text',
        },
      ],
      explains: [...all.map(({ citation }) => citation.id), ...ids],
      echoes: ['citations/wrong-number', 'citations/author', 'citations/year'],
    }
    return
  }
}

function* alphabetical(entries: readonly Reference[]): Iterable<Draft> {
  for (const script of ['Latin', 'Cyrillic'] as const) {
    const begins = new RegExp(`^[^\\p{L}]{0,8}\\p{Script=${script}}`, 'u')
    const group = entries.filter(({ passage }) => begins.test(passage.text) && isSortable(passage.text))
    if (group.length < LEAST) continue
    const keys = group.map(({ passage }) => fold(headWord(passage.text)))
    const order = new Map([...new Set(keys)].sort(compare).map((key, rank) => [key, rank]))
    const stray = strays(keys.map((key) => order.get(key) as number))
    if (stray.length === 0 || stray.length > Math.max(group.length < ENOUGH ? 1 : 2, group.length * STRAYS)) continue
    for (const index of stray) {
      const entry = group[index] as Reference
      const before = group[index - 1]
      yield {
        span: entry.span,
        messageId: 'alphabet',
        data: { name: entryName(entry), before: before === undefined ? 'the heading' : entryName(before) },
        severity: 'info',
        subject: entryName(entry),
        related: before === undefined ? [] : [{ span: before.labelSpan ?? before.span, message: 'the entry before' }],
        concerns: [entry.id],
      }
    }
  }
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Particles, articles, accents and hyphens are sorted in more than one way: such entries are passed over. */
function isSortable(text: string): boolean {
  const head = text.slice(0, 40).replace(/^[^\p{L}]+/u, '')
  return (
    startsLikeEntry(text) &&
    !PARTICLE.test(head) &&
    /^(?:[A-Za-z]{2,}|\p{Script=Cyrillic}{2,})(?![\p{L}\p{M}'’-])/u.test(head)
  )
}

const PARTICLE =
  /^(?:van|von|de|den|der|del|dela|da|das|dos|do|di|du|la|le|les|el|al|ter|ten|the|an?|af|av|st|san|santa|mac|mc|o)[\s'’-]/iu

/** The first word of an entry: what lists are sorted by. */
function headWord(text: string): string {
  return /\p{L}[\p{L}\p{M}]*/u.exec(text.slice(0, 60))?.[0] ?? ''
}

/** First mentions in the order of the text must count up; only where nearly all of them do. */
function* byMention(document: Document, list: ReferenceList, entries: readonly Reference[]): Iterable<Draft> {
  const seen = new Set<number>()
  const first: { number: number; citation: Document['citations'][number] }[] = []
  for (const citation of document.citations) {
    if (citation.kind !== 'numeric') continue
    for (const number of citation.cited.numbers ?? []) {
      if (seen.has(number)) continue
      seen.add(number)
      first.push({ number, citation })
    }
  }
  if (first.length < LEAST || first.length * 2 < entries.length) return
  const stray = strays(first.map(({ number }) => number))
  if (stray.length === 0 || stray.length > Math.max(1, first.length * STRAYS)) return
  const { byPrinted } = countItems(list)
  for (const index of stray) {
    const { number, citation } = first[index] as (typeof first)[number]
    const before = first[index - 1]
    yield {
      span: citation.span,
      messageId: 'mention',
      data: { number, before: before?.number ?? 0 },
      severity: 'info',
      subject: `mention ${number}`,
      concerns: [citation.id, ...(byPrinted.has(number) ? [byPrinted.get(number) as string] : [])],
    }
  }
}
