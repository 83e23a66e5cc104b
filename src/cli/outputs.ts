import { join, resolve } from 'node:path'
import { save } from '../disk/save.ts'
import { Failure } from '../model/failure.ts'
import type { Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import { suggestion } from './config/problems.ts'
import { FORMAT_NAMES, type Form, loadFormat, type Render, type RenderOptions, type RenderPages } from './formats.ts'
import { stdout, wantsColor } from './streams.ts'

/** Where one form of the report goes; standard output without a path. */
export interface OutputPlan {
  readonly name: string
  readonly render: Render
  /** the path is a folder for these */
  readonly pages?: RenderPages
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
    const form = await loadFormat(name)
    if (form === undefined)
      throw new Failure('usage', `--format ${one}: \`${name}\` is no format${suggestion(name, FORMAT_NAMES)}`)
    if (path === '') throw new Failure('usage', `--format ${one}: no path follows the colon`)
    const plan: OutputPlan =
      path === '-'
        ? { name, render: form.render }
        : { name, ...target(form, path), shown: path, absolute: resolve(cwd, path) }
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

/** `report.html` is a file; `report` or `report/` is a folder, where the format has pages for one. */
function target({ render, pages, endings = [] }: Form, path: string): Pick<OutputPlan, 'render' | 'pages'> {
  const isFile = endings.some((ending) => path.toLowerCase().endsWith(ending))
  return pages === undefined || isFile ? { render } : { render, pages }
}

export interface DeliverOptions {
  /** the rules of the run */
  readonly rules: readonly Rule[]
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
  { color, quiet, rules, inputs, within }: DeliverOptions,
): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  for (const { render, pages, absolute, shown = '' } of plans) {
    if (absolute === undefined) continue
    try {
      const options = { inputs, ...(within === undefined ? {} : { within }) }
      if (pages === undefined) {
        await save(absolute, render(report, { color: false, quiet, rules }), { shown, ...options })
        continue
      }
      for (const [name, text] of pages(report, { color: false, quiet, rules })) {
        await save(join(absolute, name), text, { shown: join(shown, name), ...options })
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  const printed = plans.find(({ absolute }) => absolute === undefined)
  if (printed !== undefined) {
    const options: RenderOptions = {
      color: wantsColor(color, stdout.isTerminal),
      quiet,
      columns: stdout.columns,
      rules,
    }
    await stdout.write(printed.render(report, options))
  }
  return failures
}
