import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import { readingOffset } from '../../../text/passage.ts'
import { sentences } from '../../../text/sentences.ts'

/** The part of a sentence that a citation stands behind: from the citation before it, or the beginning. */
export interface Claim {
  readonly text: string
  /** offset of the text in its block's passage */
  readonly at: number
  readonly block: number
}

const LONGEST = 1200

export function claimOf({ blocks }: Document, citation: Citation, before: Citation | undefined): Claim | undefined {
  const passage = blocks[citation.block]?.passage
  if (passage === undefined) return undefined
  const at = readingOffset(passage, citation.group.start)
  const from = Math.max(0, at - LONGEST)
  const near = passage.text.slice(from, at + 200)
  const here = sentences(near).find(({ start, end }) => start < at - from && at - from <= end)
  if (here === undefined) return undefined
  const other = before?.block === citation.block ? readingOffset(passage, before.group.end) - from : 0
  const start = Math.max(here.start, Math.min(other, at - from))
  return { text: near.slice(start, at - from), at: from + start, block: citation.block }
}

/** A year or period of the past that a claim is about; offsets are of the claim's text. */
export interface Period {
  readonly text: string
  /** the last year */
  readonly year: number
  readonly start: number
  readonly end: number
}

const YEAR = '((?:19|20)\\d\\d)'
const PERIODS: readonly RegExp[] = [
  new RegExp(
    `(?:between|from|during|с|между|в период с)\\s+${YEAR}(?:\\s+(?:and|to|по|и|до)\\s+|\\s?[-–—]\\s?)${YEAR}`,
    'giu',
  ),
  new RegExp(`(?<!\\d)${YEAR}\\s?[-–—]\\s?${YEAR}(?!\\d)(?=\\s*(?:гг|г\\.|годы|годах|жж|жылдары|年|\\)|,|\\s))`, 'giu'),
  new RegExp(
    `(?:\\b(?:in|since|during|of|for|year|end of|until)|(?<!\\p{L})(?:в|за|на конец|с|от))\\s+()${YEAR}(?!\\d|\\s?[-–—]\\s?\\d)`,
    'giu',
  ),
  new RegExp(`()(?<!\\d)${YEAR}(?=\\s?(?:г(?:оду?|ода|\\.)|жыл|ж\\.|年))`, 'giu'),
]

/** Years and periods of a claim, the latest first. */
export function periodsOf(text: string): readonly Period[] {
  return PERIODS.flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: whole, 2: year, index }) => ({
      text: whole,
      year: Number(year),
      start: index,
      end: index + whole.length,
    })),
  ).sort((left, right) => right.year - left.year || right.text.length - left.text.length)
}

/** What is said of things to come, or of a way to work, is older than what it speaks of. */
const AHEAD =
  /\b(?:will|shall|would|plan(?:s|ned|ning)?|expect\w*|forecast\w*|project(?:s|ed|ion|ions)|predict\w*|target\w*|goal|scenario\w*|aim\w*|propos\w*|intend\w*|estimat\w*|hypothes\w*|theor\w*|model\w*|method\w*|approach\w*|defin\w*|concept\w*|framework|following|using|based on|according to the|as described|adapted|cf|see also|classic\w*|earlier|previous\w*|prior|since then|unlike|similar\w*|consistent with|compared? (?:with|to)|we|our|us|this (?:study|paper|article))\b|(?<!\p{L})(?:буд\p{L}*|план\p{L}*|прогноз\p{L}*|ожида\p{L}*|намер\p{L}*|предполага\p{L}*|долж\p{L}*|цел[ьи]\p{L}*|стратеги\p{L}*|проект\p{L}*|теори\p{L}*|метод\p{L}*|модел\p{L}*|поняти\p{L}*|концепци\p{L}*|согласно|следуя|на основе|ранее|в отличие|сравн\p{L}*|мы|нами|наш\p{L}*|жоспар\p{L}*|болжа\p{L}*|мақсат\p{L}*|әдіс\p{L}*|теория\p{L}*|біз\p{L}*)(?!\p{L})|计划|预计|将|规划|目标|预测|理论|方法|模型|我们|本文|根据/iu
/** Completed, or counted: only such a claim needs a source that could know it. */
const DONE =
  /\b(?:completed|finished|built|opened|launched|signed|established|founded|rose|fell|grew|increased|decreased|declined|reached|amounted|totall?ed|exceeded|accounted|became|was|were|had)\b|(?<!\p{L})(?:заверш\p{L}*|постро\p{L}*|откры\p{L}*|запущ\p{L}*|подпис\p{L}*|создан\p{L}*|вырос\p{L}*|увелич\p{L}*|снизи\p{L}*|сократи\p{L}*|упал\p{L}*|достиг\p{L}*|составил\p{L}*|превыси\p{L}*|стал[аио]?|был[аио]?|аяқта\p{L}*|салын\p{L}*|ашыл\p{L}*|өсті|азай\p{L}*|жетті|құра\p{L}*|болды)(?!\p{L})|建成|完成|增长|下降|达到|签署|成立|为|升至/iu

/** Whether a claim says of the past what only a later source can know. */
export function isOfThePast(text: string): boolean {
  return DONE.test(text) && !AHEAD.test(text)
}
