import type { LinkQuery, LinkRecord, LinkSign } from '../model/query.ts'
import type { AnswerStore } from '../model/store.ts'
import { handleRequest, readHandle } from '../registries/doi-org.ts'
import { type Bases, type Unread, unread } from '../registries/exchange.ts'
import { readWayback, waybackRequest } from '../registries/wayback.ts'
import { digest } from '../text/digest.ts'
import { registrableDomain } from './domain.ts'
import type { Fetched } from './fetched.ts'
import type { Net } from './net.ts'
import { isChallenge, isLogin, looksMissing, looksParked, titleOf } from './page.ts'
import { pageRequest, pageUrl } from './page-request.ts'
import { isShrugged, skipOf } from './quirks.ts'

export type LinkAnswer = { readonly state: 'found'; readonly value: LinkRecord } | Unread

/** A page may be asked again after this. */
const SECOND_LOOK_MS = 5000
/** Server errors count as dead after so many different days. */
const DAYS_OF_FAILURE = 3
/** The DOI handbook: as long as it is there, the net is. */
const CONTROL_DOI = '10.1000/182'

const SIGNS: Readonly<Record<number, Unread>> = {
  ...Object.fromEntries([403, 406, 409, 418, 423, 999].map((status) => [status, unread('blocked', `http-${status}`)])),
  429: unread('rate-limited', 'http-429'),
  451: unread('blocked', 'legal'),
}

/** What can be known of a page: a verdict only where several looks agree, otherwise why there is none. */
export class LinkChecker {
  readonly #net: Net
  readonly #bases: Bases
  readonly #store: AnswerStore | undefined
  readonly #looks = new Map<string, Promise<LinkAnswer>>()
  #control: Promise<boolean> | undefined

  constructor(net: Net, bases: Bases, store: AnswerStore | undefined) {
    this.#net = net
    this.#bases = bases
    this.#store = store
  }

  async check({ url: written, accessed }: LinkQuery): Promise<LinkAnswer> {
    const url = pageUrl(written)
    if (url === undefined) return unread('unsupported', 'scheme')
    if (url.username !== '' || url.password !== '') return unread('refused', 'userinfo')
    const skip = skipOf(url)
    if (skip !== undefined) return unread('unsupported', skip)
    // one look, whatever the days of access
    const look = this.#looks.get(url.href) ?? this.#look(url)
    this.#looks.set(url.href, look)
    const looked = await look
    if (looked.state === 'unknown' || looked.value.verdict !== 'dead') return looked
    const archived = await this.#archived(written, accessed)
    return archived === undefined ? looked : { state: 'found', value: { ...looked.value, archived } }
  }

  async #look(url: URL): Promise<LinkAnswer> {
    const first = await this.#net.fetch(pageRequest(url))
    if (first.state === 'unknown') return this.#withoutReply(url, first)
    const { status } = first
    const final = new URL(first.finalUrl)
    if (status >= 200 && status < 300) return this.#living(url, final, first)
    if (status === 401 || status === 407) return found({ ...base(first), verdict: 'restricted' })
    if (isLogin(final) && final.href !== url.href) return found({ ...base(first), verdict: 'restricted' })
    const known = SIGNS[status]
    if (known !== undefined) return known
    if (isChallenge(titleOf(first.text), first.text) || first.headers.has('cf-mitigated'))
      return unread('blocked', 'challenge')
    if (isShrugged(final, status)) return unread('blocked', `http-${status}`)
    if (status === 410) return (await this.#isOnline(url)) ? dead(first, 'gone') : unread('failed', 'no-control')
    if (status === 404) return this.#missing(url, first)
    if (status >= 500) return this.#failing(url, first)
    return unread('failed', `http-${status}`)
  }

