import { WEIGHTS } from './weights.ts'

/** What speaks for and against two spellings being one person. */
export interface NameEvidence {
  /** a citation that no entry fits against an entry, or two entries against each other */
  readonly between: 'orphan-entry' | 'entries'
  /** weighted edits between the surnames, and letters of the longer one */
  readonly cost: number
  readonly length: number
  readonly sameStart?: boolean
  /** both forms are surnames that others bear too */
  readonly bothAttested?: boolean
  readonly bothPinyin?: boolean
  /** one surname, and given names spelled out that differ */
  readonly givenDiffers?: boolean
  /** a mention in another script whose reading fits */
  readonly year?: 'same' | 'adjacent' | 'other'
  readonly coauthor?: boolean
  /** initials that agree; −1 for a conflict */
  readonly initials?: number
  readonly partnerUncited?: boolean
  readonly occurrences?: number
  /** one DOI, or one title and pages */
  readonly sameWork?: boolean
}

function spelling(evidence: NameEvidence): string {
  if (evidence.givenDiffers === true) return 'given names differ'
  if (evidence.bothPinyin === true) return 'both pinyin'
  if (evidence.bothAttested === true) return 'both common'
  if (evidence.cost <= 1) return 'one edit'
  if (evidence.cost <= 2 && evidence.length >= 6) return 'two edits'
  if (evidence.cost <= 3 && evidence.length >= 8 && evidence.sameStart === true) return 'three edits'
  return 'more edits'
}

/** The evidence by the names of its weights, each as often as it counts. */
export function evidenceOf(evidence: NameEvidence): readonly string[] {
  const found: string[] = [evidence.between, spelling(evidence)]
  if (evidence.year !== undefined) found.push(`year ${evidence.year}`)
  if (evidence.coauthor === true) found.push('co-author')
  const initials = evidence.initials ?? 0
  if (initials < 0) found.push('initials conflict')
  for (let at = 0; at < Math.min(initials, 2); at++) found.push('initial agrees')
  if (evidence.partnerUncited === true) found.push('partner uncited')
  if (evidence.occurrences === 1) found.push('once')
  else if (evidence.occurrences !== undefined && evidence.occurrences >= 3) found.push('often')
  if (evidence.sameWork === true) found.push('same work')
  return found
}

/** The log-odds that the two spellings mean one person; see `probability`. */
export function logOdds(evidence: NameEvidence): number {
  return evidenceOf(evidence).reduce((sum, name) => sum + (WEIGHTS[name] ?? 0), 0)
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
