export type Scheme = 'doi' | 'isbn' | 'issn' | 'orcid' | 'arxiv' | 'pmid' | 'pmcid' | 'url'

/** What is wrong with an identifier as typed. */
export type DamageKind =
  | 'space-inside' // a space or line break
  | 'trailing-punctuation' // a field ends with a mark that is not part of it
  | 'page-for-doi' // pages stand where a DOI is announced
  | 'latex-escape' // `\_` where `_` is meant
  | 'lookalike-letter' // a Cyrillic or Greek letter, or O for 0
  | 'unicode-dash'
  | 'invisible-character'
  | 'doubled-prefix' // https://doi.org/https://doi.org/…
  | 'http-doi-mirror' // dx.doi.org, http://doi.org or another copy of the resolver
  | 'wrong-scheme' // htp://, http//
  | 'odd-case' // Https://
  | 'cut-off' // ends in the middle
  | 'missing-tld' // a host without a dot
  | 'not-an-identifier' // something else stands where one is announced
  | 'more-behind' // a field holds something after it
  | 'no-scheme' // a host without `https://`
  | 'check-digit'

/** Replacing `[start, end)` by `fixed` mends this one damage; without `fixed` nobody can know. */
export interface IdentifierDamage {
  readonly kind: DamageKind
  readonly start: number
  readonly end: number
  readonly fixed?: string
}

/** An identifier in a text; offsets are UTF-16 units of that text. */
export interface FoundIdentifier {
  readonly scheme: Scheme
  /** with its prefix (`doi:`, `https://doi.org/`, `ISBN `) where that is one with it */
  readonly start: number
  readonly end: number
  /** normal form; undefined where nothing can be read */
  readonly value?: string
  readonly damages: readonly IdentifierDamage[]
}
