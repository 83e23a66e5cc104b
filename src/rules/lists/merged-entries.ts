import type { Document } from '../../model/document.ts'
import type { Draft, Edit, Fix } from '../../model/finding.ts'
import type { Reference, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { compareFamilies } from '../../names/index.ts'
import { shorten } from '../../text/csl.ts'
import { spanOf } from '../../text/passage.ts'
import { affinityOf } from './counting/affinity.ts'
import { type Count, type Counted, countItems, entriesOf, isCitedByNumber, mappingOf } from './counting/count.ts'
import { renumberCitations, renumberItems } from './counting/renumber.ts'
import { secondWork } from './counting/second-work.ts'
import { whichCount } from './counting/which-count.ts'
import { headNames } from './parallel/makers.ts'
import { inOtherList } from './parallel/merged.ts'

/** Where the makers of the second work stand. */
const NAMED = 120

const ECHOES = [
  'citations/undefined',
  'citations/wrong-number',
  'citations/author',
  'citations/missing-coauthor',
  'citations/year',
  'references/uncited',
  'lists/numbering',
  'lists/counterpart-differs',
  'lists/counterpart-missing',
] as const

export const mergedEntries: DocumentRule = {
  id: 'lists/merged-entries',
  summary: 'Each item of the list is one work.',
  why: 'The second of two works that share an item has no number of its own, and all numbers after it lead to the wrong work.',
  cannotSee:
    'Works that are joined on purpose in styles that give several under one number, where they begin without an author.',
  severity: 'warning',
  messages: {
    merged: 'Entry {label} holds a second work that begins with “{words}”',
    shifted: 'Entry {label} holds a second work, “{words}”, so the numbers after it are too low: {mapping}',
  },

  *check(document) {
    for (const list of document.lists) {
      if (list.kind === 'library') continue
      const entries = entriesOf(document, list)
      const count = countItems(list)
      for (const entry of entries) {
        const cut = secondWork(entry.passage.text)
        if (cut !== undefined) yield describe(document, list, count, entry, cut)
      }
    }
  },

  examples: [
    {
      title: 'one work in an item',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Proofs and numbers / ed. by B. Doe, C. Poe. Larkport: Example Press, 2004. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'two works in one item, and the text counts both',
      manuscript:
        'Roe builds them [1]. Doe proves them [2]. Poe lists them [3], and Lee counts them [4].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. ⟦Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.⟧\n2. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n3. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
      says: ['Entry 1 holds a second work, “Doe B. Proofs that run”, so the numbers after it are too low: 2–3 → 3–4'],
      fixed:
        'Roe builds them [1]. Doe proves them [2]. Poe lists them [3], and Lee counts them [4].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
    },
    {
      title: 'a body after a publisher, and a person named in a title',
      manuscript:
        'Machines read (Roe, 2004), count (Office of Counts, 2010), prove (Doe, 2006) and argue (Poe, 2009).\n\n## References\n\nRoe, A. (2004). *Literate machines*. Larkport: Example Press. ⟦Doe, B., & Lee, D. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.⟧\n\nOffice of Counts. (2010). Counted machines. https://example.org/counts\n\nPoe, C. (2009). A reply to Roe, A. (2004) and a proof of the contrary. *Journal of Invented Results*, 7(1), 35–39.\n',
      says: ['Entry 1 holds a second work that begins with “Doe, B., & Lee, D. (2006). Proofs that run”'],
    },
    {
      title: 'две записи в одном абзаце',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006), считают (Садов, 2008).\n\n## Литература\n\nВетров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9. ⟦Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.⟧\n\nСадов В. В. Списки // Вестник примеров. 2008. № 6. С. 25–29.\n\nТопчий Г. Г. Числа // Вестник примеров. 2009. № 7. С. 35–39.\n',
      says: ['Entry 1 holds a second work that begins with “Лугова Б. Б. Доказательства”'],
    },
  ],
}

