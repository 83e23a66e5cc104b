import type { SectionKind } from '../../model/document.ts'
import type { FileReport } from '../../model/report.ts'
import { yearOf } from '../../text/csl.ts'
import { counted } from '../terminal/style.ts'
import { type Content, type Html, html, own } from './markup.ts'

/** One bar: how many, and where more is to be told, of which kind. */
export interface Bar {
  readonly name: string
  readonly count: number
  readonly language?: string
}

/** Bars that are shown before the rest is put together. */
const mostBars = 9

/** Bars with their names and numbers, in words too: a picture that reads like a table. */
export function barChart(
  caption: string,
  bars: readonly Bar[],
  order: 'given' | 'largest' = 'largest',
): Html | undefined {
  if (bars.length === 0) return undefined
  const sorted = order === 'given' ? bars : bars.toSorted((left, right) => right.count - left.count)
  const shown = sorted.length > mostBars + 1 && order === 'largest' ? sorted.slice(0, mostBars) : sorted
  const rest = sorted.slice(shown.length)
  const all = rest.length === 0 ? shown : [...shown, { name: `${rest.length} others`, count: sum(rest) }]
  const largest = Math.max(...all.map(({ count }) => count), 1)
  return html`<figure class="chart"><figcaption>${caption}</figcaption><table class="bars">${all.map(
    ({ name, count }) =>
      html`<tr><th scope="row">${own(name)}</th><td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${round((count / largest) * 100)}" height="8"/></svg></td><td class="count">${count}</td></tr>`,
  )}</table></figure>`
}

/** Columns of the histogram: one a year, or one for several where the span is long. */
const mostColumns = 40
/** widest and narrowest column, and the width that they fill together */
const widestColumn = 24
const narrowestColumn = 10
const chartWidth = 320
const chartHeight = 84

/** When the sources appeared. Years that nobody prints any more share the first column. */
export function yearChart({ references, lists }: FileReport): Html | undefined {
  const years = sourcesOnce({ references, lists }).flatMap(({ csl }) => {
    const year = Number.parseInt(yearOf(csl) ?? '', 10)
    return year > 0 && year < 3000 ? [year] : []
  })
  if (years.length < 3) return undefined
  const last = Math.max(...years)
  const sorted = years.toSorted((left, right) => left - right)
  // a tenth of the sources may be older than the picture reaches
  const typical = sorted[Math.floor(sorted.length / 10)] as number
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - typical) / one < mostColumns) ?? 100
  const first = Math.max(typical - (typical % step), last - step * mostColumns)
  const columns = Math.floor((last - first) / step) + 1
  const counts = Array.from({ length: columns }, () => 0)
  let older = 0
  for (const year of years) {
    if (year < first) older += 1
    else counts[Math.floor((year - first) / step)] = (counts[Math.floor((year - first) / step)] ?? 0) + 1
  }
  const largest = Math.max(...counts, 1)
  const middle = sorted[Math.floor(sorted.length / 2)]
  const columnWidth = Math.min(Math.max(Math.floor(chartWidth / columns), narrowestColumn), widestColumn)
  const width = columns * columnWidth
  const unit = step === 1 ? 'a bar a year' : `a bar for ${step} years`
  const facts = `${counted(years.length, 'dated source')}, ${unit}; half are from ${middle} or later${older > 0 ? `; ${older} older than ${first} left out` : ''}`
  return html`<figure class="chart"><figcaption>Sources by year</figcaption><svg class="years" viewBox="0 0 ${width} ${chartHeight + 14}" role="img" aria-label="${facts}">${counts.map((count, index) => column(count, index, largest, columnWidth, first + index * step, step))}<line x1="0" x2="${width}" y1="${chartHeight}" y2="${chartHeight}"/><text x="0" y="${chartHeight + 11}">${first}</text><text class="end" x="${width}" y="${chartHeight + 11}">${last}</text></svg><p class="facts">${facts}</p></figure>`
}

function column(
  count: number,
  index: number,
  largest: number,
  columnWidth: number,
  year: number,
  step: number,
): Content {
  if (count === 0) return undefined
  const height = round((count / largest) * (chartHeight - 4))
  const name = step === 1 ? String(year) : `${year}–${year + step - 1}`
  return html`<rect x="${index * columnWidth + 1}" y="${chartHeight - height}" width="${columnWidth - 2}" height="${height}"><title>${name}: ${count}</title></rect>`
}

/** In which languages the sources are written. */
export function languageChart({ references, lists }: FileReport): Html | undefined {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
  const counts = new Map<string, number>()
  for (const { language } of sourcesOnce({ references, lists })) {
    const name = language === 'und' || !/^[a-z]{2,3}$/.test(language) ? 'not told' : (names.of(language) ?? language)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  if (counts.size < 2) return undefined
  return barChart(
    'Sources by language',
    [...counts].map(([name, count]) => ({ name, count })),
  )
}

/** What stands before the text itself and cites nothing as a rule. */
const frontKinds: ReadonlySet<SectionKind> = new Set(['front', 'abstract', 'keywords'])

/** Where in the text the sources are cited: from the first section of the text itself to the last. */
export function sectionChart({ outline, citations, source }: FileReport): Html | undefined {
  const sections = (outline?.sections ?? []).map(({ kind, heading, span }) => ({
    kind,
    heading,
    start: span.start,
    count: 0,
  }))
  for (const { span } of citations) {
    const section = sections.findLast(({ start }) => start <= span.start)
    if (section !== undefined && span.path === source.path) section.count += 1
  }
  const introduction = sections.findIndex(({ kind }) => kind === 'introduction')
  const cited = sections.findIndex(({ count }) => count > 0)
  if (cited < 0) return undefined
  const bars = sections
    .slice(introduction < 0 ? cited : Math.min(introduction, cited))
    .filter(
      ({ kind, heading, count }) => count > 0 || (kind !== 'references' && !frontKinds.has(kind) && heading !== ''),
    )
    .map(({ heading, count }) => ({ name: heading === '' ? 'before the first heading' : shortened(heading), count }))
  return bars.length < 2 ? undefined : barChart('Citations by section', bars.slice(0, mostSections), 'given')
}

/** Longest list of sections, and longest heading in it, in characters. */
const mostSections = 24
const longestHeading = 44

/** Every work once: of lists that repeat the same works only the first. */
function sourcesOnce({ references, lists }: Pick<FileReport, 'references' | 'lists'>): FileReport['references'] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { id, parallelTo } of lists) {
    if (parallelTo !== undefined && seen.has(parallelTo)) repeated.add(id)
    seen.add(id)
  }
  return references.filter(({ list }) => !repeated.has(list))
}

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > longestHeading ? `${letters.slice(0, longestHeading - 1).join('')}…` : text
}

function sum(bars: readonly Bar[]): number {
  return bars.reduce((total, { count }) => total + count, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
