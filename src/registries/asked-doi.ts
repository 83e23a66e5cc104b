import { normaliseDoi } from '../text/identifiers/index.ts'

/** The form of a DOI that services and keys have; undefined for fillers and for what only looks like a DOI. */
export function askedDoi(written: string): string | undefined {
  const doi = normaliseDoi(written)?.toLowerCase()
  return doi === undefined || /^10\.0+\//.test(doi) ? undefined : doi
}
