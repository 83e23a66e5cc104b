/** Keeps what was learnt between runs: plain JSON values by key, each with the time it was learnt. */
export interface AnswerStore {
  read(key: string): Kept | undefined
  /** kept when the call returns, whatever happens to the process afterwards */
  write(key: string, value: unknown): void
}

export interface Kept {
  readonly value: unknown
  /** milliseconds since 1970 */
  readonly at: number
}
