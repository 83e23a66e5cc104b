/** Identifiers as they stand in a typed reference. Check digits and registries are other rooms' business. */

const doiPattern = /10\.\d{4,9}\/[^\s"<>]+/

/** The DOI inside a token, without the marks that only follow it; undefined where there is none. */
export function readDoi(text: string): string | undefined {
  const found = doiPattern.exec(text.replace(/%2F/i, '/'))
  if (found === null) return undefined
  let doi = found[0].replace(/(?:PMID|PMCID|PMC\d|arXiv:|https?:).*$/, '')
  while (doi.length > 0 && '.,;:\'"*»”’]}'.includes(doi.at(-1) as string)) doi = doi.slice(0, -1)
  if (doi.endsWith(')') && !doi.includes('(')) doi = doi.slice(0, -1)
  return doi.length > 8 ? doi : undefined
}

/** A URL with the blanks that a line end left in it taken out. */
export function readUrl(text: string): string {
  let url = text.replace(/\s+/g, '')
  if (/^www\./i.test(url)) url = `http://${url}`
  while (url.length > 0 && '.,;:\'"*»”’]}>'.includes(url.at(-1) as string)) url = url.slice(0, -1)
  return url
}

export interface LooseIdentifiers {
  readonly ISBN?: string
  readonly ISSN?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly arxiv?: string
}

const isbn = /\bISBN(?:-1[03])?[:\s]{0,3}((?:97[89][-– ]?)?(?:\d[-– ]?){9}[\dXx])/i
const issn = /\be?-?ISSN[:\s]{0,3}(\d{4}[-–]\d{3}[\dXx])/i
const pmid = /\bPMID[:\s]{0,3}(\d{4,9})/i
const pmcid = /\b(PMC\d{4,9})\b/i
const arxiv =
  /\barXiv(?:\.org)?[:\s/]{0,3}(?:abs\/|preprint\s)?((?:[a-z-]+(?:\.[A-Z]{2})?\/)?\d{4}[.\d]\d{2,5}(?:v\d+)?)/i

/** Identifiers that carry their name with them, wherever they stand. */
export function looseIdentifiers(text: string): LooseIdentifiers {
  const book = isbn.exec(text)?.[1]?.replace(/[-– ]/g, '').toUpperCase()
  const serial = issn.exec(text)?.[1]?.replace('–', '-').toUpperCase()
  const medline = pmid.exec(text)?.[1]
  const central = pmcid.exec(text)?.[1]?.toUpperCase()
  const preprint = arxiv.exec(text)?.[1]
  return {
    ...(book === undefined ? {} : { ISBN: book }),
    ...(serial === undefined ? {} : { ISSN: serial }),
    ...(medline === undefined ? {} : { PMID: medline }),
    ...(central === undefined ? {} : { PMCID: central }),
    ...(preprint === undefined ? {} : { arxiv: preprint }),
  }
}
