import { type buildConnector, Client, type Dispatcher, ProxyAgent } from 'undici'

/** A connection to an origin that can be ended without hurting any other. */
export interface Line {
  readonly origin: string
  readonly dispatcher: Dispatcher
  idleSince: number
}

const KEEP_ALIVE_MS = 10_000
const MOST_IDLE = 32
const LARGEST_HEADERS = 16 * 1024

/**
 * Lends lines, one request each at a time. Every line is a dispatcher of its own, because destroying that is the only thing
 * that ends a request to a proxy that stays silent: there neither timeouts nor signals are heard.
 */
export class Lines {
  readonly #connect: buildConnector.connector
  readonly #proxy: string | undefined
  #idle: Line[] = []
  readonly #lent = new Set<Line>()

  constructor(connect: buildConnector.connector, proxy: string | undefined) {
    this.#connect = connect
    this.#proxy = proxy
  }

  take(origin: string): Line {
    const at = this.#idle.findLastIndex((line) => line.origin === origin)
    const [line = this.#open(origin)] = at === -1 ? [] : this.#idle.splice(at, 1)
    this.#lent.add(line)
    return line
  }

  /** Gives a line back whose last answer was read to its end. */
  release(line: Line): void {
    if (!this.#lent.delete(line)) return
    line.idleSince = performance.now()
    this.#idle.push(line)
    const old = line.idleSince - KEEP_ALIVE_MS
    const kept = this.#idle.filter((one, index, all) => one.idleSince > old && index >= all.length - MOST_IDLE)
    for (const one of this.#idle) if (!kept.includes(one)) void one.dispatcher.destroy().catch(() => {})
    this.#idle = kept
  }

  /** Ends a line, whatever it does. */
  drop(line: Line): void {
    this.#lent.delete(line)
    void line.dispatcher.destroy().catch(() => {})
  }

  async close(): Promise<void> {
    const all = [...this.#idle, ...this.#lent]
    this.#idle = []
    this.#lent.clear()
    await Promise.all(all.map((line) => line.dispatcher.destroy().catch(() => {})))
  }

  #open(origin: string): Line {
    // time is kept by whoever sends: these would miss answers that drip
    const limits = {
      maxHeaderSize: LARGEST_HEADERS,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: KEEP_ALIVE_MS,
    }
    const dispatcher =
      this.#proxy === undefined
        ? new Client(origin, { ...limits, connect: this.#connect, pipelining: 1, allowH2: false })
        : new ProxyAgent({ ...limits, uri: this.#proxy, connections: 1, allowH2: false })
    return { origin, dispatcher, idleSince: 0 }
  }
}