function describe(document: Document, list: ReferenceList, count: Count, entry: Reference, cut: number): Draft {
  const { passage, label, id } = entry
  const right = passage.text.slice(cut)
  const words = shorten(right.split(/\s\/\/|(?<=\p{Ll}{2})\. |, \d/u)[0]?.trim() ?? right, 50)
  const own = count.entries.findIndex(({ item }) => item.reference === id)
  const after = count.entries.slice(own + 1)
  const mine = count.entries[own]
  // a number that is missing after the entry is the one of the second work
  const free = mine !== undefined && after[0] !== undefined && after[0].printed > mine.printed + 1
  const moved: readonly Counted[] = free ? [] : after.map((one) => ({ ...one, meant: one.printed + 1 }))
  const numbered = list.numbering !== 'none' && isCitedByNumber(document, list) && mine !== undefined
  const base = {
    span: spanOf(passage, cut),
    subject: `${label} ${words}`,
    confidence: 'likely',
    note: 'Give the second work an item of its own.',
    related: [
      { span: entry.labelSpan ?? spanOf(passage, 0, Math.min(cut, 40)), message: `entry ${label} begins here` },
    ],
    concerns: [id],
  } as const
  // the item is read as one work with the years, pages and makers of two
  const misread = [id, ...inOtherList(document, entry, cut), ...linkedTo(document, id)]
  if (!numbered || moved.length === 0 || mine === undefined) {
    return {
      ...base,
      messageId: 'merged',
      data: { label, words },
      explains: [...misread, ...citing(document, right, mine === undefined ? undefined : mine.printed + 1)],
      echoes: ECHOES,
    }
  }
  const printed = count.byPrinted
  const meant = new Map(count.entries.slice(0, own + 1).map(({ printed: number, item }) => [number, item.reference]))
  meant.set(mine.printed + 1, `${id} second`)
  for (const { meant: number, item } of moved) meant.set(number, item.reference)
  let affinity: ReturnType<typeof affinityOf> | undefined
  const ask = (): ReturnType<typeof affinityOf> => (affinity ??= affinityOf(document, entriesOf(document, list)))
  const verdict = whichCount(document, printed, meant, new Set(), ask)
  // a number that only the full count has is cited
  const last = Math.max(0, ...meant.keys())
  const beyond = verdict.affected.some(({ cited }) => cited.numbers?.includes(last) === true)
  const follows = beyond && verdict.follows !== 'printed' ? 'meant' : verdict.follows
  const edits = split(document, entry, cut, mine.printed + 1, moved)
  const numbers = new Map(moved.map((one) => [one.printed, one.meant]))
  const fix: Fix = {
    title:
      follows === 'meant' ? 'Divide the item and renumber the list' : 'Divide the item, and renumber list and text',
    safety: 'ask',
    edits: follows === 'meant' ? edits : [...edits, ...renumberCitations(document, verdict.affected, numbers)],
  }
  const mapping = mappingOf(moved)
  return {
    ...base,
    messageId: 'shifted',
    data: { label, words, mapping },
    evidence: [
      {
        about: 'the numbers of the list',
        ours: String(printed.size),
        theirs: String(meant.size),
        source: 'the list',
        computation: mapping,
      },
    ],
    fixes: edits.length === 0 ? [] : [fix],
    explains:
      follows === 'printed'
        ? misread
        : [
            ...misread,
            ...verdict.affected.map((one) => one.id),
            ...moved.map(({ item }) => item.reference),
            ...citing(document, right, undefined),
          ],
    echoes: ECHOES,
  }
}

/** Citations that the item answers. */
function linkedTo({ citations }: Document, id: string): readonly string[] {
  return citations.filter(({ links }) => links.some(({ reference }) => reference === id)).map((one) => one.id)
}

/** Edits that begin a new item, marked as its neighbours are. */
function split(
  { source }: Document,
  { passage, labelSpan }: Reference,
  cut: number,
  number: number,
  moved: readonly Counted[],
): readonly Edit[] {
  if (labelSpan === undefined) return []
  const mark = source.text.slice(labelSpan.start, labelSpan.end)
  if (!/\d/.test(mark)) return []
  const { start } = spanOf(passage, cut)
  let from = start
  while (from > 0 && /\s/.test(source.text[from - 1] as string)) from--
  const end = source.text.includes('\r\n') ? '\r\n' : '\n'
  const text = `${end}${mark.replace(/\d+/, String(number))} `
  return [
    { span: { ...labelSpan, start: from, end: start }, text },
    ...renumberItems({ source } as Document, moved, { typeLost: false }),
  ]
}

/** Citations that no entry answers, and that name the makers of the second work or its number. */
function citing({ citations }: Document, right: string, number: number | undefined): readonly string[] {
  const makers = headNames(right)
  return citations
    .filter(({ links, cited }) => {
      if (links.length > 0) return false
      if (number !== undefined && cited.numbers?.includes(number) === true) return true
      const [first] = cited.names ?? []
      return (
        first !== undefined &&
        (right.slice(0, NAMED).includes(first.family) ||
          makers.some(({ family }) => ['same', 'style'].includes(compareFamilies(family, first.family).verdict)))
      )
    })
    .map(({ id }) => id)
}
