import { remembered } from '../memo.ts'

/** Case endings of Russian and English nouns that a unit or a magnitude word may carry, and Kazakh suffix chains. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    's es а я у ю ом ем е и ы ов ев ей ам ям ами ями ах ях ой ь ью ин ым ых ого ому ами ' +
    'ға ге қа ке на не ны ні ды ді ты ті н да де та те нда нде дан ден тан тен нан нен ның нің дың дің тың тің мен бен пен ' +
    'лар лер дар дер тар тер ы і сы сі ына іне ында інде ынан інен ын ін дағы дегі тағы тегі дай дей тай тей лық лік дық дік тық тік'
  ).split(' '),
)

/**
 * A table of words by their stems: `metre*` takes case endings, a bare word does not.
 * Later entries win, so that special words may follow general ones.
 */
export class Stems<Value> {
  readonly #exact = new Map<string, Value>()
  readonly #open = new Map<string, Value>()

  constructor(entries: Iterable<readonly [words: string, value: Value]>) {
    for (const [words, value] of entries) {
      for (const word of words.split(' ')) {
        if (word.endsWith('*')) this.#open.set(word.slice(0, -1), value)
        else this.#exact.set(word, value)
      }
    }
  }

  /** The value of a lower-case word, and how much of the word its stem is. */
  readonly find: (word: string) => { readonly value: Value; readonly stem: number } | undefined = remembered((word) =>
    this.#look(word),
  )

  #look(word: string): { readonly value: Value; readonly stem: number } | undefined {
    const exact = this.#exact.get(word) ?? this.#open.get(word)
    if (exact !== undefined) return { value: exact, stem: word.length }
    for (let cut = 1; cut <= 6 && word.length - cut >= 2; cut++) {
      const value = this.#open.get(word.slice(0, -cut))
      if (value === undefined) continue
      if (ENDINGS.has(word.slice(-cut)) || endsTwice(word.slice(-cut))) return { value, stem: word.length - cut }
    }
    return undefined
  }
}

/** Two endings after each other, as Kazakh has them. */
function endsTwice(tail: string): boolean {
  for (let split = 1; split < tail.length; split++) {
    if (ENDINGS.has(tail.slice(0, split)) && ENDINGS.has(tail.slice(split))) return true
  }
  return false
}

/** Whether the letters after a hyphen (`30-дан`) are a case ending. */
export function isEnding(tail: string): boolean {
  return ENDINGS.has(tail) || endsTwice(tail)
}

/** Words and characters of a script without spaces, found by their longest match. */
export class Signs<Value> {
  readonly #byFirst = new Map<string, (readonly [string, Value])[]>()

  constructor(entries: Iterable<readonly [words: string, value: Value]>) {
    for (const [words, value] of entries) {
      for (const word of words.split(' ')) {
        const first = word[0] ?? ''
        this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), [word, value]])
      }
    }
    for (const list of this.#byFirst.values()) list.sort((left, right) => right[0].length - left[0].length)
  }

  /** The longest word of the table that begins at `at`. */
  match(text: string, at: number): { readonly value: Value; readonly word: string; readonly end: number } | undefined {
    for (const [word, value] of this.#byFirst.get(text[at] ?? '') ?? []) {
      if (text.startsWith(word, at)) return { value, word, end: at + word.length }
    }
    return undefined
  }
}
