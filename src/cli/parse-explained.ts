import type { LabelledToken, ParsedReference } from '../model/parser.ts'

interface Explained {
  readonly line: string
  readonly parsed: ParsedReference | null
  readonly tokens: readonly LabelledToken[]
}

const labelWidth = 18

/** How a reference was read, for people: what it is, its fields, then its tokens with their labels. */
export function explained({ line, parsed, tokens }: Explained): string {
  const rows: string[] = [line]
  if (parsed === null) rows.push('  no reference could be read')
  else {
    const { csl, language, confidence, fields } = parsed
    rows.push(`  ${csl.type}, ${language}, confidence ${share(confidence)}`)
    for (const field of fields) rows.push(row(field.field, field.confidence, line.slice(field.start, field.end)))
  }
  if (tokens.length > 0) rows.push('  tokens')
  for (const { label, confidence, text } of tokens) rows.push(row(label ?? '-', confidence, text))
  return `${rows.join('\n')}\n\n`
}

function row(name: string, confidence: number, text: string): string {
  return `    ${name.padEnd(labelWidth)} ${share(confidence)}  ${text}`
}

function share(confidence: number): string {
  return confidence.toFixed(2)
}
