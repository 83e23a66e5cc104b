import type { Range, RawEntry, ValuePart } from './syntax.ts'

export type Resolved = string

/** A definition may hold others: `a = b # b` doubles, so that ten lines could fill the memory. */
const LONGEST = 100_000

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Journals that the standard BibTeX styles (plain.bst) define. */
const STANDARD: Readonly<Record<string, string>> = {
  acmcs: 'ACM Computing Surveys',
  acta: 'Acta Informatica',
  cacm: 'Communications of the ACM',
  ibmjrd: 'IBM Journal of Research and Development',
  ibmsj: 'IBM Systems Journal',
  ieeese: 'IEEE Transactions on Software Engineering',
  ieeetc: 'IEEE Transactions on Computers',
  ieeetcad: 'IEEE Transactions on Computer-Aided Design of Integrated Circuits',
  ipl: 'Information Processing Letters',
  jacm: 'Journal of the ACM',
  jcss: 'Journal of Computer and System Sciences',
  scp: 'Science of Computer Programming',
  sicomp: 'SIAM Journal on Computing',
  tcs: 'Theoretical Computer Science',
  tocs: 'ACM Transactions on Computer Systems',
  tods: 'ACM Transactions on Database Systems',
  tog: 'ACM Transactions on Graphics',
  toms: 'ACM Transactions on Mathematical Software',
  toois: 'ACM Transactions on Office Information Systems',
  toplas: 'ACM Transactions on Programming Languages and Systems',
}

/** The `@string` macros of a file. */
export class Macros {
  readonly #text: string
  readonly #trouble: (code: string, message: string, at: Range) => void
  readonly #values: Map<string, string> = new Map([
    ...MONTHS.map((month) => [month, month] as const),
    ...Object.entries(STANDARD),
  ])

  constructor(text: string, trouble: (code: string, message: string, at: Range) => void) {
    this.#text = text
    this.#trouble = trouble
  }

  define(definition: RawEntry): void {
    for (const { name, parts } of definition.fields) {
      this.#values.set(this.#text.slice(name.start, name.end).toLowerCase(), this.resolve(parts))
    }
  }

  /** The value with its macros replaced and its parts joined; a macro that nobody defined stands for its own name. */
  resolve(parts: readonly ValuePart[]): Resolved {
    let value = ''
    for (const part of parts) {
      const written = this.#text.slice(part.start, part.end)
      value += part.kind === 'bare' ? this.#expand(written, part) : written
      if (value.length <= LONGEST || parts.length === 1) continue
      this.#trouble('limit', `This value has more than ${LONGEST} characters once its macros are replaced`, part)
      return value.slice(0, LONGEST)
    }
    return value
  }

  #expand(word: string, at: Range): string {
    const value = this.#values.get(word.toLowerCase())
    if (value !== undefined) return value
    const isMacro = /^\p{L}[^\s]*$/u.test(word)
    if (isMacro) this.#trouble('bibtex-undefined-string', `No \`@string\` defines \`${word.slice(0, 80)}\``, at)
    else if (!/^[\d-]+$/.test(word)) {
      this.#trouble('bibtex-unquoted-value', `The value \`${word.slice(0, 80)}\` stands without braces or quotes`, at)
    }
    return word
  }
}
