import pLimit, { type LimitFunction } from 'p-limit'
import { type Request, type Unread, unread } from '../registries/exchange.ts'
import { type Clock, systemClock } from './clock.ts'
import { guardedConnector, type Resolve, systemResolve } from './connect.ts'
import { registrableDomain } from './domain.ts'
import { type Fetched, fetchedOf, locationOf } from './fetched.ts'
import { Governor, type Turns, toldPace } from './governor.ts'
import { sendHop } from './hop.ts'
import { Lines } from './lines.ts'
import { type Guard, publicGuard, refusalOf } from './public-address.ts'
import { backoffMs, retryAfterMs } from './retry.ts'
import { governorKey, limitsOf, PACES } from './services.ts'
import { isPassing, NetTrouble, troubleOf } from './trouble.ts'

export interface NetOptions {
  /** `citelint/1.2.3` */
  readonly agent: string
  /** who asks: services that know it serve faster and can write before they block */
  readonly mailto?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** only when the user names one: the guard then cannot see where a name leads, and judges names and literals alone */
  readonly proxy?: string | undefined
  /** places that other processes of this user take too */
  readonly turns?: Turns | undefined
  /** who may be talked to; the default is the public internet. Only tests bring another. */
  readonly guard?: Guard | undefined
  readonly resolve?: Resolve | undefined
  readonly clock?: Clock | undefined
  readonly deadlineMs?: number | undefined
  /** the longest that a request may be on its way to the server */
  readonly transitMs?: number | undefined
  /** the longest that one request may wait because a service asked for it */
  readonly patienceMs?: number | undefined
}

const ATTEMPTS = 3
const PATIENCE_MS = 60_000
const MOST_AT_ONCE = 16
/** A host that failed so often in a row is not asked again in this run. */
const CIRCUIT = 5
/** So many different hosts without one answer: there is no network. */
const DEAD_HOSTS = 4
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const RETRIED: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** The one door to the network: polite, guarded, patient, and it never throws. */
export class Net {
  readonly clock: Clock
  readonly #options: NetOptions
  readonly #guard: Guard
  readonly #resolve: Resolve
  readonly #lines: Lines
  readonly #all: LimitFunction = pLimit(MOST_AT_ONCE)
  readonly #governors = new Map<string, Governor>()
  readonly #closed = new Map<string, Unread>()
  readonly #failures = new Map<string, number>()
  readonly #heard = new Set<string>()
  readonly #silent = new Set<string>()
  readonly #notes = new Set<string>()

  constructor(options: NetOptions) {
    this.#options = options
    this.clock = options.clock ?? systemClock
    this.#guard = options.guard ?? publicGuard
    this.#resolve = options.resolve ?? systemResolve
    this.#lines = new Lines(guardedConnector(this.#guard, this.#resolve), options.proxy)
  }

