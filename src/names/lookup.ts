import { compareFamilies, type NameComparison } from './compare.ts'
import { corporateKeys } from './corporate.ts'
import { lemmas } from './declension.ts'
import { frame, nameKeys, soundingOf } from './keys.ts'
import { type PersonName, parseName } from './person.ts'
import { scriptOf, unmixed } from './script.ts'
import { simplified } from './traditional.ts'

export interface NameMatch<Value> {
  readonly value: Value
  readonly name: PersonName
  readonly comparison: NameComparison
}

interface Row<Value> {
  readonly name: PersonName
  readonly value: Value
}

const MOST_CANDIDATES = 200
// what OCR makes of one letter or two, to be undone one at a time
const FUSIONS: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['rn', 'm'],
  ['d', 'kl'],
  ['kl', 'd'],
  ['h', 'li'],
  ['li', 'h'],
  ['ii', 'li'],
  ['i', 'l'],
  ['l', 'i'],
]

/** Names to be found by any spelling, script or case. Both ways of asking take time that does not grow with the list. */
export class NameIndex<Value> {
  readonly #byKey = new Map<string, Row<Value>[]>()
  readonly #byFrame = new Map<string, Row<Value>[]>()
  readonly #rows: Row<Value>[] = []
  /** rows whose soundings are in: Latin names are only read aloud once a Cyrillic form is asked for */
  #sounded = 0
  #framed = 0
  readonly #found = new Map<string, readonly NameMatch<Value>[]>()
  readonly #nearby = new Map<string, readonly NameMatch<Value>[]>()

