import { months } from './lexicons/months.ts'
import type { Run } from './runs.ts'

/** Runs parted, joined or moved where the text around them shows that the labels did not. */
export function regrouped(text: string, runs: readonly Run[]): Run[] {
  return steps.reduce<Run[]>((known, step) => known.flatMap((run, index) => step(text, run, known, index)), [...runs])
}

/** What becomes of one run among its neighbours. */
type Step = (text: string, run: Run, runs: readonly Run[], index: number) => readonly Run[]

const phrase = /^(?:journal|container|volume|collection)$/

/** `Handbook of rivers, volume 402 of Lecture notes`, `Vol. 6 of Collected works`: a volume and the series that it is of. */
const ofSeries = /^(?:(.+?)[,.]\s+(?:vol(?:ume|\.)|band|tome)\s+)?(\d{1,4}|[IVXLC]{1,6})\s+of\s+(?=\p{Lu}|the\s)/iu

function seriesVolume(text: string, run: Run, runs: readonly Run[]): readonly Run[] {
  if (!phrase.test(run.field)) return [run]
  const words = text.slice(run.start, run.end)
  const found = ofSeries.exec(words)
  if (found === null) return [run]
  const [all, head, number] = found as unknown as [string, string | undefined, string]
  const isMarked = head !== undefined || /vol(?:ume|\.)?\s*$|band\s*$|tome\s*$/i.test(before(text, run, 8))
  if (!isMarked || (run.field !== 'volume' && has(runs, 'volume'))) return [run]
  const at = run.start + words.indexOf(number, head?.length ?? 0)
  const volume: Run = { ...run, field: 'volume', start: at, end: at + number.length }
  const series: Run = { ...run, field: 'collection', start: run.start + all.length }
  return head === undefined ? [volume, series] : [{ ...run, end: run.start + head.length }, volume, series]
}

/** `Vol. 23 Doubleday, Page and Company`: the first word of the publisher is none of the volume. */
function volumeAlone(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  const [left, right] = [runs[index - 1], runs[index + 1]]
  if (run.field === 'publisher' && left?.field === 'volume') {
    const word = lastWord.exec(text.slice(left.start, left.end))
    return word === null ? [run] : [{ ...run, start: left.start + (word[1] as string).length + 1 }]
  }
  if (run.field !== 'volume' || right?.field !== 'publisher') return [run]
  const word = lastWord.exec(text.slice(run.start, run.end))
  return word === null ? [run] : [{ ...run, end: run.start + (word[1] as string).length }]
}

const lastWord = /^(\d{1,4})\s\p{Lu}\p{Ll}{3,}$/u

/** `(14 August)` behind the volume is a day of the year that was told before, and no issue. */
function dayOfIssue(text: string, run: Run): readonly Run[] {
  if (run.field !== 'issue') return [run]
  const day = /^(?:\d{1,2}\s?)?(\p{L}{3,12})\.?(?:\s\d{1,2})?$/u.exec(text.slice(run.start, run.end))
  return day !== null && months.has((day[1] as string).toLowerCase()) ? [] : [run]
}

