import type { FoundIdentifier, IdentifierDamage } from './types.ts'

export interface DoiPrefix {
  readonly start: number
  /** a label or a resolver stands before the DOI */
  readonly isAnnounced: boolean
  readonly isResolver: boolean
  readonly damages: readonly IdentifierDamage[]
}

const REACH = 90
const RESOLVER =
  /(?<![\p{L}\p{N}])((?:h?ttps?|htps?|hhttps?|htpps?)\s?[:;]?\s?\/{1,2}\s?)?((?:dx\s?\.\s?|www\s?\.\s?)?doi\s?\.\s?org|sci-hub\.\p{L}{2,3}|doi\.acm\.org|[\p{L}\p{N}-]{0,20}doi-org[\p{L}\p{N}.-]{1,40})\s?\/\s?$/iu
const LABEL = /(?<![\p{L}\p{N}])doi\s?(?:[:：=]|\.(?!\s?org))?\s{0,3}$/iu
const MOST = 4

/** What stands before a DOI and belongs to it: resolvers and labels, also twice, also damaged. */
export function prefixBefore(text: string, doi: number): DoiPrefix {
  let start = doi
  let isResolver = false
  let count = 0
  const damages: IdentifierDamage[] = []
  let resolvers = 0
  for (; count < MOST; count++) {
    const before = text.slice(Math.max(0, start - REACH), start)
    const resolver = RESOLVER.exec(before)
    const label = resolver === null ? LABEL.exec(before) : null
    if (resolver === null && label === null) break
    // a label before a resolver is plain writing: `doi: https://doi.org/10.…`
    if (label !== null && resolvers > 0) {
      start -= label[0].length
      return { start, isAnnounced: true, isResolver, damages }
    }
    const [all, scheme, host = ''] = resolver ?? [(label as RegExpExecArray)[0]]
    const end = start
    start -= all.length
    if (count > 0) {
      damages.length = 0
      damages.push({ kind: 'doubled-prefix', start, end: doi, fixed: 'https://doi.org/' })
    } else if (resolver !== null) damages.push(...resolverDamages(start, end, scheme, host, all))
    if (resolver !== null) {
      isResolver = true
      resolvers++
    }
  }
  return { start, isAnnounced: count > 0, isResolver, damages }
}

function resolverDamages(
  start: number,
  end: number,
  scheme: string | undefined,
  host: string,
  all: string,
): IdentifierDamage[] {
  const fixed = 'https://doi.org/'
  if (/\s/.test(all)) return [{ kind: 'space-inside', start, end, fixed }]
  if (scheme !== undefined && !/^https?:\/\/$/i.test(scheme)) return [{ kind: 'wrong-scheme', start, end, fixed }]
  if (!/^doi\.org$/i.test(host) || scheme?.toLowerCase() === 'http://')
    return [{ kind: 'http-doi-mirror', start, end, fixed }]
  if (scheme !== undefined && scheme !== 'https://') return [{ kind: 'odd-case', start, end, fixed }]
  return []
}

const ANNOUNCED = /(?<![\p{L}\p{N}./_-])doi\s?[:：=]\s{0,3}(?=([^\s,;]{1,80}))|doi\.org\/(?=([^\s,;]{1,80}))/giu

/** Places where a DOI is announced and something else stands: pages, or no DOI at all. Fillers (`n/a`) are no damage. */
export function announcedWithout(text: string, found: readonly FoundIdentifier[]): FoundIdentifier[] {
  const others: FoundIdentifier[] = []
  let next = 0
  for (const match of text.matchAll(ANNOUNCED)) {
    const start = match.index + match[0].length
    while (next < found.length && (found[next] as FoundIdentifier).end <= match.index) next++
    const near = found[next]
    if (near !== undefined && near.start <= start) continue
    if (others.at(-1) !== undefined && (others.at(-1) as FoundIdentifier).end > match.index) continue
    const token = match[1] ?? match[2] ?? ''
    const pages = /^(?:pp?\.?)?\d{1,5}\s?[-‐-―−]{1,2}\s?\d{1,5}(?![\p{L}\p{N}/])/u.exec(
      text.slice(start, start + 40),
    )?.[0]
    const isNumeric = /^\d/.test(token)
    if (pages === undefined && !isNumeric) continue
    const end = start + (pages ?? token.replace(/[.)\]]$/, '')).length
    if (/^(?:0\.?$|10\/[a-z\d]{3,10}(?![\p{L}\p{N}]))/iu.test(token)) continue
    const kind = pages === undefined ? 'not-an-identifier' : 'page-for-doi'
    others.push({ scheme: 'doi', start: match.index, end, damages: [{ kind, start, end }] })
  }
  return others
}
