import { type Draft, isFinished } from './drafts.ts'
import { headingLook } from './headings.ts'
import { endsInHyphen } from './hyphens.ts'

/** Words after which a heading or a sentence cannot end; a line that ends with one goes on. */
const openEnds: ReadonlySet<string> = new Set(
  `a an and as at between by for from in into of on or than that the to under via which with within
  и в во на с со к ко о об от до из за по для между при через или а но что как под над без у
  және мен пен бен үшін туралы арасындағы
  der die das des und von im für mit zur le la les de des du et en à el los las y del il di e o da do em`.split(/\s+/),
)

/** Shorter texts than this, in UTF-16 units, are lines of the front matter rather than prose broken by a page. */
const shortestBroken = 40
const shortestProse = 60

/** Turns paragraphs that look like headings where they stand into headings. */
export function markHeadings(source: string, drafts: readonly Draft[]): void {
  let before: Draft | undefined
  let proseSeen = false
  for (const [index, draft] of drafts.entries()) {
    if (draft.kind === 'running' || draft.kind === 'comment') continue
    if (couldBeHeading(draft)) {
      const level = headingLevel(source, draft, before, following(drafts, index), proseSeen)
      if (level !== undefined) {
        draft.kind = 'heading'
        draft.level = level
        delete draft.marker
        draft.slices[0] = { from: draft.start, to: (draft.slices[0] as { to: number }).to }
      }
    }
    proseSeen ||=
      draft.kind === 'paragraph' && draft.end - draft.start > 2 * shortestProse && isFinished(tailOf(source, draft))
    before = draft
  }
}

function couldBeHeading({ kind, marker, start, end, slices }: Draft): boolean {
  if (end - start > 300 || slices.length > 4) return false
  return kind === 'paragraph' || (kind === 'item' && marker?.number !== undefined && marker.number < 100)
}

function headingLevel(
  source: string,
  draft: Draft,
  before: Draft | undefined,
  after: Draft | undefined,
  proseSeen: boolean,
): number | undefined {
  const text = source.slice(draft.start, draft.end).replace(/\s+/g, ' ')
  if (/^\*\*[^*]+\*\*$|^__[^_]+__$/.test(text) && !/[.;,]\**$/.test(text)) return draft.alone ? 3 : undefined
  const look = headingLook(text)
  if (look === undefined || !draft.alone) return undefined
  if (look.sort === 'known') return look.level
  if (after === undefined || after.kind === 'row') return undefined
  if (look.sort === 'capitals') return draft.kind === 'item' && after.kind === 'item' ? undefined : look.level
  if (draft.slices.length > 1 || openEnds.has(lastWord(text))) return undefined
  if (before !== undefined && before.kind === 'paragraph' && !isFinished(tailOf(source, before))) return undefined
  if (after.kind !== 'paragraph' || after.end - after.start < shortestProse) return undefined
  const prose = source.slice(after.start, after.start + 4)
  if (!/^["“«„'*_([]{0,3}[\p{Lu}\p{Lo}\p{N}]/u.test(prose)) return undefined
  // before the first prose stand names and affiliations, not headings
  return look.sort === 'short' && !proseSeen ? undefined : look.level
}

function following(drafts: readonly Draft[], index: number): Draft | undefined {
  for (let next = index + 1; next < Math.min(drafts.length, index + 8); next++) {
    const draft = drafts[next] as Draft
    if (draft.kind !== 'running' && draft.kind !== 'comment') return draft
  }
  return undefined
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1).toLowerCase()
}

/** Joins paragraphs that a page break has torn apart, across the running heads between them. */
export function joinBroken(source: string, drafts: readonly Draft[]): readonly Draft[] {
  const healed: Draft[] = []
  let last: Draft | undefined
  let pageBetween = false
  for (const draft of drafts) {
    const furniture = draft.kind === 'running' || draft.kind === 'comment'
    if (!furniture && last !== undefined && isBroken(source, last, draft, pageBetween)) {
      last.slices.push(...draft.slices)
      last.end = draft.end
      pageBetween = false
      continue
    }
    healed.push(draft)
    if (furniture) pageBetween = true
    else {
      last = draft
      pageBetween = false
    }
  }
  return healed
}

/** Whether the second draft goes on with a sentence that the first leaves unfinished. */
function isBroken(source: string, left: Draft, right: Draft, pageBetween: boolean): boolean {
  if (right.kind !== 'paragraph' || (left.kind !== 'paragraph' && left.kind !== 'item')) return false
  if (left.kind === 'item' && left.slices.every(({ from, to }) => from >= to)) return true
  const tail = tailOf(source, left)
  const length = left.end - left.start
  const first = right.slices[0] as { from: number; to: number }
  const head = source.slice(first.from, Math.min(first.to, first.from + 60))
  if (endsInHyphen(tail) && /^\p{Ll}/u.test(head)) return true
  if (length < shortestBroken || isFinished(tail)) return false
  if (/^(?:e-?mail|https?:|www\.|doi|orcid|tel|fax|\S{1,40}@)/i.test(head)) return false
  if (/^["'“‘«„([*_]{0,4}\p{Ll}/u.test(head)) return true
  if (/\p{Script=Han}$/u.test(tail)) return pageBetween && /^[\p{Script=Han}“《（]/u.test(head)
  const goesOn = tail.endsWith(',') || openEnds.has(lastWord(tail))
  return goesOn && length >= shortestProse && /^["'“‘«„([*_]{0,4}[\p{L}\p{N}]/u.test(head)
}

function tailOf(source: string, draft: Draft): string {
  const slice = draft.slices.at(-1) as { from: number; to: number }
  return source.slice(Math.max(slice.from, slice.to - 60), slice.to)
}

/** Bullets among numbered items have lost their numbers; all other bullets are just bullets. */
export function markLostNumbers(drafts: readonly Draft[]): void {
  let run: Draft[] = []
  const settle = (): void => {
    const numbered = run.some(({ marker }) => marker?.number !== undefined)
    for (const draft of run) {
      if (draft.marker?.bullet === true && !numbered)
        draft.marker = { text: draft.marker.text, span: draft.marker.span }
    }
    run = []
  }
  for (const draft of drafts) {
    if (draft.kind === 'item') run.push(draft)
    else if (draft.kind !== 'running' && draft.kind !== 'comment') settle()
  }
  settle()
}

/** A bold title that a lost line end glued to the line before it (`…@example.org**Title**`) is a heading of its own. */
export function splitGluedTitles(source: string, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap((draft) => {
    if (
      draft.kind !== 'paragraph' ||
      draft.end - draft.start > 2000 ||
      source.slice(draft.end - 2, draft.end) !== '**'
    ) {
      return [draft]
    }
    const text = source.slice(draft.start, draft.end - 2)
    const mark = text.lastIndexOf('**')
    if (mark < 1 || !/[\p{L}\p{N}]/u.test(text[mark - 1] as string) || !/[\p{Lu}«“"„]/u.test(text[mark + 2] ?? ''))
      return [draft]
    const at = draft.start + mark
    const left = draft.slices.filter(({ from }) => from < at).map(({ from, to }) => ({ from, to: Math.min(to, at) }))
    const right = draft.slices.filter(({ to }) => to > at).map(({ from, to }) => ({ from: Math.max(from, at), to }))
    return [
      { ...draft, slices: left, end: at },
      { kind: 'heading' as const, slices: right, start: at, end: draft.end, level: 1, alone: true },
    ]
  })
}
