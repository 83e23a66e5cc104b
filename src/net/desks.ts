import type { WorkRecord } from '../model/query.ts'
import { arxivRequest, LARGEST_ARXIV_BATCH, readArxiv } from '../registries/arxiv.ts'
import {
  batchSize,
  type CrossrefWork,
  crossrefBatch,
  crossrefSingle,
  isRejected,
  readCrossrefBatch,
  readCrossrefSingle,
} from '../registries/crossref.ts'
import {
  dataciteBatch,
  dataciteSingle,
  LARGEST_DATACITE_BATCH,
  readDataciteBatch,
  readDataciteSingle,
} from '../registries/datacite.ts'
import { type Agency, agenciesRequest, LARGEST_AGENCY_BATCH, readAgencies } from '../registries/doi-org.ts'
import { type Bases, type Reading, type Reply, unread } from '../registries/exchange.ts'
import {
  type Converted,
  converterRequest,
  LARGEST_PUBMED_BATCH,
  pubmedRequest,
  readConverter,
  readPubmed,
} from '../registries/pubmed.ts'
import type { BatchKind } from './batch.ts'
import type { Fetched } from './fetched.ts'

/** The services that answer many questions at once. Keys are DOIs and ids as the service gives them back. */
export interface Desks {
  readonly crossref: BatchKind<CrossrefWork>
  /** for DOIs that fit into no list */
  readonly crossrefAlone: BatchKind<CrossrefWork>
  readonly agencies: BatchKind<Agency>
  readonly datacite: BatchKind<WorkRecord>
  readonly pubmed: BatchKind<WorkRecord>
  readonly converter: BatchKind<Converted>
  readonly arxiv: BatchKind<WorkRecord>
}

/** The list of fields was refused; the same question may be put again and asks for whole records. */
export const FIELDS_REJECTED = 'fields-rejected'
/** A DOI of the list was too much for the service: each is to be asked for alone. */
export const LIST_REJECTED = 'list-rejected'

export function replyOf({ status, type, text }: Fetched): Reply {
  return { status, type, text: text ?? '' }
}

export function desksOf(bases: Bases, mailto: string | undefined): Desks {
  // until the service refuses our list of fields: then it sends whole records
  let isSlim = true
  const alone = (doi: string, fetched: Fetched): ReadonlyMap<string, Reading<CrossrefWork>> =>
    new Map([[doi, readCrossrefSingle(replyOf(fetched), doi)]])
  return {
    crossref: {
      size: batchSize,
      request: (dois, form) =>
        form === 'single'
          ? crossrefSingle(bases.crossref, dois[0] as string)
          : crossrefBatch(bases.crossref, dois, isSlim),
      read(fetched, dois, form) {
        const reply = replyOf(fetched)
        if (form === 'single') return alone(dois[0] as string, fetched)
        if (isRejected(reply)) {
          const detail = isSlim ? FIELDS_REJECTED : LIST_REJECTED
          isSlim = false
          return new Map(dois.map((doi) => [doi, unread('failed', detail)]))
        }
        return readCrossrefBatch(reply, dois)
      },
    },
    crossrefAlone: {
      size: () => 1,
      request: ([doi = '']) => crossrefSingle(bases.crossref, doi),
      read: (fetched, [doi = '']) => alone(doi, fetched),
    },
    agencies: {
      size: (dois) => fitting(dois, LARGEST_AGENCY_BATCH),
      request: (dois) => agenciesRequest(bases['doi.org'], dois),
      read: (fetched, dois) => readAgencies(replyOf(fetched), dois),
    },
    datacite: {
      size: (dois) => fitting(dois, LARGEST_DATACITE_BATCH),
      request: (dois, form) =>
        form === 'single' ? dataciteSingle(bases.datacite, dois[0] as string) : dataciteBatch(bases.datacite, dois),
      read(fetched, dois, form) {
        const [doi = ''] = dois
        const reply = replyOf(fetched)
        return form === 'single' ? new Map([[doi, readDataciteSingle(reply, doi)]]) : readDataciteBatch(reply, dois)
      },
    },
    pubmed: {
      size: (ids) => fitting(ids, LARGEST_PUBMED_BATCH),
      request: (ids) => pubmedRequest(bases.pubmed, ids, mailto),
      read: (fetched, ids) => readPubmed(replyOf(fetched), ids),
    },
    converter: {
      size: (ids) => fitting(ids, LARGEST_PUBMED_BATCH),
      request: (ids) => converterRequest(bases.pmc, ids, mailto),
      read: (fetched, ids) => readConverter(replyOf(fetched), ids),
    },
    arxiv: {
      size: (ids) => fitting(ids, LARGEST_ARXIV_BATCH),
      request: (ids) => arxivRequest(bases.arxiv, ids),
      read: (fetched, ids) => readArxiv(replyOf(fetched), ids),
    },
  }
}

const LONGEST_LIST = 4000

function fitting(keys: readonly string[], most: number): number {
  let length = 0
  for (const [index, key] of keys.entries()) {
    length += key.length * 1.2 + 1
    if (index === most || length > LONGEST_LIST) return Math.max(1, index)
  }
  return keys.length
}
