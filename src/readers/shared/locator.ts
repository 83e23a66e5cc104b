/** What stands behind a key: `, pp. 33-35, 38-39 and elsewhere` is a locator and a suffix. */
export interface Located {
  /** `33-35, 38-39`; with its label where it is not a page: `chap. 3` */
  readonly locator?: string
  readonly suffix?: string
}

const PAGE = /^(?:pp?|pages?|pgs?|стр|сс?|бб?|бет|S|Seiten?)\.?(?![\p{L}\p{N}])\s*/iu
const LABEL =
  /^(?:chap(?:ter|s)?|chs?|sec(?:tion|s)?|vols?|volume|figs?|figure|tab(?:le)?|nos?|number|paras?|paragraph|parts?|bk|book|col|column|line|l|fol|folio|note|nn?|op|v|verse|art|article|гл|глава|разд|т|том|рис|табл|кн|ч|§§?|¶¶?)\.?(?![\p{L}])\s*/iu
const DIGITS = /\p{N}/u
/** numbers of a locator, roman ones too, with ranges and commas */
const NUMBERS = /^[\p{N}\p{L}]+/u

/** Reads the text between a key and the `;` or `]` that ends its item. */
export function located(text: string): Located {
  const rest = text.trim().replace(/^,\s*/, '')
  if (rest === '') return {}
  if (rest.startsWith('{')) return bracedLocator(rest)
  const label = (PAGE.exec(rest) ?? LABEL.exec(rest))?.[0] ?? ''
  const end = numbersEnd(rest, label.length, label !== '')
  if (end === label.length) return { suffix: suffixOf(text) }
  const from = PAGE.test(rest) ? label.length : 0
  const suffix = suffixOf(rest.slice(end))
  return { locator: rest.slice(from, end), ...(suffix === '' ? {} : { suffix }) }
}

function bracedLocator(rest: string): Located {
  const close = rest.indexOf('}')
  if (close < 0) return { suffix: rest }
  const inner = rest.slice(1, close).trim()
  const suffix = suffixOf(rest.slice(close + 1))
  const locator = inner.replace(PAGE, '')
  return { ...(locator === '' ? {} : { locator }), ...(suffix === '' ? {} : { suffix }) }
}

function suffixOf(text: string): string {
  return text.trim().replace(/^,\s*/, '')
}

/** Where the numbers that begin at `from` end; `from` itself if there are none. A label allows roman numbers. */
function numbersEnd(text: string, from: number, labelled: boolean): number {
  let end = from
  let at = from
  while (at < text.length) {
    const word = NUMBERS.exec(text.slice(at, at + 40))?.[0]
    if (word === undefined || !(DIGITS.test(word) || (labelled && /^[ivxlcdm]+$/i.test(word)))) return end
    end = at + word.length
    const link = /^(?:\s*[-‐‑–—/:]\s*|\s*[,&]\s*)/.exec(text.slice(end, end + 10))?.[0]
    if (link === undefined) return end
    at = end + link.length
  }
  return end
}
