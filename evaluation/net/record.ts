// Records what the registries answer today, for the day when their contracts are looked at again. Never run by tests or CI.
//   node scripts/run-ts.js evaluation/net/record.ts --mailto you@your.org --output DIR [DOI…]
// One file an answer: the request, the status, the headers that matter, the body, and the day. Slow on purpose: one at a time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { Net } from '../../src/net/net.ts'
import { arxivRequest } from '../../src/registries/arxiv.ts'
import { crossrefBatch, crossrefSearch, crossrefSingle } from '../../src/registries/crossref.ts'
import { dataciteSingle } from '../../src/registries/datacite.ts'
import { agenciesRequest, handleRequest, negotiationRequest } from '../../src/registries/doi-org.ts'
import { BASES, type Request } from '../../src/registries/exchange.ts'
import { converterRequest, pubmedRequest } from '../../src/registries/pubmed.ts'
import { waybackRequest } from '../../src/registries/wayback.ts'

const HEADERS = /^(?:content-type|retry-after|x-rate-limit|x-concurrency|x-api-pool|x-ratelimit|location|server|date)/

const { values, positionals } = parseArgs({
  options: { mailto: { type: 'string' }, output: { type: 'string', default: 'recorded' } },
  allowPositionals: true,
})
if (values.mailto === undefined) {
  console.error('usage: record.ts --mailto ADDRESS [--output DIR] [DOI…]')
  process.exit(2)
}

/** The DOI handbook, and DOIs of Crossref's test prefix. */
const dois = positionals.length > 0 ? positionals : ['10.1000/182', '10.5555/12345678', '10.5555/no-such-doi']
const requests: Readonly<Record<string, Request>> = {
  agencies: agenciesRequest(BASES['doi.org'], dois),
  'crossref-list': crossrefBatch(BASES.crossref, dois),
  'crossref-search': crossrefSearch(
    BASES.crossref,
    'Carberry, J. Toward a unified theory of high-energy metaphysics. 2008',
  ),
  'pubmed-summary': pubmedRequest(BASES.pubmed, ['1', '999999999'], values.mailto),
  'pmc-converter': converterRequest(BASES.pmc, ['PMC13900', 'PMC999999999'], values.mailto),
  arxiv: arxivRequest(BASES.arxiv, ['hep-th/9901001', '9999.99999']),
  wayback: waybackRequest(BASES.wayback, 'https://example.org/', '2020'),
  ...Object.fromEntries(
    dois.flatMap((doi, index) => [
      [`handle-${index}`, handleRequest(BASES['doi.org'], doi)],
      [`crossref-${index}`, crossrefSingle(BASES.crossref, doi)],
      [`datacite-${index}`, dataciteSingle(BASES.datacite, doi)],
      [`negotiation-${index}`, negotiationRequest(BASES['doi.org'], doi)],
    ]),
  ),
}

const net = new Net({ agent: 'citelint-recorder', mailto: values.mailto })
mkdirSync(values.output, { recursive: true })
for (const [name, request] of Object.entries(requests)) {
  const answer = await net.fetch(request)
  const headers = answer.state === 'reply' ? [...answer.headers].filter(([header]) => HEADERS.test(header)) : []
  const recorded = {
    recorded: new Date().toISOString().slice(0, 10),
    request: { url: request.url, accept: request.accept },
    ...(answer.state === 'reply'
      ? {
          status: answer.status,
          headers: Object.fromEntries(headers),
          finalUrl: answer.finalUrl,
          body: answer.text ?? null,
        }
      : { unknown: answer }),
  }
  writeFileSync(join(values.output, `${name}.json`), `${JSON.stringify(recorded, undefined, 2)}\n`)
  console.log(`${name}: ${answer.state === 'reply' ? answer.status : `${answer.why} ${answer.detail ?? ''}`}`)
}
await net.close()
for (const note of net.notes()) console.log(note)
