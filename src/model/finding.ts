import type { Span } from './source.ts'

export type Severity = 'error' | 'warning' | 'info'
/** `certain` is 0.95 and above, `likely` 0.6 to 0.95 (at most a warning), `possible` below (info, off by default). */
export type Confidence = 'certain' | 'likely' | 'possible'

export type MessageData = Readonly<Record<string, string | number>>

export interface Related {
  readonly span: Span
  readonly message: string
}

/** Why a finding is believed: what the manuscript says, what contradicts it, and where that comes from. */
export interface Evidence {
  readonly about: string
  readonly ours: string
  readonly theirs: string
  readonly source: string
  readonly url?: string
  readonly asOf?: string
  readonly computation?: string
}

/** Replaces the source of `span` by `text`; stays inside one segment. */
export interface Edit {
  readonly span: Span
  readonly text: string
}

/** `safe` repairs may be applied unseen; `ask` ones change what the text says. */
export interface Fix {
  readonly title: string
  readonly safety: 'safe' | 'ask'
  readonly edits: readonly Edit[]
}

/** What a rule yields: all but what configuration decides. */
export interface Draft {
  readonly span: Span
  /** names a template of the rule's `messages` */
  readonly messageId: string
  readonly data?: MessageData
  /** what to do, when no repair says it */
  readonly note?: string
  readonly confidence?: Confidence
  /** where this case is weaker or stronger than the rule's default */
  readonly severity?: Severity
  readonly related?: readonly Related[]
  readonly evidence?: readonly Evidence[]
  readonly fixes?: readonly Fix[]
  /** what the finding is about, for the fingerprint: a reference key or the compared values; default the text under the span */
  readonly subject?: string
  /** ids of the references and citations whose other findings this one explains */
  readonly explains?: readonly string[]
  /** the rules whose findings these are; absent: any */
  readonly echoes?: readonly string[]
  /** ids of the references and citations that this finding is about, so that a root cause can fold it */
  readonly concerns?: readonly string[]
}

/** A draft with what configuration, suppression and its neighbours decided. */
export interface Finding extends Draft {
  readonly ruleId: string
  readonly severity: Severity
  readonly message: string
  readonly data: MessageData
  readonly confidence: Confidence
  readonly fingerprint: string
  /** fingerprint of the root cause that explains this one */
  readonly foldedInto?: string
  readonly suppressed?: { readonly reason: string }
}
