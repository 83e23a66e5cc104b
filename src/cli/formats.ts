import type { Report } from '../model/report.ts'

export interface RenderOptions {
  readonly color: boolean
  readonly quiet: boolean
  readonly columns?: number | undefined
}

/** A report as a sequence of pieces of text. */
export type Render = (report: Report, options: RenderOptions) => Iterable<string>

/** The formats of `check --format`; each is loaded when it is asked for. A new one is a row. */
const FORMATS: Readonly<Record<string, () => Promise<Render>>> = {
  terminal: async () => {
    const { toTerminal } = await import('../reporters/terminal/index.ts')
    return (report, { color, quiet, columns }) =>
      toTerminal(report, columns === undefined ? { color, quiet } : { color, quiet, columns })
  },
  json: async () => (await import('../reporters/json.ts')).toJson,
  jsonl: async () => (await import('../reporters/json.ts')).toJsonl,
}

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS)

export function loadFormat(name: string): Promise<Render> | undefined {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name]?.() : undefined
}
