import pLimit, { type LimitFunction } from 'p-limit'
import type { Clock } from './clock.ts'

/** `limit` requests begun in any `intervalMs`, `concurrency` of them at once. */
export interface Pace {
  readonly limit: number
  readonly intervalMs: number
  readonly concurrency: number
}

/** A place in a pace that several processes share. */
export interface Turns {
  /** waits for a place; the answer gives it back */
  take(key: string, pace: Pace, signal?: AbortSignal): Promise<() => void>
}

interface Begun {
  readonly at: number
  answeredAt?: number
}

/** A request may be this long on its way before the server sees it, where no answer tells. */
export const TRANSIT_MS = 250
/** The most that a service may be asked, whatever it says. */
const MOST = { limit: 50, concurrency: 5 } as const

/**
 * Keeps one pace towards one host, or towards one kind of request of a service. A place becomes free one interval after the
 * server must have seen the request, so that the server counts no more than the pace allows, however the net delays.
 */
export class Governor {
  readonly #clock: Clock
  readonly #lanes: LimitFunction
  readonly #shared: { readonly key: string; readonly turns: Turns } | undefined
  readonly #transitMs: number
  #pace: Pace
  #begun: Begun[] = []
  #queue: Promise<void> = Promise.resolve()
  #pausedUntil = 0
  #wake: () => void = () => {}

  constructor(
    pace: Pace,
    clock: Clock,
    shared?: { readonly key: string; readonly turns: Turns },
    transitMs: number = TRANSIT_MS,
  ) {
    this.#transitMs = transitMs
    this.#pace = pace
    this.#clock = clock
    this.#lanes = pLimit(pace.concurrency)
    this.#shared = shared
  }

  get pace(): Pace {
    return this.#pace
  }

  /** Does the work when its turn has come. `answered` is called when the server has been heard. */
  run<Result>(work: (answered: () => void) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    return this.#lanes(async () => {
      const giveBack = await this.#shared?.turns.take(this.#shared.key, this.#pace, signal)
      try {
        const begun = await this.#turn(signal)
        return await work(() => {
          begun.answeredAt ??= this.#clock.now()
          this.#wake()
        })
      } finally {
        giveBack?.()
      }
    })
  }

  /** Nobody begins before then. */
  pauseUntil(time: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, time)
  }

  /** How long everybody waits because the service said so. */
  pausedMs(): number {
    return Math.max(0, this.#pausedUntil - this.#clock.now())
  }

  adopt(pace: Pace): void {
    this.#pace = {
      limit: clamp(pace.limit, MOST.limit),
      intervalMs: Math.max(1, pace.intervalMs),
      concurrency: clamp(pace.concurrency, MOST.concurrency),
    }
    this.#lanes.concurrency = this.#pace.concurrency
    this.#wake()
  }

  /** One after the other waits for a free place. */
  #turn(signal: AbortSignal | undefined): Promise<Begun> {
    const turn = this.#queue.then(async () => {
      for (;;) {
        const wait = this.#waitMs()
        if (wait <= 0 || signal?.aborted) break
        const woken = new Promise<void>((resolve) => {
          this.#wake = resolve
        })
        const sleeping = new AbortController()
        const either = signal === undefined ? sleeping.signal : AbortSignal.any([signal, sleeping.signal])
        await Promise.race([this.#clock.sleep(wait, either), woken])
        sleeping.abort()
      }
      const begun: Begun = { at: this.#clock.now() }
      this.#begun.push(begun)
      return begun
    })
    this.#queue = turn.then(() => {})
    return turn
  }

  #waitMs(): number {
    const now = this.#clock.now()
    const { limit, intervalMs } = this.#pace
    const freeAt = this.#begun
      .map(({ at, answeredAt = Infinity }) => Math.min(answeredAt, at + this.#transitMs) + intervalMs)
      .filter((time) => time > now)
      .sort((left, right) => left - right)
    this.#begun = this.#begun.slice(-MOST.limit)
    const wait = freeAt.length < limit ? 0 : (freeAt[freeAt.length - limit] as number) - now
    return Math.max(wait, this.#pausedUntil - now)
  }
}

function clamp(value: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(value)))
}

/** The pace that a service tells in its headers; undefined where it tells none, or nonsense. */
export function toldPace(headers: ReadonlyMap<string, string>, fallback: Pace): Pace | undefined {
  const limit = whole(headers.get('x-rate-limit-limit'))
  const interval = /^(\d{1,4})(ms|s|m)?$/.exec(headers.get('x-rate-limit-interval')?.trim() ?? '')
  if (limit === undefined || interval === null) return undefined
  const unit = { ms: 1, s: 1000, m: 60_000 }[interval[2] ?? 's'] ?? 1000
  const concurrency = whole(headers.get('x-concurrency-limit')) ?? fallback.concurrency
  return { limit, intervalMs: Number(interval[1]) * unit, concurrency }
}

/** A number from 1 to 9999, alone: two values or a huge one are no promise to rely on. */
function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text.trim()) : undefined
}
