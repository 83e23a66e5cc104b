/** The part of CSL-JSON (schema 1.0.2) that citelint reads and writes. */

export interface CslName {
  family?: string
  given?: string
  'dropping-particle'?: string
  'non-dropping-particle'?: string
  suffix?: string
  literal?: string
}

export interface CslDate {
  'date-parts'?: (number | string)[][]
  literal?: string
  raw?: string
  season?: number | string
  circa?: boolean | number | string
}

export type CslNameField = 'author' | 'editor' | 'translator' | 'container-author' | 'collection-editor' | 'director'
export type CslDateField = 'issued' | 'accessed' | 'original-date' | 'submitted' | 'event-date'

export interface CslItem {
  id: string
  type: string
  author?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  'container-author'?: CslName[]
  'collection-editor'?: CslName[]
  director?: CslName[]
  issued?: CslDate
  accessed?: CslDate
  'original-date'?: CslDate
  submitted?: CslDate
  'event-date'?: CslDate
  title?: string
  'original-title'?: string
  'translated-title'?: string
  'container-title'?: string
  'collection-title'?: string
  volume?: string
  issue?: string
  page?: string
  'page-first'?: string
  'number-of-pages'?: string
  number?: string
  edition?: string
  genre?: string
  publisher?: string
  'publisher-place'?: string
  archive?: string
  note?: string
  language?: string
  DOI?: string
  URL?: string
  ISBN?: string
  ISSN?: string
  PMID?: string
  PMCID?: string
  custom?: Record<string, unknown>
  [variable: string]: unknown
}
