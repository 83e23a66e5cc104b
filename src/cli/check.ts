import { resolve } from 'node:path'
import process from 'node:process'
import { redact } from '../engine/redact.ts'
import type { Failure } from '../model/failure.ts'
import type { Severity } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { harmless } from '../reporters/terminal/glyphs.ts'
import { EXIT, exitCode } from './exit.ts'
import { interruptible } from './interrupt.ts'
import { journalPath } from './journal.ts'
import { refuseMixtures } from './mixtures.ts'
import { openMute } from './mute.ts'
import { deliver, planOutputs } from './outputs.ts'
import { printConfig } from './print-config.ts'
import { progress } from './progress.ts'
import { type NetOverrides, openRegistry, type RegistryChoices } from './registry.ts'
import { repairFiles, repairWords } from './repairs.ts'
import { type Kept, ResultStore } from './results.ts'
import { type Done, run } from './run.ts'
import { type Input, inputsOf, openSession, type ReadOptions, type Session } from './session.ts'
import { librariesOf } from './shared-libraries.ts'
import { complain, stdout, tell } from './streams.ts'
import { watch } from './watch.ts'

export interface CheckOptions extends ReadOptions, RegistryChoices {
  readonly format?: readonly string[]
  readonly ledger?: boolean
  readonly maxWarnings?: number
  readonly failOn: Severity
  readonly exitZero?: boolean
  readonly strictNetwork?: boolean
  readonly printConfig?: boolean
  readonly timeLimit?: number
  readonly resume?: boolean
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly unsafeFixes?: boolean
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly pruneBaseline?: boolean
  readonly onlyChanged?: string
  readonly watch?: boolean
  readonly redactText?: boolean
}

/** `citelint check` */
export async function check(paths: readonly string[], options: CheckOptions, net: NetOverrides = {}): Promise<void> {
  refuseMixtures(options)
  if (options.watch) return watch(() => checkOnce(paths, options, net))
  const { signal, release } = interruptible()
  await checkOnce(paths, options, net, signal)
  release()
}

/** One run: what was read comes back, for whoever waits for it to change. */
async function checkOnce(
  paths: readonly string[],
  options: CheckOptions,
  net: NetOverrides,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly string[]> {
  const opened = await openSession(options)
  const answering = await openRegistry(options, opened, signal, net)
  const session: Session = answering === undefined ? opened : { ...opened, registry: answering.registry }
  await tell(session.loaded.notes)
  if (options.printConfig) {
    await printConfig(paths, session)
    return []
  }
  const { cwd, config, loaded } = session
  const plans = options.fixDryRun && options.format === undefined ? [] : await planOutputs(formatsOf(options), cwd)
  const bibliography = await librariesOf(options.bibliography, config.bibliography, { cwd, folder: loaded.folder })
  const mute = await openMute(options, session)
  const { inputs, failures, notes } = await inputsOf(paths, options, session)
  await tell(notes)
  const broken = [...failures, ...(await repairInputs(inputs, bibliography, session, options, signal))]
  const { quiet = false, untrusted = false } = options
  const store = new ResultStore(options.resume ? await journalPath(paths, options, session) : undefined)
  const done = await runChecks(inputs, bibliography, store, session, options, signal)
  await tell((await answering?.finish()) ?? [])
  if (answering?.plan !== undefined) {
    await stdout.write(answering.plan().map((request) => `${request}\n`))
    return []
  }
  const makeReport = (): Report => {
    const report = store.report(done, session, mute)
    return signal.aborted || done.some(({ state }) => state === 'stopped') ? { ...report, incomplete: true } : report
  }
  const whole = await mute.keep(makeReport)
  const report = options.redactText ? redact(whole, session.rules) : whole
  for (const failure of broken) await complain(failure)
  const code = exitCode(report, broken.length > 0, options)
  // set before anything is printed: whoever closes the pipe early still learns how the run ended
  process.exitCode = code
  const read = [...inputs.map(({ absolute }) => absolute), ...done.flatMap((one) => pathOf(one, cwd)), ...bibliography]
  // "nothing found" would mislead people where nothing was looked at; programs still get their report
  const wanted = inputs.length > 0 ? plans : plans.filter(({ name }) => name !== 'terminal')
  const unwritten = await deliver(report, wanted, {
    color: options.color,
    quiet,
    rules: session.rules,
    inputs: read,
    within: untrusted ? cwd : undefined,
  })
  store.close(report.incomplete !== true)
  await mourn(unwritten, code)
  return loaded.path === undefined ? read : [...read, loaded.path]
}

/** `--fix` and `--fix-dry-run`; what could not be written comes back. */

/** `--ledger` adds the numbers to what is asked for; without `--format` that is the report on the terminal. */
function formatsOf({ format = [], ledger = false }: CheckOptions): readonly string[] {
  if (!ledger) return format
  return format.length === 0 ? ['ledger'] : [...format, 'ledger']
}

async function repairInputs(
  inputs: readonly Input[],
  bibliography: readonly string[],
  session: Session,
  {
    fix,
    fixDryRun: dry = false,
    unsafeFixes: unsafe = false,
    untrusted = false,
    plugin: plugins = [],
    quiet,
  }: CheckOptions,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  if ((!fix && !dry) || inputs.length === 0) return []
  const result = await repairFiles(inputs, session, { bibliography, plugins, unsafe, dry, untrusted, signal })
  await stdout.write(stdout.isTerminal ? harmlessLines(result.diff) : result.diff)
  const words = repairWords(result, dry)
  await tell([...result.notes, ...(words === undefined || quiet ? [] : [words])])
  return result.failures
}

async function runChecks(
  inputs: readonly Input[],
  bibliography: readonly string[],
  store: ResultStore,
  session: Session,
  { quiet = false, plugin: plugins = [], timeLimit }: CheckOptions,
  signal: AbortSignal,
): Promise<readonly Done<Kept>[]> {
  const { show, end } = progress(!quiet)
  const done = await run(inputs, session, {
    kind: 'check',
    keep: (packed, job) => store.keep(packed, job),
    known: (job) => store.known(job),
    bibliography,
    plugins,
    signal,
    onProgress: show,
    ...(timeLimit === undefined ? {} : { timeLimitMs: timeLimit * 1000 }),
  })
  await end()
  return done
}

async function mourn(failures: readonly Failure[], code: number): Promise<void> {
  for (const failure of failures) await complain(failure)
  if (failures.length > 0 && code !== EXIT.interrupted) process.exitCode = EXIT.failed
}

function pathOf(one: Done<unknown>, cwd: string): readonly string[] {
  if (one.state === 'stopped') return []
  return [resolve(cwd, one.state === 'done' ? one.path : one.source.path)]
}

/** A diff for a terminal, which text of a manuscript must not steer. */
function harmlessLines(diff: string): string {
  return diff
    .split('\n')
    .map((line) => harmless(line))
    .join('\n')
}
