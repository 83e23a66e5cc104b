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

/** Names that are spelled alike: what a form is compared with once. */
interface Group<Value> {
  readonly name: PersonName
  readonly rows: Row<Value>[]
  /** number of the question that met the group last */
  met: number
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
  readonly #byKey = new Map<string, Group<Value>[]>()
  readonly #byFrame = new Map<string, Group<Value>[]>()
  readonly #groups = new Map<string, Group<Value>>()
  readonly #ordered: Group<Value>[] = []
  /** what was added and not read yet: a document that nobody asks about costs nothing */
  #waiting: { readonly input: PersonName | string; readonly value: Value }[] = []
  /** groups whose soundings are in: Latin names are only read aloud once a Cyrillic form is asked for */
  #sounded = 0
  #framed = 0
  #asked = false
  #bodies = false
  #questions = 0
  readonly #found = new Map<string, readonly NameMatch<Value>[]>()
  readonly #nearby = new Map<string, readonly NameMatch<Value>[]>()
  readonly #neared = new Map<string, boolean>()

  add(input: PersonName | string, value: Value): void {
    this.#waiting.push({ input, value })
  }

  #readWaiting(): void {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    this.#waiting = []
    if (this.#asked) this.#forget()
    for (const { input, value } of waiting) this.#read(typeof input === 'string' ? surnameOf(input) : input, value)
  }

  #read(name: PersonName, value: Value): void {
    const own = groupOf(name)
    const known = this.#groups.get(own)
    if (known !== undefined) return void known.rows.push({ name, value })
    this.#bodies ||= name.corporate
    const group = { name, rows: [{ name, value }], met: 0 }
    this.#groups.set(own, group)
    this.#ordered.push(group)
    for (const key of keysOf(name, own)) put(this.#byKey, key, group)
    const full = name.particle === undefined ? undefined : `${name.particle} ${name.family}`
    if (full !== undefined) for (const key of nameKeys(full).keys) put(this.#byKey, key, group)
  }

  /** Whether one of the names is that of a body. */
  hasBodies(): boolean {
    this.#readWaiting()
    return this.#bodies
  }

  #ask(): void {
    this.#readWaiting()
    this.#asked = true
  }

  #forget(): void {
    this.#found.clear()
    this.#nearby.clear()
    this.#neared.clear()
    this.#asked = false
  }

  /** Frames are only made once a form was not found. */
  #frameAll(): void {
    for (; this.#framed < this.#ordered.length; this.#framed++) {
      const group = this.#ordered[this.#framed] as Group<Value>
      for (const key of framesOfName(group.name.family)) put(this.#byFrame, key, group)
    }
  }

  #soundOut(): void {
    for (; this.#sounded < this.#ordered.length; this.#sounded++) {
      const group = this.#ordered[this.#sounded] as Group<Value>
      if (group.name.script !== 'latin' || group.name.corporate) continue
      const { keys } = soundingOf(group.name.family)
      for (const key of keys) put(this.#byKey, key, group)
      for (const key of framesOf(keys)) put(this.#byFrame, key, group)
    }
  }

  /** Names that the form spells, in some script and case; no misspellings. `language`: of the text the form stands in. */
  find(form: string, language: string): readonly NameMatch<Value>[] {
    this.#ask()
    return remembered(this.#found, `${language}|${form}`, () => this.#find(unmixed(form), language))
  }

  #find(form: string, language: string): readonly NameMatch<Value>[] {
    if (scriptOf(form) === 'cyrillic') this.#soundOut()
    const matches = new Map<Group<Value>, NameComparison>()
    for (const lemma of formsOf(form, language)) {
      const ask = (key: string): void => {
        for (const group of this.#byKey.get(key) ?? []) {
          if (matches.has(group)) continue
          const comparison = compareIn(lemma, group.name)
          if (comparison.verdict === 'same' || comparison.verdict === 'style') matches.set(group, comparison)
        }
      }
      const keys = nameKeys(lemma)
      for (const one of corporateKeys(lemma)) ask(`=${one}`)
      for (const key of keys.keys) ask(key)
      for (const key of soundingOf(lemma).keys) ask(key)
      ask(`=${keys.folded}`)
    }
    return matched(matches)
  }

  /** Names that the form may misspell, nearest first; `find` has been asked before. */
  near(form: string, language: string): readonly NameMatch<Value>[] {
    this.#ask()
    return remembered(this.#nearby, `${language}|${form}`, () => this.#near(unmixed(form), language))
  }

  /** Whether `near` has an answer: the first name that the form may misspell is enough. */
  hasNear(form: string, language: string): boolean {
    this.#ask()
    return remembered(this.#neared, `${language}|${form}`, () => {
      const known = this.#nearby.get(`${language}|${form}`)
      if (known !== undefined) return known.length > 0
      for (const { comparison } of this.#compared(unmixed(form), language))
        if (comparison.verdict !== 'different') return true
      return false
    })
  }

  #near(form: string, language: string): readonly NameMatch<Value>[] {
    const matches = new Map<Group<Value>, NameComparison>()
    for (const { group, comparison } of this.#compared(form, language)) {
      if (comparison.verdict === 'different') continue
      const before = matches.get(group)
      if (before === undefined || comparison.cost < before.cost) matches.set(group, comparison)
    }
    return matched(matches).sort((left, right) => left.comparison.cost - right.comparison.cost)
  }

  /** The names that share a frame with the form in one of its cases, each compared with it when it is asked for. */
  *#compared(form: string, language: string): Iterable<{ group: Group<Value>; comparison: NameComparison }> {
    this.#frameAll()
    if (scriptOf(form) === 'cyrillic') this.#soundOut()
    const question = ++this.#questions
    const seen: Group<Value>[] = []
    for (const lemma of formsOf(form, language)) {
      for (const group of seen) yield { group, comparison: compareIn(lemma, group.name) }
      const ends = endsOf(lemma)
      const frames = framesOf([...nameKeys(lemma).keys, nameKeys(lemma).folded, ...soundingOf(lemma).keys], true)
      if (ends !== undefined) frames.add(ends)
      for (const key of frames) {
        const groups = this.#byFrame.get(key)
        if (groups === undefined) continue
        for (let at = 0; at < groups.length && at < MOST_CANDIDATES; at++) {
          const group = groups[at] as Group<Value>
          if (group.met === question) continue
          group.met = question
          seen.push(group)
          yield { group, comparison: compareIn(lemma, group.name) }
        }
        if (seen.length > MOST_CANDIDATES) break
      }
    }
  }
}

