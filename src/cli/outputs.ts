import { resolve } from 'node:path'
import { save } from '../disk/save.ts'
import { Failure } from '../model/failure.ts'
import type { Report } from '../model/report.ts'
import { suggestion } from './config/problems.ts'
import { FORMAT_NAMES, loadFormat, type Render, type RenderOptions } from './formats.ts'
import { stdout, wantsColor } from './streams.ts'

/** Where one form of the report goes; standard output without a path. */
export interface OutputPlan {
  readonly name: string
  readonly render: Render
  /** as written */
  readonly shown?: string
  readonly absolute?: string
}

/** Reads `--format F[:PATH]`: the format ends at the first colon, so that `json:C:\out.json` is meant as it looks. */
export async function planOutputs(given: readonly string[], cwd: string): Promise<readonly OutputPlan[]> {
  const plans: OutputPlan[] = []
  for (const one of given.length === 0 ? ['terminal'] : given) {
    const colon = one.indexOf(':')
    const name = colon < 0 ? one : one.slice(0, colon)
    const path = colon < 0 ? '-' : one.slice(colon + 1)
    const render = await loadFormat(name)
    if (render === undefined)
      throw new Failure('usage', `--format ${one}: \`${name}\` is no format${suggestion(name, FORMAT_NAMES)}`)
    if (path === '') throw new Failure('usage', `--format ${one}: no path follows the colon`)
    const plan = path === '-' ? { name, render } : { name, render, shown: path, absolute: resolve(cwd, path) }
    if (plans.some(({ absolute }) => absolute === plan.absolute)) {
      const where = plan.absolute === undefined ? 'standard output' : path
      throw new Failure('usage', `two formats for ${where}`, {
        help: 'Give one of them a path: --format json:report.json',
      })
    }
    plans.push(plan)
  }
  return plans
}

export interface DeliverOptions {
  readonly color: boolean
  readonly quiet: boolean
  /** files that this run read: no report is written over them */
  readonly inputs: readonly string[]
  /** the folder that reports may not leave */
  readonly within?: string | undefined
}

/** Writes the report in every form; what could not be written comes back. Files first: a pipe may be closed early. */
export async function deliver(
  report: Report,
  plans: readonly OutputPlan[],
  { color, quiet, inputs, within }: DeliverOptions,
): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const { render, absolute, shown } of plans) {
    if (absolute === undefined) continue
    try {
      const text = render(report, { color: false, quiet })
      await save(absolute, text, { shown: shown ?? absolute, inputs, ...(within === undefined ? {} : { within }) })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  const printed = plans.find(({ absolute }) => absolute === undefined)
  if (printed !== undefined) {
    const options: RenderOptions = { color: wantsColor(color, stdout.isTerminal), quiet, columns: stdout.columns }
    await stdout.write(printed.render(report, options))
  }
  return failures
}
