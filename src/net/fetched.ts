import { decodeText, mediaType } from './charset.ts'
import type { Hop } from './hop.ts'
import { NetTrouble } from './trouble.ts'

/** An answer of HTTP, after its redirects. */
export interface Fetched {
  readonly state: 'reply'
  readonly status: number
  readonly type: string
  /** undefined where the bytes are no text */
  readonly text: string | undefined
  readonly headers: ReadonlyMap<string, string>
  readonly finalUrl: string
  readonly hops: readonly { readonly status: number; readonly url: string }[]
}

/** Where an answer sends on to, without the part that servers never see; undefined where it does not say. */
export function locationOf({ headers }: Hop, base: URL): URL | undefined {
  const location = headers.get('location')
  if (location === undefined) return undefined
  let target: URL
  try {
    target = new URL(location, base)
  } catch {
    throw new NetTrouble('failed', 'protocol')
  }
  target.hash = ''
  return target
}

export function fetchedOf({ status, headers, bytes }: Hop, url: URL, hops: Fetched['hops']): Fetched {
  const contentType = headers.get('content-type')
  return {
    state: 'reply',
    status,
    type: mediaType(contentType),
    text: decodeText(bytes, contentType),
    headers,
    finalUrl: url.href,
    hops,
  }
}
