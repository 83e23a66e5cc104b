/**
 * What a token of a reference can belong to. Each field has a second, sticky label (`~field`) for what stands outside it but
 * after it, so that the chain remembers the last field across punctuation.
 */
export const fields = [
  'author',
  'editor',
  'translator',
  'title',
  'translated-title',
  'journal',
  'container',
  'collection',
  'publisher',
  'place',
  'date',
  'volume',
  'issue',
  'page',
  'extent',
  'edition',
  'genre',
  'note',
  'url',
  'doi',
  'isbn',
  'id',
  'number',
  'accessed',
  'archive',
] as const

export type Field = (typeof fields)[number]

/** Label 0 is the outside before any field; `2f + 1` is field f, `2f + 2` what follows it. */
export const labelCount: number = 2 * fields.length + 1
export const outside = 0

export function labelOf(field: Field): number {
  return 2 * fields.indexOf(field) + 1
}

/** The field that a label is inside of. */
export function fieldOf(label: number): Field | undefined {
  return label % 2 === 1 ? fields[(label - 1) / 2] : undefined
}

/** The label of what stands outside, after a token with this label. */
export function after(label: number): number {
  return label % 2 === 1 ? label + 1 : label
}
