import { dirname, resolve } from 'node:path'
import { save } from '../disk/save.ts'
import { finish } from '../engine/finish.ts'
import { type Refusal, type Repair, repair, repairsOf } from '../engine/fix.ts'
import type { JobResult } from '../engine/pipeline.ts'
import { Failure } from '../model/failure.ts'
import type { FileReport } from '../model/report.ts'
import type { SourceFile } from '../model/source.ts'
import { encode } from '../readers/encoding/encode.ts'
import { unifiedDiff } from '../text/diff.ts'
import { digest } from '../text/digest.ts'
import { LineIndex } from '../text/lines.ts'
import { VERSION } from '../version.ts'
import type { Pool } from '../workers/pool.ts'
import { librariesNamed } from './front-matter.ts'
import { LibraryDesk } from './library-desk.ts'
import { type Original, openOriginal, refusal } from './originals.ts'
import { unpack } from './packed.ts'
import { openPool, runOne } from './run.ts'
import type { Input, Session } from './session.ts'

export interface RepairRun {
  readonly bibliography: readonly string[]
  readonly plugins: readonly string[]
  readonly unsafe: boolean
  /** nothing is written; the difference comes back instead */
  readonly dry: boolean
  /** only files that were named are written, not the libraries that they name */
  readonly untrusted: boolean
  readonly signal: AbortSignal
}

export interface RepairResult {
  /** unified, in the order of the paths */
  readonly diff: string
  readonly repairs: number
  readonly files: number
  /** repairs that were left out and files that cannot be written back, as messages */
  readonly notes: readonly string[]
  readonly failures: readonly Failure[]
}

/** Repairs files until nothing changes; each manuscript together with the libraries that it shares with others. */
export async function repairFiles(
  inputs: readonly Input[],
  session: Session,
  options: RepairRun,
): Promise<RepairResult> {
  const pool = openPool(session, options.plugins, inputs.length)
  const stop = (): void => void pool.close()
  options.signal.addEventListener('abort', stop, { once: true })
  try {
    const groups = await groupsOf(inputs, options.bibliography)
    const results: RepairResult[] = []
    let next = 0
    async function lane(): Promise<void> {
      while (next < groups.length && !options.signal.aborted) {
        const index = next
        next += 1
        results[index] = await repairGroup(groups[index] as readonly Input[], pool, session, options)
      }
    }
    await Promise.all(Array.from({ length: Math.min(session.jobs, groups.length) }, lane))
    return results.reduce(added, { diff: '', repairs: 0, files: 0, notes: [], failures: [] })
  } finally {
    options.signal.removeEventListener('abort', stop)
    await pool.close()
  }
}

function added(left: RepairResult, right: RepairResult): RepairResult {
  return {
    diff: left.diff + right.diff,
    repairs: left.repairs + right.repairs,
    files: left.files + right.files,
    notes: [...left.notes, ...right.notes],
    failures: [...left.failures, ...right.failures],
  }
}

/** Inputs that share a library, or are one another's, are repaired together. */
async function groupsOf(inputs: readonly Input[], shared: readonly string[]): Promise<readonly (readonly Input[])[]> {
  const groups = new Map<Input, Input[]>(inputs.map((input) => [input, [input]]))
  const owner = new Map<string, Input>()
  for (const input of inputs) {
    for (const path of [input.absolute, ...(await librariesOf(input, shared))]) {
      const first = groups.get(owner.get(path) ?? input) as Input[]
      const own = groups.get(input) as Input[]
      if (first !== own) {
        first.push(...own)
        for (const one of own) groups.set(one, first)
      }
      owner.set(path, input)
    }
  }
  return [...new Set(groups.values())]
}

async function librariesOf(input: Input, shared: readonly string[]): Promise<readonly string[]> {
  if (!isProse(input.format)) return []
  try {
    const named = await librariesNamed(await input.read())
    return [...shared, ...named.map(({ path }) => resolve(dirname(input.absolute), path))]
  } catch {
    // the check says what is wrong with it
    return []
  }
}

async function repairGroup(
  inputs: readonly Input[],
  pool: Pool,
  session: Session,
  { bibliography, unsafe, dry, untrusted, signal }: RepairRun,
): Promise<RepairResult> {
  const originals = new Map<string, Original>()
  const notes: string[] = []
  const desk = new LibraryDesk(session)
  for (const input of inputs) {
    const original = await openOriginal(input)
    if (original === undefined) continue
    originals.set(input.path, original)
    await desk.librariesOf(original.source, input.absolute, bibliography)
  }
  if (!untrusted) {
    for (const input of desk.opened()) {
      const original = originals.has(input.path) ? undefined : await openOriginal(input)
      if (original !== undefined) originals.set(input.path, original)
    }
  }
  const writable = new Map([...originals].filter(([, { locked }]) => locked === undefined))
  const texts = new Map([...writable].map(([path, { source }]) => [path, source.text]))
  const check = checker(inputs, originals, pool, session, bibliography)
  const refuse = (path: string, text: string): string | undefined => refusal(text, originals.get(path) as Original)
  const done = await repair(texts, check, { unsafe, refuse })
  const wanted = new Set(repairsOf(done.files, unsafe).flatMap(({ fix }) => fix.edits.map(({ span }) => span.path)))
  for (const { input, locked } of originals.values()) {
    if (locked !== undefined && wanted.has(input.path)) notes.push(`${input.path} is not repaired: ${locked}`)
  }
  notes.push(...leftOut(done.refused, done.texts))
  if (!done.settled) notes.push(`${inputs[0]?.path}: more repairs are left; run --fix again`)
  if (signal.aborted) return { diff: '', repairs: 0, files: 0, notes, failures: [] }
  const written = await write(done.texts, writable, session, { dry, untrusted })
  const repairs = done.applied.filter((one) => !touches(one, written.lost)).length
  return { diff: written.diff, repairs, files: written.files, notes, failures: written.failures }
}

