/**
 * What the tagger sees of each token: one column a property, one number a token. Numbers are small codes or hashes; they
 * mean nothing but equality.
 */
export const columnNames = [
  'word',
  'shape',
  'coarse',
  'prefix',
  'suffix',
  'ending',
  'lexicon',
  'number',
  'position',
  'quarter',
  'style',
  'script',
  'counters',
  'breaks',
  'bracket',
  'before',
  'behind',
  'names',
  'blanks',
  'order',
  'evidence',
  'commas',
  'left',
  'right',
  'head',
] as const

export type Column = (typeof columnNames)[number]
export type Columns = Readonly<Record<Column, Int32Array>>
