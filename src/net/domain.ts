import { literalOf } from './public-address.ts'

/** Second levels under which names are given out, of the countries whose journals are cited most; the rest is two labels. */
const SECOND_LEVELS = /^(?:ac|co|com|edu|gov|go|or|ne|net|org|sch|mil|gob|gouv|gv|nhs|gen|in|nom|msk|spb)$/

/** The domain that somebody registered: who is polite counts by it, and a redirect out of it is another owner's. */
export function registrableDomain(hostname: string): string {
  if (literalOf(hostname) !== undefined) return hostname
  const labels = hostname.toLowerCase().replace(/\.$/, '').split('.')
  const [top = '', second = ''] = [labels.at(-1), labels.at(-2)]
  const count = top.length === 2 && labels.length > 2 && SECOND_LEVELS.test(second) ? 3 : 2
  return labels.slice(-count).join('.')
}
