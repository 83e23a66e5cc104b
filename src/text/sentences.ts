/** Half-open range of UTF-16 offsets in the text that was split. */
export interface Sentence {
  readonly start: number
  readonly end: number
}

/** Abbreviations after which a sentence goes on, without their last full stop, lower case. */
const abbreviations: ReadonlySet<string> = new Set(
  [
    // English and Latin
    'mr mrs ms dr prof st no nos vol vols p pp fig figs eq eqs sec ch chap ed eds cf vs e.g i.e viz al approx ca c resp',
    'inc ltd co corp dept univ gen gov sen rep col capt rev hon jr sr ref refs tab art op cit loc ibid jan feb mar apr jun',
    'jul aug sep sept oct nov dec u.s u.k u.n ph.d m.sc b.sc',
    // Russian, Ukrainian
    'г гг в вв с стр т тт вып гл рис табл см ср напр др проф акад доц чл.-корр долл руб коп млн млрд трлн тыс ул пр пл обл',
    'р-н им св т.е т.к т.н т.ч н.э до.н.э ч кв к.э.н д.э.н к.и.н д.и.н к.ф.н д.ф.н пер изд ред сост отв науч под вклад ст',
    'п пп абз мин сек час л экз янв февр апр авг сент окт нояб дек ім вид сер тобто',
    // Kazakh
    'ж жж ғ б бб сур қар т.б т.с.с қ теңг мәс проф ақ',
    // German, French, Spanish
    'z.b d.h u.a bzw nr bd hrsg vgl s usw etc mme mlle m art núm pág págs sr sra',
  ]
    .join(' ')
    .split(' '),
)

/** Abbreviations that often end a sentence: a capital after them decides. */
const enders: ReadonlySet<string> = new Set(
  'etc др т.д т.п т.б т.с.с inc ltd co corp u.s u.k jr usw al гг жж долл руб тыс млн млрд трлн'.split(' '),
)

const closers = new Set('"\'”’»)]）」』】》〉')
const openers = new Set('"\'“‘«„([（「『【《〈¿¡—–-')

/**
 * Splits a text into sentences, without the space between them. Linear; knows initials, list numbers, decimals and the
 * abbreviations of English, Russian, Kazakh and some other languages; a Chinese sentence needs no space after it.
 */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = []
  let start = skipSpace(text, 0)
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // most letters are none of the marks below
    if (code < 0x2026 && code !== 0x2e && code !== 0x21 && code !== 0x3f) continue
    const mark = text[at] as string
    const wide = mark === '。' || mark === '！' || mark === '？'
    if (!wide && mark !== '.' && mark !== '!' && mark !== '?' && mark !== '…') continue
    let end = at + 1
    while (end < text.length && (isMark(text[end] as string) || closers.has(text[end] as string))) end++
    const next = skipSpace(text, end)
    if (next < text.length && !wide && (next === end || !opens(text, next))) {
      at = end - 1
      continue
    }
    if (mark === '.' && end === at + 1 && next < text.length && goesOn(text, start, at, next)) continue
    found.push({ start, end })
    start = next
    at = next - 1
  }
  if (start < text.length) found.push({ start, end: trimEnd(text, start) })
  return found
}

function isMark(mark: string): boolean {
  return mark === '.' || mark === '!' || mark === '?' || mark === '…' || mark === '。' || mark === '！' || mark === '？'
}

/** Whether a sentence may start here: a capital, a digit, a letter without case, or a quotation mark before one. */
function opens(text: string, at: number): boolean {
  let offset = at
  while (offset < text.length && offset < at + 4 && openers.has(text[offset] as string)) offset++
  const first = text[offset]
  if (first === undefined) return true
  return !/\p{Ll}/u.test(first) && /[\p{L}\p{N}\ud800-\udbff$€£¥₸₽№#@*[(]/u.test(first)
}

/** Whether the full stop at `at` belongs to an initial, an abbreviation or a list number. */
function goesOn(text: string, start: number, at: number, next: number): boolean {
  let from = at
  while (from > start && at - from < 24 && !/\s/.test(text[from - 1] as string)) from--
  const word = text.slice(from, at).replace(/^[^\p{L}\p{N}]{0,4}/u, '')
  if (/^\p{Lu}$/u.test(word) || /(?:^|[.-])\p{Lu}$/u.test(word)) return true
  if (from === start && /^\d{1,3}$/.test(word)) return true
  const folded = word.toLowerCase()
  if (!abbreviations.has(folded) && !enders.has(folded)) return false
  const before = text.slice(Math.max(start, from - 6), from)
  if ((folded === 'г' || folded === 'ж') && /\d\s*$/.test(before)) return !/\p{Lu}/u.test(text[next] as string)
  return !enders.has(folded) || /^(?:[\d([]|\p{Lu}{2})/u.test(text.slice(next, next + 2))
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at] as string)) at++
  return at
}

function trimEnd(text: string, from: number): number {
  let end = text.length
  while (end > from && /\s/.test(text[end - 1] as string)) end--
  return end
}
