import { resolve } from 'node:path'
import process from 'node:process'
import { shownPath } from '../disk/place.ts'
import { finish } from '../engine/finish.ts'
import type { JobResult } from '../engine/pipeline.ts'
import type { Failure } from '../model/failure.ts'
import type { Severity } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import type { SourceFile, Trouble } from '../model/source.ts'
import { VERSION } from '../version.ts'
import { EXIT, exitCode } from './exit.ts'
import { interruptible } from './interrupt.ts'
import { deliver, planOutputs } from './outputs.ts'
import { progress } from './progress.ts'
import { type Done, run } from './run.ts'
import { inputsOf, openSession, type ReadOptions, type Session } from './session.ts'
import { librariesOf } from './shared-libraries.ts'
import { complain, stdout, tell } from './streams.ts'

export interface CheckOptions extends ReadOptions {
  readonly format?: readonly string[]
  readonly maxWarnings?: number
  readonly failOn: Severity
  readonly exitZero?: boolean
  readonly strictNetwork?: boolean
  readonly printConfig?: boolean
}

/** `citelint check` */
export async function check(paths: readonly string[], options: CheckOptions): Promise<void> {
  const session = await openSession(options)
  await tell(session.loaded.notes)
  if (options.printConfig) return printConfig(paths, session)
  const { cwd, config, loaded } = session
  const plans = await planOutputs(options.format ?? [], cwd)
  const bibliography = await librariesOf(options.bibliography, config.bibliography, { cwd, folder: loaded.folder })
  const { inputs, failures, notes } = await inputsOf(paths, options, session)
  await tell(notes)
  const { quiet = false, untrusted = false } = options
  const { signal, release } = interruptible()
  const { show, end } = progress(!quiet)
  const kind = 'check'
  const plugins = options.plugin ?? []
  const done = await run(inputs, session, { kind, bibliography, plugins, signal, onProgress: show })
  await end()
  const report = reportOf(done, session, signal.aborted)
  for (const failure of failures) await complain(failure)
  const code = exitCode(report, failures.length > 0, options)
  // set before anything is printed: whoever closes the pipe early still learns how the run ended
  process.exitCode = code
  // "nothing found" would mislead people where nothing was looked at; programs still get their report
  const wanted = inputs.length > 0 ? plans : plans.filter(({ name }) => name !== 'terminal')
  const unwritten = await deliver(report, wanted, {
    color: options.color,
    quiet,
    rules: session.rules,
    inputs: [...inputs.map(({ absolute }) => absolute), ...done.flatMap((one) => pathOf(one, cwd)), ...bibliography],
    within: untrusted ? cwd : undefined,
  })
  release()
  await mourn(unwritten, code)
}

async function mourn(failures: readonly Failure[], code: number): Promise<void> {
  for (const failure of failures) await complain(failure)
  if (failures.length > 0 && code !== EXIT.interrupted) process.exitCode = EXIT.failed
}

function reportOf(done: readonly Done<JobResult>[], session: Session, aborted: boolean): Report {
  const results = done.flatMap((one): readonly JobResult[] => {
    if (one.state === 'stopped') return []
    if (one.state === 'lost') return [emptyResult(one.source, one.trouble)]
    const { result, troubles } = one
    if (troubles.length === 0) return [result]
    return [{ ...result, file: { ...result.file, troubles: [...troubles, ...result.file.troubles] } }]
  })
  const report = finish(results, session.rules, session.settingsOf, { name: 'citelint', version: VERSION })
  return aborted || results.length < done.length ? { ...report, incomplete: true } : report
}

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

function pathOf(one: Done<unknown>, cwd: string): readonly string[] {
  return one.state === 'stopped' ? [] : [resolve(cwd, one.source.path)]
}

/** `--print-config`: what counts for a path, or for every file that no override names. */
async function printConfig(
  paths: readonly string[],
  { loaded, config, rules, settingsOf, cwd }: Session,
): Promise<void> {
  const chosen = settingsOf(paths[0] ?? '').rules
  const effective = Object.fromEntries(
    rules.map(({ id, severity, options }) => {
      const { severity: level = severity, options: own } = chosen[id] ?? {}
      const all = { ...options, ...own }
      return [id, Object.keys(all).length === 0 ? level : [level, all]]
    }),
  )
  const shown = {
    configuration: loaded.path === undefined ? null : shownPath(loaded.path, cwd),
    ...config,
    rules: effective,
    ...(paths.length === 0 ? {} : { overrides: undefined }),
  }
  await stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`)
}
