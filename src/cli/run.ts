import type { Job } from '../engine/pipeline.ts'
import { Failure } from '../model/failure.ts'
import type { AnyAnswer, Query } from '../model/query.ts'
import type { SourceFile, Trouble } from '../model/source.ts'
import { tooDeepForMarkdown } from '../readers/markdown/depth.ts'
import { createPool, type Pool } from '../workers/pool.ts'
import type { Loss, Outcome } from '../workers/protocol.ts'
import { growSlowly } from './frugal.ts'
import { LibraryDesk } from './library-desk.ts'
import type { Input, Session } from './session.ts'
import type { Task, TaskResults, WorkerData } from './tasks.ts'

/** What became of one file. `stopped` files were not checked at all. */
export type Done<Result> =
  | { readonly state: 'done'; readonly path: string; readonly result: Result; readonly troubles: readonly Trouble[] }
  | { readonly state: 'lost'; readonly source: SourceFile; readonly trouble: Trouble }
  | { readonly state: 'stopped' }

export interface RunOptions<Kind extends Task['kind'], Kept> {
  readonly kind: Kind
  /** what is held of a result until all are there */
  readonly keep: (result: TaskResults[Kind], job: Job) => Kept
  /** what an earlier run kept of this job */
  readonly known?: (job: Job) => Kept | undefined
  /** libraries for every manuscript, absolute */
  readonly bibliography: readonly string[]
  /** the names of plugins, for the workers */
  readonly plugins: readonly string[]
  readonly onProgress?: (done: number, all: number) => void
  /** no new work is begun once it is aborted */
  readonly signal: AbortSignal
  readonly timeLimitMs?: number
}

/** Above this the Markdown reader would need gigabytes. In UTF-16 units. */
const LONGEST_MARKDOWN = 8 * 1024 * 1024
const GRACE_MS = 1000

/** Does a task for every input, and for every library that the manuscripts read; results in the order of the inputs. */
export async function run<Kind extends Task['kind'], Kept>(
  inputs: readonly Input[],
  session: Session,
  options: RunOptions<Kind, Kept>,
): Promise<readonly Done<Kept>[]> {
  const pool = openPool(session, options.plugins, inputs.length, options.timeLimitMs)
  const stop = (): void => void setTimeout(() => void pool.close(), GRACE_MS).unref()
  options.signal.addEventListener('abort', stop, { once: true })
  try {
    const desk = new LibraryDesk(session)
    const first = await runAll(inputs, pool, desk, session, options)
    const known = new Set(inputs.map(({ absolute }) => absolute))
    const libraries = options.kind === 'check' ? desk.opened().filter(({ absolute }) => !known.has(absolute)) : []
    return [...first, ...(await runAll(libraries, pool, desk, session, { ...options, onProgress: () => {} }))]
  } finally {
    options.signal.removeEventListener('abort', stop)
    await pool.close()
  }
}

/** Workers for at most so many files. */
export function openPool(
  { cwd, jobs, memoryLimitMb }: Session,
  plugins: readonly string[],
  files: number,
  timeLimitMs?: number,
): Pool {
  growSlowly()
  return createPool({
    entry: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
    size: Math.max(1, Math.min(jobs, files)),
    memoryLimitMb,
    youngMemoryMb: 12,
    data: { cwd, plugins } satisfies WorkerData,
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  })
}

/** Files that are read and wait for a worker, so that none has to wait for the disk. */
const AHEAD = 1

async function runAll<Kind extends Task['kind'], Kept>(
  inputs: readonly Input[],
  pool: Pool,
  desk: LibraryDesk,
  session: Session,
  options: RunOptions<Kind, Kept>,
): Promise<readonly Done<Kept>[]> {
  const results: Done<Kept>[] = inputs.map(() => ({ state: 'stopped' }))
  let next = 0
  let done = 0
  async function lane(): Promise<void> {
    while (next < inputs.length && !options.signal.aborted) {
      const index = next
      next += 1
      const input = inputs[index] as Input
      try {
        results[index] = await runOne(input, pool, desk, session, options)
      } catch (error) {
        results[index] = unreadable(input, error)
      }
      done += 1
      options.onProgress?.(done, inputs.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(session.jobs + AHEAD, inputs.length) }, lane))
  return results
}

/** Does a task for one file with the libraries that the desk opens. */
export async function runOne<Kind extends Task['kind'], Kept>(
  input: Input,
  pool: Pool,
  desk: LibraryDesk,
  session: Session,
  { kind, bibliography, keep, known }: Pick<RunOptions<Kind, Kept>, 'kind' | 'bibliography' | 'keep' | 'known'>,
): Promise<Done<Kept>> {
  let source: SourceFile
  try {
    source = await input.read()
  } catch (error) {
    return unreadable(input, error)
  }
  const libraries = await desk.librariesOf(source, input.absolute, bibliography)
  const job: Job = {
    source,
    libraries: libraries.sources,
    missingLibraries: libraries.missing,
    settings: session.settingsOf(source.path),
  }
  const { path } = source
  const earlier = known?.(job)
  if (earlier !== undefined) return { state: 'done', path, result: earlier, troubles: libraries.troubles }
  const submit = (readAs?: Job['readAs']): Promise<Outcome<TaskResults[Kind]>> => {
    const task: Task = { kind, job: readAs === undefined ? job : { ...job, readAs } }
    return pool.run(task, { onAsk: (queries) => answer(queries as readonly Query[], session) })
  }
  const early = source.format === 'markdown' ? tooMuchForMarkdown(source.text) : undefined
  let outcome = await submit(early === undefined ? undefined : asText(early))
  if (outcome.state === 'lost' && early === undefined && source.format === 'markdown') {
    const reason = AS_TEXT[outcome.why]
    if (reason !== undefined) outcome = await submit(asText(reason))
  }
  if (outcome.state === 'done') {
    return { state: 'done', path, result: keep(outcome.result, job), troubles: libraries.troubles }
  }
  if (outcome.why === 'stopped') return { state: 'stopped' }
  const message = `${path} was not checked: ${outcome.message}`
  return { state: 'lost', source, trouble: { code: outcome.why, message, fatal: true } }
}

/** The losses after which plain text is tried, and why. */
const AS_TEXT: Readonly<Partial<Record<Loss, string>>> = {
  timeout: 'reading it as Markdown took longer than the time limit',
  'out-of-memory': 'reading it as Markdown needed more memory than the limit',
}

function tooMuchForMarkdown(text: string): string | undefined {
  if (text.length > LONGEST_MARKDOWN) return 'it is too long to be read as Markdown'
  return tooDeepForMarkdown(text) ? 'its Markdown is nested too deeply' : undefined
}

function asText(reason: string): NonNullable<Job['readAs']> {
  return {
    format: 'text',
    trouble: {
      code: 'read-as-plain-text',
      message: `This file was read as plain text: ${reason}. Notes, links and tables are not understood.`,
    },
  }
}

function unreadable({ path, format }: Input, error: unknown): Done<never> {
  const code = error instanceof Failure ? error.code : 'cannot-read'
  const message = error instanceof Error ? error.message : String(error)
  return {
    state: 'lost',
    source: { path, format, text: '', encoding: 'utf-8' },
    trouble: { code, message, fatal: true },
  }
}

/** Answers the questions of a worker; without a registry nobody knows. */
async function answer(queries: readonly Query[], { registry }: Session): Promise<readonly AnyAnswer[]> {
  if (registry !== undefined) return registry.ask(queries)
  return queries.map(() => ({ state: 'unknown', why: 'offline' }))
}
