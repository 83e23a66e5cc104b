import type { Accept } from './config.ts'
import type { Document } from './document.ts'
import type { Draft, Severity } from './finding.ts'
import type { Answer, AnswerOf, Answers, Query } from './query.ts'

/** One worked case of a rule: its documentation and its test. `⟦…⟧` marks where the finding must be. */
export interface Example {
  readonly title: string
  /** the manuscript; read as Markdown unless `format` says otherwise */
  readonly manuscript: string
  readonly format?: 'markdown' | 'text'
  /** a BibTeX library that the manuscript names */
  readonly bibliography?: string
  /** the messages expected, in order; absent or empty means that the rule stays silent */
  readonly says?: readonly string[]
  /** severity of the first finding where it differs from the rule's own */
  readonly severity?: Severity
  /** the manuscript after its safe repairs, or all repairs where none is safe */
  readonly fixed?: string
  readonly fixedBibliography?: string
  /** what the registries answer */
  readonly answers?: readonly { readonly query: Query; readonly answer: Answer<AnswerOf[Query['kind']]> }[]
  readonly options?: object
}

interface RuleHead<Options extends object> {
  /** folder/file-name */
  readonly id: string
  /** the state we want, one sentence */
  readonly summary: string
  /** what it costs the reader of the paper */
  readonly why: string
  /** what the rule is blind to */
  readonly cannotSee: string
  readonly severity: Severity
  /** messageId to template; `{name}` stands for a named value of the draft's data */
  readonly messages: Readonly<Record<string, string>>
  readonly options?: Options
  readonly examples: readonly Example[]
}

/** What else a rule may know: nothing that it could not be handed in a test. */
export interface RuleContext {
  /** the day on which the check runs, `YYYY-MM-DD`; absent where nobody said so */
  readonly today?: string
  /** what the configuration accepts as right */
  readonly accept: Accept
}

export interface DocumentRule<Options extends object = object> extends RuleHead<Options> {
  readonly scope?: 'document'
  ask?(document: Document, answers: Answers): Iterable<Query>
  check(document: Document, answers: Answers, options: Options, context: RuleContext): Iterable<Draft>
}

/** A rule over all files of a run: it sees the small facts that it noted of each, never the documents. */
export interface CollectionRule<Fact = unknown, Options extends object = object> extends RuleHead<Options> {
  readonly scope: 'collection'
  /** plain data: it may cross a thread */
  note(document: Document): Iterable<Fact>
  check(facts: readonly Fact[], options: Options, context: RuleContext): Iterable<Draft>
}

// biome-ignore lint/suspicious/noExplicitAny: a list of rules mixes options of many types
export type AnyDocumentRule = DocumentRule<any>
// biome-ignore lint/suspicious/noExplicitAny: a list of rules mixes facts and options of many types
export type AnyCollectionRule = CollectionRule<any, any>
export type Rule = AnyDocumentRule | AnyCollectionRule
