/** One request as the server saw it. */
export interface Entry {
  /** milliseconds of the server's own clock */
  readonly at: number
  readonly service: string
  readonly kind: 'single' | 'list'
  readonly url: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** DOIs that it asks for */
  readonly dois: readonly string[]
  status: number
  /** the limit that it broke */
  broke?: 'rate' | 'concurrency'
}

export interface Limit {
  readonly limit: number
  readonly intervalMs: number
  readonly concurrency: number
}

/** Counts in a sliding window what was begun, and what runs: as strict as a service can be. */
export class Meter {
  readonly #times: number[] = []
  #running = 0

  /** What the request would break; it is counted either way. */
  begin(now: number, { limit, intervalMs, concurrency }: Limit): Entry['broke'] {
    this.#running++
    while (this.#times.length > 0 && (this.#times[0] as number) <= now - intervalMs) this.#times.shift()
    this.#times.push(now)
    if (this.#running > concurrency) return 'concurrency'
    return this.#times.length > limit ? 'rate' : undefined
  }

  end(): void {
    this.#running--
  }
}
