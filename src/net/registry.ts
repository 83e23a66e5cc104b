import { type AnyAnswer, type LinkQuery, type Query, type Registry, storeKey, type WorkRecord } from '../model/query.ts'
import type { AnswerStore } from '../model/store.ts'
import { arxivOfDoi, earlierVersions, withoutVersion } from '../registries/arxiv.ts'
import { askedDoi } from '../registries/asked-doi.ts'
import type { CrossrefWork } from '../registries/crossref.ts'
import { crossrefSearch, fitsBatch, readCrossrefSearch } from '../registries/crossref.ts'
import { handleRequest, negotiationRequest, readHandle, readNegotiated } from '../registries/doi-org.ts'
import { BASES, type Bases, type Reading, type Request, unread } from '../registries/exchange.ts'
import { openalexRequest, readOpenalex } from '../registries/openalex.ts'
import { type Inquiry, nextStep, type Outcome, type Step } from '../registries/routing.ts'
import { freshnessOf, keptAnswer } from './ages.ts'
import { Batch } from './batch.ts'
import { desksOf, FIELDS_REJECTED, LIST_REJECTED, replyOf } from './desks.ts'
import { LinkChecker } from './links.ts'
import { memoryStore } from './memory-store.ts'
import { Net, type NetOptions } from './net.ts'

export interface RegistryOptions extends NetOptions {
  /** what was learnt before and is kept; without one, for this run only */
  readonly store?: AnswerStore | undefined
  readonly maxAgeDays?: number | undefined
  /** ask again, whatever is kept */
  readonly refresh?: boolean | undefined
  /** OpenAlex is asked only by those who have a key of theirs */
  readonly openalexKey?: string | undefined
  readonly bases?: Partial<Bases> | undefined
  /** `false`: the registries alone are asked, no address of a manuscript is fetched */
  readonly links?: boolean | undefined
}

export interface OnlineRegistry extends Registry {
  /** what the user should know of the run as a whole */
  notes(): readonly string[]
  close(): Promise<void>
}

/** Answers from what is kept, then from the registries and the web. Sends DOIs, ids, URLs and single references, nothing else. */
export function createRegistry(options: RegistryOptions): OnlineRegistry {
  const net = new Net(options)
  const store = options.store ?? memoryStore(net.clock)
  const inquirer = new Inquirer(net, { ...BASES, ...options.bases }, store, options)
  const underWay = new Map<string, Promise<AnyAnswer>>()
  /** questions that this run has put: not put again, neither with `refresh` nor because nobody knew */
  const put = new Map<string, AnyAnswer | undefined>()

  async function answer(query: Query, key: string): Promise<AnyAnswer> {
    const kept = store.read(key)
    const freshness = freshnessOf(query, kept, net.clock.now(), options.maxAgeDays)
    const old = freshness === 'none' ? undefined : keptAnswer(kept)
    if (put.has(key)) return put.get(key) ?? old ?? unread('failed')
    if (old !== undefined && freshness === 'fresh' && options.refresh !== true) return old
    const outcome = await inquirer.ask(query)
    if (outcome.state === 'unknown') {
      put.set(key, old ?? outcome)
      return old ?? outcome
    }
    const asOf = new Date(net.clock.now()).toISOString().slice(0, 10)
    const learnt = { ...outcome, asOf } as AnyAnswer
    store.write(key, learnt)
    put.set(key, undefined)
    return learnt
  }

  return {
    ask: (queries) =>
      Promise.all(
        queries.map((query) => {
          const key = storeKey(query)
          const known = underWay.get(key)
          if (known !== undefined) return known
          const asked = answer(query, key)
            .catch((): AnyAnswer => unread('failed', 'internal'))
            .finally(() => underWay.delete(key))
          underWay.set(key, asked)
          return asked
        }),
      ),
    notes: () => net.notes(),
    close: () => net.close(),
  }
}

type AnyOutcome = Outcome | { readonly state: 'found'; readonly value: object; readonly source: string }

/** Puts one question after the other to whoever may know. */
class Inquirer {
  readonly #net: Net
  readonly #bases: Bases
  readonly #options: RegistryOptions
  readonly #links: LinkChecker
  readonly #batches: ReturnType<typeof batchesOf>

  constructor(net: Net, bases: Bases, store: AnswerStore, options: RegistryOptions) {
    this.#net = net
    this.#bases = bases
    this.#options = options
    this.#links = new LinkChecker(net, bases, store)
    this.#batches = batchesOf(net, bases, options.mailto)
  }

  async ask(query: Query): Promise<AnyOutcome> {
    switch (query.kind) {
      case 'work':
        return this.#work(query.doi)
      case 'search':
        return this.#search(query.text)
      case 'link':
        return this.#link(query)
      case 'identifier':
        return this.#identifier(query.scheme, query.value)
    }
  }

