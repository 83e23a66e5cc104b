import { opendirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import { formatOf } from '../disk/formats.ts'
import { readBytes } from '../disk/load.ts'
import type { CslItem } from '../model/csl.ts'
import { Failure } from '../model/failure.ts'
import type { AnyAnswer, Query, Registry, WorkRecord } from '../model/query.ts'
import { decode } from '../readers/decode.ts'
import { loadReader } from '../readers/index.ts'
import {
  buildSnapshot,
  DumpError,
  type Notice,
  type RecordSource,
  readDump,
  Snapshot,
  SnapshotError,
  type SnapshotInfo,
  withSnapshot,
} from '../records/snapshot/index.ts'
import { crossrefRecord } from '../registries/crossref-record.ts'
import { readCslRecord } from '../registries/csl-record.ts'
import { dataciteRecord } from '../registries/datacite.ts'
import { type Fields, fieldsOf } from '../registries/json.ts'
import { readRetractionList } from '../registries/retraction-watch.ts'
import { EXIT } from './exit.ts'
import { interruptible } from './interrupt.ts'
import type { OpenRegistry } from './registry.ts'
import { stderr, stdout } from './streams.ts'

export interface SnapshotOptions {
  readonly output: string
  readonly today?: string
  readonly quiet?: boolean
}

const DUMP = /\.(?:jsonl?|ndjson)(?:\.gz)?$/i
const LIBRARY = /\.(?:bib|ris|ya?ml)$/i
const LIST = /\.csv$/i
const LARGEST_LIST = 512 * 1024 * 1024
/** Content that is older than this is told of, in days. */
const OLD = 400

/** `citelint snapshot build`: dumps of registries and plain libraries to a folder that `check --snapshot` reads. */
export async function build(
  dumps: readonly string[],
  { output, today, quiet = false }: SnapshotOptions,
): Promise<void> {
  const files = dumps.flatMap((path) => filesOf(resolve(path), path))
  const records = files.filter(({ path }) => DUMP.test(path) || LIBRARY.test(path))
  const lists = files.filter(({ path }) => LIST.test(path))
  if (records.length + lists.length === 0) {
    throw new Failure('usage', `nothing to build from in ${dumps.join(', ')}`, {
      help: 'Give .json, .jsonl (also .gz), .bib, .ris or the .csv of Retraction Watch, or folders of them.',
    })
  }
  const { signal, release } = interruptible()
  const show = quiet ? undefined : progressLine()
  try {
    const notices = await noticesOf(lists)
    const info = await buildSnapshot(records.map(sourceOf), notices, {
      output: resolve(output),
      today: today ?? new Date().toISOString().slice(0, 10),
      asOf: newestDay(files),
      signal,
      ...(show === undefined ? {} : { onProgress: show }),
    })
    const noted = info.notices === 0 ? '' : ` and ${info.notices} notices`
    if (!quiet) await stderr.write('\n')
    await stdout.write(`${info.records} records${noted} of ${info.asOf} in ${output}\n`)
  } catch (error) {
    if (signal.aborted) {
      process.exitCode = EXIT.interrupted
      await stderr.write(`\ncitelint: stopped; the same command goes on from here\n`)
    } else if (error instanceof DumpError) throw new Failure('cannot-read', error.message)
    else throw error
  } finally {
    release()
  }
}

interface DumpFile {
  readonly path: string
  readonly size: number
  readonly modified: Date
}

/** A file, or what lies in a folder and below, in the order of names: `2.jsonl.gz` before `10.jsonl.gz`. */
function filesOf(absolute: string, shown: string): readonly DumpFile[] {
  const stats = statSync(absolute, { throwIfNoEntry: false })
  if (stats === undefined) throw new Failure('missing', `${shown} does not exist`)
  if (stats.isFile()) return [{ path: absolute, size: stats.size, modified: stats.mtime }]
  if (!stats.isDirectory()) throw new Failure('cannot-read', `${shown} is neither a file nor a folder`)
  const names: string[] = []
  const folder = opendirSync(absolute)
  for (let entry = folder.readSync(); entry !== null; entry = folder.readSync()) {
    if (
      entry.isDirectory() ||
      (entry.isFile() && (DUMP.test(entry.name) || LIST.test(entry.name) || LIBRARY.test(entry.name)))
    ) {
      names.push(entry.name)
    }
  }
  folder.closeSync()
  const order = new Intl.Collator('en', { numeric: true })
  return names.sort(order.compare).flatMap((name) => filesOf(join(absolute, name), join(shown, name)))
}

/** The last day on which a source was written: what came later cannot be in it. */
function newestDay(files: readonly DumpFile[]): string {
  const newest = files.reduce((latest, { modified }) => Math.max(latest, modified.getTime()), 0)
  return new Date(newest).toISOString().slice(0, 10)
}

function sourceOf({ path, size, modified }: DumpFile): RecordSource {
  const records = LIBRARY.test(path) ? libraryRecords : dumpRecords
  return {
    name: basename(path),
    key: `${path} ${size} ${modified.getTime()}`,
    records: (skip) => records(path, skip),
  }
}

async function* dumpRecords(path: string, skip: number): AsyncIterable<WorkRecord | undefined> {
  for await (const value of readDump(path, skip)) {
    const fields = fieldsOf(value)
    yield fields === undefined ? undefined : recordOf(fields)
  }
}

async function* libraryRecords(path: string, skip: number): AsyncIterable<WorkRecord | undefined> {
  const format = formatOf(path)
  if (format === undefined) return
  const { text, encoding } = decode(await readBytes(path), undefined, path)
  const parts = (await loadReader(format)).read({ path, format, text, encoding })
  if (parts.kind !== 'library') return
  for (const { csl } of parts.entries.slice(skip)) yield ofCsl(csl)
}

/** One object of a dump: DataCite's have attributes, Crossref's a list of titles, CSL-JSON a title. */
function recordOf(fields: Fields): WorkRecord | undefined {
  if (fields.attributes !== undefined || fields.creators !== undefined) return dataciteRecord(fields)
  if (Array.isArray(fields.title) || fields.deposited !== undefined || fields.prefix !== undefined)
    return crossrefRecord(fields)
  return ofCsl(fields)
}

function ofCsl(item: Fields | CslItem): WorkRecord | undefined {
  const { DOI } = item
  if (typeof DOI !== 'string' || DOI === '') return undefined
  const read = readCslRecord(item as Fields, DOI, 'the library')
  return read.state === 'found' ? read.value : undefined
}

async function noticesOf(lists: readonly DumpFile[]): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  for (const { path } of lists) {
    const { text } = decode(await readBytes(path, { limit: LARGEST_LIST }), undefined, path)
    try {
      for (const row of readRetractionList(text)) notices.push(row)
    } catch (error) {
      throw new Failure('cannot-read', `${path}: ${(error as Error).message}`)
    }
  }
  return notices
}

