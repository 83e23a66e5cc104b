import type { Example, FieldSpan } from '../example.ts'
import type { Random } from '../random.ts'

/** A change of the text at one place: `length` units at `at` become `text`. */
interface Change {
  readonly at: number
  readonly length: number
  readonly text: string
}

const lookalikes: Readonly<Record<string, string>> = {
  l: '1',
  I: 'l',
  '1': 'l',
  '0': 'О',
  О: '0',
  о: 'o',
  с: 'c',
  а: 'a',
  е: 'e',
  С: 'C',
  З: '3',
  rn: 'm',
  n: 'п',
  '–': '-',
  '«': '"',
  '»': '"',
  '№': 'N',
  ё: 'е',
}

/** What scanning, copying and converting do to a reference: hyphens at line ends, blanks lost or added, letters mistaken. */
export function damaged(random: Random, example: Example): Example {
  const { text } = example
  const changes: Change[] = []
  const kinds = random.below(6)
  for (let at = 1; at < text.length - 1; at++) {
    const here = text[at] as string
    if (insideLink(example, at)) continue
    if (kinds === 0 && isLetter(here) && isLetter(text[at - 1]) && isLetter(text[at + 1]) && random.chance(0.012))
      changes.push({ at, length: 0, text: random.pick(['- ', '-', '­', '- ']) })
    else if (kinds === 1 && here === ' ' && random.chance(0.06)) changes.push({ at, length: 1, text: '' })
    else if (kinds === 2 && lookalikes[here] !== undefined && random.chance(0.06))
      changes.push({ at, length: 1, text: lookalikes[here] as string })
    else if (kinds === 3 && here === ' ' && random.chance(0.05))
      changes.push({ at, length: 1, text: random.pick(['  ', '\u00a0', '\n', ' \u200b']) })
    else if (kinds === 4 && /[.,:;]/.test(here) && random.chance(0.1))
      changes.push({ at, length: 1, text: random.pick(['', ` ${here}`, here === '.' ? ',' : '.', here]) })
    else if (kinds === 5 && isLetter(here) && isLetter(text[at - 1]) && random.chance(0.01))
      changes.push({ at, length: 1, text: random.pick(['', here + here, ` ${here}`]) })
  }
  return apply(example, changes)
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /\p{L}/u.test(unit)
}

function insideLink(example: Example, at: number): boolean {
  return example.spans.some(({ field, start, end }) => (field === 'url' || field === 'doi') && at >= start && at < end)
}

function apply(example: Example, changes: readonly Change[]): Example {
  let text = ''
  let last = 0
  const moves: { from: number; by: number }[] = []
  for (const change of changes) {
    text += example.text.slice(last, change.at) + change.text
    last = change.at + change.length
    moves.push({ from: last, by: text.length - last })
  }
  text += example.text.slice(last)
  const moved = (offset: number): number => {
    let by = 0
    for (const move of moves) {
      if (move.from > offset) break
      by = move.by
    }
    return offset + by
  }
  const spans: FieldSpan[] = example.spans.map(({ field, start, end }) => ({
    field,
    start: moved(start),
    end: moved(end),
  }))
  return { text, spans: spans.filter(({ start, end }) => end > start), source: example.source }
}

const leads: readonly ((number: number) => string)[] = [
  (number) => `${number}. `,
  (number) => `[${number}] `,
  (number) => `${number} `,
  (number) => `(${number}) `,
  (number) => `${number}) `,
  (number) => `${number}\t`,
  (number) => `[${number}]`,
  (number) => `［${number}］`,
  () => '• ',
  () => '- ',
]

/** Puts a list number or bullet in front. */
export function numbered(random: Random, example: Example): Example {
  const lead = random.pick(leads)(random.between(1, 150))
  const at = /\d+/.exec(lead)
  const spans = example.spans.map(({ field, start, end }) => ({
    field,
    start: start + lead.length,
    end: end + lead.length,
  }))
  if (at !== null) spans.unshift({ field: 'number', start: at.index, end: at.index + at[0].length })
  return { text: lead + example.text, spans, source: example.source }
}
