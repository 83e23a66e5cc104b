import type { Accept } from '../model/config.ts'
import type { Draft } from '../model/finding.ts'
import { foldWords } from '../text/fold.ts'

/** Families of rules that are about how a name is spelled. */
const OF_NAMES = /^(?:citations|names|lists)\//

/**
 * Whether the configuration says that what a draft compares is right as it is: the two forms are an accepted pair, or the
 * manuscript's own form is an accepted name.
 */
export function isAccepted(ruleId: string, { evidence = [] }: Draft, { names, pairs }: Accept): boolean {
  if (names.length === 0 && pairs.length === 0) return false
  return evidence.some(({ ours, theirs }) => {
    if (
      pairs.some(([one, other]) => (has(ours, one) && has(theirs, other)) || (has(ours, other) && has(theirs, one)))
    ) {
      return true
    }
    return OF_NAMES.test(ruleId) && names.some((name) => has(ours, name))
  })
}

function has(text: string, form: string): boolean {
  return ` ${foldWords(text)} `.includes(` ${foldWords(form)} `)
}
