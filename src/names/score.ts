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

// Natural log-odds. Priors: one misspelling in three orphans among 60 entries; 0.1 among 1,770 pairs of entries. The
// weights of the edits are −ln of how often a random pair is as near, measured on surnames.
const PRIOR = { 'orphan-entry': -5.2, entries: -9.8 } as const
const YEAR = { same: 2.9, adjacent: -0.9, other: -3.3 } as const

function spellingWeight(evidence: NameEvidence): number {
  if (evidence.givenDiffers === true) return 2.6
  if (evidence.bothPinyin === true) return 2.5
  if (evidence.bothAttested === true) return 2
  if (evidence.cost <= 1) return 8.2
  if (evidence.cost <= 2 && evidence.length >= 6) return 5.4
  if (evidence.cost <= 3 && evidence.length >= 8 && evidence.sameStart === true) return 1.6
  return -2
}

/** The log-odds that the two spellings mean one person; see `probability`. */
export function logOdds(evidence: NameEvidence): number {
  let sum = PRIOR[evidence.between] + spellingWeight(evidence)
  if (evidence.year !== undefined) sum += YEAR[evidence.year]
  if (evidence.coauthor === true) sum += 4
  const initials = evidence.initials ?? 0
  if (initials < 0) sum -= 3.5
  else sum += Math.min(initials, 2) * 2.3
  if (evidence.partnerUncited === true) sum += 1.5
  if (evidence.occurrences === 1) sum += 0.7
  else if (evidence.occurrences !== undefined && evidence.occurrences >= 3) sum -= 1
  if (evidence.sameWork === true) sum += 7
  return sum
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