  #living(url: URL, final: URL, fetched: Fetched): LinkAnswer | Promise<LinkAnswer> {
    const title = titleOf(fetched.text)
    if (fetched.headers.has('cf-mitigated')) return unread('blocked', 'challenge')
    if (isLogin(final) && final.href !== url.href) return found({ ...base(fetched), verdict: 'restricted' })
    const signs: LinkSign[] = []
    const isOther = registrableDomain(final.hostname) !== registrableDomain(url.hostname)
    if (isOther) signs.push('other-domain')
    if (looksParked(title, fetched.text) && (isOther || (fetched.text?.length ?? 0) < 20_000)) signs.push('parked')
    const depth = (one: URL): number => one.pathname.split('/').filter(Boolean).length
    if (fetched.hops.length > 0 && depth(url) > 1 && depth(final) === 0) signs.push('redirected-to-home')
    const isPermanent = fetched.hops.length > 0 && fetched.hops.every(({ status }) => status === 301 || status === 308)
    const movedTo = isPermanent && signs.length === 0 ? { movedTo: final.href } : {}
    const record: LinkRecord = { ...base(fetched), verdict: 'alive', ...movedTo }
    if (looksMissing(title)) return this.#withSibling(final, fetched, record, signs)
    return found(signs.length === 0 ? record : { ...record, signs })
  }

  /** An address beside this one that nobody made: where it gives the same page, that page says “not found”. */
  async #withSibling(final: URL, fetched: Fetched, record: LinkRecord, signs: LinkSign[]): Promise<LinkAnswer> {
    const sibling = new URL(`./citelint-${digest(final.href)}`, final)
    const other = await this.#net.fetch(pageRequest(sibling))
    const isSame = other.state === 'reply' && other.status < 300 && titleOf(other.text) === titleOf(fetched.text)
    const all = isSame ? [...signs, 'soft-404' as const] : signs
    return found(all.length === 0 ? record : { ...record, signs: all })
  }

  /** 404 counts when it comes twice with a pause between, or came in an earlier run, and the net is there. */
  async #missing(url: URL, first: Fetched): Promise<LinkAnswer> {
    const earlier = this.#daysOf(url, 'missing')
    const today = this.#today()
    if (!earlier.some((day) => day !== today)) {
      await this.#net.pause(SECOND_LOOK_MS)
      const second = await this.#net.fetch(pageRequest(url))
      if (second.state === 'unknown') return second
      if (second.status >= 200 && second.status < 300) return this.#living(url, new URL(second.finalUrl), second)
      if (second.status !== 404 && second.status !== 410) return unread('failed', `http-${second.status}`)
    }
    if (!(await this.#isOnline(url))) return unread('failed', 'no-control')
    this.#noteDay(url, 'missing')
    return dead(first, 'not-found-twice')
  }

  #failing(url: URL, first: Fetched): LinkAnswer {
    const days = this.#noteDay(url, 'failing')
    return days.length >= DAYS_OF_FAILURE ? dead(first, 'failing-for-days') : unread('failed', `http-${first.status}`)
  }

  async #withoutReply(url: URL, trouble: Unread): Promise<LinkAnswer> {
    const none = { status: 0, finalUrl: url.href } as const
    if (trouble.detail === 'tls-problem') return found({ ...none, verdict: 'unsure', signs: ['tls-problem'] })
    if (trouble.detail !== 'no-such-host') return trouble
    const control = new URL(this.#bases['doi.org']).hostname
    const isNet = (await this.#net.isName(control)) === true && (await this.#isOnline(url))
    return isNet ? found({ ...none, verdict: 'dead', signs: ['no-such-host'] }) : trouble
  }

  /** Has another host answered in this run? If none was asked yet, one is. */
  async #isOnline({ hostname }: URL): Promise<boolean> {
    if (this.#net.hasHeardOthers(hostname)) return true
    this.#control ??= this.#net
      .fetch(handleRequest(this.#bases['doi.org'], CONTROL_DOI))
      .then(
        (reply) =>
          reply.state === 'reply' && readHandle({ ...reply, text: reply.text ?? '' }, CONTROL_DOI).state !== 'unknown',
      )
    return this.#control
  }

  async #archived(url: string, accessed: string | undefined): Promise<LinkRecord['archived']> {
    const reply = await this.#net.fetch(waybackRequest(this.#bases.wayback, url, accessed))
    if (reply.state === 'unknown') return undefined
    const reading = readWayback({ ...reply, text: reply.text ?? '' }, url)
    return reading.state === 'found' ? reading.value : undefined
  }

  #daysOf(url: URL, what: string): readonly string[] {
    const days = this.#store?.read(`days ${what} ${url.href}`)?.value
    return Array.isArray(days) ? days.filter((day) => typeof day === 'string') : []
  }

  #noteDay(url: URL, what: string): readonly string[] {
    const days = [...new Set([...this.#daysOf(url, what), this.#today()])]
    this.#store?.write(`days ${what} ${url.href}`, days)
    return days
  }

  #today(): string {
    return new Date(this.#net.clock.now()).toISOString().slice(0, 10)
  }
}

function base({ status, finalUrl, text }: Fetched): LinkRecord {
  const title = titleOf(text)
  return { status, finalUrl, ...(title === undefined ? {} : { title }) }
}

function found(value: LinkRecord): LinkAnswer {
  return { state: 'found', value }
}

function dead(fetched: Fetched, sign: LinkSign): LinkAnswer {
  return found({ ...base(fetched), verdict: 'dead', signs: [sign] })
}
