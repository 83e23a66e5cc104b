import type { Evidence, Finding, MessageData } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Span } from '../model/source.ts'
import { whenLookedAt } from './lazy.ts'
import { fill } from './settle.ts'

const MASK = '▒'
const WORDS = /[\p{L}\p{N}\p{M}]+/gu
/** What rules put between quotes in a sentence of their own is text of the manuscript. */
const QUOTED = /`[^`]*`|“[^”]*”|«[^»]*»|‘[^’]*’|"[^"]*"/gu

/**
 * A report without the manuscript's prose: letters and digits outside of its reference lists and citations become `▒`, one for
 * one, so that every place stays where it was; values quoted in findings likewise. Libraries, lists, citations and counts stay.
 */
export function redact(report: Report, rules: readonly Rule[]): Report {
  const templates = new Map(rules.map(({ id, messages }) => [id, messages]))
  const files = whenLookedAt(
    Array.from(
      { length: report.files.length },
      (_, index) => () => redactFile(report.files[index] as FileReport, templates),
    ),
  )
  return { ...report, files }
}

type Templates = ReadonlyMap<string, Readonly<Record<string, string>>>

function redactFile(file: FileReport, templates: Templates): FileReport {
  if (file.kind === 'library') return file
  const { source, outline } = file
  const open = openSpans(file)
  const prose = new Set<string>()
  const text = masked(source.text, open, prose)
  for (const { start, end } of open)
    for (const [word] of source.text.slice(start, end).matchAll(WORDS)) prose.delete(fold(word))
  const words: Words = { prose }
  return {
    ...file,
    source: { ...source, text },
    findings: file.findings.map((finding) => redactFinding(finding, words, templates)),
    troubles: file.troubles.map((trouble) => ({ ...trouble, message: quotesMasked(trouble.message, words) })),
    // numbers of the prose
    quantities: [],
    relations: [],
    ...(outline === undefined
      ? {}
      : {
          outline: {
            ...outline,
            ...(outline.title === undefined ? {} : { title: hidden(outline.title) }),
            sections: outline.sections.map((section) => ({ ...section, heading: wordsMasked(section.heading, words) })),
          },
        }),
  }
}

/** Words of the prose that no list and no citation has. */
interface Words {
  readonly prose: ReadonlySet<string>
}

/** Reference lists with their headings, and citations, in order and without overlap. */
function openSpans({ lists, citations, source }: FileReport): readonly Span[] {
  const spans = [
    ...lists.flatMap(({ span, headingSpan }) => (headingSpan === undefined ? [span] : [headingSpan, span])),
    ...citations.map(({ span }) => span),
  ].filter(({ path }) => path === source.path)
  const open: Span[] = []
  for (const span of spans.sort((left, right) => left.start - right.start)) {
    const last = open.at(-1)
    if (last !== undefined && span.start <= last.end) {
      open[open.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    } else open.push(span)
  }
  return open
}

/** The text with all but the open spans masked; the words that were masked are added to `prose`. */
function masked(text: string, open: readonly Span[], prose: Set<string>): string {
  let result = ''
  let at = 0
  const mask = (part: string): string =>
    part.replace(WORDS, (word) => {
      prose.add(fold(word))
      return MASK.repeat(word.length)
    })
  for (const { start, end } of open) {
    result += mask(text.slice(at, start)) + text.slice(start, end)
    at = end
  }
  return result + mask(text.slice(at))
}

function redactFinding(finding: Finding, words: Words, templates: Templates): Finding {
  const { ruleId, messageId, note, related, evidence, fixes } = finding
  const data = maskedData(finding.data, words)
  const template = templates.get(ruleId)?.[messageId]
  return {
    ...finding,
    data,
    message: template === undefined ? quotesMasked(finding.message, words) : fill(template, data),
    ...(note === undefined ? {} : { note: quotesMasked(note, words) }),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ ...one, message: quotesMasked(one.message, words) })) }),
    ...(evidence === undefined ? {} : { evidence: evidence.map((one) => maskedEvidence(one, words)) }),
    ...(fixes === undefined
      ? {}
      : {
          fixes: fixes.map((fix) => ({
            ...fix,
            title: quotesMasked(fix.title, words),
            edits: fix.edits.map((edit) => ({ ...edit, text: wordsMasked(edit.text, words) })),
          })),
        }),
  }
}

function maskedData(data: MessageData, words: Words): MessageData {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, dataMasked(value, words)]))
}

/** A number that only the prose has is masked too. */
function dataMasked(value: string | number, words: Words): string | number {
  const text = wordsMasked(String(value), words)
  return typeof value === 'string' || text !== String(value) ? text : value
}

function maskedEvidence(evidence: Evidence, words: Words): Evidence {
  const { about, ours, theirs, source, computation } = evidence
  return {
    ...evidence,
    about: quotesMasked(about, words),
    ours: wordsMasked(ours, words),
    theirs: wordsMasked(theirs, words),
    source: quotesMasked(source, words),
    ...(computation === undefined ? {} : { computation: wordsMasked(computation, words) }),
  }
}

function quotesMasked(text: string, words: Words): string {
  return text.replace(QUOTED, (quoted) => wordsMasked(quoted, words))
}

function wordsMasked(text: string, { prose }: Words): string {
  return text.replace(WORDS, (word) => (prose.has(fold(word)) ? MASK.repeat(word.length) : word))
}

function hidden(text: string): string {
  return text.replace(WORDS, (word) => MASK.repeat(word.length))
}

function fold(word: string): string {
  return word.toLowerCase()
}
