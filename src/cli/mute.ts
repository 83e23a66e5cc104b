import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { changesSince } from '../disk/git.ts'
import { readBytes } from '../disk/load.ts'
import { kindOf, shownPath } from '../disk/place.ts'
import { save } from '../disk/save.ts'
import { Baseline, KNOWN_REASON, parseBaseline } from '../engine/baseline.ts'
import { type Changes, touchesChange } from '../engine/changed.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import type { CheckOptions } from './check.ts'
import { refuseUntrusted } from './config/load.ts'
import type { Session } from './session.ts'
import { tell } from './streams.ts'

/** Decides which findings are left alone, and keeps the file that says so. */
export interface Mute {
  mute(finding: Finding, file: FileReport): string | undefined
  /** Makes the report, brings the baseline up to date where that was asked for, and gives the report as it then is. */
  keep(makeReport: () => Report): Promise<Report>
}

/** Reads `--baseline` and `--only-changed`. */
export async function openMute(options: CheckOptions, { cwd }: Session): Promise<Mute> {
  const { onlyChanged: revision } = options
  const changes = revision === undefined ? undefined : await changesSince(revision, cwd)
  const file = options.baseline === undefined ? undefined : await openBaseline(options.baseline, options, cwd)
  return {
    mute(finding, report) {
      const absolute = resolve(cwd, report.source.path)
      if (file?.baseline.has(shownPath(absolute, file.folder), finding)) return KNOWN_REASON
      if (changes === undefined || touchesChange(finding, report, changes.get(absolute) as Changes | undefined)) {
        return undefined
      }
      return `not on lines or entries changed since ${revision}`
    },
    async keep(makeReport) {
      const report = makeReport()
      if (file === undefined || report.incomplete === true) return report
      const { folder, path, shown } = file
      const pathOf = (one: string): string => shownPath(resolve(cwd, one), folder)
      const isThere = (one: string): boolean => existsSync(resolve(folder, one))
      const checked = new Set(report.files.map(({ source }) => pathOf(source.path)))
      const stale = file.baseline.stale(checked).length
      if (options.updateBaseline) file.baseline = file.baseline.updated(report.files, pathOf, isThere)
      else if (options.pruneBaseline) file.baseline = file.baseline.pruned(checked, isThere)
      else {
        if (stale > 0) {
          const what = stale === 1 ? '1 entry meets' : `${stale} entries meet`
          await tell([`${shown}: ${what} no finding any more; --prune-baseline removes what is gone`])
        }
        return report
      }
      await save(path, file.baseline.toString(), { shown })
      return makeReport()
    },
  }
}

interface BaselineFile {
  baseline: Baseline
  readonly path: string
  readonly shown: string
  readonly folder: string
}

async function openBaseline(
  name: string,
  { untrusted, updateBaseline }: CheckOptions,
  cwd: string,
): Promise<BaselineFile> {
  const path = resolve(cwd, name)
  if (untrusted) refuseUntrusted(path, cwd, '--baseline')
  const shown = shownPath(path, cwd)
  const place = { path, shown, folder: dirname(path) }
  if ((await kindOf(path)).kind === 'missing') {
    if (updateBaseline) return { ...place, baseline: new Baseline() }
    throw new Failure('baseline', `${shown} does not exist`, { help: 'Take the first one with --update-baseline.' })
  }
  return { ...place, baseline: parseBaseline(new TextDecoder().decode(await readBytes(path, { shown })), shown) }
}
