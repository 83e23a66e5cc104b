import type { Clock } from './clock.ts'

/** How long to wait by `Retry-After` (RFC 9110, 10.2.3), in ms; undefined for what cannot be meant. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d{1,8}$/.test(text)) return Number(text) * 1000
  if (!/^[A-Z][a-z]{2,8},? [\w :-]{10,30}$/.test(text)) return undefined
  const wait = Date.parse(text) - now
  return wait > 0 ? wait : undefined
}

const FIRST_MS = 1000
const LONGEST_MS = 30_000

/** Full jitter: anywhere up to a ceiling that doubles, so that those who failed together do not come back together. */
export function backoffMs(attempt: number, clock: Clock): number {
  return clock.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)
}
