import type { Document } from '../../src/model/document.ts'
import type { Reference, ReferenceList } from '../../src/model/reference.ts'
import { romanise } from '../../src/rules/lists/parallel/spelling.ts'
import type { Planted } from './plants.ts'

/** Gives a manuscript a second list: a copy of the first, romanised where it is Cyrillic. Undefined where it has one. */
export function withParallelList({ source, lists, references }: Document): string | undefined {
  const [list, ...more] = lists
  if (list === undefined || more.length > 0 || list.heading === undefined || list.references.length < 4)
    return undefined
  const lines = references
    .filter((reference) => reference.list === list.id)
    .map(({ passage, number }) => `${number === undefined ? '' : `${number}. `}${romanised(passage.text)}`)
  const heading = /referen/i.test(list.heading) ? 'Bibliography' : 'References'
  const mark = source.format === 'markdown' ? '## ' : ''
  return `${source.text.slice(0, list.span.end)}\n\n${mark}${heading}\n\n${lines.join('\n\n')}\n`
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}])[Тт]\. ?(?=\d)/gu, 'Vol. '],
  [/№ ?(?=\d)/gu, 'No. '],
  [/(?<![\p{L}])[СБ]\. ?(?=\d)/gu, 'P. '],
  [/(?<=\d) ?[сб]\./gu, ' p.'],
  [/ \/\/ /gu, '. '],
]

function romanised(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  let out = text
  for (const [form, english] of WORDS) out = out.replace(form, english)
  return out.replace(/[\p{Script=Cyrillic}]+/gu, (word) => {
    const plain = romanise(word)
    return /^\p{Lu}/u.test(word) ? plain.slice(0, 1).toUpperCase() + plain.slice(1) : plain
  })
}

interface Slip {
  readonly kind: string
  /** what to replace in the text of an entry, and by what */
  slip(
    text: string,
    random: () => number,
  ): { readonly start: number; readonly end: number; readonly text: string } | undefined
  readonly rules: readonly string[]
}

function digitsAt(text: string, form: RegExp, change: (digits: string) => string): ReturnType<Slip['slip']> {
  const found = form.exec(text)
  if (found === null) return undefined
  const [, before = '', digits = ''] = found
  const start = found.index + before.length
  return { start, end: start + digits.length, text: change(digits) }
}

const differs = ['lists/counterpart-differs']
const upset = (digits: string): string => digits.slice(0, -1) + String((Number(digits.at(-1)) + 3) % 10)

const slips: readonly Slip[] = [
  {
    kind: 'year',
    rules: differs,
    // not in the date on which a page was read
    slip: (text) =>
      digitsAt(text, /((?<!\d)[(,;–] ?|(?<!\d\.?)\. ?)((?:19|20)\d\d)(?=[),.;–])/u, (year) => String(Number(year) - 1)),
  },
  {
    kind: 'volume',
    rules: differs,
    slip: (text) => digitsAt(text, /((?:[Vv]ol|[Тт])\. ?|, (?=\d+ ?\())(\d+)/u, upset),
  },
  { kind: 'pages', rules: differs, slip: (text) => digitsAt(text, /(\d ?[-–] ?)(\d+)(?!\d*[/\w])/u, upset) },
  { kind: 'DOI', rules: differs, slip: (text) => digitsAt(text, /(10\.\d{4,9}\/\S*?)(\d+)(?=[.\s]*$)/u, upset) },
  {
    kind: 'address',
    rules: differs,
    slip(text) {
      const found = /https?:\/\/(?!(?:dx\.)?doi)[^\s)>]{12,}/u.exec(text)
      const letter = found === null ? -1 : found[0].slice(10).search(/[a-z](?=[a-z]{3})/)
      if (found === null || letter < 0) return undefined
      const start = found.index + 10 + letter
      return { start, end: start + 1, text: '' }
    },
  },
  {
    kind: 'author misspelt',
    rules: [...differs, 'names/spelling'],
    slip(text, random) {
      const found = /^\p{L}{6,}/u.exec(text)
      if (found === null) return undefined
      const at = 2 + Math.floor(random() * (found[0].length - 3))
      return { start: at, end: at + 1, text: '' }
    },
  },
  {
    kind: 'author dropped',
    rules: differs,
    slip(text) {
      const found = /^(\p{Lu}\p{Ll}+,? (?:\p{Lu}\.? ?){1,3}, )(?=\p{Lu}\p{Ll}+,? (?:\p{Lu}\.?){1,3}[,. (])/u.exec(text)
      return found === null ? undefined : { start: 0, end: found[0].length, text: '' }
    },
  },
  {
    kind: 'pages dropped',
    rules: differs,
    slip(text) {
      const found = /[.,:;]? ?(?:[PpСсБб]{1,2}\. ?)?\d+ ?[-–] ?\d+(?=[. ]*(?:$|https?:|doi))/u.exec(text)
      return found === null ? undefined : { start: found.index, end: found.index + found[0].length, text: '' }
    },
  },
]

const romanised1: Slip = {
  kind: 'romanisation',
  rules: ['lists/romanisation', ...differs],
  slip(text, random) {
    // what stands in brackets is a translation
    const bare = text.replace(/\[[^\]]*\]/g, (inside) => '·'.repeat(inside.length))
    const words = [...bare.matchAll(/(?<=\s)[a-z]{6,}(?=\s)/gu)].slice(1)
    const word = words[Math.floor(random() * words.length)]
    if (word === undefined) return undefined
    const at = word.index + 3
    return { start: at, end: at, text: 'r' }
  },
}

