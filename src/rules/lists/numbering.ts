import type { Document } from '../../model/document.ts'
import type { Edit, Fix } from '../../model/finding.ts'
import type { ListItem, ReferenceList } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'

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
    lost: '{count} of {total} items have lost their numbers: {numbers}',
    start: 'The list begins with {number}, not with 1',
  },

  *check(document) {
    for (const list of document.lists) {
      if (list.kind !== 'references' || list.numbering !== 'typed') continue
      const typed = list.items.filter((item) => item.number !== undefined)
      if (typed.length < LEAST_TYPED || typed.length * 2 < list.items.length) continue
      yield* lostNumbers(list, document)
      yield* gapsAndRepeats(list)
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
  const starts = new Map(document.references.map(({ id, segments, span }) => [id, segments[0]?.start ?? span.start]))
  const lost = numberless(list).map(({ item, number }) => {
    const start = starts.get(item.reference) ?? item.span.start
    return { number, place: { ...item.span, start, end: start } }
  })
  const [first, ...rest] = lost
  if (first === undefined) return
  const edits: Edit[] = lost.flatMap(({ place, number }) =>
    number === undefined ? [] : [{ span: place, text: `${number}. ` }],
  )
  const fix: Fix = { title: `Type the lost ${edits.length === 1 ? 'number' : 'numbers'}`, safety: 'safe', edits }
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
    fixes: edits.length === lost.length ? [fix] : [],
  }
}

function numberless({ items }: ReferenceList): readonly { item: ListItem; number: number | undefined }[] {
  const starts = items.filter((item) => item.continues === undefined)
  const nextTyped = nextTypedNumbers(starts)
  const lost: { item: ListItem; number: number | undefined }[] = []
  let count = 0
  for (const [index, item] of starts.entries()) {
    count = item.number ?? count + 1
    if (item.number !== undefined) continue
    const next = nextTyped[index]
    // the count from above and the next typed number must meet
    const agrees = next === undefined || next.number === count + next.distance
    lost.push({ item, number: agrees ? count : undefined })
  }
  return lost
}

/** For each item the typed number at or after it, and how many items on that is. */
function nextTypedNumbers(items: readonly ListItem[]): readonly ({ number: number; distance: number } | undefined)[] {
  const next: ({ number: number; distance: number } | undefined)[] = []
  let seen: { number: number; distance: number } | undefined
  for (const item of items.toReversed()) {
    seen =
      item.number !== undefined
        ? { number: item.number, distance: 0 }
        : seen && { ...seen, distance: seen.distance + 1 }
    next.push(seen)
  }
  return next.reverse()
}

function* gapsAndRepeats(list: ReferenceList): ReturnType<DocumentRule['check']> {
  let before = 0
  let unnumbered = 0
  const seen = new Map<number, ListItem>()
  for (const item of list.items) {
    const { number, marker = item.span } = item
    if (number === undefined) {
      if (item.continues === undefined) unnumbered += 1
      continue
    }
    const other = seen.get(number)
    if (other !== undefined) {
      yield {
        span: marker,
        messageId: 'repeat',
        data: { number },
        subject: `${number} repeated`,
        related: [{ span: other.marker ?? other.span, message: 'the first of the two' }],
        concerns: [item.reference],
      }
    } else if (before === 0 && number > 1 + unnumbered) {
      yield {
        span: marker,
        messageId: 'start',
        data: { number },
        subject: `start ${number}`,
        concerns: [item.reference],
      }
    } else if (number > before + 1 + unnumbered) {
      const from = before + 1
      const missing = number - from === 1 ? `${from} is` : `${from} to ${number - 1} are`
      yield {
        span: marker,
        messageId: 'gap',
        data: { before, number, missing },
        subject: `gap ${before} ${number}`,
        concerns: [item.reference],
      }
    }
    seen.set(number, item)
    before = Math.max(before, number)
    unnumbered = 0
  }
}
