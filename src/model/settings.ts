import type { Accept } from './config.ts'
import type { Severity } from './finding.ts'

/** What the configuration decides for one file: plain data that crosses threads. */
export interface Settings {
  /** by rule id; a rule that is not named keeps its own severity and options */
  readonly rules: Readonly<Record<string, RuleChoice>>
  readonly accept: Accept
  /** `YYYY-MM-DD`; rules that need it stay silent without */
  readonly today?: string
  /** suppressions inside the checked files count for nothing */
  readonly untrusted?: boolean
  /** suppressions from a file of their own, for this path */
  readonly suppressions?: readonly OuterSuppression[]
}

export interface RuleChoice {
  readonly severity: Severity | 'off'
  readonly options?: object
}

/** An entry of `citelint.suppress.yaml`. */
export interface OuterSuppression {
  readonly rule: string
  readonly reason: string
  readonly fingerprint?: string
  /** matches where the text under the finding contains it */
  readonly text?: string
  /** last day on which it counts, `YYYY-MM-DD` */
  readonly until?: string
}