/** Errors in one of two parallel lists. */
export function parallelPlants(
  { source, references, lists, counterparts }: Document,
  random: () => number,
): readonly Planted[] {
  const [original, repeated] = lists
  if (original === undefined || repeated?.parallelTo !== original.id) return []
  const planted: Planted[] = []
  const all = references.filter(({ list, id }) => list === repeated.id && counterparts[id] !== undefined)
  const cyrillic =
    references.filter(({ list, passage }) => list === original.id && /\p{Script=Cyrillic}{4}/u.test(passage.text))
      .length > 2
  for (const slip of cyrillic ? [...slips, romanised1] : slips) {
    for (const reference of shuffled(all, random)) {
      const partner = references.find(({ id }) => id === counterparts[reference.id])
      if (slip === romanised1 && !/^\P{Script=Cyrillic}{0,3}\p{Script=Cyrillic}/u.test(partner?.passage.text ?? ''))
        continue
      const change = changeOf(reference, source.text, slip, random)
      if (change === undefined) continue
      planted.push(change)
      break
    }
  }
  const dropped = shuffled(all.slice(1, -1), random)[0]
  if (dropped !== undefined && partnerSpan(dropped, counterparts, references) !== undefined) {
    const span = partnerSpan(dropped, counterparts, references) as { start: number; end: number }
    const from = dropped.labelSpan?.start ?? dropped.span.start
    planted.push({
      kind: 'parallel: entry dropped',
      text: source.text.slice(0, from) + source.text.slice(dropped.span.end),
      ...span,
      rules: ['lists/counterpart-missing'],
    })
  }
  return planted
}

function partnerSpan(
  reference: Reference,
  counterparts: Document['counterparts'],
  references: readonly Reference[],
): { start: number; end: number } | undefined {
  const span = references.find(({ id }) => id === counterparts[reference.id])?.span
  return span === undefined ? undefined : { start: span.start, end: span.end }
}

function changeOf(
  { span, passage }: Reference,
  source: string,
  { kind, slip, rules }: Slip,
  random: () => number,
): Planted | undefined {
  const text = source.slice(span.start, span.end)
  // only entries that stand in the source as they are read
  if (text !== passage.text) return undefined
  const change = slip(text, random)
  if (change === undefined || change.text === text.slice(change.start, change.end)) return undefined
  return {
    kind: `parallel: ${kind}`,
    text: source.slice(0, span.start + change.start) + change.text + source.slice(span.start + change.end),
    start: span.start,
    end: span.end,
    rules,
  }
}

function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value)
}

export function isParallel(list: ReferenceList): boolean {
  return list.parallelTo !== undefined
}
