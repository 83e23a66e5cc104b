import { analyse } from 'chardet'
import { decodeAs, labelOf } from './labels.ts'

/** Bytes looked at: enough to tell, and no more. */
const SAMPLE = 65_536

/** UTF-16 by its zeros: they stand at even places only (big-endian) or odd places only (little-endian). */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const zeros = [0, 0]
  let controls = 0
  const length = Math.min(bytes.length, SAMPLE)
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
    if (byte < 9 || (byte > 13 && byte < 32)) controls++
  }
  const [even = 0, odd = 0] = zeros
  if ((even > 0 && odd > 0) || even + odd === 0) return undefined
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be'
  const { text, exact } = decodeAs(bytes.subarray(0, length), encoding)
  if (!exact && length === bytes.length) return undefined
  // Latin and Cyrillic text shows its upper bytes 0 and 4 everywhere; Chinese text must look like Chinese
  return controls * 5 >= length || shareOf(text, COMMON) > 0.95 ? encoding : undefined
}

const COMMON = /[\t\n\r -~\u00a0-\u024f\u0400-\u04ff\u2010-\u2030\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/

function shareOf(text: string, pattern: RegExp): number {
  let hits = 0
  for (const sign of text) if (pattern.test(sign)) hits++
  return text.length === 0 ? 0 : hits / text.length
}

const SINGLE_CYRILLIC = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const

/** The ten commonest letters of Russian make 65 % of a text, those of Kazakh and Ukrainian texts about half. */
const COMMON_CYRILLIC = new Set('оеаинтсрвл')
/** Letters and signs of Cyrillic texts; box drawings and the like speak against the encoding. */
const CYRILLIC_TEXT = /[\u00a0§©«°±»\u0400-\u04ff\u2010-\u203a€№™]/
const LEAST_CYRILLIC = 0.4

/** The most likely encoding of bytes that are not UTF-8. */
export function guessLegacy(bytes: Uint8Array): string {
  const sample = wholeLines(bytes)
  const cyrillic = SINGLE_CYRILLIC.map((encoding) => ({ encoding, score: cyrillicScore(sample, encoding) }))
  cyrillic.sort((left, right) => right.score - left.score)
  const best = cyrillic[0]
  if (best !== undefined && best.score >= LEAST_CYRILLIC) return best.encoding
  if (looksJapanese(sample)) return 'shift_jis'
  if (looksChinese(sample)) return 'gb18030'
  return byStatistics(sample) ?? 'windows-1252'
}

function cyrillicScore(sample: Uint8Array, encoding: string): number {
  let high = 0
  let common = 0
  for (const sign of decodeAs(sample, encoding).text) {
    if (sign.charCodeAt(0) < 0x80) continue
    high++
    // KOI8-R and windows-1251 have each other's capitals: small letters count for more
    if (COMMON_CYRILLIC.has(sign)) common++
    else if (COMMON_CYRILLIC.has(sign.toLowerCase())) common += 0.8
    else if (!CYRILLIC_TEXT.test(sign)) common -= 1
  }
  return high < 4 ? 0 : common / high
}

/** GB 2312 level 1 (leads B0 to D7) holds the commonest 3,755 characters; A1 and A3 its punctuation. */
function looksChinese(sample: Uint8Array): boolean {
  if (!decodeAs(sample, 'gb18030').exact) return false
  let pairs = 0
  let common = 0
  for (let at = 0; at < sample.length; at++) {
    const lead = sample[at] as number
    if (lead < 0x81) continue
    pairs++
    if ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3) common++
    at++
  }
  return pairs >= 2 && common / pairs >= 0.7
}

/** Japanese shows kana (leads 82 and 83); a tenth of all pairs is little for a Japanese text. */
function looksJapanese(sample: Uint8Array): boolean {
  const { text, exact } = decodeAs(sample, 'shift_jis')
  if (!exact) return false
  let high = 0
  let kana = 0
  let halfWidth = 0
  for (const sign of text) {
    const unit = sign.charCodeAt(0)
    if (unit < 0x80) continue
    high++
    if (unit >= 0x3041 && unit <= 0x30fe) kana++
    if (unit >= 0xff61 && unit <= 0xff9f) halfWidth++
  }
  return high >= 2 && kana / high >= 0.1 && halfWidth / high < 0.2
}

/** What chardet is trusted with, and how sure it must be. */
const BY_STATISTICS: ReadonlyMap<string, number> = new Map([
  ['big5', 60],
  ['euc-jp', 60],
  ['euc-kr', 60],
  ['iso-8859-2', 50],
  ['windows-1250', 50],
  ['iso-8859-9', 50],
  ['windows-1254', 50],
  ['iso-8859-7', 50],
  ['windows-1253', 50],
])

function byStatistics(sample: Uint8Array): string | undefined {
  for (const { name, confidence } of analyse(sample)) {
    const least = BY_STATISTICS.get(name.toLowerCase())
    if (least === undefined && /^(?:iso-8859-1|windows-1252)$/i.test(name)) return undefined
    if (least === undefined || confidence < least) continue
    const label = labelOf(name)
    if (label !== undefined && decodeAs(sample, label).exact) return label
  }
  return undefined
}

/** A sample that ends with a line, so that no character is cut. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  const end = bytes.lastIndexOf(10, SAMPLE)
  return bytes.subarray(0, end > 0 ? end : SAMPLE)
}
