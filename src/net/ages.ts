import type { AnyAnswer, Query } from '../model/query.ts'
import type { Kept } from '../model/store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A clock may be a little wrong; what claims to come from later than that is not believed. */
const SKEW_MS = 5 * 60 * 1000

/**
 * How old an answer may be and still be given without asking again. What was found stays true for a week, but a retraction
 * should be seen the next day; what was absent may be registered tomorrow.
 */
const FRESH_DAYS: Readonly<Record<Query['kind'], number>> = { work: 1, search: 7, link: 7, identifier: 1 }
const ABSENT_DAYS = 1

/** The default of `--max-age`, in days: an older answer is not even used where the network fails. */
export const MAX_AGE_DAYS = 7

export type Freshness = 'fresh' | 'usable' | 'none'

export function freshnessOf(
  query: Query,
  kept: Kept | undefined,
  now: number,
  maxAgeDays: number = MAX_AGE_DAYS,
): Freshness {
  const answer = keptAnswer(kept)
  if (kept === undefined || answer === undefined) return 'none'
  const age = now - kept.at
  if (age < -SKEW_MS || age > maxAgeDays * DAY_MS) return 'none'
  const isDead =
    query.kind === 'link' && answer.state === 'found' && 'verdict' in answer.value && answer.value.verdict !== 'alive'
  const days = answer.state === 'absent' || isDead ? ABSENT_DAYS : FRESH_DAYS[query.kind]
  return age <= days * DAY_MS ? 'fresh' : 'usable'
}

/** The answer that was kept; undefined for whatever is none. */
export function keptAnswer(kept: Kept | undefined): Exclude<AnyAnswer, { state: 'unknown' }> | undefined {
  const value = kept?.value
  if (typeof value !== 'object' || value === null || !('state' in value)) return undefined
  if (value.state !== 'found' && value.state !== 'absent') return undefined
  if (value.state === 'found' && (!('value' in value) || typeof value.value !== 'object' || value.value === null))
    return undefined
  const isTold =
    'source' in value && typeof value.source === 'string' && 'asOf' in value && typeof value.asOf === 'string'
  return isTold ? (value as Exclude<AnyAnswer, { state: 'unknown' }>) : undefined
}
