import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnyAnswer, Query, Registry, WorkRecord, WorkUpdate } from '../../model/query.ts'
import { FORMAT, type Notice, type SnapshotInfo } from './build.ts'
import { unpack } from './pack.ts'
import { Rarity } from './rarity.ts'
import { scoreOf } from './score.ts'
import { Shelf } from './shelf.ts'
import { Table } from './table.ts'
import { hashOf, pairsOf, wordsOf } from './words.ts'

export { type BuildOptions, buildSnapshot, type Notice, type RecordSource, type SnapshotInfo } from './build.ts'
export { DumpError, readDump } from './dump.ts'

/** Rarest words of a question that are paired: more than of a record, for some are misspelled or of its journal. */
const ASKED = 10
/** Ids that are taken of one pair: more share only what is common. */
const OF_ONE_PAIR = 200
const SCORED = 16
const RETURNED = 5
/** Below this a candidate shares a few words and nothing else. */
const LIKELY = 0.4

/** A folder that holds no snapshot, or one that this version cannot read. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

/**
 * A snapshot of registries on disk. It answers what it holds; what it does not hold is `unknown`, for a newer registry may
 * have it. It may be open in several processes at once.
 */
export class Snapshot implements Registry {
  readonly info: SnapshotInfo
  readonly #records: Shelf
  readonly #dois: Table
  readonly #pairs: Table
  readonly #rarity: Rarity
  readonly #notices: Shelf
  readonly #noticed: Table

  /** Throws a `SnapshotError`. */
  constructor(folder: string) {
    const path = join(folder, 'snapshot.json')
    if (!existsSync(path)) {
      const unfinished = existsSync(join(folder, 'build')) ? 'its build was not finished' : 'it has no snapshot.json'
      throw new SnapshotError(`${folder} holds no snapshot: ${unfinished}`)
    }
    try {
      this.info = JSON.parse(readFileSync(path, 'utf8')) as SnapshotInfo
      if (this.info.format !== FORMAT) throw new Error(`format ${this.info.format}, this version reads ${FORMAT}`)
      this.#records = new Shelf(join(folder, 'records'))
      this.#dois = new Table(join(folder, 'dois.table'))
      this.#pairs = new Table(join(folder, 'words.table'))
      this.#rarity = Rarity.read(join(folder, 'words.rarity'))
      this.#notices = new Shelf(join(folder, 'notices'))
      this.#noticed = new Table(join(folder, 'notices.table'))
    } catch (error) {
      throw new SnapshotError(`${folder} holds no snapshot that can be read: ${(error as Error).message}`)
    }
  }

  async ask(queries: readonly Query[]): Promise<readonly AnyAnswer[]> {
    return queries.map((query) => this.answer(query))
  }

  /** The answer to one question; `unknown`, `unsupported` where the snapshot does not hold it. */
  answer(query: Query): AnyAnswer {
    const value = this.#valueFor(query)
    if (value === undefined) return { state: 'unknown', why: 'unsupported' }
    return { state: 'found', value, source: this.#source(value), asOf: this.info.asOf }
  }

  #source(value: WorkRecord | readonly WorkRecord[]): string {
    const one = Array.isArray(value) ? (value[0] as WorkRecord | undefined) : (value as WorkRecord)
    return `${one?.agency ?? 'Crossref'} (snapshot)`
  }

