import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkRecord, WorkUpdate } from '../../model/query.ts'
import { pack } from './pack.ts'
import { Rarity } from './rarity.ts'
import { ShelfWriter } from './shelf.ts'
import { MOST_IDS, TableBuilder } from './table.ts'
import { readTokens, TokenWriter } from './tokens.ts'
import { hashOf, keysOf, pairsOf } from './words.ts'

/** Where records come from. `key` changes when the content does. */
export interface RecordSource {
  readonly name: string
  readonly key: string
  /** the records from the `skip`th on; `undefined` for what is no record but counts */
  records(skip: number): AsyncIterable<WorkRecord | undefined>
}

/** A row of Retraction Watch's list. */
export interface Notice {
  readonly doi?: string
  readonly pmid?: string
  readonly title?: string
  readonly update: WorkUpdate
}

export interface SnapshotInfo {
  readonly format: number
  /** the day on which it was built */
  readonly built: string
  /** how old its content is, as far as it says so: the day of the newest dump */
  readonly asOf: string
  readonly records: number
  readonly notices: number
  readonly sources: readonly string[]
}

export interface BuildOptions {
  readonly output: string
  /** `YYYY-MM-DD` */
  readonly today: string
  readonly asOf: string
  readonly onProgress?: (records: number, stage: string) => void
  readonly signal?: AbortSignal
}

export const FORMAT = 1
const CHECKPOINT = 50_000

/** How far an interrupted build came. */
interface State {
  readonly format: number
  readonly keys: readonly string[]
  readonly source: number
  readonly taken: number
  readonly count: number
  readonly length: number
  readonly tokens: number
}

const FRESH: Omit<State, 'keys' | 'format'> = { source: 0, taken: 0, count: 0, length: 0, tokens: 0 }

/**
 * Builds a snapshot in a folder. Memory does not grow with the number of records. A build that was interrupted goes on where
 * it was, as long as its sources are the same; a folder that holds a finished snapshot is written anew.
 */
export async function buildSnapshot(
  sources: readonly RecordSource[],
  notices: Iterable<Notice>,
  { output, today, asOf, onProgress, signal }: BuildOptions,
): Promise<SnapshotInfo> {
  const work = join(output, 'build')
  mkdirSync(work, { recursive: true })
  const state = stateOf(work, sources)
  if (state.count === 0) rmSync(join(output, 'snapshot.json'), { force: true })
  const shelf = new ShelfWriter(join(output, 'records'), state)
  const tokens = new TokenWriter(join(work, 'tokens'), state.tokens)
  let [source, taken] = [state.source, state.taken]
  const checkpoint = (): void => {
    shelf.flush()
    tokens.flush()
    const reached: State = {
      ...{ format: FORMAT, keys: sources.map(({ key }) => key), source, taken },
      ...{ count: shelf.count, length: shelf.length, tokens: tokens.length },
    }
    writeFileSync(join(work, 'state.tmp'), JSON.stringify(reached))
    renameSync(join(work, 'state.tmp'), join(work, 'state.json'))
    onProgress?.(shelf.count, 'reading')
  }
  try {
    for (; source < sources.length; source++, taken = 0) {
      for await (const record of (sources[source] as RecordSource).records(taken)) {
        taken++
        if (record !== undefined && hasName(record) && shelf.count < MOST_IDS) {
          shelf.add(pack(record))
          tokens.add(hashOf((record.csl.DOI as string).toLowerCase()), keysOf(record))
        }
        if (taken % CHECKPOINT === 0) {
          checkpoint()
          signal?.throwIfAborted()
        }
      }
    }
    checkpoint()
  } finally {
    shelf.close()
    tokens.close()
  }
  onProgress?.(shelf.count, 'indexing')
  index(output, work)
  const noted = shelve(notices, output, work)
  const info: SnapshotInfo = {
    ...{ format: FORMAT, built: today, asOf, records: shelf.count, notices: noted },
    sources: sources.map(({ name }) => name),
  }
  writeFileSync(join(work, 'snapshot.tmp'), JSON.stringify(info, undefined, 2))
  renameSync(join(work, 'snapshot.tmp'), join(output, 'snapshot.json'))
  rmSync(work, { recursive: true, force: true })
  return info
}

function stateOf(work: string, sources: readonly RecordSource[]): State {
  const keys = sources.map(({ key }) => key)
  const path = join(work, 'state.json')
  if (existsSync(path)) {
    try {
      const state = JSON.parse(readFileSync(path, 'utf8')) as State
      if (state.format === FORMAT && JSON.stringify(state.keys) === JSON.stringify(keys)) return state
    } catch {
      // written by another hand: begin anew
    }
  }
  return { format: FORMAT, keys, ...FRESH }
}

function hasName({ csl }: WorkRecord): boolean {
  return csl.DOI !== undefined && csl.DOI !== ''
}

/** The tables of DOIs and of pairs of rare words, from what was noted while reading. */
function index(output: string, work: string): void {
  const counts = Rarity.counters()
  const path = join(work, 'tokens')
  for (const { forms } of readTokens(path)) {
    for (const words of forms) {
      for (const word of words) {
        const slot = Rarity.slotOf(word)
        counts[slot] = (counts[slot] as number) + 1
      }
    }
  }
  const rarity = Rarity.ofCounts(counts)
  rarity.write(join(output, 'words.rarity'))
  const table = new TableBuilder(work, 'pairs')
  const dois = new TableBuilder(work, 'dois')
  for (const { id, doi, forms } of readTokens(path)) {
    dois.add(doi, id)
    const pairs = new Set(forms.flatMap((words) => pairsOf(words, (word) => rarity.of(word))))
    for (const pair of pairs) table.add(pair, id)
  }
  table.finish(join(output, 'words.table'))
  dois.finish(join(output, 'dois.table'))
}

/** Notices are kept beside the records, by DOI and PubMed number, for works that are in no dump as well. */
function shelve(notices: Iterable<Notice>, output: string, work: string): number {
  const shelf = new ShelfWriter(join(output, 'notices'), { count: 0, length: 0 })
  const table = new TableBuilder(work, 'notices')
  for (const notice of notices) {
    if (notice.doi === undefined && notice.pmid === undefined) continue
    const id = shelf.add(JSON.stringify(notice))
    if (notice.doi !== undefined) table.add(hashOf(notice.doi.toLowerCase()), id)
    if (notice.pmid !== undefined) table.add(hashOf(`pmid ${notice.pmid}`), id)
  }
  shelf.close()
  table.finish(join(output, 'notices.table'))
  return shelf.count
}