  add(input: PersonName | string, value: Value): void {
    const name = typeof input === 'string' ? parseName({ family: input }) : input
    const row = { name, value }
    this.#rows.push(row)
    for (const key of keysOf(name)) put(this.#byKey, key, row)
    const full = name.particle === undefined ? undefined : `${name.particle} ${name.family}`
    if (full !== undefined) for (const key of nameKeys(full).keys) put(this.#byKey, key, row)
    this.#found.clear()
    this.#nearby.clear()
  }

  /** Frames are only made once a form was not found. */
  #frameAll(): void {
    for (; this.#framed < this.#rows.length; this.#framed++) {
      const row = this.#rows[this.#framed] as Row<Value>
      const { keys, folded } = nameKeys(row.name.family)
      for (const key of framesOf([...keys, folded])) put(this.#byFrame, key, row)
      const ends = endsOf(row.name.family)
      if (ends !== undefined) put(this.#byFrame, ends, row)
    }
  }

  #soundOut(): void {
    for (; this.#sounded < this.#rows.length; this.#sounded++) {
      const row = this.#rows[this.#sounded] as Row<Value>
      if (row.name.script !== 'latin' || row.name.corporate) continue
      const { keys } = soundingOf(row.name.family)
      for (const key of keys) put(this.#byKey, key, row)
      for (const key of framesOf(keys)) put(this.#byFrame, key, row)
    }
  }

  /** Names that the form spells, in some script and case; no misspellings. `language`: of the text the form stands in. */
  find(form: string, language: string): readonly NameMatch<Value>[] {
    return remembered(this.#found, `${language}|${form}`, () => this.#find(unmixed(form), language))
  }

  #find(form: string, language: string): readonly NameMatch<Value>[] {
    if (scriptOf(form) === 'cyrillic') this.#soundOut()
    const matches = new Map<Row<Value>, NameComparison>()
    for (const lemma of formsOf(form, language)) {
      const keys = nameKeys(lemma)
      for (const key of [
        ...corporateKeys(lemma).map((one) => `=${one}`),
        ...keys.keys,
        ...soundingOf(lemma).keys,
        `=${keys.folded}`,
      ]) {
        for (const row of this.#byKey.get(key) ?? []) {
          if (matches.has(row)) continue
          const comparison = compareIn(lemma, row.name)
          if (comparison.verdict === 'same' || comparison.verdict === 'style') matches.set(row, comparison)
        }
      }
    }
    return [...matches].map(([row, comparison]) => ({ value: row.value, name: row.name, comparison }))
  }

  /** Names that the form may misspell, nearest first; `find` has been asked before. */
  near(form: string, language: string): readonly NameMatch<Value>[] {
    return remembered(this.#nearby, `${language}|${form}`, () => this.#near(unmixed(form), language))
  }

  #near(form: string, language: string): readonly NameMatch<Value>[] {
    this.#frameAll()
    if (scriptOf(form) === 'cyrillic') this.#soundOut()
    const matches = new Map<Row<Value>, NameComparison>()
    const seen = new Set<Row<Value>>()
    for (const lemma of formsOf(form, language)) {
      const ends = endsOf(lemma)
      const frames = framesOf([...nameKeys(lemma).keys, nameKeys(lemma).folded, ...soundingOf(lemma).keys], true)
      for (const key of ends === undefined ? frames : [...frames, ends]) {
        for (const row of this.#byFrame.get(key)?.slice(0, MOST_CANDIDATES) ?? []) seen.add(row)
        if (seen.size > MOST_CANDIDATES) break
      }
      for (const row of seen) {
        const comparison = compareIn(lemma, row.name)
        const before = matches.get(row)
        if (comparison.verdict !== 'different' && (before === undefined || comparison.cost < before.cost))
          matches.set(row, comparison)
      }
    }
    return [...matches]
      .map(([row, comparison]) => ({ value: row.value, name: row.name, comparison }))
      .sort((left, right) => left.comparison.cost - right.comparison.cost)
  }
}

const REMEMBERED = 4096

function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= REMEMBERED) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}

function compareIn(lemma: string, name: PersonName): NameComparison {
  const plain = compareFamilies(lemma, name.family)
  if (plain.verdict === 'same' || (name.particle === undefined && !name.corporate)) return plain
  if (name.particle !== undefined) {
    const full = compareFamilies(lemma, `${name.particle} ${name.family}`)
    return full.cost < plain.cost ? full : plain
  }
  const keys = corporateKeys(name.family)
  return corporateKeys(lemma).some((key) => keys.includes(key)) ? { verdict: 'same', cost: 0, why: 'body' } : plain
}

/** The form and the names it may be a case of. */
function formsOf(form: string, language: string): readonly string[] {
  if (scriptOf(form) === 'cyrillic' && !form.includes(' ')) return lemmas(form, language)
  if (scriptOf(form) === 'han') return [simplified(form)]
  return [form.replace(/'s?$/u, '')]
}

function keysOf(name: PersonName): readonly string[] {
  const keys = nameKeys(name.script === 'han' ? simplified(name.family) : name.family)
  const bodies = name.corporate || name.given === undefined ? corporateKeys(name.family).map((key) => `=${key}`) : []
  return [...new Set([...keys.keys, `=${keys.folded}`, ...bodies])]
}

/** Consonant frames and each of them without one letter: two names one edit apart share one. */
function framesOf(all: readonly string[], asked = false): ReadonlySet<string> {
  const found = new Set<string>()
  const variants = asked
    ? all.flatMap((key) => [
        key,
        ...FUSIONS.filter(([from]) => key.includes(from)).map(([from, to]) => key.replace(from, to)),
      ])
    : all
  for (const key of variants) {
    const bones = frame(key)
    found.add(bones)
    if (bones.length < 2) continue
    for (let at = 0; at < Math.min(bones.length, 12); at++)
      found.add((bones.slice(0, at) + bones.slice(at + 1)).replace(/(.)\1+/g, '$1'))
  }
  return found
}

/** Both ends of a long name, which a part too many inside leaves as they are. */
function endsOf(name: string): string | undefined {
  const { folded } = nameKeys(name)
  return folded.length < 8 ? undefined : `~${folded.slice(0, 4)}${folded.slice(-4)}`
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const rows = map.get(key)
  if (rows === undefined) map.set(key, [value])
  else if (rows[rows.length - 1] !== value) rows.push(value)
}
