import type { CslItem } from './csl.ts'

/** A question to the outside world, as data. */
export type Query =
  | { readonly kind: 'work'; readonly doi: string }
  | { readonly kind: 'search'; readonly text: string }
  | LinkQuery
  | {
      readonly kind: 'identifier'
      readonly scheme: 'pmid' | 'pmcid' | 'arxiv' | 'isbn'
      /** an arXiv id may name a version (`2401.00001v1`): its title may be another one than the newest */
      readonly value: string
    }

export interface LinkQuery {
  readonly kind: 'link'
  readonly url: string
  /** when the author saw the page, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: an archived copy is sought near it */
  readonly accessed?: string
}

/** What came back. "Could not look" (`unknown`) and "looked and found nothing" (`absent`) are different. */
export type Answer<Value> =
  | { readonly state: 'found'; readonly value: Value; readonly source: string; readonly asOf: string }
  | { readonly state: 'absent'; readonly source: string; readonly asOf: string }
  | {
      readonly state: 'unknown'
      readonly why: Why
      /** more exactly, as a word: `too-large`, `redirect-loop`, `bad-answer`… */
      readonly detail?: string
    }

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
  /** `title` without its subtitle; only `id`, `type` and `DOI` where `isBare` */
  readonly csl: CslItem
  readonly agency?: string
  /** what happened to this work: retraction, correction, concern… as the registry has it, newest first */
  readonly updates?: readonly WorkUpdate[]
  /** the works that this one is a notice about */
  readonly noticeOf?: readonly WorkUpdate[]
  readonly relations?: readonly { readonly type: string; readonly doi: string }[]
  /** related works that have no DOI in the record */
  readonly otherRelations?: readonly { readonly type: string; readonly scheme: string; readonly id: string }[]
  /** the title in all its forms: with subtitle, original, short, translated; markup removed */
  readonly titles?: readonly string[]
  /** the years of print, of online publication and of the record's own date, ascending: each may be cited */
  readonly years?: readonly number[]
  /** the venue in all its forms */
  readonly venues?: readonly string[]
  /** how the DOI stands; absent means that nothing is odd */
  readonly standing?: 'alias' | 'deleted' | 'hidden' | 'no-url'
  /** the DOI that the work has now, where the one asked for is an alias */
  readonly primary?: string
  /** the DOI is registered and no metadata were to be had: nothing may be compared */
  readonly isBare?: boolean
  /** what the authors or the registry say about the record, such as arXiv's comment */
  readonly comment?: string
  /** sources that call it retracted without any evidence of their own: hints, never findings */
  readonly hints?: readonly string[]
}

export interface WorkUpdate {
  /** in lower case with hyphens: `retraction`, `expression-of-concern`, `correction`… */
  readonly type: string
  /** the notice, or the work that the notice is about */
  readonly doi?: string
  /** `YYYY-MM-DD`, or shorter */
  readonly date?: string
  readonly label?: string
  /** who recorded it: `publisher`, `retraction-watch`… */
  readonly source?: string
  readonly recordId?: string
}

/** What a URL answered. */
export interface LinkRecord {
  /** of the last answer; 0 where none came (`signs` says why) */
  readonly status: number
  readonly finalUrl: string
  readonly title?: string
  /** the copy nearest to the access date, or the newest; only looked for where the page is dead */
  readonly archived?: { readonly url: string; readonly date: string }
  /** `restricted`: behind a login. `unsure`: something is wrong that does not make the page dead. */
  readonly verdict?: 'alive' | 'restricted' | 'dead' | 'unsure'
  /** why, and what else is odd */
  readonly signs?: readonly LinkSign[]
  /** where all redirects are permanent: the address to use */
  readonly movedTo?: string
}

export type LinkSign =
  | 'gone' // 410
  | 'not-found-twice' // 404 again after a pause, or in an earlier run
  | 'failing-for-days' // a server error in runs on three different days
  | 'no-such-host' // and another name was found in the same run
  | 'redirected-to-home' // a deep link that leads to the start page
  | 'other-domain'
  | 'parked' // the words of a domain that is for sale
  | 'soft-404' // an address that cannot exist gives the same page
  | 'tls-problem' // the page may be there

export interface AnswerOf {
  readonly work: WorkRecord
  readonly search: readonly (WorkRecord & { readonly score: number })[]
  readonly link: LinkRecord
  readonly identifier: WorkRecord
}

export type AnswerFor<Q extends Query> = Answer<AnswerOf[Q['kind']]>
export type AnyAnswer = Answer<AnswerOf[Query['kind']]>

/** The answers gathered so far. A question that nobody has asked yet is `unknown`, `not-asked`. */
export interface Answers {
  to<Q extends Query>(query: Q): AnswerFor<Q>
}

/** Answers questions; the only thing that the engine knows of networks, caches and snapshots. */
export interface Registry {
  /** Resolves with one answer a question, in order; never rejects for a question that fails: that is `unknown`. */
  ask(queries: readonly Query[]): Promise<readonly AnyAnswer[]>
}

/** One line that is equal for equal questions within a document. */
export function queryKey(query: Query): string {
  switch (query.kind) {
    case 'work':
      return `work ${query.doi.toLowerCase()}`
    case 'search':
      return `search ${query.text}`
    case 'link':
      return `link ${query.url}`
    case 'identifier':
      return `identifier ${query.scheme} ${query.value}`
  }
}

/** The key of stores and recordings: two documents may ask for copies of one page from different days. */
export function storeKey(query: Query): string {
  const isDated = query.kind === 'link' && query.accessed !== undefined
  return isDated ? `${queryKey(query)} @${query.accessed}` : queryKey(query)
}
