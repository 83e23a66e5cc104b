/** What crosses between the pool and its workers: plain data, one message each. */

export type ToWorker =
  | { readonly kind: 'job'; readonly job: unknown }
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: unknown }
  | { readonly kind: 'refusal'; readonly ask: number; readonly message: string }

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly ask: number; readonly question: unknown }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly message: string }

/** Why a job has no result. `stopped`: the pool was closed before its turn or during it. */
export type Loss = 'timeout' | 'out-of-memory' | 'crash' | 'threw' | 'stopped'

export type Outcome<Result> =
  | { readonly state: 'done'; readonly result: Result }
  | { readonly state: 'lost'; readonly why: Loss; readonly message: string }
