import type { Finding } from '../../src/model/finding.ts'
import type { FileReport, Report, Summary } from '../../src/model/report.ts'
import type { SourceFile, Span } from '../../src/model/source.ts'

export const file = (
  source: Partial<SourceFile> & { path: string; text: string },
  rest: Partial<FileReport> = {},
): FileReport => ({
  source: { format: 'markdown', encoding: 'utf-8', ...source },
  kind: 'manuscript',
  language: 'en',
  languages: ['en'],
  lists: [],
  references: [],
  counterparts: {},
  citations: [],
  quantities: [],
  relations: [],
  findings: [],
  troubles: [],
  unchecked: [],
  ...rest,
})

export const finding = (span: Span, rest: Partial<Finding> = {}): Finding => ({
  span,
  ruleId: 'citations/undefined',
  messageId: 'undefined',
  severity: 'error',
  message: 'No entry for this citation',
  data: {},
  confidence: 'certain',
  fingerprint: `f${span.start}`,
  ...rest,
})

/** The span of the first `part` in `text`. */
export const spanOf = (path: string, text: string, part: string): Span => {
  const start = text.indexOf(part)
  return { path, start, end: start + part.length }
}

export const report = (files: readonly FileReport[], summary: Partial<Summary> = {}): Report => {
  const findings = files.flatMap((one) => one.findings).filter(({ suppressed }) => suppressed === undefined)
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length
  return {
    tool: { name: 'citelint', version: '0.1.0' },
    files,
    summary: {
      files: files.length,
      references: files.flatMap((one) => one.references).length,
      citations: files.flatMap((one) => one.citations).length,
      quantities: files.flatMap((one) => one.quantities).length,
      relations: files.flatMap((one) => one.relations).length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: files.flatMap((one) => one.findings).filter(({ suppressed }) => suppressed !== undefined).length,
      unchecked: files.flatMap((one) => one.unchecked).length,
      ...summary,
    },
  }
}

const english = `# Lighthouses of the inland sea

As Harlow (2014) showed, 12 of 40 lighthouses were lit in 1901.

## References

1. Harlow, J. (2013). Lamps and keepers. Journal of Coastal Studies, 4(2), 11–29. https://doi.org/10.5555/jcs..2013
2. Merrow, T. (2016). The last keeper. Larkport: Quay Press.
4. Odell, R. (2018). Fog signals. Larkport: Quay Press.
`
const chinese = `# 海岸灯塔

\t林海清（2019）认为，沿海灯塔的数量在十年间增加了一倍👩‍🔬，但王晓川（2021）给出了不同的结论。

[1] 林海清. 海岸灯塔的历史[J]. 海洋文化研究, 2018, 12(3): 45-52.
`
const at = (part: string) => spanOf('manuscripts/lighthouses-en.md', english, part)
const zh = (part: string) => spanOf('manuscripts/灯塔.md', chinese, part)

