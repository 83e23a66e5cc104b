import type { Document } from '../../model/document.ts'
import type { Draft, Edit, Fix } from '../../model/finding.ts'
import type { ListItem, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { affinityOf } from './counting/affinity.ts'
import { type Count, type Counted, countItems, entriesOf, isCitedByNumber, mappingOf } from './counting/count.ts'
import { joinItems, renumberCitations, renumberItems } from './counting/renumber.ts'
import { type Verdict, whichCount } from './counting/which-count.ts'

/** Findings that go away once the list is counted right. */
const ECHOES = [
  'citations/undefined',
  'citations/wrong-number',
  'citations/author',
  'citations/year',
  'references/uncited',
  'references/missing-field',
  'lists/numbering',
  'lists/order',
] as const

const WHAT: Readonly<Record<NonNullable<ListItem['continues']>, string>> = {
  'access-date': 'only the access date',
  tail: 'the rest',
  'no-start': 'the rest',
}

export const splitEntry: DocumentRule = {
  id: 'lists/split-entry',
  summary: 'Each item of the list is one whole entry.',
  why: 'An entry that was broken in two takes two numbers: from there on every number leads the reader to a wrong work.',
  cannotSee:
    'An entry that is broken so that both parts look complete, and lists without marks, where a new line is no new item.',
  severity: 'error',
  messages: {
    shifted: 'Item {number} is {what} of entry {entry}, so the numbers after it are too high: {mapping}',
    taken: 'Item {number} is {what} of entry {entry}, not an entry of its own',
    torn: 'This item is {what} of entry {entry}, not an entry of its own',
  },

  *check(document) {
    for (const list of document.lists) {
      if (list.kind === 'library') continue
      const count = countItems(list)
      if (count.torn.length > 0) yield* tornItems(document, list, count)
    }
  },

  examples: [
    {
      title: 'whole entries',
      manuscript:
        'See [1], [2] and [3].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
    },
    {
      title: 'an access date with a number of its own; the text cites the true numbers',
      format: 'text',
      manuscript:
        'Roe builds them [1]. They are counted each year [2], and Poe lists them [3].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Office of Counts. Counted machines. 2019. URL: https://example.org/counts\n⟦3. (access date: 08.02.2022)⟧\n4. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
      says: ['Item 3 is only the access date of entry 2, so the numbers after it are too high: 4 → 3'],
      fixed:
        'Roe builds them [1]. They are counted each year [2], and Poe lists them [3].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Office of Counts. Counted machines. 2019. URL: https://example.org/counts (access date: 08.02.2022)\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
    },
    {
      title: 'the text follows the printed numbers, and is renumbered with the list',
      format: 'text',
      manuscript:
        'Roe builds them [1]. Doe proves them [2], and Poe lists them [4, p. 26].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4(1):\n⟦3. 15–19.⟧\n4. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
      says: ['Item 3 is the rest of entry 2, so the numbers after it are too high: 4 → 3'],
      fixed:
        'Roe builds them [1]. Doe proves them [2], and Poe lists them [3, p. 26].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4(1): 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
    },
    {
      title: 'хвост записи без номера ничего не сдвигает',
      manuscript:
        'См. [1], [2] и [3].\n\nЛитература\n\n- 1. Ветров А. А. Читаемые маши-\n\n- ⟦ны // Вестник примеров. 2004. № 2. С. 5–9.⟧\n- 2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n- 3. Садов В. В. Списки // Вестник примеров. 2008. № 6. С. 25–29.\n',
      says: ['This item is the rest of entry 1, not an entry of its own'],
      severity: 'warning',
    },
  ],
}

function* tornItems(document: Document, list: ReferenceList, count: Count): ReturnType<DocumentRule['check']> {
  const entries = entriesOf(document, list)
  const labels = new Map(entries.map(({ id, label }) => [id, label]))
  const voids = new Set(count.torn.filter(({ taken }) => taken).map(({ printed }) => printed))
  let affinity: ReturnType<typeof affinityOf> | undefined
  const verdict = isCitedByNumber(document, list)
    ? whichCount(document, count.byPrinted, count.byMeant, voids, () => (affinity ??= affinityOf(document, entries)))
    : undefined
  for (const [index, torn] of count.torn.entries()) {
    const before = list.items[list.items.indexOf(torn.item) - 1]
    if (before === undefined || !standsAlone(document, before, torn.item)) continue
    const entry = labels.get(torn.item.reference) ?? ''
    const join = joinItems(document, before, torn.item)
    const draft = {
      span: torn.item.marker === undefined || torn.taken ? torn.item.span : textOnly(document, torn.item),
      data: { number: torn.printed, what: WHAT[torn.item.continues ?? 'tail'], entry },
      subject: `${entry} ${torn.item.continues}`,
      related: [
        {
          span: before.span,
          message: index === 0 ? `the beginning of entry ${entry}` : `the part of entry ${entry} before it`,
        },
      ],
    }
    if (!torn.taken) {
      const fixes: Fix[] =
        join === undefined ? [] : [{ title: `Join it to entry ${entry}`, safety: 'ask', edits: [join] }]
      yield { ...draft, messageId: 'torn', confidence: 'likely', severity: 'warning', fixes }
      continue
    }
    const next = count.torn.slice(index + 1).find(({ taken }) => taken)
    const moved = count.entries.filter(
      ({ item }) =>
        item.span.start > torn.item.span.start && (next === undefined || item.span.start < next.item.span.start),
    )
    yield shifted({ document, count, moved, join, verdict, draft })
  }
}

interface Shifted {
  readonly document: Document
  readonly count: Count
  /** the entries after the torn part, up to the next one */
  readonly moved: readonly Counted[]
  readonly join: Edit | undefined
  readonly verdict: Verdict | undefined
  readonly draft: Pick<Draft, 'span' | 'subject'> & {
    readonly data: Record<string, string | number>
    readonly related: Draft['related']
  }
}

function shifted({ document, count, moved, join, verdict, draft }: Shifted): Draft {
  const mapping = mappingOf(moved)
  const { number = '' } = draft.data
  const numbers = new Set(moved.flatMap(({ printed, meant }) => [printed, meant]))
  const touched = (verdict?.affected ?? []).filter(({ cited }) => cited.numbers?.some((number) => numbers.has(number)))
  const follows = verdict?.follows ?? 'unknown'
  const explained = new Set<string>(moved.map(({ item }) => item.reference))
  for (const { id, cited } of touched) {
    // a number that no count has stays undefined
    if (cited.numbers?.every((number) => count.byMeant.has(number))) explained.add(id)
  }
  const edits = join === undefined ? [] : [join, ...renumberItems(document, moved, { typeLost: true })]
  const printed = new Map(moved.map((one) => [one.printed, one.meant]))
  const all = follows === 'printed' ? [...edits, ...renumberCitations(document, touched, printed)] : edits
  const fix: Fix = {
    title:
      follows === 'printed' ? 'Join the entry, and renumber list and text' : 'Join the entry, and renumber the list',
    safety: follows === 'meant' ? 'safe' : 'ask',
    edits: all,
  }
  const because = verdict?.because ?? ''
  return {
    ...draft,
    messageId: mapping === '' ? 'taken' : 'shifted',
    data: { ...draft.data, mapping },
    confidence: follows === 'unknown' ? 'likely' : 'certain',
    ...(follows === 'meant' && because !== '' ? { note: `The text follows the right numbers: ${because}.` } : {}),
    ...(follows === 'printed' ? { note: `The text follows the printed numbers: ${because}.` } : {}),
    related: [
      ...(draft.related ?? []),
      ...moved
        .slice(0, 1)
        .map(({ item, meant }) => ({ span: item.marker ?? item.span, message: `this is entry ${meant}` })),
    ],
    evidence: [
      {
        about: 'the numbers of the list',
        ours: mapping === '' ? String(number) : mapping.replaceAll(/ → [^,]+/g, ''),
        theirs: `${count.entries.length} entries in ${count.entries.length + count.torn.filter(({ taken }) => taken).length} numbered items`,
        source: 'the list',
        ...(mapping === '' ? {} : { computation: mapping }),
      },
    ],
    fixes: join === undefined ? [] : [fix],
    explains: follows === 'printed' ? [] : [...explained],
    echoes: ECHOES,
  }
}

/** A part without a mark of its own is no item, unless a blank line stands before it. */
function standsAlone({ source }: Document, before: ListItem, item: ListItem): boolean {
  if (item.marker !== undefined) return true
  if (/^(?:https?:|www\.|doi)/i.test(source.text.slice(item.span.start, item.span.start + 8))) return false
  // a page may end between the two
  const between = source.text.slice(before.span.end, item.span.start)
  return between.trim() === '' && !between.includes('\f') && /\n\s*\n/.test(between.slice(0, 100).replaceAll('\r', ''))
}

function textOnly({ source }: Document, { span, marker }: ListItem): Draft['span'] {
  let start = marker?.end ?? span.start
  while (start < span.end && /\s/.test(source.text[start] as string)) start++
  return { ...span, start }
}