function progressLine(): ((records: number, stage: string) => void) | undefined {
  if (!stderr.isTerminal) return undefined
  return (records, stage) => void stderr.write(`\r\u001b[2Kcitelint: ${records} records, ${stage}`)
}

export interface OpenSnapshot {
  /** answers from the snapshot first, the rest from the next one */
  before(next: OpenRegistry | undefined): OpenRegistry
}

/** `check --snapshot`. `today` tells how old it is. */
export function openSnapshot(folder: string, cwd: string, today: string): OpenSnapshot {
  const snapshot = snapshotAt(folder, cwd)
  return {
    before: (next) => ({
      ...next,
      registry: withSnapshot(snapshot, next?.registry ?? NOBODY),
      async finish() {
        snapshot.close()
        return [ageOf(folder, snapshot.info, today), ...((await next?.finish()) ?? [])]
      },
    }),
  }
}

function snapshotAt(folder: string, cwd: string): Snapshot {
  try {
    return new Snapshot(resolve(cwd, folder))
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new Failure('cannot-read', error.message.replace(resolve(cwd, folder), folder))
    throw error
  }
}

function ageOf(folder: string, { records, asOf }: SnapshotInfo, today: string): string {
  const days = Math.floor((Date.parse(today) - Date.parse(asOf)) / 86_400_000)
  const age = days <= 0 ? '' : `, ${days === 1 ? '1 day' : `${days} days`} ago`
  const old = days > OLD ? '; later retractions and corrections are not in it' : ''
  return `the snapshot ${folder} holds ${records} records as of ${asOf}${age}${old}`
}

/** Offline, what the snapshot does not hold is not looked up. */
const NOBODY: Registry = {
  ask: async (queries: readonly Query[]): Promise<readonly AnyAnswer[]> =>
    queries.map(() => ({ state: 'unknown', why: 'offline' })),
}
