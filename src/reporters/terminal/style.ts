import picocolors from 'picocolors'
import type { Severity } from '../../model/finding.ts'

type Paint = (text: string) => string

/** The few ways in which a terminal report tells its parts apart. */
export interface Style {
  readonly path: Paint
  readonly strong: Paint
  readonly quiet: Paint
  readonly related: Paint
  readonly fine: Paint
  readonly doubtful: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
}

export function styleOf(color: boolean): Style {
  const colors = picocolors.createColors(color)
  return {
    path: (text) => colors.bold(colors.underline(text)),
    strong: colors.bold,
    quiet: colors.dim,
    related: colors.cyan,
    fine: colors.green,
    doubtful: colors.yellow,
    severity: {
      error: (text) => colors.bold(colors.red(text)),
      warning: (text) => colors.bold(colors.yellow(text)),
      info: (text) => colors.bold(colors.blue(text)),
    },
  }
}

/** Marks that need no colour to be told apart. */
export const signs: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' }

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