function touches({ fix }: Repair, paths: ReadonlySet<string>): boolean {
  return fix.edits.some(({ span }) => paths.has(span.path))
}

function leftOut(refused: readonly Refusal[], texts: ReadonlyMap<string, string>): readonly string[] {
  return refused.map(({ finding, fix, why }) => {
    const { path, start } = finding.span
    const { line, column } = new LineIndex(texts.get(path) ?? '').position(start)
    return `${path}:${line}:${column}: left out: ${fix.title}: ${why}`
  })
}

/** Checks texts as if they stood in the files. */
function checker(
  inputs: readonly Input[],
  originals: ReadonlyMap<string, Original>,
  pool: Pool,
  session: Session,
  bibliography: readonly string[],
): (texts: ReadonlyMap<string, string>) => Promise<readonly FileReport[]> {
  // of a large group most texts stay as they are from one round to the next
  const known = new Map<string, { readonly key: string; readonly result: JobResult }>()
  return async (texts) => {
    const overlay = new Map<string, SourceFile>()
    for (const [path, { source, input }] of originals) {
      overlay.set(input.absolute, { ...source, text: texts.get(path) ?? source.text })
    }
    const desk = new LibraryDesk(session, overlay)
    const libraries = digest(
      [...overlay.values()].flatMap(({ format, text }) => (isProse(format) ? [] : [text])).join('\0'),
    )
    const checkOne = async (input: Input): Promise<readonly JobResult[]> => {
      const source = overlay.get(input.absolute)
      if (source === undefined) return []
      const key = `${digest(source.text)} ${isProse(source.format) ? libraries : ''}`
      const earlier = known.get(input.path)
      if (earlier?.key === key) {
        await desk.librariesOf(source, input.absolute, bibliography)
        return [earlier.result]
      }
      const one = await runOne({ ...input, read: async () => source }, pool, desk, session, {
        kind: 'check',
        bibliography,
        keep: ({ bytes }) => unpack(bytes),
      })
      if (one.state !== 'done') return []
      known.set(input.path, { key, result: one.result })
      return [one.result]
    }
    const own = await Promise.all(inputs.map(checkOne))
    const named = new Set(inputs.map(({ absolute }) => absolute))
    const read = await Promise.all(
      desk.opened().flatMap((input) => (named.has(input.absolute) ? [] : [checkOne(input)])),
    )
    const results = [...own, ...read].flat()
    return finish(results, session.rules, session.settingsOf, { name: 'citelint', version: VERSION }).files
  }
}

function isProse(format: SourceFile['format']): boolean {
  return format === 'markdown' || format === 'text'
}

interface Written {
  readonly diff: string
  readonly files: number
  readonly failures: readonly Failure[]
  /** paths that changed and could not be written */
  readonly lost: ReadonlySet<string>
}

async function write(
  texts: ReadonlyMap<string, string>,
  originals: ReadonlyMap<string, Original>,
  { root }: Session,
  { dry, untrusted }: { dry: boolean; untrusted: boolean },
): Promise<Written> {
  const failures: Failure[] = []
  const lost = new Set<string>()
  let diff = ''
  let files = 0
  for (const [path, text] of [...texts].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const { input, bytes, source, hadBom } = originals.get(path) as Original
    if (text === source.text) continue
    try {
      const encoded = encode(text, source.encoding, hadBom)
      // refused before it came to this
      if (!('bytes' in encoded)) continue
      if (dry) diff += unifiedDiff(path, source.text, text)
      else
        await save(input.absolute, encoded.bytes, { shown: path, replaces: bytes, ...(untrusted && { within: root }) })
      files += 1
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
      lost.add(path)
    }
  }
  return { diff, files, failures, lost }
}

/** What was done, in a sentence; undefined where there was nothing to do. */
export function repairWords({ repairs, files }: RepairResult, dry: boolean): string | undefined {
  if (repairs === 0) return undefined
  const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
  return `${counted(repairs, 'repair')} in ${counted(files, 'file')}${dry ? ', not written' : ''}`
}
