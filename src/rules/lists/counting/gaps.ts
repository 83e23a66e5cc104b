import type { Document } from '../../../model/document.ts'
import type { Draft } from '../../../model/finding.ts'
import type { ReferenceList } from '../../../model/reference.ts'
import type { DocumentRule } from '../../../model/rule.ts'
import { type Affinity, affinityOf } from './affinity.ts'
import { type Count, type Counted, countItems, entriesOf, isCitedByNumber, mappingOf } from './count.ts'
import { renumberItems } from './renumber.ts'
import { type Verdict, whichCount } from './which-count.ts'

const ECHOES = ['citations/undefined', 'citations/wrong-number', 'citations/author', 'references/uncited'] as const
const NONE: ReadonlySet<number> = new Set()

/** Where the typed numbers of a list jump, stand twice or go back; each place is one finding. */
export function* gapsAndRepeats(document: Document, list: ReferenceList): ReturnType<DocumentRule['check']> {
  const count = countItems(list)
  const steps = [...stepsOf(count)]
  if (steps.length === 0) return
  const cited = isCitedByNumber(document, list)
  let affinity: Affinity | undefined
  const ask = (): Affinity => {
    affinity ??= affinityOf(document, entriesOf(document, list))
    return affinity
  }
  for (const step of steps) yield describe(document, step, recount(document, count, step, cited, ask))
}

interface Step {
  readonly kind: 'repeat' | 'start' | 'gap' | 'disorder'
  readonly at: Counted
  readonly index: number
  readonly before: number
  /** repeat: the first of the two */
  readonly first?: Counted
  /** what makes the numbers run on from here: −1 for one missing number, 1 for one that stands twice */
  readonly by: number
}

function* stepsOf({ entries, torn }: Count): Iterable<Step> {
  const seen = new Map<number, Counted>()
  // numbers of torn parts stand in the list, too
  const taken = new Set(torn.filter((one) => one.taken).map(({ printed }) => printed))
  let before = 0
  for (const [index, at] of entries.entries()) {
    const { printed } = at
    const first = seen.get(printed)
    let due = before + 1
    while (taken.has(due)) due += 1
    if (first !== undefined) {
      if (at.typed) yield { kind: 'repeat', at, index, before, first, by: 1 }
    } else if (printed < before) yield { kind: 'disorder', at, index, before, by: 0 }
    else if (printed > due && !entries.some((other) => other.printed === due)) {
      yield { kind: before === 0 ? 'start' : 'gap', at, index, before, by: due - printed }
    }
    if (first === undefined) seen.set(printed, at)
    before = Math.max(before, printed)
  }
}

interface Recount {
  readonly moved: readonly Counted[]
  readonly verdict: Verdict | undefined
}

/** The list counted on over a gap or a repeat, and whether the text counts so. */
function recount(
  document: Document,
  { entries }: Count,
  { index, by }: Step,
  cited: boolean,
  ask: () => Affinity,
): Recount {
  const moved = entries.slice(index).map((one) => ({ ...one, meant: one.printed + by }))
  if (by === 0 || !cited) return { moved, verdict: undefined }
  const printed = new Map<number, string>()
  const meant = new Map<number, string>()
  for (const { printed: number, item } of entries) if (!printed.has(number)) printed.set(number, item.reference)
  for (const { printed: number, item } of entries.slice(0, index))
    if (!meant.has(number)) meant.set(number, item.reference)
  for (const { meant: number, item } of moved) if (!meant.has(number)) meant.set(number, item.reference)
  return { moved, verdict: whichCount(document, printed, meant, NONE, ask) }
}

function describe(document: Document, step: Step, { moved, verdict }: Recount): Draft {
  const { kind, at, before, first } = step
  const { item, printed: number } = at
  const span = item.marker ?? item.span
  const common = { span, concerns: [item.reference], echoes: ECHOES }
  const related =
    first === undefined ? [] : [{ span: first.item.marker ?? first.item.span, message: 'the first of the two' }]
  if (verdict?.follows === 'meant' && kind !== 'start') {
    const mapping = mappingOf(moved)
    return {
      ...common,
      messageId: kind === 'repeat' ? 'doubled' : 'skipped',
      data: { before, number, mapping },
      subject: `${kind} ${before} ${number}`,
      note: `The text follows the count without a break: ${verdict.because}.`,
      related,
      evidence: [
        {
          about: 'the numbers of the list',
          ours: String(number),
          theirs: String(moved[0]?.meant ?? ''),
          source: 'the text',
          computation: mapping,
        },
      ],
      fixes: [
        { title: 'Renumber the list', safety: 'ask', edits: renumberItems(document, moved, { typeLost: false }) },
      ],
      explains: [...verdict.affected.map(({ id }) => id), ...moved.map((one) => one.item.reference)],
    }
  }
  if (kind === 'repeat')
    return {
      ...common,
      messageId: 'repeat',
      data: { number },
      subject: `${number} repeated`,
      related,
      explains: [item.reference],
    }
  if (kind === 'start') return { ...common, messageId: 'start', data: { number }, subject: `start ${number}` }
  if (kind === 'disorder')
    return { ...common, messageId: 'disorder', data: { number, before }, subject: `disorder ${before} ${number}` }
  const from = before + 1
  const missing = number - from === 1 ? `${from} is` : `${from} to ${number - 1} are`
  return {
    ...common,
    messageId: 'gap',
    data: { before, number, missing },
    subject: `gap ${before} ${number}`,
    explains: citing(document, from, number),
  }
}

/** Citations of nothing but numbers that are missing, `from` up to but not `to`. */
function citing({ citations }: Document, from: number, to: number): readonly string[] {
  return citations
    .filter(({ kind, cited }) => kind === 'numeric' && cited.numbers?.some((one) => one >= from && one < to) === true)
    .map(({ id }) => id)
}