  /** What the user should know of the run as a whole, each said once. */
  notes(): readonly string[] {
    return [...this.#notes]
  }

  /** Has some host of another domain answered in this run? Only then a missing page or name means anything. */
  hasHeardOthers(hostname: string): boolean {
    const own = registrableDomain(hostname)
    return [...this.#heard].some((domain) => domain !== own)
  }

  /** Is this name known to the DNS? Undefined where nobody can say. */
  async isName(name: string): Promise<boolean | undefined> {
    try {
      return (await this.#resolve(name)).length > 0
    } catch (error) {
      return troubleOf(error).unread.detail === 'no-such-host' ? false : undefined
    }
  }

  /** Waits, unless the run is stopped. */
  pause(ms: number): Promise<void> {
    return this.clock.sleep(ms, this.#options.signal)
  }

  async close(): Promise<void> {
    await this.#lines.close()
  }

  /**
   * Sends a request when its turn has come, again where that may help. `make` is called then, once: a batch takes what is
   * waiting at that moment; where it gives nothing, nothing is sent.
   */
  async fetch(key: Request, make: () => Request | undefined = () => key): Promise<Fetched | Unread> {
    const governor = this.#governorOf(key)
    let request: Request | undefined
    let last: Fetched | Unread = unread('not-asked', 'interrupted')
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const closed = this.#closedFor(key)
      if (closed !== undefined) {
        // whoever waits must be told: the batch is taken, and not sent
        if (request === undefined) make()
        return closed
      }
      if (governor.pausedMs() > this.#patience) {
        if (request === undefined) make()
        return unread('rate-limited', 'long-pause')
      }
      const result = await governor.run(async (answered) => {
        request ??= make()
        if (request === undefined) return undefined
        const made = request
        const send = async (): Promise<Fetched | Unread> =>
          this.#closedFor(key) ?? (await this.#send(made, governor, answered))
        return key.service === 'web' ? this.#all(send) : send()
      }, this.#options.signal)
      if (result === undefined) return unread('not-asked')
      last = result
      if (!this.#shouldRetry(key, governor, result)) break
      if (attempt + 1 < ATTEMPTS) await this.clock.sleep(backoffMs(attempt, this.clock), this.#options.signal)
    }
    return last
  }

  get #patience(): number {
    return this.#options.patienceMs ?? PATIENCE_MS
  }

  #governorOf(request: Request): Governor {
    const key = governorKey(request)
    let governor = this.#governors.get(key)
    if (governor === undefined) {
      const { turns, mailto } = this.#options
      const paces = PACES[request.service]
      const pace = ((mailto === undefined ? undefined : paces.named) ?? paces)[request.kind]
      governor = new Governor(
        pace,
        this.clock,
        turns === undefined ? undefined : { key, turns },
        this.#options.transitMs,
      )
      this.#governors.set(key, governor)
    }
    return governor
  }

  #closedFor(request: Request): Unread | undefined {
    if (this.#options.signal?.aborted) return unread('not-asked', 'interrupted')
    // registries are still tried: one that answers proves the network
    const isDown = this.#heard.size === 0 && this.#silent.size >= DEAD_HOSTS
    if (isDown && request.service === 'web') return unread('offline', 'no-network')
    return this.#closed.get(circuitKey(request))
  }

  #shouldRetry(request: Request, governor: Governor, result: Fetched | Unread): boolean {
    if (result.state === 'unknown') return isPassing(result)
    if (!RETRIED.has(result.status)) return false
    const wait = retryAfterMs(result.headers.get('retry-after'), this.clock.now())
    if (wait === undefined) return true
    if (wait > this.#patience) {
      if (request.service !== 'web')
        this.#close(request, unread('rate-limited', 'long-pause'), 'asked for a longer pause than a run takes')
      else governor.pauseUntil(this.clock.now() + wait)
      return false
    }
    governor.pauseUntil(this.clock.now() + wait + this.clock.random() * 500)
    return true
  }

  async #send(request: Request, governor: Governor, answered: () => void): Promise<Fetched | Unread> {
    const circuit = circuitKey(request)
    try {
      const fetched = await this.#follow(request, answered)
      this.#hear(request, fetched, governor)
      return fetched
    } catch (error) {
      const { unread: trouble } = troubleOf(error)
      const isOurs = trouble.why === 'refused' || trouble.why === 'not-asked'
      if (!isOurs) {
        this.#silent.add(registrableDomain(new URL(request.url).hostname))
        this.#fail(request, circuit, trouble)
      }
      return trouble
    }
  }

  #hear(request: Request, { status, headers, finalUrl }: Fetched, governor: Governor): void {
    const circuit = circuitKey(request)
    this.#heard.add(registrableDomain(new URL(finalUrl).hostname))
    const told = toldPace(headers, governor.pace)
    if (told !== undefined && request.service !== 'web') governor.adopt(told)
    const pool = headers.get('x-api-pool') ?? ''
    if (this.#options.mailto !== undefined && request.service === 'crossref' && pool.startsWith('public')) {
      this.#notes.add('Crossref did not recognise --mailto and serves at the public pace')
    }
    if (status === 403 && request.service !== 'web') {
      this.#close(request, unread('blocked'), 'refuses to answer (HTTP 403) and is not asked again in this run')
    }
    if (status >= 500) this.#fail(request, circuit, unread('failed', 'server-error'))
    else this.#failures.delete(circuit)
  }

  #fail(request: Request, circuit: string, trouble: Unread): void {
    const count = (this.#failures.get(circuit) ?? 0) + 1
    this.#failures.set(circuit, count)
    if (count >= CIRCUIT) this.#close(request, trouble, 'failed again and again and is not asked again in this run')
  }

  #close(request: Request, reason: Unread, words: string): void {
    this.#closed.set(circuitKey(request), reason)
    if (request.service !== 'web') this.#notes.add(`${request.service} ${words}`)
  }

  async #follow(request: Request, answered: () => void): Promise<Fetched> {
    const { accept, secrets = {} } = request
    const { largest, beyond, deadlineMs, redirects } = limitsOf(request)
    const { agent, mailto, signal } = this.#options
    const first = new URL(request.url)
    const end = performance.now() + (this.#options.deadlineMs ?? deadlineMs)
    const hops: { status: number; url: string }[] = []
    const seen = new Set<string>()
    for (let url = first; ; ) {
      const refusal = refusalOf(url, this.#guard)
      if (refusal !== undefined) throw new NetTrouble('refused', hops.length === 0 ? refusal : 'unsafe-redirect')
      if (seen.has(url.href)) throw new NetTrouble('failed', 'redirect-loop')
      seen.add(url.href)
      const headers = {
        accept,
        'user-agent': mailto === undefined ? agent : `${agent} (mailto:${mailto})`,
        ...(url.origin === first.origin ? secrets : {}),
      }
      const hop = await sendHop(this.#lines, {
        url,
        headers,
        largest,
        beyond,
        deadlineMs: Math.max(1, end - performance.now()),
        signal,
        onHead: answered,
      }).catch((error) => {
        const trouble = troubleOf(error)
        throw trouble.unread.why === 'refused' && hops.length > 0
          ? new NetTrouble('refused', 'unsafe-redirect')
          : trouble
      })
      const target = REDIRECTS.has(hop.status) ? locationOf(hop, url) : undefined
      if (target === undefined) return fetchedOf(hop, url, hops)
      if (hops.length === redirects) throw new NetTrouble('failed', 'too-many-redirects')
      hops.push({ status: hop.status, url: url.href })
      url = target
    }
  }
}

/** A service as a whole, or a domain of the web. */
function circuitKey(request: Request): string {
  return request.service === 'web' ? governorKey(request) : request.service
}