  #valueFor(query: Query): WorkRecord | (WorkRecord & { score: number })[] | undefined {
    if (query.kind === 'work') return this.work(query.doi)
    if (query.kind === 'search') {
      const found = this.search(query.text)
      return found.length === 0 ? undefined : found
    }
    if (query.kind !== 'identifier') return undefined
    if (query.scheme === 'arxiv') return this.work(`10.48550/arxiv.${query.value.replace(/v\d+$/, '')}`)
    return query.scheme === 'pmid' ? this.#noticedOnly(`pmid ${query.value}`, { PMID: query.value }) : undefined
  }

  /** The newest record of a DOI, with what Retraction Watch knows of it. */
  work(doi: string): WorkRecord | undefined {
    const wanted = doi.toLowerCase()
    let found: WorkRecord | undefined
    this.#dois.each(hashOf(wanted), Number.POSITIVE_INFINITY, (id) => {
      const record = this.#record(id)
      if (record?.csl.DOI === wanted) found = record
    })
    if (found === undefined) return this.#noticedOnly(wanted, { DOI: wanted })
    const updates = this.#updatesOf(wanted)
    return updates.length === 0 ? found : { ...found, updates: merged(found.updates ?? [], updates) }
  }

  /** Records by a description in any order of words, the best first, with a score from 0 to 1. */
  search(text: string): (WorkRecord & { score: number })[] {
    const words = wordsOf(text)
    const isNumber = (word: string): boolean => /^\d+$/.test(word)
    const known = words.filter((word) => this.#rarity.of(hashOf(word)) > 0)
    const letters = known.filter((word) => !isNumber(word))
    // numbers are common: they help where there is little else
    const chosen = letters.length < 6 ? known : letters
    const votes = new Map<number, number>()
    for (const pair of pairsOf(chosen.map(hashOf), (word) => this.#rarity.of(word), ASKED)) {
      this.#pairs.each(pair, OF_ONE_PAIR, (id) => votes.set(id, (votes.get(id) ?? 0) + 1))
    }
    const candidates = [...votes].sort((one, other) => other[1] - one[1] || other[0] - one[0]).slice(0, SCORED)
    const question = new Set(words)
    const best = new Map<string, WorkRecord & { score: number }>()
    for (const [id] of candidates) {
      const record = this.#record(id)
      const doi = record?.csl.DOI
      // of two records of a DOI the later one stands
      if (record === undefined || doi === undefined || best.has(doi)) continue
      best.set(doi, { ...record, score: scoreOf(question, record) })
    }
    return [...best.values()]
      .filter(({ score }) => score >= LIKELY)
      .sort((one, other) => other.score - one.score)
      .slice(0, RETURNED)
  }

  #record(id: number): WorkRecord | undefined {
    const line = this.#records.line(id)
    try {
      return line === undefined ? undefined : unpack(line)
    } catch {
      return undefined
    }
  }

  #updatesOf(key: string): readonly WorkUpdate[] {
    const updates: WorkUpdate[] = []
    this.#noticed.each(hashOf(key), 100, (id) => {
      const notice = JSON.parse(this.#notices.line(id) ?? '{}') as Partial<Notice>
      const isMeant = key.startsWith('pmid ') ? notice.pmid === key.slice(5) : notice.doi?.toLowerCase() === key
      if (isMeant && notice.update !== undefined) updates.push(notice.update)
    })
    return updates
  }

  /** A work of which only its notices are known. */
  #noticedOnly(key: string, names: { readonly DOI?: string; readonly PMID?: string }): WorkRecord | undefined {
    const updates = this.#updatesOf(key)
    if (updates.length === 0) return undefined
    return { csl: { id: key, type: 'document', ...names }, agency: 'Retraction Watch', updates, isBare: true }
  }

  close(): void {
    for (const one of [this.#records, this.#dois, this.#pairs, this.#notices, this.#noticed]) one.close()
  }
}

/** One event often stands in both lists: the same kind and notice count once. */
function merged(known: readonly WorkUpdate[], more: readonly WorkUpdate[]): readonly WorkUpdate[] {
  const same = (one: WorkUpdate, other: WorkUpdate): boolean =>
    one.type === other.type && one.doi === other.doi && one.source === other.source
  const all = [...known, ...more.filter((one) => !known.some((other) => same(one, other)))]
  return all.sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1))
}

/** Answers from the snapshot first; what it does not hold goes to the next registry. */
export function withSnapshot(snapshot: Snapshot, next: Registry): Registry {
  return {
    async ask(queries) {
      const answers = queries.map((query) => snapshot.answer(query))
      const open = queries.filter((_, index) => isOpen(answers[index] as AnyAnswer))
      if (open.length === 0) return answers
      const others = await next.ask(open)
      let at = 0
      return answers.map((answer) => (isOpen(answer) ? better(others[at++], answer) : answer))
    },
  }
}

/** A bare record tells of notices only: a registry may know the work itself. */
function isOpen(answer: AnyAnswer): boolean {
  return answer.state !== 'found' || ('isBare' in answer.value && answer.value.isBare === true)
}

function better(theirs: AnyAnswer | undefined, ours: AnyAnswer): AnyAnswer {
  if (theirs === undefined || ours.state !== 'found') return theirs ?? ours
  if (theirs.state !== 'found' || !('csl' in theirs.value) || !('csl' in ours.value)) return ours
  return {
    ...theirs,
    value: { ...theirs.value, updates: merged(theirs.value.updates ?? [], ours.value.updates ?? []) },
  }
}
