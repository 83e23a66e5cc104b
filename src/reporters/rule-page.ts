import type { Example, Rule } from '../model/rule.ts'
import { exampleLines, exampleParts } from './example.ts'
import { harmless } from './terminal/glyphs.ts'
import { styleOf } from './terminal/style.ts'
import { wrap } from './terminal/wrap.ts'

export interface PageOptions {
  readonly color?: boolean
  /** width of the terminal in cells; default 100 */
  readonly columns?: number
}

/** The page of a rule for docs/rules, in Markdown. Rendered from the rule object alone, so that it cannot lie. */
export function toMarkdownPage(rule: Rule): string {
  return `${[
    `# ${rule.id}`,
    rule.summary,
    factsOf(rule).join(' · '),
    '## Why',
    rule.why,
    '## What it says',
    Object.values(rule.messages)
      .map((message) => `- ${escaped(worded(message))}`)
      .join('\n'),
    '## What it cannot see',
    rule.cannotSee,
    ...optionsPart(rule),
    '## Examples',
    ...rule.examples.flatMap(examplePart),
  ].join('\n\n')}\n`
}

/** The table of all rules for docs/rules/README.md. */
export function toMarkdownIndex(rules: readonly Rule[]): string {
  const rows = byId(rules).map(({ id, severity, summary }) => {
    const cell = escaped(summary).replaceAll('|', '\\|')
    return `| [${id}](${id}.md) | ${severity} | ${cell} |`
  })
  return `# Rules\n\n| rule | severity | what it asks for |\n|---|---|---|\n${rows.join('\n')}\n`
}

/** The page of a rule for `explain RULE`. */
export function toTerminalPage(rule: Rule, options: PageOptions = {}): string {
  const style = styleOf(options.color ?? false)
  const columns = options.columns ?? 100
  const paragraph = (text: string): string =>
    wrap(harmless(text), columns - 2)
      .map((line) => `  ${line}`)
      .join('\n')
  const section = (name: string, body: string): string => `${style.strong(name)}\n${body}`
  return `${[
    `${style.path(rule.id)}  ${style.severity[rule.severity](rule.severity)}\n${paragraph(rule.summary)}`,
    paragraph(factsOf(rule).slice(1).join(' · ')),
    section('Why', paragraph(rule.why)),
    section(
      'What it says',
      Object.values(rule.messages)
        .map((message) => paragraph(worded(message)))
        .join('\n'),
    ),
    section('What it cannot see', paragraph(rule.cannotSee)),
    ...(hasOptions(rule) ? [section('Options', paragraph(JSON.stringify(rule.options)))] : []),
    ...rule.examples.map((example) =>
      section(`Example: ${harmless(example.title)}`, terminalExample(example, style.related)),
    ),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n')}\n`
}

/** All rules, one a line, grouped by folder, for `explain` without a rule. */
export function toRuleList(rules: readonly Rule[], options: PageOptions = {}): string {
  const style = styleOf(options.color ?? false)
  const columns = options.columns ?? 100
  const width = Math.max(...rules.map(({ id }) => id.length), 0)
  const lead = width + 2 + 'warning'.length + 2
  const lines: string[] = []
  let folder = ''
  for (const rule of byId(rules)) {
    const own = rule.id.slice(0, rule.id.indexOf('/'))
    if (own !== folder && lines.length > 0) lines.push('')
    folder = own
    const [head = '', ...rest] = wrap(rule.summary, Math.max(columns - lead, 30))
    lines.push(`${rule.id.padEnd(width)}  ${style.severity[rule.severity](rule.severity.padEnd(7))}  ${head}`)
    for (const line of rest) lines.push(' '.repeat(lead) + line)
  }
  return `${lines.join('\n')}\n`
}

function byId(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].sort((left, right) => (left.id < right.id ? -1 : 1))
}

/** Facts that the rule object shows of itself; the first is its severity. */
function factsOf(rule: Rule): readonly string[] {
  return [
    `Severity: ${rule.severity}`,
    ...(rule.scope === 'collection' ? ['compares all files of a run'] : []),
    ...('ask' in rule && rule.ask !== undefined ? ['asks registries, silent with `--offline`'] : []),
    ...(rule.examples.some(({ fixed, fixedBibliography }) => (fixed ?? fixedBibliography) !== undefined)
      ? ['offers a repair']
      : []),
  ]
}

function worded(template: string): string {
  return template.replace(/\{(\w+)\}/g, '‹$1›')
}

/** Markdown marks made plain, but not within backticks, where a backslash would be shown. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_<>[\]]/g, '\\$&')))
    .join('')
}

function hasOptions({ options }: Rule): boolean {
  return options !== undefined && Object.keys(options).length > 0
}

function optionsPart(rule: Rule): readonly string[] {
  if (!hasOptions(rule)) return []
  return ['## Options', 'With their defaults:', fenced(JSON.stringify(rule.options, null, 2), 'json')]
}

function examplePart(example: Example): readonly string[] {
  const says = example.says ?? []
  return [
    `### ${escaped(example.title)}`,
    ...exampleParts(example).flatMap(([name, text]) => [
      ...(name === '' ? [] : [`${name}:`]),
      fenced(caretted(text), 'text'),
    ]),
    says.length === 0 ? 'Nothing is said.' : says.map((message) => `> ${escaped(message)}`).join('\n>\n'),
    ...(example.fixed === undefined ? [] : ['Repaired:', fenced(example.fixed, 'text')]),
    ...(example.fixedBibliography === undefined
      ? []
      : ['The library repaired:', fenced(example.fixedBibliography, 'text')]),
  ]
}

function caretted(text: string): string {
  return exampleLines(text)
    .flatMap(({ code, carets }) => (carets === '' ? [code] : [code, carets]))
    .join('\n')
}

/** A fence longer than any run of backticks inside. */
function fenced(text: string, language: string): string {
  const longest = Math.max(...(text.match(/`+/g) ?? []).map((run) => run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`
}

function terminalExample(example: Example, paint: (text: string) => string): string {
  const lines: string[] = []
  for (const [name, text] of exampleParts(example)) {
    if (name !== '') lines.push(`  ${name}:`)
    for (const { code, carets } of exampleLines(text.trimEnd())) {
      lines.push(`    ${harmless(code)}`.trimEnd())
      if (carets !== '') lines.push(`    ${paint(carets)}`)
    }
  }
  const says = example.says ?? []
  if (says.length === 0) lines.push('  → nothing is said')
  for (const message of says) lines.push(`  → ${harmless(message)}`)
  return lines.join('\n')
}
