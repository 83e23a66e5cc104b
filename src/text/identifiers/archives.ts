import type { FoundIdentifier, Scheme } from './types.ts'

const ARXIV_ID =
  /^(?:arxiv:\s?|https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/)?(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf)?$/i

/** An arXiv identifier without prefix and version, archive names in lower case; undefined for anything else. */
export function normaliseArxiv(text: string): string | undefined {
  return ARXIV_ID.exec(text.trim().slice(0, 100))?.[1]?.toLowerCase()
}

/** The digits of a PubMed number. */
export function normalisePmid(text: string): string | undefined {
  return /^(?:pmid:?\s?)?0{0,7}([1-9]\d{0,7})$/i.exec(text.trim().slice(0, 40))?.[1]
}

/** `PMC` and digits. */
export function normalisePmcid(text: string): string | undefined {
  const digits = /^(?:pmcid:?\s?)?(?:pmc)?\s?(\d{1,9})$/i.exec(text.trim().slice(0, 40))?.[1]
  return digits === undefined ? undefined : `PMC${digits}`
}

const PATTERNS: readonly {
  readonly scheme: Scheme
  readonly pattern: RegExp
  readonly normalise: (text: string) => string | undefined
}[] = [
  {
    scheme: 'arxiv',
    pattern:
      /(?<![\p{L}\p{N}])(?:arxiv[:\s]{1,3}|arxiv\.org\/(?:abs|pdf|html)\/)(\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7}(?:v\d{1,3})?)(?!\d)/giu,
    normalise: normaliseArxiv,
  },
  {
    scheme: 'pmid',
    pattern:
      /(?<![\p{L}\p{N}])(?:PMID[:\s]{0,3}|pubmed\.ncbi\.nlm\.nih\.gov\/|ncbi\.nlm\.nih\.gov\/pubmed\/)(\d{1,8})(?!\d)/giu,
    normalise: normalisePmid,
  },
  {
    scheme: 'pmcid',
    pattern: /(?<![\p{L}\p{N}])(?:PMCID[:\s]{0,3})?(PMC\d{3,9})(?![\p{L}\p{N}])/giu,
    normalise: normalisePmcid,
  },
]

/** arXiv, PubMed and PubMed Central identifiers that say what they are. */
export function findArchived(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  for (const { scheme, pattern, normalise } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = normalise(match[1] as string)
      if (value === undefined) continue
      found.push({ scheme, start: match.index, end: match.index + match[0].length, value, damages: [] })
    }
  }
  return found
}
