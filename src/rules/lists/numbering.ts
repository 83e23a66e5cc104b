import type { Document } from '../../model/document.ts'
import type { Edit, Fix } from '../../model/finding.ts'
import type { ListItem, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { type Counted, countItems } from './counting/count.ts'
import { gapsAndRepeats } from './counting/gaps.ts'
import { constantOffset } from './counting/offset.ts'
import { textStart } from './counting/renumber.ts'

/** Fewer typed numbers than this say nothing of how a list is numbered. */
const LEAST_TYPED = 3

export const listNumbering: DocumentRule = {
  id: 'lists/numbering',
  summary: 'The typed numbers of a list run from 1 without gap or repeat.',
  why: 'Numbered citations point at entries by these numbers: after a lost or doubled one every reader counts to another work.',
  cannotSee:
    'Numbers that a word processor makes, and whether an entry between two numbers was dropped or only its number.',
  severity: 'warning',
  messages: {
    repeat: 'The number {number} stands twice in the list',
    gap: 'The list goes from {before} to {number}; {missing} not there',
    skipped: 'The list goes from {before} to {number}, while the text counts on: {mapping}',
    doubled: 'The number {number} stands twice in the list, while the text counts on: {mapping}',
    disorder: 'The number {number} stands after {before}',
    offset: 'From [{number}] on the text means another entry than the list shows: {mapping}',
    lost: '{count} of {total} items have lost their numbers: {numbers}',
    start: 'The list begins with {number}, not with 1',
  },

  *check(document) {
    for (const list of document.lists) {
      if (list.kind !== 'references') continue
      yield* constantOffset(document, list)
      if (list.numbering !== 'typed') continue
      const typed = list.items.filter((item) => item.number !== undefined)
      if (typed.length < LEAST_TYPED || typed.length * 2 < list.items.length) continue
      yield* lostNumbers(list, document)
      yield* gapsAndRepeats(document, list)
    }
  },

  examples: [
    {
      title: 'numbers in order',
      manuscript:
        'See [1], [2] and [3].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
    },
    {
      title: 'a number that stands twice',
      format: 'text',
      manuscript:
        'See [1], [2] and [3].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n⟦2.⟧ Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n3. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
      says: ['The number 2 stands twice in the list'],
    },
    {
      title: 'пропущенный номер',
      format: 'text',
      manuscript:
        'См. [1], [2] и [4].\n\nЛитература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n⟦4.⟧ Садов В. В. Списки // Вестник примеров. 2008. № 6. С. 25–29.\n',
      says: ['The list goes from 2 to 4; 3 is not there'],
    },
    {
      title: 'a number that was left out, while the text counts on',
      format: 'text',
      manuscript:
        'Roe [1] built them, Doe [2] proved them, and Poe [3] listed them.\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n⟦4.⟧ Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
      says: ['The list goes from 2 to 4, while the text counts on: 4 → 3'],
      fixed:
        'Roe [1] built them, Doe [2] proved them, and Poe [3] listed them.\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n',
    },
    {
      title: 'numbers in disorder',
      format: 'text',
      manuscript:
        'See [1], [2], [3].\n\nReferences\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n3. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n⟦2.⟧ Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
      says: ['The number 2 stands after 3'],
    },
    {
      title: 'the names in the text show that all numbers from one on are off',
      manuscript:
        'Roe ⟦[1]⟧ built them. Doe [2] proved them, Poe [3] listed them, and Lee [4] counted them.\n\n## References\n\n1. Gray E. A missing preface // Journal of Invented Results. 2001. Vol. 1. P. 3–4.\n2. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n3. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n4. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n5. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
      says: ['From [1] on the text means another entry than the list shows: [1]–[4] → 2–5'],
    },
    {
      title: 'the text counts one entry more than the list, which is in the order of first mention',
      manuscript:
        'See [1], [2], [3], ⟦[5]⟧, [6] and [7].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n5. Gray E. A missing preface // Journal of Invented Results. 2001. Vol. 1. P. 3–4.\n6. Abel F. Trees that grow // Journal of Invented Results. 2003. Vol. 1. P. 8–12.\n',
      says: ['From [5] on the text means another entry than the list shows: [5]–[7] → 4–6'],
    },
    {
      title: 'one number after the end, and every entry cited',
      manuscript:
        'See [1], [2], [3], [4], [5], [6] and [7].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n5. Gray E. A missing preface // Journal of Invented Results. 2001. Vol. 1. P. 3–4.\n6. Abel F. Trees that grow // Journal of Invented Results. 2003. Vol. 1. P. 8–12.\n',
    },
    {
      title: 'a number lost between two others',
      format: 'text',
      manuscript:
        'See [1], [2], [3] and [4].\n\nREFERENCES:\n\n- 1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n- ⟦⟧Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n- 3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n- 4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
      says: ['1 of 4 items have lost their numbers: 2'],
      fixed:
        'See [1], [2], [3] and [4].\n\nREFERENCES:\n\n- 1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n- 2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n- 3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.\n- 4. Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.\n',
    },
  ],
}

/** Items without a number; each gets the one that follows from the number before it, where the next typed one agrees. */
function* lostNumbers(list: ReferenceList, document: Document): ReturnType<DocumentRule['check']> {
  const { text } = document.source
  const lost = numberless(list).map(({ item, number, shifted }) => {
    const start = textStart(text, item)
    return { number, shifted, place: { ...item.span, start, end: start } }
  })
  const [first, ...rest] = lost
  if (first === undefined) return
  // what stands after a split entry is numbered when that is mended
  const edits: Edit[] = lost.flatMap(({ place, number, shifted }) =>
    number === undefined || shifted ? [] : [{ span: place, text: `${number}. ` }],
  )
  const fix: Fix = { title: `Type the lost ${edits.length === 1 ? 'number' : 'numbers'}`, safety: 'safe', edits }
  const sure = lost.every(({ number }) => number !== undefined)
  yield {
    span: first.place,
    messageId: 'lost',
    data: {
      count: lost.length,
      total: list.items.length,
      numbers: lost.map(({ number }) => number ?? '?').join(', '),
    },
    subject: `${list.id} lost`,
    related: rest.map(({ place, number }) => ({ span: place, message: `this is ${number ?? 'unnumbered'}` })),
    fixes: sure && edits.length > 0 ? [fix] : [],
  }
}

interface Numberless {
  readonly item: ListItem
  readonly number: number | undefined
  /** stands after a torn part of an entry that took a number */
  readonly shifted: boolean
}

function numberless(list: ReferenceList): readonly Numberless[] {
  const { entries } = countItems(list)
  const next = nextTypedNumbers(entries)
  return entries.flatMap(({ item, printed, meant, typed }, index): Numberless[] => {
    if (typed) return []
    // the count from above and the next typed number must meet
    const after = next[index]
    const agrees = after === undefined || after.printed - after.distance === printed
    return [{ item, number: agrees ? meant : undefined, shifted: printed !== meant }]
  })
}

/** For each item the typed number after it, and how many numbers on that is. */
function nextTypedNumbers(
  entries: readonly Counted[],
): readonly ({ readonly printed: number; readonly distance: number } | undefined)[] {
  const next: ({ printed: number; distance: number } | undefined)[] = []
  let seen: { printed: number; distance: number } | undefined
  for (const [index, { printed, meant, typed }] of [...entries.entries()].reverse()) {
    const below = entries[index + 1]
    // a torn part between two items takes a number too
    const step = below === undefined ? 1 : 1 + (below.printed - below.meant) - (printed - meant)
    seen = typed ? { printed, distance: 0 } : seen && { ...seen, distance: seen.distance + step }
    next.push(seen)
  }
  return next.reverse()
}
