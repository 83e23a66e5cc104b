import type { CslItem } from './csl.ts'

/** A question to the outside world, as data. */
export type Query =
  | { readonly kind: 'work'; readonly doi: string }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'identifier'; readonly scheme: 'pmid' | 'pmcid' | 'arxiv' | 'isbn'; readonly value: string }

/** What came back. "Could not look" (`unknown`) and "looked and found nothing" (`absent`) are different. */
export type Answer<Value> =
  | { readonly state: 'found'; readonly value: Value; readonly source: string; readonly asOf: string }
  | { readonly state: 'absent'; readonly source: string; readonly asOf: string }
  | { readonly state: 'unknown'; readonly why: Why }

export type Why =
  | 'offline'
  | 'timeout'
  | 'refused'
  | 'rate-limited'
  | 'blocked'
  | 'unsupported'
  | 'failed'
  | 'not-asked'

/** A registry's record of a work. */
export interface WorkRecord {
  readonly csl: CslItem
  readonly agency?: string
  readonly updates?: readonly {
    readonly type: string
    readonly doi?: string
    readonly date?: string
    readonly label?: string
  }[]
  readonly relations?: readonly { readonly type: string; readonly doi: string }[]
}

/** What a URL answered. */
export interface LinkRecord {
  readonly status: number
  readonly finalUrl: string
  readonly title?: string
  readonly archived?: { readonly url: string; readonly date: string }
}

export interface AnswerOf {
  readonly work: WorkRecord
  readonly search: readonly (WorkRecord & { readonly score: number })[]
  readonly link: LinkRecord
  readonly identifier: WorkRecord
}

export type AnswerFor<Q extends Query> = Answer<AnswerOf[Q['kind']]>

/** The answers gathered so far. A question that nobody has asked yet is `unknown`, `not-asked`. */
export interface Answers {
  to<Q extends Query>(query: Q): AnswerFor<Q>
}

/** Answers questions; the only thing that the engine knows of networks, caches and snapshots. */
export interface Registry {
  /** Resolves with one answer a question, in order; never rejects for a question that fails: that is `unknown`. */
  ask(queries: readonly Query[]): Promise<readonly Answer<AnswerOf[Query['kind']]>[]>
}
