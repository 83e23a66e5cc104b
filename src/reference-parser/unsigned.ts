import { isCorporate, isInitials } from './person.ts'
import type { Run } from './runs.ts'

/**
 * `Tidal gauges. (2018). Encyclopedia of Rivers, 54.`: where nobody is named the title stands in the place of the author. It
 * shows by the missing title, and by its words.
 */
export function unsigned(text: string, runs: readonly Run[]): Run[] {
  const known = runs.filter(({ field }) => field !== 'number')
  const year = known.findIndex(({ field }) => field === 'date')
  const [head, date, whole] = [known.slice(0, Math.max(0, year)), known[year], known[year + 1]]
  const [first, last] = [head[0], head.at(-1)]
  const isInPlace =
    first !== undefined &&
    last !== undefined &&
    date !== undefined &&
    (whole?.field === 'journal' || whole?.field === 'container') &&
    !known.slice(year).some(({ field }) => field === 'title' || field === 'editor') &&
    head.every(({ field }) => field === 'author' || field === 'title')
  if (!isInPlace) return [...runs]
  const words = text.slice(first.start, last.end)
  const isOne = head.length === 1
  // a container that stands alone may be the title of a book whose author has one name
  const isArticle = whole.field === 'journal' || known.some(({ field }) => field === 'volume' || field === 'page')
  const isTitle =
    isBracketed(text, date) && isArticle
      ? !endsInNames(words) && (isOne || isMixed(text, head))
      : isOne && isPhrase(words)
  if (!isTitle || !head.some(({ field }) => field === 'author')) return [...runs]
  const title: Run = { ...first, field: 'title', last: last.last, end: last.end }
  return [...runs.filter((run) => !head.includes(run)), title].sort((a, b) => a.start - b.start)
}

/** `…. (2018). `: APA's manner, in which names end in an initial and no work is without a title. */
function isBracketed(text: string, { start, end }: Run): boolean {
  return /[.?!)…] ?\($/.test(text.slice(Math.max(0, start - 3), start)) && /^\)\.\s/.test(text.slice(end, end + 3))
}

/** `Correction: The nurse. (1976).`, `The hoard, River Province. (2014).`: a title that names were seen in. */
function isMixed(text: string, head: readonly Run[]): boolean {
  return head.every((run, index) => {
    const next = head[index + 1]
    const words = text.slice(run.start, run.end)
    if (run.field === 'author' && (endsInNames(words) || (index === 0 && isCorporate(words)))) return false
    if (next === undefined) return true
    // names that stand first end in a period, and those behind a title come after a slash or "by"
    const gap = text.slice(run.end, next.start)
    return index === 0 && run.field === 'author' ? !/^\./.test(gap) : !/\/|\bby\b/.test(gap)
  })
}

const others = /\bet\s+al|(?<!\p{L})и\s+др|等|\p{Script=Han}|\p{Script=Hangul}/u

/** Whether words read as a list of names: few at a time, initials last, or capitals first. */
function endsInNames(words: string): boolean {
  if (others.test(words)) return true
  // runs of the pattern labeller take the bracket of the year along
  const names = words
    .replace(/[\s(]+$/, '')
    .split(/\s*[,;&]\s*/)
    .map((name) => name.split(/\s+/).filter((word) => word !== ''))
  if (names.some((name) => name.length > 4)) return false
  const final = names.at(-1)?.at(-1) ?? ''
  const isShouted = !/\p{Ll}/u.test(words)
  const isWritten = names.every((name) => name.length < 4 && name.every((word) => /^\p{Lu}/u.test(word)))
  return !isShouted && (isInitials(final, true) || (names.length > 1 && isWritten))
}

/** No initials, no comma, more than one word, and no body that signs. */
function isPhrase(words: string): boolean {
  const isPerson = /,|(?<!\p{L})\p{L}\.|\bet al|(?<!\p{L})и др|等/u.test(words)
  return !isPerson && /\p{L}\s+\p{L}/u.test(words) && !isCorporate(words)
}
