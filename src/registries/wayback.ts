import { params, type Reading, type Reply, type Request, unread, unreadStatus } from './exchange.ts'
import { fieldsOf, jsonOf, textOf } from './json.ts'

/** https://archive.org/help/wayback_api.php; `near` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function waybackRequest(base: string, url: string, near?: string): Request {
  const timestamp = near?.replaceAll('-', '')
  const isDate = timestamp !== undefined && /^\d{4,8}$/.test(timestamp)
  const query = params({ url, ...(isDate ? { timestamp } : {}) })
  return { service: 'wayback', kind: 'single', url: `${base}/wayback/available?${query}`, accept: 'application/json' }
}

export interface Archived {
  readonly url: string
  /** `YYYY-MM-DD` */
  readonly date: string
}

/**
 * The nearest good copy of this very page. No copy in the answer means “none known”: the service says the same when it
 * cannot look.
 */
export function readWayback(reply: Reply, url: string): Reading<Archived> {
  const bad = unreadStatus(reply)
  if (bad !== undefined) return bad
  const snapshots = fieldsOf(jsonOf(reply)?.archived_snapshots)
  if (reply.status !== 200 || snapshots === undefined) return unread('failed', 'unreadable')
  const closest = fieldsOf(snapshots.closest)
  if (closest === undefined || closest.available !== true || textOf(closest.status) !== '200')
    return { state: 'absent' }
  const match =
    /^https?:\/\/web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})(\d{6})\/(https?:\/{1,2}[^\s<>"]{1,2000})$/i.exec(
      textOf(closest.url) ?? '',
    )
  if (match === null) return { state: 'absent' }
  const [, year, month, day, time, original = ''] = match
  if (!isSamePage(original, url)) return { state: 'absent' }
  return {
    state: 'found',
    value: {
      url: `https://web.archive.org/web/${year}${month}${day}${time}/${original}`,
      date: `${year}-${month}-${day}`,
    },
  }
}

/** The same host, give or take `www.`, and the same path. */
function isSamePage(left: string, right: string): boolean {
  const [one, other] = [left, right].map(pageOf)
  return one !== undefined && one === other
}

function pageOf(text: string): string | undefined {
  try {
    const { hostname, pathname, search } = new URL(text.replace(/^(https?):\/+/i, '$1://'))
    return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
  } catch {
    return undefined
  }
}
