import type { FileReport, Report } from '../model/report.ts'

/** Files whose making is kept at one time. */
const held = 8

/**
 * What is made of the text of each file of a report, when it is asked for. A report of very many files holds them elsewhere and
 * loads each as it is looked at: only the last few things made are kept, and files in order are found without a search.
 */
export class Sources<Made> {
  readonly #files: Report['files']
  readonly #make: (text: string) => Made
  readonly #made = new Map<string, Made>()
  #indexes: ReadonlyMap<string, number> | undefined
  #last = 0

  constructor({ files }: Report, make: (text: string) => Made) {
    this.#files = files
    this.#make = make
  }

  /** undefined for a file that is not in the report */
  of(path: string): Made | undefined {
    const known = this.#made.get(path)
    if (known !== undefined) return known
    const file = this.#find(path)
    if (file === undefined) return undefined
    const made = this.#make(file.source.text)
    this.#made.set(path, made)
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= held) break
      this.#made.delete(oldest)
    }
    return made
  }

  #find(path: string): FileReport | undefined {
    for (const index of [this.#last, this.#last + 1]) {
      const file = this.#files[index]
      if (file?.source.path !== path) continue
      this.#last = index
      return file
    }
    this.#indexes ??= new Map(this.#files.map(({ source }, index) => [source.path, index]))
    const index = this.#indexes.get(path)
    if (index === undefined) return undefined
    this.#last = index
    return this.#files[index]
  }
}