/** One report with something of everything. */
export const rich: Report = report([
  file(
    { path: 'manuscripts/lighthouses-en.md', text: english },
    {
      lists: [
        {
          id: 'manuscripts/lighthouses-en.md#list-1',
          heading: 'References',
          kind: 'references',
          language: 'en',
          numbering: 'typed',
          parallelTo: 'manuscripts/lighthouses-en.md#list-2',
          span: at(english.slice(english.indexOf('1. Harlow'))),
          items: [],
          references: ['manuscripts/lighthouses-en.md#1'],
        },
      ],
      references: [
        {
          id: 'manuscripts/lighthouses-en.md#1',
          list: 'manuscripts/lighthouses-en.md#list-1',
          label: '1',
          index: 0,
          raw: 'Merrow, T. (2016). The last keeper. Larkport: Quay Press.',
          passage: { path: 'manuscripts/lighthouses-en.md', text: '', pieces: [] },
          span: at('Merrow, T. (2016). The last keeper. Larkport: Quay Press.'),
          segments: [at('Merrow, T. (2016).'), at('The last keeper. Larkport: Quay Press.')],
          csl: { id: '1', type: 'book', title: 'The last keeper', issued: { 'date-parts': [[2016]] } },
          fields: [],
          confidence: 0.93,
          identifiers: {},
          language: 'en',
        },
      ],
      counterparts: { 'manuscripts/lighthouses-en.md#1': 'manuscripts/lighthouses-en.md#4' },
      citations: [
        {
          id: 'manuscripts/lighthouses-en.md#c1',
          kind: 'narrative',
          text: 'Harlow (2014)',
          span: at('Harlow (2014)'),
          group: at('Harlow (2014)'),
          cited: { year: 2014 },
          block: 1,
          links: [],
          targets: ['manuscripts/lighthouses-en.md#1'],
        },
      ],
      quantities: [
        {
          id: 'manuscripts/lighthouses-en.md#q1',
          text: '40 lighthouses',
          kind: 'count',
          value: 40,
          low: 40,
          high: 40,
          unit: '1',
          measure: 'lighthouses',
          entity: '',
          period: '1901',
          source: '',
          span: at('40 lighthouses'),
          block: 1,
          section: 0,
          sentence: 0,
        },
      ],
      relations: [
        { kind: 'part', operands: ['manuscripts/lighthouses-en.md#q1'], computation: '12 ≤ 40', holds: true },
      ],
      findings: [
        finding(at('2014'), {
          ruleId: 'citations/year',
          messageId: 'differs',
          severity: 'warning',
          message: 'The text cites Harlow 2014, the list has Harlow 2013',
          data: { ours: 2014, theirs: 2013 },
          confidence: 'likely',
          related: [{ span: at('2013'), message: 'the year in the list' }],
          evidence: [
            { about: 'year', ours: '2014', theirs: '2013', source: 'the list', computation: '2014 − 2013 = 1' },
          ],
          note: 'Compare both with the work itself',
          fixes: [{ title: 'Write 2013 in the text', safety: 'ask', edits: [{ span: at('2014'), text: '2013' }] }],
        }),
        finding(at('10.5555/jcs..2013'), {
          ruleId: 'identifiers/doi-malformed',
          messageId: 'dots',
          message: 'The DOI `10.5555/jcs..2013` has two dots in a row',
          fixes: [
            {
              title: 'Write 10.5555/jcs.2013',
              safety: 'safe',
              edits: [{ span: at('10.5555/jcs..2013'), text: '10.5555/jcs.2013' }],
            },
          ],
        }),
        finding(at('4. Odell'), {
          ruleId: 'lists/numbering',
          severity: 'warning',
          message: 'After 2 comes 4',
          fingerprint: 'root',
        }),
        finding(at('Odell'), { ruleId: 'citations/wrong-number', foldedInto: 'root' }),
        finding(at('Merrow'), {
          ruleId: 'references/uncited',
          severity: 'info',
          message: 'Nothing in the text cites this entry',
          suppressed: { reason: 'kept for the appendix' },
        }),
      ],
      unchecked: [{ what: '12 DOIs', why: 'offline' }],
    },
  ),
  file(
    { path: 'manuscripts/灯塔.md', text: chinese },
    {
      language: 'zh',
      languages: ['zh'],
      findings: [
        finding(zh('王晓川（2021）'), {
          message: '“王晓川（2021）” has no entry in the list',
          related: [{ span: at('Merrow, T.'), message: 'the nearest name in another file' }],
        }),
        finding(zh('2018'), { severity: 'info', ruleId: 'citations/year', message: '正文为2019年，参考文献为2018年' }),
      ],
      troubles: [{ code: 'encoding', message: 'Read as GB18030 by its bytes', span: zh('海岸') }],
      unchecked: [
        { what: '1 DOI', why: 'offline' },
        { what: 'links', why: 'offline' },
      ],
    },
  ),
])
