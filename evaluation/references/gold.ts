import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CslItem } from '../../src/model/csl.ts'

/** One labelled reference string; `labels` joined are `raw`. */
export interface GoldReference {
  readonly id: string
  readonly source: string
  readonly lang: string
  readonly raw: string
  readonly gold: Gold
  readonly labels?: readonly (readonly [string, string])[]
  readonly names?: 'human' | 'derived'
}

export type Gold = Partial<CslItem> & {
  readonly _skip?: readonly string[]
  readonly _years?: readonly number[]
  readonly _author_raw?: string
  readonly _editor_raw?: string
  readonly _alt?: Readonly<Record<string, readonly unknown[]>>
}

/** Reads one JSON object a line, gzipped or not. */
export function readLines<Line>(path: string): Line[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)
}
