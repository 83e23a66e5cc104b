import { plainDigits } from './dates.ts'

const pageMarks =
  /^(?:pages?|pgs?|pp?|pag|págs?|ss?|seiten?|с|стр|б|бет|бб|sid|sayfa|str|blz|页|頁|第|쪽|[.:,;()[\]§\s-])+(?=[\dA-Za-z])|(?:页|頁|쪽|бет)$/iu

/** Pages without their mark; ranges with one hyphen. */
export function readPages(text: string): string {
  let pages = plainDigits(text).replace(/\s+/g, ' ').trim()
  const marked = pageMarks.exec(pages)
  // `S12` and `p12` are pages with letters, `S. 12` and `p. 12` are marked
  if (marked !== null && marked.index === 0 && !/^[a-z]$/i.test(marked[0])) pages = pages.slice(marked[0].length)
  if (/^(?:pp?|с|б)(?=\d)/u.test(pages)) pages = pages.replace(/^\p{L}+/u, '')
  pages = pages
    .replace(/\s?(?:页|頁|쪽|бет|беттер|б\.|s\.|p\.|с\.)$/iu, '')
    .replace(/[‐‑‒–—−­~～]+/g, '-')
    .replace(/\s?-+\s?/g, '-')
    .replace(/\s?(?:ff?|sqq?|sg|ss)\.?$/i, '')
  return trimEdges(pages)
}

const numberMarks =
  /^(?:vol(?:ume|umen)?|tom[eo]?|band|bd|jg|jahrgang|no|nos|nr|num|number|núm|n|t|v|issue|iss|heft|fasc|№№?|№|том|т|вып(?:уск)?|вип(?:уск)?|кн|ч|№|第|卷|期|제|권|호|жыл)(?![\p{L}])[.:\s°º]*/iu

/** A volume or issue number without its mark. */
export function readNumber(text: string): string {
  let number = plainDigits(text).replace(/\s+/g, ' ').trim()
  for (let round = 0; round < 3; round++) {
    const next = trimEdges(number.replace(numberMarks, '').replace(/[卷期号號집권호]$/u, ''))
    if (next === number || next === '') break
    number = next
  }
  return number.replace(/\s?[–—]\s?/g, '-')
}

const glued = /^(\S{1,8}?)\s?[(（]\s?([^()（）]{1,16})\s?[)）]$/u

/** `5 (40`, `28(15_suppl`, `02 (C3) (December`: an issue in brackets that the volume took along, perhaps with a month. */
const bracketed =
  /^([\p{L}\p{N}-]{1,10})\s?\(\s?((?!(?:1[5-9]|20)\d\d\b)(?=[^()]*(?:\d|suppl))[^()\s]{1,14})\)?(?:\s?\(\p{L}[^()]*)?$/iu

/** `52(3)` typed as one volume. */
export function splitVolume(volume: string): { volume: string; issue?: string } {
  if (!/[(（]/.test(volume)) return { volume }
  const found = bracketed.exec(volume) ?? glued.exec(volume)
  return found === null ? { volume } : { volume: found[1] as string, issue: found[2] as string }
}

function trimEdges(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && ' ,.;:()[]'.includes(text[start] as string)) start++
  while (end > start && ' ,.;:()[]'.includes(text[end - 1] as string)) end--
  return text.slice(start, end)
}
