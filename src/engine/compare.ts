import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'
import { isCounted } from './summary.ts'

export type Fate = 'fixed' | 'still' | 'new'

/** A finding of two versions of a manuscript, under the path of the version that has it (the newer where both do). */
export interface Compared {
  readonly fate: Fate
  readonly file: FileReport
  readonly finding: Finding
}

/**
 * What became of the findings of one version in another, by fingerprint: fixed ones in the order of the old files, then those that
 * are still there and new ones in the order of the new files. `pairOf` says which file of the other version a file is, by a name
 * that both share.
 */
export function compareVersions(
  before: readonly FileReport[],
  after: readonly FileReport[],
  pairOf: { readonly before: (path: string) => string; readonly after: (path: string) => string },
): readonly Compared[] {
  const old = keysOf(before, pairOf.before)
  const now = keysOf(after, pairOf.after)
  const compared: Compared[] = []
  for (const [key, one] of old) if (!now.has(key)) compared.push({ fate: 'fixed', ...one })
  for (const [key, one] of now) if (old.has(key)) compared.push({ fate: 'still', ...one })
  for (const [key, one] of now) if (!old.has(key)) compared.push({ fate: 'new', ...one })
  return compared
}

type Keyed = ReadonlyMap<string, { readonly file: FileReport; readonly finding: Finding }>

function keysOf(files: readonly FileReport[], nameOf: (path: string) => string): Keyed {
  const keys = new Map<string, { file: FileReport; finding: Finding }>()
  for (const file of files) {
    const name = nameOf(file.source.path)
    for (const finding of file.findings) {
      if (isCounted(finding)) keys.set(`${name}\0${finding.fingerprint}`, { file, finding })
    }
  }
  return keys
}