/** `10:10(5):1311`: the volume, told once or twice, and then the issue. */
function issueAlone(text: string, run: Run, runs: readonly Run[]): readonly Run[] {
  if (run.field !== 'issue') return [run]
  const found = /^(\d{1,4})\s?\((?=\d{1,4}$)/.exec(text.slice(run.start, run.end))
  if (found === null || text[run.end] !== ')') return [run]
  const issue: Run = { ...run, start: run.start + found[0].length }
  const volume: Run = { ...run, field: 'volume', end: run.start + (found[1] as string).length }
  return has(runs, 'volume') ? [issue] : [volume, issue]
}

const helper =
  /^(?:con\s+)?(?:prefazione|introduzione|postfazione|commento|nota|note|intr\.|pref\.|préface|postface|avec\s+une\s+introduction|mit\s+einem\s+vorwort|with\s+an?\s+(?:introduction|foreword)|предисл(?:овие|\.)|вступ(?:ительная)?\.?\s+ст(?:атья|\.))\s+(?:d[ie]\s|by\s|von\s|(?=\p{Lu}))/iu
const editing = /^(?:\p{Ll}[\p{L}.]*\s+){1,4}a\s+cura\s+d(?:i|el|ella|egli|ei)\s+/u

/** `riedizione critica a cura di G. Rossi`, `prefazione di A. Bianchi`: people named behind the title for what they did. */
function helpers(text: string, run: Run): readonly Run[] {
  if (run.field !== 'author') return [run]
  const words = text.slice(run.start, run.end)
  const edited = editing.exec(words)
  if (edited !== null) return [{ ...run, field: 'editor', start: run.start + edited[0].length }]
  return helper.test(words) ? [{ ...run, field: 'note' }] : [run]
}

const titleTail =
  /[,.]\s+(?:con\s+)?(?:prefazione|introduzione|postfazione)\s+di\s+\p{Lu}.*$|,\s+(?:edit|curat)[aeio]\s+da\s+\p{Lu}.*$|\s?arXiv\s?:\s?[\w./-]+$/su

/** A title without what was written on: who wrote a preface, or the number of a preprint. */
function titleAlone(text: string, run: Run): readonly Run[] {
  if (run.field !== 'title') return [run]
  const tail = titleTail.exec(text.slice(run.start, run.end))
  return tail === null || tail.index < 8 ? [run] : [{ ...run, end: run.start + tail.index }]
}

/** `“Frequency conversion [Invited],” Annals`: brackets inside the quotation marks belong to the title. */
function quotedBrackets(text: string, run: Run): readonly Run[] {
  if (run.field !== 'title' || !/[“«"]\s?$/.test(before(text, run, 2))) return [run]
  const found = /^\s\[[^[\]]{3,60}\](?=\s?[,.]?\s?[”»"])/.exec(text.slice(run.end, run.end + 70))
  return found === null ? [run] : [{ ...run, end: run.end + found[0].length }]
}

/** `Roe A., 2007, in Stone B., eds, Rivers of the plain`: behind the editors stands what the untitled work is in. */
function untitledIn(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  const editors = runs[index - 1]
  if (run.field !== 'title' || editors?.field !== 'editor' || !has(runs, 'author')) return [run]
  const isOnly = runs.filter(({ field }) => field === 'title').length === 1 && !runs.some(({ field }) => isWhole(field))
  return isOnly && /(?:^|[\s,.])in:?\s$/i.test(before(text, editors, 6)) ? [{ ...run, field: 'container' }] : [run]
}

function isWhole(field: Run['field']): boolean {
  return field === 'container' || field === 'journal'
}

/** `In Proceedings of the Society of Rivers`: the first words belong to the name of what is contained in. */
function proceedings(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  if (run.field !== 'journal' && run.field !== 'container') return [run]
  const lead = /(?:Proceedings\s+of(?:\s+the)?|Proc\.(?:\s+of(?:\s+the)?)?)\s+$/.exec(before(text, run, 30))
  if (lead === null) return [run]
  const start = run.start - lead[0].length
  return start < (runs[index - 1]?.end ?? 0) ? [run] : [{ ...run, start }]
}

/** `8 July 2015, talk at the meeting`, `Russian) Annals`: what stands before a container and is another thing. */
function containerHead(text: string, run: Run, runs: readonly Run[]): readonly Run[] {
  if (run.field !== 'journal' && run.field !== 'container') return [run]
  const words = text.slice(run.start, run.end)
  const dated = /^(\d{1,2}\s(\p{L}{3,12})\.?\s(?:1[5-9]|20)\d\d),\s/u.exec(words)
  if (dated !== null && months.has((dated[2] as string).toLowerCase()) && !has(runs, 'date')) {
    const end = run.start + (dated[1] as string).length
    return [
      { ...run, field: 'date', end },
      { ...run, start: run.start + dated[0].length },
    ]
  }
  const closed = /^\p{L}{3,12}\)\s?(?=\p{Lu})/u.exec(words)
  return closed !== null && /\(\s?$/.test(before(text, run, 2))
    ? [{ ...run, start: run.start + closed[0].length }]
    : [run]
}

/** `Proceedings of the Society 2181 291-302`: two numbers in the place of the pages are the volume and the pages. */
function volumeBeforePages(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  const left = runs[index - 1]
  if (run.field !== 'page' || left?.field !== 'journal' || has(runs, 'volume')) return [run]
  const found = /^(\d{1,4})\s+(?=\d+\s?[-–—]\s?\d+$)/.exec(text.slice(run.start, run.end))
  if (found === null) return [run]
  const end = run.start + (found[1] as string).length
  return [
    { ...run, field: 'volume', end },
    { ...run, start: run.start + found[0].length },
  ]
}

/** `pp. 12–15, [45 (1974)]`: what is added in brackets are no pages of this work. */
function pagesAlone(text: string, run: Run): readonly Run[] {
  if (run.field !== 'page') return [run]
  const added = /^[^[(]*\d\s?[-–—]\s?\d+(?=\s?,?\s?\[)/.exec(text.slice(run.start, run.end))
  return added === null ? [run] : [{ ...run, end: run.start + added[0].length }]
}

/** `Rivers: 2030 agenda for the plain. 2015.`: a year that the title begins with, where another date is told. */
function yearOfTitle(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  const [left, right] = [runs[index - 1], runs[index + 1]]
  if (run.field === 'date' && right?.field === 'title' && beginsTitle(text, run, right, runs)) return []
  if (run.field === 'title' && left?.field === 'date' && beginsTitle(text, left, run, runs))
    return [{ ...run, start: left.start }]
  return [run]
}

function beginsTitle(text: string, date: Run, title: Run, runs: readonly Run[]): boolean {
  const year = text.slice(date.start, date.end)
  const later = runs.find((run) => run.field === 'date' && run.start > title.end)
  return (
    /^\d{4}$/.test(year) &&
    text.slice(date.end, title.start) === ' ' &&
    /[:“"]\s?$/.test(before(text, date, 2)) &&
    later !== undefined &&
    year > (/\d{4}/.exec(text.slice(later.start, later.end))?.[0] ?? '9999')
  )
}

/** `Treaty on rivers (1985). … 15.11.1985`: a year in brackets that ends the title, where the same year is told again. */
function yearBehindTitle(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  const [left, right] = [runs[index - 1], runs[index + 1]]
  if (run.field === 'date' && left?.field === 'title' && endsTitle(text, left, run, runs)) return []
  if (run.field === 'title' && right?.field === 'date' && endsTitle(text, run, right, runs))
    return [{ ...run, end: right.end + 1 }]
  return [run]
}

function endsTitle(text: string, title: Run, date: Run, runs: readonly Run[]): boolean {
  const year = text.slice(date.start, date.end)
  return (
    /^\d{4}$/.test(year) &&
    text.slice(title.end, date.start) === ' (' &&
    /^\)[.,]\s/.test(text.slice(date.end, date.end + 3)) &&
    !runs.some(({ field }) => field === 'journal' || field === 'volume') &&
    runs.some((run) => run.field === 'date' && run.start > date.end && text.slice(run.start, run.end).includes(year))
  )
}

/**
 * `The rivers abroad. A journey of the century.York: Weir. 1992.`: a second sentence that nothing was made of, before a place
 * and its publisher, or before `In:`.
 */
const secondSentence =
  /^[’”'"]?\.\s\p{Lu}(?!n:?\s)[^.:;/()[\]]{1,200}(?=\.\s?(?:In:?\s|\p{Lu}[\p{L}\s-]{2,28}:\s\p{Lu}))/u

function wholeTitle(text: string, run: Run, runs: readonly Run[], index: number): readonly Run[] {
  if (run.field !== 'title') return [run]
  const rest = text.slice(run.end, runs[index + 1]?.start ?? text.length)
  const found = secondSentence.exec(rest)
  // one word is more likely a publisher or a place
  return found === null || !/\p{L}\s+\p{L}/u.test(found[0]) ? [run] : [{ ...run, end: run.end + found[0].length }]
}

/** A day that nobody says to have looked at the work on is that of the work, when no other is told. */
function dateOfWork(text: string, run: Run, runs: readonly Run[]): readonly Run[] {
  if (run.field !== 'accessed' || has(runs, 'date') || access.test(text)) return [run]
  return [{ ...run, field: 'date' }]
}

const access =
  /access|retriev|consult|visited|viewed|seen|abgerufen|aufgerufen|zugriff|обращен|звернен|қарал|qaral|访问|引用|cited|data obr|дата|http|url/i

const steps: readonly Step[] = [
  seriesVolume,
  volumeAlone,
  dayOfIssue,
  issueAlone,
  helpers,
  titleAlone,
  quotedBrackets,
  untitledIn,
  proceedings,
  containerHead,
  volumeBeforePages,
  pagesAlone,
  yearOfTitle,
  yearBehindTitle,
  wholeTitle,
  dateOfWork,
]

function before(text: string, run: Run, length: number): string {
  return text.slice(Math.max(0, run.start - length), run.start)
}

function has(runs: readonly Run[], field: Run['field']): boolean {
  return runs.some((run) => run.field === field)
}