const groupOf = ({ family, particle = '', corporate, script, given }: PersonName): string =>
  `${corporate ? 'b' : given === undefined ? 'o' : 'p'}${script}|${particle}|${family}`

function matched<Value>(matches: ReadonlyMap<Group<Value>, NameComparison>): NameMatch<Value>[] {
  const found: NameMatch<Value>[] = []
  for (const [{ rows }, comparison] of matches)
    for (const { name, value } of rows) found.push({ value, name, comparison })
  return found
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

const surnames = new Map<string, PersonName>()
const surnameOf = (family: string): PersonName => remembered(surnames, family, () => parseName({ family }))

const keyed = new Map<string, readonly string[]>()

function keysOf(name: PersonName, group: string): readonly string[] {
  return remembered(keyed, group, () => makeKeys(name))
}

function makeKeys(name: PersonName): readonly string[] {
  const keys = nameKeys(name.script === 'han' ? simplified(name.family) : name.family)
  const bodies = name.corporate || name.given === undefined ? corporateKeys(name.family).map((key) => `=${key}`) : []
  return [...new Set([...keys.keys, `=${keys.folded}`, ...bodies])]
}

const framed = new Map<string, readonly string[]>()

/** All keys of a listed surname by which it is found misspelled. */
function framesOfName(family: string): readonly string[] {
  return remembered(framed, family, () => {
    const { keys, folded } = nameKeys(family)
    const ends = endsOf(family)
    return [...framesOf([...keys, folded]), ...(ends === undefined ? [] : [ends])]
  })
}

/** Consonant frames and each of them without one letter: two names one edit apart share one. */
function framesOf(all: readonly string[], asked = false): Set<string> {
  const found = new Set<string>()
  const add = (key: string): void => {
    const bones = frame(key)
    if (found.has(bones)) return
    found.add(bones)
    if (bones.length < 2) return
    const last = Math.min(bones.length, 12)
    for (let at = 0; at < last; at++) {
      // no letter twice: what meets where one is left out may be equal
      const skip = at > 0 && bones[at - 1] === bones[at + 1] ? 2 : 1
      found.add(bones.slice(0, at) + bones.slice(at + skip))
    }
  }
  for (const key of all) {
    add(key)
    if (asked) for (const [from, to] of FUSIONS) if (key.includes(from)) add(key.replace(from, to))
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
