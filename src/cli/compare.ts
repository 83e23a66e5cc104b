import { basename, extname, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import { kindOf } from '../disk/place.ts'
import { type Compared, compareVersions, type Fate } from '../engine/compare.ts'
import { Failure } from '../model/failure.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import { harmless } from '../reporters/terminal/glyphs.ts'
import { LineIndex } from '../text/lines.ts'
import { VERSION } from '../version.ts'
import { EXIT, exitCode } from './exit.ts'
import { interruptible } from './interrupt.ts'
import { progress } from './progress.ts'
import { ResultStore } from './results.ts'
import { run } from './run.ts'
import { inputsOf, openSession, type ReadOptions, type Session } from './session.ts'
import { librariesOf } from './shared-libraries.ts'
import { complain, stdout, tell } from './streams.ts'

export interface CompareOptions extends ReadOptions {
  readonly format: 'text' | 'json'
  readonly failOn: Severity
  readonly exitZero?: boolean
}

/** `citelint compare OLD NEW`: what became of the findings of one version of a manuscript, or of a folder, in another. */
export async function compare(before: string, after: string, options: CompareOptions): Promise<void> {
  const session = await openSession(options)
  await tell(session.loaded.notes)
  const { signal, release } = interruptible()
  const old = await versionOf(before, options, session, signal)
  const now = await versionOf(after, options, session, signal)
  release()
  const compared = compareVersions(old.report.files, now.report.files, { before: old.nameOf, after: now.nameOf })
  const incomplete = signal.aborted || old.report.incomplete || now.report.incomplete
  process.exitCode = incomplete ? EXIT.interrupted : codeOf(compared, now.report, options)
  await stdout.write(options.format === 'json' ? toJson(compared, now.report) : toText(compared))
}

interface Version {
  readonly report: Report
  /** what a path is called in both versions */
  readonly nameOf: (path: string) => string
}

async function versionOf(
  path: string,
  options: CompareOptions,
  session: Session,
  signal: AbortSignal,
): Promise<Version> {
  const { cwd, config, loaded } = session
  const bibliography = await librariesOf(options.bibliography, config.bibliography, { cwd, folder: loaded.folder })
  const { inputs, failures, notes } = await inputsOf([path], options, session)
  await tell(notes)
  for (const failure of failures) await complain(failure)
  if (inputs.length === 0) throw new Failure('no-manuscripts', `${path} holds nothing to compare`)
  const { show, end } = progress(options.quiet !== true)
  const store = new ResultStore()
  const done = await run(inputs, session, {
    kind: 'check',
    keep: (packed, job) => store.keep(packed, job),
    bibliography,
    plugins: options.plugin ?? [],
    signal,
    onProgress: show,
  })
  await end()
  const report = store.report(done, session, {})
  store.close(true)
  const base = resolve(cwd, path)
  const isFolder = (await kindOf(base)).kind === 'folder'
  return {
    report: done.some(({ state }) => state === 'stopped') ? { ...report, incomplete: true } : report,
    nameOf(shown) {
      const absolute = resolve(cwd, shown)
      if (isFolder) return relative(base, absolute).split(sep).join('/')
      // the manuscript is the same one under whatever name; its libraries are known by theirs
      return absolute === base ? 'manuscript' : basename(shown, extname(shown))
    },
  }
}

function codeOf(compared: readonly Compared[], report: Report, { failOn, exitZero }: CompareOptions): number {
  const count = (severity: Severity): number =>
    compared.filter(({ fate, finding }) => fate === 'new' && finding.severity === severity).length
  const summary = { ...report.summary, errors: count('error'), warnings: count('warning'), infos: count('info') }
  return exitCode({ ...report, summary }, false, { failOn, exitZero })
}

const HEADINGS: Readonly<Record<Fate, string>> = { fixed: 'Fixed', still: 'Still there', new: 'New' }
const FATES: readonly Fate[] = ['fixed', 'still', 'new']

function* toText(compared: readonly Compared[]): Iterable<string> {
  for (const fate of FATES) {
    const group = compared.filter((one) => one.fate === fate)
    yield `${HEADINGS[fate]}: ${group.length}\n`
    for (const { file, finding } of group) {
      yield `  ${harmless(placeOf(file, finding))}  ${finding.severity}  ${harmless(finding.message)}  ${finding.ruleId}\n`
    }
  }
}

function placeOf({ source }: FileReport, { span }: Finding): string {
  const { line, column } = new LineIndex(source.text).position(span.start)
  return `${source.path}:${line}:${column}`
}

function* toJson(compared: readonly Compared[], { tool }: Report): Iterable<string> {
  yield `{\n"schemaVersion": 1,\n"tool": ${JSON.stringify({ name: tool.name, version: VERSION })}`
  for (const fate of FATES) {
    const group = compared.filter((one) => one.fate === fate)
    const lines = group.map(({ file, finding }) => {
      const { line, column } = new LineIndex(file.source.text).position(finding.span.start)
      const { ruleId, severity, message, fingerprint } = finding
      const { path } = file.source
      return JSON.stringify({ path, line, column, offset: finding.span.start, ruleId, severity, message, fingerprint })
    })
    yield `,\n"${fate}": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}`}]`
  }
  yield '\n}\n'
}
