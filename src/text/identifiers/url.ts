import { INVISIBLE, isSpace, LOOKALIKES, mended, trimClosing } from './signs.ts'
import type { FoundIdentifier, IdentifierDamage } from './types.ts'

/** Schemes as typed, right and wrong, or a bare `www.`; the body must follow at once or after one space. */
const BEGINNING =
  /(?<![\p{L}\p{N}@])(?:(h{1,2}t{1,3}p{1,2}s?|h?ttps?|htps?|hxxps?|ftp)(\s?[:;]?\s?[/\\]{1,3}|:\s?)(\s{0,2})(?=[\p{L}\p{N}[])|(www\.)(\s?)(?=[\p{L}\p{N}]))/giu
const LONGEST = 4000
const STOPS = '<>"“”„«»‹›`|^{}，。；：、（）【】《》「」『』'
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/
const ENDINGS = /^(?:html?|pdf|php|aspx?|jsp|shtml|docx?|xml)(?![\p{L}\p{N}])/iu

/** Every web address of a text with what is wrong with it. Linear in the length of the text. */
export function findUrls(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  BEGINNING.lastIndex = 0
  for (let match = BEGINNING.exec(text); match !== null; match = BEGINNING.exec(text)) {
    const url = readUrl(text, match)
    if (url === undefined) continue
    found.push(url)
    BEGINNING.lastIndex = Math.max(url.end, match.index + 1)
  }
  return found
}

function readUrl(text: string, match: RegExpExecArray): FoundIdentifier | undefined {
  const [all, name, marks = '', gap = '', www, wwwGap = ''] = match
  const start = match.index
  let body = start + all.length
  const damages: IdentifierDamage[] = []
  if (name !== undefined) {
    const fault = schemeFault(name, marks)
    if (fault === 'none-at-all') return undefined
    if (gap + marks.replace(/\S/g, '') !== '' && !hostFollows(text, body)) return undefined
    if (fault !== undefined)
      damages.push({ kind: fault, start, end: body - gap.length, fixed: `${rightScheme(name)}://` })
    if (gap !== '') damages.push({ kind: 'space-inside', start: body - gap.length, end: body, fixed: '' })
    const again = /^(?:https?:\/\/){1,4}/i.exec(text.slice(body, body + 40))?.[0]
    if (again !== undefined) {
      damages.length = 0
      body += again.length
      damages.push({
        kind: 'doubled-prefix',
        start,
        end: body,
        fixed: again.slice(again.toLowerCase().lastIndexOf('http')),
      })
    }
  } else if (wwwGap !== '') {
    if (!hostFollows(text, body)) return undefined
    damages.push({ kind: 'space-inside', start: body - wwwGap.length, end: body, fixed: '' })
  }
  const host = www === undefined ? body : start
  const end = readBody(text, body, host, damages)
  if (end <= body) return undefined
  const kept = damages.filter((damage) => damage.end <= end)
  kept.push(...hostDamages(text, host, end, text[end]), ...cutOff(text, body, end))
  kept.sort((left, right) => left.start - right.start)
  const healed = mended(text, start, end, kept)
  const value = normaliseUrl(www === undefined ? healed : `http://${healed}`)
  return { scheme: 'url', start, end, ...(value === undefined ? {} : { value }), damages: kept }
}

function rightScheme(name: string): string {
  if (/^ftp$/i.test(name)) return 'ftp'
  return /s$/i.test(name) ? 'https' : 'http'
}

function schemeFault(
  name: string,
  marks: string,
): 'wrong-scheme' | 'odd-case' | 'space-inside' | 'none-at-all' | undefined {
  const isName = /^(?:https?|ftp)$/i.test(name)
  if (!/[/\\]/.test(marks)) return 'none-at-all'
  // "ttp/" and "ftp/" are also parts of paths and words
  if (!isName && !marks.includes('/')) return 'none-at-all'
  if (!isName && !/[:;]|\/\//.test(marks)) return 'none-at-all'
  if (isName && !/[:;]/.test(marks) && !/[/\\]{2}/.test(marks)) return 'none-at-all'
  if (!isName || marks.replace(/\s/g, '') !== '://') return 'wrong-scheme'
  if (marks !== '://') return 'space-inside'
  return name === name.toLowerCase() ? undefined : 'odd-case'
}

function hostFollows(text: string, at: number): boolean {
  return /^(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])/u.test(text.slice(at, at + 260))
}

function readBody(text: string, from: number, host: number, damages: IdentifierDamage[]): number {
  const limit = Math.min(text.length, from + LONGEST)
  let at = from
  let inHost = true
  let foreign = false
  while (at < limit) {
    const sign = text[at] as string
    const next = text[at + 1]
    if (isSpace(sign)) {
      const resumed = resumes(text, from, at, inHost)
      if (resumed === undefined) break
      // between two words or numbers a sign may have been lost, most often an underscore: nobody can know
      const isCertain = /[^\p{L}\p{N}]/u.test((text[at - 1] as string) + (text[resumed] as string))
      damages.push({ kind: 'space-inside', start: at, end: resumed, ...(isCertain ? { fixed: '' } : {}) })
      at = resumed
      continue
    }
    if (sign === '\\' && next !== undefined && '_&%#$~{}-.'.includes(next)) {
      damages.push({ kind: 'latex-escape', start: at, end: at + 2, fixed: next })
      at += 2
      continue
    }
    if (sign === '\\' || STOPS.includes(sign)) break
    if (INVISIBLE.includes(sign)) damages.push({ kind: 'invisible-character', start: at, end: at + 1, fixed: '' })
    if (inHost && (sign === '/' || sign === '?' || sign === '#')) inHost = false
    if (IDEOGRAPH.test(sign)) {
      // Chinese text follows an address without a space; it belongs to it only where an address has it
      if (!foreign && at > host && !'/=.-_'.includes(text[at - 1] as string)) break
      foreign = true
    } else if (sign.charCodeAt(0) < 0x80) foreign = false
    at++
  }
  return trimClosing(text, from, at)
}

/** After a space the address goes on only where it cannot have ended and what follows is no word of the sentence. */
function resumes(text: string, from: number, at: number, inHost: boolean): number | undefined {
  if (at === from) return undefined
  let next = at
  while (next < text.length && next < at + 12 && isSpace(text[next])) next++
  const token = /^[\w\-.~%/?=&#+:@\\]{1,300}/.exec(text.slice(next, next + 300))?.[0] ?? ''
  const bare = token.slice(0, trimClosing(token, 0, token.length))
  if (bare === '' || /^(?:https?:|www\.|doi|10\.\d{4}|accessed|available|retrieved)/i.test(bare)) return undefined
  const last = text[at - 1] as string
  if (inHost && !text.slice(from, at).includes('.')) return hostFollows(text, next) && last !== '.' ? next : undefined
  if (!inHost && /^(?:[&?][\w.-]{1,40}=|%[\da-f]{2})/i.test(bare)) return next
  if (!inHost && isLastPart(bare, last, text.slice(next + bare.length, next + bare.length + 40))) return next
  if (/^\d{5,}$/.test(bare) && /[/_-]\d{5,20}$/.test(text.slice(Math.max(from, at - 24), at))) return next
  if (last === '.' && inHost)
    return /^[a-z\d-]{1,63}(?:\.[a-z]{2,24}){0,4}(?:\/|$)/.test(bare) && hasDot(bare, text, from, at) ? next : undefined
  if (last === '.') return ENDINGS.test(bare) ? next : undefined
  if (bare.startsWith('/') && bare.length > 2) return next
  if (inHost && /^\.[a-z]{2,24}(?:\/|$)/.test(bare)) return next
  if ('/=_&?%'.includes(last))
    return /[/_=%&]|[\p{L}\p{N}]\.[\p{L}]|\p{L}\d|\d\p{L}|[\p{L}\p{N}]-[\p{L}\p{N}]/u.test(bare) ? next : undefined
  if (last === '-')
    return /^[\p{L}\p{N}]/u.test(bare) && /[/_=]|-[\p{L}\p{N}]|\.(?:html?|pdf|php|aspx?)/u.test(bare) ? next : undefined
  return ENDINGS.test(bare.replace(/^\./, '')) && bare.startsWith('.') ? next : undefined
}

/** What says when a page was looked at, in the languages that citelint reads; it closes an entry. */
const ACCESS =
  /^\s{0,3}[([（［]\s?(?:access|date|viewed|visited|retriev|last|дата|обращ|дату|режим|өтін|қара|қол|жүгін|звернен|访问|檢索|检索|引用|zugriff|abruf|consult)/iu

/** One more part of an address, right before the date of access or the end of the entry. No word, and no year. */
function isLastPart(part: string, before: string, after: string): boolean {
  if (part.length < 4 || /^(?:19|20)\d\d$/.test(part)) return false
  if (ACCESS.test(after)) return /\d|[\p{L}\p{N}][-_/=][\p{L}\p{N}]/u.test(part)
  return /^\.?\s{0,3}$/.test(after) && /\d/.test(before) && /^\d{6,}$/.test(part)
}

/** A host may go on after `www. `; after `example.org. ` only a new sentence does, unless a path follows. */
function hasDot(bare: string, text: string, from: number, at: number): boolean {
  return bare.includes('/') || !text.slice(from, at - 1).includes('.')
}

function hostDamages(text: string, start: number, end: number, after: string | undefined): IdentifierDamage[] {
  const authority = /^[^/?#]*/.exec(text.slice(start, Math.min(end, start + 300)))?.[0] ?? ''
  const host = authority.replace(/^[^@]*@/, '').replace(/:\d{1,5}$/, '')
  const damages: IdentifierDamage[] = []
  const isBare = !host.includes('.') && !/^(?:localhost|\[.*\]?)$/i.test(host)
  if (isBare && !/\s/.test(host)) {
    const stopped = start + authority.length === end && (after === '.' || after === '…')
    damages.push({ kind: stopped ? 'cut-off' : 'missing-tld', start, end: start + authority.length })
  }
  let at = start
  for (const label of authority.split('.')) {
    const letters = [...label]
    const odd = letters.filter((letter) => LOOKALIKES.has(letter))
    const mixes =
      /[a-z]/i.test(label) && odd.length > 0 && letters.every((letter) => letter < '\u0080' || LOOKALIKES.has(letter))
    for (let index = 0; mixes && index < label.length; index++) {
      const fixed = LOOKALIKES.get(label[index] as string)
      if (fixed !== undefined) damages.push({ kind: 'lookalike-letter', start: at + index, end: at + index + 1, fixed })
    }
    at += label.length + 1
  }
  return damages
}

/** An address that ends in the middle: with `-`, `_`, `=`, `&`, `%`, or before an ellipsis. */
function cutOff(text: string, body: number, end: number): IdentifierDamage[] {
  const last = text[end - 1] as string
  const ellipsis = text[end] === '…' || text.startsWith('...', end)
  if (ellipsis) return [{ kind: 'cut-off', start: end, end: end + (text[end] === '…' ? 1 : 3) }]
  if (end > body && /[-_&%]/.test(last)) return [{ kind: 'cut-off', start: end - 1, end }]
  return []
}

/**
 * Scheme and host in lower case, default port and fragment left out, the rest percent-encoded as the WHATWG URL Standard
 * says. Undefined for what is no web address. Lone surrogates become U+FFFD.
 */
export function normaliseUrl(text: string): string | undefined {
  const trimmed = text.trim().slice(0, LONGEST)
  if (!/^(?:https?|ftp):\/\//i.test(trimmed)) return undefined
  try {
    const url = new URL(trimmed)
    url.hash = ''
    return url.href
  } catch {
    return undefined
  }
}
