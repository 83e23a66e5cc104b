import type { Report } from '../../src/model/report.ts'
import { file, finding, report } from './sample.ts'

/** Everything that a title may hold to harm one target or another. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</style><style>*{display:none}',
  '</title></textarea><!--',
  '[click](javascript:alert(1)) ![pixel](https://example.org/p.png)',
  '@maintainer fixes #12, see www.example.org and https://example.org/x',
  '| a | b |',
  '`` ` ``',
  '\n::error file=x::owned\n::add-mask::secret\n::stop-commands::x\n##[add-mask]secret\n##vso[task.setvariable variable=x]y',
  '\u001b[2J\u009b31m\u0000\u0007\r\t',
  '\u202egnihtemos\u202c \u2066x\u2069 \u200b\u2028',
  '\ud800 \udc00',
  "=cmd|' /C calc'!A0",
  ']]> %25 %0A',
]

const text = `${HOSTILE.join('\n\n')}\n\n\ud83d\ude00 = 1\n`

/** A report in which every word is hostile: names, messages, reasons, evidence, repairs, entries, paths. */
export function hostileReport(words: string): Report {
  const path = `a/../<b> "c" & 'd', ${words.replace(/[/\\]/g, '')}.md`
  const span = { path, start: 0, end: Math.min(25, words.length) }
  const other = { path, start: 5, end: 12 }
  const body = `${words}\n${text}`
  return report([
    file(
      { path, text: body, encoding: words },
      {
        language: words,
        languages: [words],
        outline: {
          title: words,
          sections: [
            { kind: 'introduction', heading: words, span: { path, start: 0, end: 30 } },
            { kind: 'body', heading: words, span: { path, start: 30, end: body.length } },
          ],
          blocks: [
            { kind: 'heading', span, text: span, language: words, level: 1 },
            {
              kind: 'row',
              span: { path, start: 30, end: 60 },
              text: { path, start: 30, end: 60 },
              language: words,
              table: 0,
              cells: [{ path, start: 31, end: 40 }],
            },
          ],
        },
        lists: [
          {
            id: words,
            heading: words,
            kind: 'references',
            language: words,
            numbering: 'none',
            span,
            items: [],
            references: [words],
          },
        ],
        references: [
          {
            id: words,
            list: words,
            label: words,
            index: 0,
            raw: words,
            passage: { path, text: words, pieces: [] },
            span,
            segments: [span],
            csl: {
              id: words,
              type: 'book',
              title: words,
              DOI: words,
              URL: `javascript:${words}`,
              issued: { 'date-parts': [[words]] },
            },
            fields: [],
            confidence: 0.1,
            identifiers: { doi: words, url: `javascript:alert(1)//${words}`, isbn: words, arxiv: words },
            language: words,
          },
        ],
        citations: [
          {
            id: words,
            kind: 'numeric',
            text: words,
            span: other,
            group: other,
            cited: {},
            block: 0,
            links: [],
            targets: [words],
          },
        ],
        quantities: [
          {
            ...{
              id: words,
              text: words,
              kind: 'count',
              value: Number.NaN,
              low: 0,
              high: 1,
              unit: words,
              measure: words,
            },
            ...{ entity: words, period: words, source: words, span, block: 0, section: 0, sentence: 0 },
          },
        ],
        relations: [{ kind: words, operands: [words], computation: words, holds: false }],
        findings: [
          finding(span, {
            message: words,
            ruleId: `plugin/${words}`,
            messageId: words,
            data: { [words]: words },
            note: words,
            confidence: 'likely',
            related: [
              { span: other, message: words },
              { span: { path: `gone ${words}`, start: 3, end: 9 }, message: words },
            ],
            evidence: [
              {
                about: words,
                ours: words,
                theirs: words,
                source: words,
                url: `javascript:${words}`,
                computation: words,
              },
            ],
            fixes: [{ title: words, safety: 'ask', edits: [{ span: other, text: words }] }],
          }),
          finding(other, { message: words, severity: 'warning', suppressed: { reason: words } }),
          finding(other, { message: words, severity: 'info', fingerprint: 'echo', foldedInto: 'f0' }),
        ],
        troubles: [{ code: words, message: words, span, fatal: true }],
        unchecked: [
          { what: words, why: words },
          { what: `work ${words}`, why: words },
        ],
        rules: [words],
      },
    ),
  ])
}
