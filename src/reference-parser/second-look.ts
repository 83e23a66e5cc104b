import { type Columns, columnNames } from './columns.ts'
import { fields, outside } from './labels.ts'
import { TemplateSet } from './templates.ts'

/**
 * What the second look at an entry sees besides the first one's columns: the field that each token was given, how sure that
 * was, the fields beside it, which fields the entry has at all. A first look reads each token by what stands near it; only
 * afterwards is known that a title was found already or that no journal was.
 */
export const secondColumns = [...columnNames, 'label', 'sure', 'earlier', 'later', 'run', 'turn', 'present'] as const

const list: readonly string[] = [
  'label word',
  'label-1 word',
  'label run coarse',
  'label-1 shape-1 shape',
  'label-1 lexicon shape',
  'label+1 shape shape+1',
  'label-1 label coarse-1 coarse coarse+1',
  'label-2 label-1 label label+1 label+2',
  'label-1 sure-1 label sure',
  'label sure label+1 sure+1',
  'earlier label later',
  'earlier later coarse',
  'earlier later breaks',
  'earlier coarse-1 coarse',
  'later coarse coarse+1',
  'earlier lexicon shape',
  'later lexicon shape',
  'turn shape',
  'label present',
  'present coarse',
  'present before',
  'present earlier coarse',
  'label before behind',
  'label left right',
  'earlier left right coarse',
]

export const secondTemplates: TemplateSet = new TemplateSet(list, secondColumns, 200)

/** How probable a token's label is, in steps. */
const steps = [0.5, 0.8, 0.95, 0.99]
export const surest: number = steps.length

export function sureness(probability: number): number {
  let level = 0
  while (level < steps.length && probability > (steps[level] as number)) level++
  return level
}

/** The columns of the second look, in the order of `secondColumns`. */
export function secondLook(first: Columns, labels: ArrayLike<number>, sure: ArrayLike<number>): Int32Array[] {
  const count = labels.length
  const made = (): Int32Array => new Int32Array(count)
  const [label, certain, earlier, later, run, turn, present] = [
    made(),
    made(),
    made(),
    made(),
    made(),
    made(),
    made(),
  ] as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  const seen = new Uint8Array(fields.length)
  const first_ = (index: number): boolean => index === 0 || fieldAt(labels, index) !== fieldAt(labels, index - 1)
  let bits = 0
  let start = 0
  let before = -1
  for (let index = 0; index < count; index++) {
    const field = fieldAt(labels, index)
    if (first_(index)) {
      before = index === 0 ? -1 : fieldAt(labels, index - 1)
      start = index
      if (field >= 0) {
        seen[field] = (seen[field] as number) + 1
        bits |= 1 << field
      }
    }
    label[index] = labels[index] as number
    certain[index] = sure[index] as number
    earlier[index] = before + 2
    run[index] = Math.min(index - start, 4)
    turn[index] = field < 0 ? 0 : Math.min(seen[field] as number, 3)
  }
  let after = -1
  let end = count - 1
  for (let index = count - 1; index >= 0; index--) {
    if (index + 1 < count && fieldAt(labels, index) !== fieldAt(labels, index + 1)) {
      after = fieldAt(labels, index + 1)
      end = index
    }
    later[index] = after + 2
    run[index] = (run[index] as number) + 5 * Math.min(end - index, 4)
    const field = fieldAt(labels, index)
    turn[index] = (turn[index] as number) + (field < 0 ? 0 : 4 * Math.min(seen[field] as number, 3))
    present[index] = bits
  }
  return [...columnNames.map((name) => first[name]), label, certain, earlier, later, run, turn, present]
}

/** The number of the field that a label is in or behind, -1 before any. */
function fieldAt(labels: ArrayLike<number>, index: number): number {
  const label = labels[index] as number
  return label === outside ? -1 : (label - 1) >> 1
}
