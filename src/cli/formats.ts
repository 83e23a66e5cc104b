import type { Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'

export interface RenderOptions {
  readonly color: boolean
  readonly quiet: boolean
  readonly columns?: number | undefined
  /** the rules of the run, for formats that explain them */
  readonly rules: readonly Rule[]
}

/** A report as a sequence of pieces of text. */
export type Render = (report: Report, options: RenderOptions) => Iterable<string>

/** A report as files of a folder: the name of each, with `/`, and its text. */
export type RenderPages = (
  report: Report,
  options: RenderOptions,
) => Iterable<readonly [name: string, text: Iterable<string>]>

export interface Form {
  readonly render: Render
  /** what a path is that does not have one of the `endings`: a folder for these files */
  readonly pages?: RenderPages
  readonly endings?: readonly string[]
}

/** The formats of `check --format`; each is loaded when it is asked for. A new one is a row. */
const FORMATS: Readonly<Record<string, () => Promise<Form>>> = {
  terminal: async () => {
    const { toTerminal } = await import('../reporters/terminal/index.ts')
    return {
      render: (report, { color, quiet, columns }) =>
        toTerminal(report, columns === undefined ? { color, quiet } : { color, quiet, columns }),
    }
  },
  json: async () => ({ render: (await import('../reporters/json.ts')).toJson }),
  jsonl: async () => ({ render: (await import('../reporters/json.ts')).toJsonl }),
  ledger: async () => ({ render: (await import('../reporters/ledger.ts')).toLedger }),
  html: async () => {
    const { toHtml, toHtmlPages } = await import('../reporters/html/index.ts')
    return {
      render: (report, { rules }) => toHtml(report, rules),
      pages: (report, { rules }) => toHtmlPages(report, rules),
      endings: ['.html', '.htm'],
    }
  },
  markdown: async () => ({ render: (await import('../reporters/markdown/index.ts')).toMarkdown }),
  sarif: async () => {
    const { toSarif } = await import('../reporters/sarif/index.ts')
    return { render: (report, { rules }) => toSarif(report, rules) }
  },
  github: async () => ({ render: (await import('../reporters/github.ts')).toGithub }),
  'github-summary': async () => ({ render: (await import('../reporters/markdown/index.ts')).toStepSummary }),
  gitlab: async () => ({ render: (await import('../reporters/gitlab.ts')).toGitlab }),
  junit: async () => ({ render: (await import('../reporters/junit.ts')).toJunit }),
  rdjson: async () => ({ render: (await import('../reporters/rdjson.ts')).toRdjson }),
  unix: async () => ({ render: (await import('../reporters/unix.ts')).toUnix }),
  csv: async () => {
    const { toCsv, toCsvPages } = await import('../reporters/csv.ts')
    return { render: toCsv, pages: toCsvPages, endings: ['.csv'] }
  },
}

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS)

export function loadFormat(name: string): Promise<Form> | undefined {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name]?.() : undefined
}
