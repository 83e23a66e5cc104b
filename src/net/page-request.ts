import type { Request } from '../registries/exchange.ts'
import { rewritten, skipOf } from './quirks.ts'

/** A web address, without the part that servers never see; undefined for other schemes and for no address at all. */
export function pageUrl(written: string): URL | undefined {
  try {
    const url = new URL(written)
    url.hash = ''
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
  } catch {
    return undefined
  }
}

/** Pages are asked with GET and read a little way: servers answer HEAD with whatever comes to mind. */
export function pageRequest(url: URL): Request {
  return { service: 'web', kind: 'single', url: rewritten(url), accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
}

/** What a first look at a page sends; undefined where it is never fetched. */
export function firstPageRequest(written: string): Request | undefined {
  const url = pageUrl(written)
  const isFetched = url !== undefined && url.username === '' && url.password === '' && skipOf(url) === undefined
  return isFetched ? pageRequest(url) : undefined
}
