import type { Reference } from '../../model/reference.ts'
import { type Html, html, outward, own } from './markup.ts'

type Scheme = keyof Reference['identifiers']

/** Where an identifier leads; those without an address are shown as they are. */
const addresses: readonly (readonly [scheme: Scheme, name: string, address?: (value: string) => string])[] = [
  ['doi', 'DOI', (value) => `https://doi.org/${encodePath(value)}`],
  ['arxiv', 'arXiv', (value) => `https://arxiv.org/abs/${encodePath(value)}`],
  ['pmid', 'PMID', (value) => `https://pubmed.ncbi.nlm.nih.gov/${encodePath(value)}/`],
  ['pmcid', 'PMCID', (value) => `https://pmc.ncbi.nlm.nih.gov/articles/${encodePath(value)}/`],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['url', 'URL', (value) => value],
]

/** The identifiers of a reference as links, the address last and only where no DOI leads there already. */
export function identifierChips({ identifiers }: Reference): readonly Html[] {
  return addresses.flatMap(([scheme, name, address]) => {
    const value = identifiers[scheme]
    if (value === undefined || (scheme === 'url' && leadsThere(value, identifiers.doi))) return []
    return [
      html`<span class="chip id"><span class="scheme">${name}</span> ${address === undefined ? own(value) : outward(address(value), value)}</span>`,
    ]
  })
}

function leadsThere(url: string, doi: string | undefined): boolean {
  return doi !== undefined && url.toLowerCase().includes(doi.toLowerCase())
}

/** Encodes what a path may not hold but leaves the slashes of a DOI. */
function encodePath(value: string): string {
  return value
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
