import type { Reading, Request, Unread } from '../registries/exchange.ts'
import type { Fetched } from './fetched.ts'
import type { Net } from './net.ts'

/** How a service answers many questions with one request. */
export interface BatchKind<Value> {
  /** how many of these, from the first, fit into one request */
  readonly size: (keys: readonly string[]) => number
  /** `single` for one key alone; a turn that was taken for a list is used for one */
  readonly request: (keys: readonly string[], form: Request['kind']) => Request
  readonly read: (
    fetched: Fetched,
    keys: readonly string[],
    form: Request['kind'],
  ) => ReadonlyMap<string, Reading<Value>>
}

/** So long questions are collected before the first request is got ready, in ms. */
const COLLECT_MS = 25

/**
 * Collects questions and sends them together. A request is made when its turn at the service has come, of whatever waits
 * then; each question goes out once.
 */
export class Batch<Value> {
  readonly #net: Net
  readonly #kind: BatchKind<Value>
  readonly #waiting = new Map<string, (reading: Reading<Value>) => void>()
  readonly #asked = new Map<string, Promise<Reading<Value>>>()
  /** requests that are being sent or wait for their turn */
  #scheduled = 0
  #isCollecting = false

  constructor(net: Net, kind: BatchKind<Value>) {
    this.#net = net
    this.#kind = kind
  }

  get(key: string): Promise<Reading<Value>> {
    const known = this.#asked.get(key)
    if (known !== undefined) return known
    const asked = new Promise<Reading<Value>>((resolve) => {
      this.#waiting.set(key, resolve)
    }).finally(() => this.#asked.delete(key))
    this.#asked.set(key, asked)
    void this.#collect()
    return asked
  }

  async #collect(): Promise<void> {
    if (this.#isCollecting) return
    this.#isCollecting = true
    await this.#net.clock.sleep(COLLECT_MS)
    this.#isCollecting = false
    this.#schedule()
  }

  #schedule(): void {
    const keys = [...this.#waiting.keys()]
    let needed = 0
    for (let at = 0; at < keys.length; needed++) at += this.#kind.size(keys.slice(at, at + 500))
    for (let more = needed - this.#scheduled; more > 0; more--) {
      this.#scheduled++
      const first = keys.slice(0, this.#kind.size(keys.slice(0, 500)))
      void this.#sendOne(this.#kind.request(first, keys.length === 1 ? 'single' : 'list'))
    }
  }

  async #sendOne(like: Request): Promise<void> {
    let taken: readonly string[] = []
    const resolvers = new Map<string, (reading: Reading<Value>) => void>()
    const make = (): Request | undefined => {
      this.#scheduled--
      const keys = [...this.#waiting.keys()].slice(0, 500)
      taken = keys.slice(0, like.kind === 'single' ? 1 : this.#kind.size(keys))
      for (const key of taken) {
        resolvers.set(key, this.#waiting.get(key) as (reading: Reading<Value>) => void)
        this.#waiting.delete(key)
      }
      return taken.length === 0 ? undefined : this.#kind.request(taken, like.kind)
    }
    const result = await this.#net.fetch(like, make)
    const readings = result.state === 'reply' ? this.#kind.read(result, taken, like.kind) : undefined
    const rest: Unread = result.state === 'unknown' ? result : { state: 'unknown', why: 'failed', detail: 'bad-answer' }
    for (const [key, resolve] of resolvers) resolve(readings?.get(key) ?? rest)
    if (this.#waiting.size > 0) this.#schedule()
  }
}
