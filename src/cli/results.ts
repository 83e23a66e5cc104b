import { tmpdir } from 'node:os'
import process from 'node:process'
import { openSpool, type Spool } from '../disk/spool.ts'
import { type FinishOptions, finishFrom, type ResultHead } from '../engine/finish.ts'
import type { Job, JobResult } from '../engine/pipeline.ts'
import type { Report } from '../model/report.ts'
import type { SourceFile, Trouble } from '../model/source.ts'
import { digest } from '../text/digest.ts'
import { VERSION } from '../version.ts'
import { type Packed, unpack } from './packed.ts'
import type { Done } from './run.ts'
import type { Session } from './session.ts'

/** The head of a result, and where the rest of it is. */
export interface Kept extends Pick<ResultHead, 'elsewhere' | 'facts'> {
  readonly ticket: number
}

/** Holds what a run has found until all of it is reported: as bytes, most of them on the disk where there are many. */
export class ResultStore {
  readonly #spool: Spool
  readonly #isJournal: boolean
  readonly #digests = new WeakMap<SourceFile, string>()
  #bytes = 0

  /** `journal`: a file from which the same run, should it be ended early, can go on. */
  constructor(journal?: string) {
    this.#isJournal = journal !== undefined
    this.#spool = openSpool({ temporary: tmpdir(), ...(journal === undefined ? {} : { journal }) })
  }

  keep({ bytes, elsewhere, facts }: Packed, job: Job): Kept {
    this.#bytes += bytes.length
    return { elsewhere, facts, ticket: this.#spool.put(this.#isJournal ? this.#key(job) : '', bytes) }
  }

  /** What an earlier run kept of the same job: same text, libraries, settings and release. */
  known(job: Job): Kept | undefined {
    if (!this.#isJournal) return undefined
    const ticket = this.#spool.find(this.#key(job))
    if (ticket === undefined) return undefined
    const bytes = this.#spool.get(ticket)
    this.#bytes += bytes.length
    const { elsewhere, facts } = unpack(bytes)
    return { elsewhere, facts, ticket }
  }

  /** The report of a run. Results that are many are read back file by file, when the report is written. */
  report(done: readonly Done<Kept>[], session: Session, options: FinishOptions): Report {
    const found = done.filter((one) => one.state !== 'stopped')
    const heads = found.map((one): ResultHead => {
      if (one.state === 'lost') return { path: one.source.path, elsewhere: [], facts: {} }
      return { path: one.path, elsewhere: one.result.elsewhere, facts: one.result.facts }
    })
    const load = (index: number): JobResult => this.#load(found[index] as (typeof found)[number])
    const tool = { name: 'citelint', version: VERSION }
    const lazy = this.#bytes > EAGER
    return finishFrom({ heads, load }, session.rules, session.settingsOf, tool, { ...options, lazy })
  }

  close(done: boolean): void {
    this.#spool.close(done)
  }

  #load(one: Exclude<Done<Kept>, { state: 'stopped' }>): JobResult {
    if (one.state === 'lost') return emptyResult(one.source, one.trouble)
    const result = unpack(this.#spool.get(one.result.ticket))
    if (one.troubles.length === 0) return result
    return { ...result, file: { ...result.file, troubles: [...one.troubles, ...result.file.troubles] } }
  }

  #key({ source, libraries, ...rest }: Job): string {
    const texts = [source, ...libraries].map((file) => [file.path, file.format, file.encoding, this.#digest(file)])
    return digest(JSON.stringify([VERSION, process.version, texts, rest]))
  }

  #digest(file: SourceFile): string {
    const known = this.#digests.get(file)
    if (known !== undefined) return known
    const made = digest(file.text)
    this.#digests.set(file, made)
    return made
  }
}

/** Results of less than this stay in memory as they are: 16 MB of bytes are about three times as much of objects. */
const EAGER = 16 * 1024 * 1024

/** The entry of a file that could not be read or checked. */
function emptyResult(source: SourceFile, trouble: Trouble): JobResult {
  const isLibrary = source.format !== 'markdown' && source.format !== 'text'
  return {
    file: {
      source,
      kind: isLibrary ? 'library' : 'manuscript',
      language: 'und',
      languages: [],
      lists: [],
      references: [],
      counterparts: {},
      citations: [],
      quantities: [],
      relations: [],
      findings: [],
      troubles: [...(source.troubles ?? []), trouble],
      unchecked: [],
    },
    suppressions: { inner: [], outer: [], troubles: [] },
    elsewhere: [],
    facts: {},
  }
}