  async #work(written: string, isPrimary = false): Promise<Outcome> {
    const doi = askedDoi(written)
    if (doi === undefined) return unread('unsupported', 'not-a-doi')
    const arxiv = arxivOfDoi(doi)
    if (arxiv !== undefined) {
      // arXiv knows all versions and what the authors say of them; DataCite has the newest title alone
      const reading = await this.#arxiv(arxiv)
      if (reading.state === 'found') return { ...reading, source: 'arXiv' }
    }
    let known: Inquiry = { doi }
    for (;;) {
      const step = nextStep(known)
      if ('state' in step) return this.#withHint(step, doi)
      // an alias of an alias is not followed further
      if (step.ask === 'primary' && isPrimary) return unread('failed', 'alias-loop')
      known = { ...known, ...(await this.#take(step, known)) }
    }
  }

  async #take(step: Exclude<Step, Outcome>, { doi, agency }: Inquiry): Promise<Partial<Inquiry>> {
    const base = this.#bases['doi.org']
    switch (step.ask) {
      case 'crossref':
        return { crossref: await this.#crossref(doi) }
      case 'agency':
        return { agency: await this.#batches.agencies.get(doi) }
      case 'datacite':
        return { datacite: await this.#batches.datacite.get(doi) }
      case 'handle':
        return { handle: await this.#read(handleRequest(base, doi), (reply) => readHandle(reply, doi)) }
      case 'negotiation': {
        const name = agency?.state === 'found' && typeof agency.value === 'object' ? agency.value.name : 'doi.org'
        const read = await this.#read(negotiationRequest(base, doi), (reply) => readNegotiated(reply, doi, name))
        return { negotiated: read }
      }
      case 'primary': {
        const outcome = await this.#work(step.doi, true)
        return { primary: outcome.state === 'unknown' ? outcome : { ...outcome, asOf: '' } }
      }
    }
  }

  async #crossref(doi: string): Promise<Reading<CrossrefWork>> {
    if (!fitsBatch(doi)) return this.#batches.crossrefAlone.get(doi)
    const isRefused = (reading: Reading<CrossrefWork>, detail: string): boolean =>
      reading.state === 'unknown' && reading.detail === detail
    let reading = await this.#batches.crossref.get(doi)
    if (isRefused(reading, FIELDS_REJECTED)) reading = await this.#batches.crossref.get(doi)
    // the other DOIs of a list must not suffer for one
    return isRefused(reading, LIST_REJECTED) ? this.#batches.crossrefAlone.get(doi) : reading
  }

  async #withHint(outcome: Outcome, doi: string): Promise<Outcome> {
    const { openalexKey } = this.#options
    if (openalexKey === undefined || outcome.state !== 'found') return outcome
    const request = openalexRequest(this.#bases.openalex, doi, openalexKey)
    const hint = await this.#read(request, (reply) => readOpenalex(reply, doi))
    if (hint.state !== 'found' || !hint.value.isRetracted) return outcome
    return { ...outcome, value: { ...outcome.value, hints: ['OpenAlex'] } }
  }

  async #search(text: string): Promise<AnyOutcome> {
    const reading = await this.#read(crossrefSearch(this.#bases.crossref, text), readCrossrefSearch)
    return reading.state === 'unknown' ? reading : { ...reading, source: 'Crossref' }
  }

  async #link(query: LinkQuery): Promise<AnyOutcome> {
    if (this.#options.links === false) return unread('unsupported', 'untrusted')
    const answer = await this.#links.check(query)
    return answer.state === 'unknown' ? answer : { ...answer, source: hostOf(query.url) }
  }

  async #identifier(scheme: string, value: string): Promise<AnyOutcome> {
    if (scheme === 'arxiv') return sourced(await this.#arxiv(value), 'arXiv')
    if (scheme === 'pmid') return sourced(await this.#batches.pubmed.get(value), 'PubMed')
    if (scheme !== 'pmcid') return unread('unsupported', scheme)
    const converted = await this.#batches.converter.get(value.toUpperCase())
    if (converted.state !== 'found') return unread('unsupported', 'not-in-pmc')
    const { pmid, doi } = converted.value
    if (pmid !== undefined) return sourced(await this.#batches.pubmed.get(pmid), 'PubMed')
    return doi === undefined ? unread('unsupported', 'not-in-pmc') : this.#work(doi)
  }

  /** The newest version with the titles of those before it. */
  async #arxiv(id: string): Promise<Reading<WorkRecord>> {
    const newest = await this.#batches.arxiv.get(id)
    if (newest.state !== 'found' || withoutVersion(id) !== id) return newest
    const earlier = await Promise.all(earlierVersions(id, newest.value).map((one) => this.#batches.arxiv.get(one)))
    const records = [newest, ...earlier].flatMap((reading) => (reading.state === 'found' ? [reading.value] : []))
    const titles = [...new Set(records.flatMap((record) => record.titles ?? []))]
    const years = [...new Set(records.flatMap((record) => record.years ?? []))].sort((left, right) => left - right)
    return { state: 'found', value: { ...newest.value, titles, years } }
  }

  async #read<Value>(
    request: Request,
    read: (reply: ReturnType<typeof replyOf>) => Reading<Value>,
  ): Promise<Reading<Value>> {
    const result = await this.#net.fetch(request)
    return result.state === 'unknown' ? result : read(replyOf(result))
  }
}

function batchesOf(net: Net, bases: Bases, mailto: string | undefined) {
  const desks = desksOf(bases, mailto)
  return {
    crossref: new Batch(net, desks.crossref),
    crossrefAlone: new Batch(net, desks.crossrefAlone),
    agencies: new Batch(net, desks.agencies),
    datacite: new Batch(net, desks.datacite),
    pubmed: new Batch(net, desks.pubmed),
    converter: new Batch(net, desks.converter),
    arxiv: new Batch(net, desks.arxiv),
  }
}

function sourced<Value extends object>(reading: Reading<Value>, source: string): AnyOutcome {
  return reading.state === 'unknown' ? reading : { ...reading, source }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return 'web'
  }
}
