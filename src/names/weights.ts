/**
 * Weights of the score of names, natural log-odds. Those of citations against entries are fitted by evaluation/names/fit.ts
 * (400 lists of sixty works from labelled references, one slip or two in a third of the citations that no entry fits, seed
 * 20261127) and rounded; on the quarter of the lists that was held back, 99.0 % of the 724 pairs that this table gives 0.95
 * and more were right. What the fit saw in fewer than twenty pairs keeps the estimate that stood before: −ln of how often a random pair
 * of surnames is as near, and odds from the literature. A co-author and a differing year are held closer to these estimates
 * than the fit has them, since plants know no wrong co-authors. Priors: one misspelling in three citations that no entry fits,
 * 0.1 among 1,770 pairs of entries.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'orphan-entry': -5.6,
  entries: -9.8,
  'one edit': 8.2,
  'two edits': 3.6,
  'three edits': 1.6,
  'more edits': -2.4,
  'both pinyin': 2.5,
  'both common': 2,
  'given names differ': 2.6,
  'year same': 3.9,
  'year adjacent': 0.4,
  'year other': -5,
  'co-author': 5,
  'initial agrees': 1.5,
  'initials conflict': -5,
  'partner uncited': 1.1,
  once: 0.7,
  often: -1,
  'same work': 7,
}
