import type { GoldReference } from '../../evaluation/references/gold.ts'
import type { Example } from '../example.ts'
import { Random } from '../random.ts'
import { authorDate } from './author-date.ts'
import { chinese } from './chinese.ts'
import { inStyles } from './csl/index.ts'
import { recordsOf } from './csl/records.ts'
import { cyrillicWork, type Vocabulary } from './cyrillic-works.ts'
import { damaged, numbered } from './damage.ts'
import { japanese, korean } from './eastern.ts'
import { gost, type Manner } from './gost.ts'
import { latin } from './latin.ts'
import { latinWork, poolsOf } from './latin-works.ts'
import * as manners from './manners.ts'
import { pinyin } from './pinyin.ts'
import { rarerChinese } from './rarer-chinese.ts'
import { rarerCyrillic } from './rarer-cyrillic.ts'
import { romanised } from './romanised.ts'
import * as kazakh from './words/kazakh.ts'
import * as russian from './words/russian.ts'
import * as ukrainian from './words/ukrainian.ts'
import type { Writer } from './writer.ts'

/** How many synthetic references of each kind. */
export interface Shares {
  readonly latin: number
  readonly russian: number
  readonly ukrainian: number
  readonly kazakh: number
  readonly chinese: number
  readonly japanese: number
  readonly korean: number
  readonly romanised: number
  readonly pinyin: number
  /** in the styles of the CSL project */
  readonly csl: number
}

/** References of our own making, with known truth: the same seed gives the same references. */
export function synthesise(references: readonly GoldReference[], shares: Shares, seed: number): Example[] {
  const random = new Random(seed)
  const pools = poolsOf(references)
  const cyrillic = (words: Vocabulary, manner: Manner, isKazakh: boolean) => (): Writer => {
    if (random.chance(0.24)) return rarerCyrillic(random, words, manner, isKazakh)
    const work = cyrillicWork(random, words, isKazakh)
    const plain = work.kind !== 'law' && work.kind !== 'archive'
    return plain && random.chance(0.13) ? authorDate(random, work, manner, words) : gost(random, work, manner, words)
  }
  const inLatin = (): Writer => {
    const form = random.below(10)
    if (form < 6) return romanised(random, russian, 'Russian')
    return form < 8 ? romanised(random, kazakh, 'Kazakh') : romanised(random, ukrainian, 'Ukrainian')
  }
  const makers: readonly (readonly [keyof Shares, () => Writer])[] = [
    ['latin', () => latin(random, latinWork(random, pools))],
    ['russian', cyrillic(russian, manners.russian, false)],
    ['ukrainian', cyrillic(ukrainian, manners.ukrainian, false)],
    ['kazakh', cyrillic(kazakh, manners.kazakh, true)],
    ['chinese', () => (random.chance(0.26) ? rarerChinese(random) : chinese(random))],
    ['japanese', () => japanese(random)],
    ['korean', () => korean(random)],
    ['romanised', inLatin],
    ['pinyin', () => pinyin(random)],
  ]
  const examples: Example[] = []
  for (const [name, make] of makers) {
    for (let made = 0; made < shares[name]; made++) {
      examples.push(worn(random, make().build()))
    }
  }
  const { examples: rendered } = inStyles(random, shares.csl > 0 ? recordsOf(references) : [], pools, shares.csl)
  for (const example of rendered) examples.push(worn(random, example))
  return examples
}

/** Some entries are damaged, some carry a number. */
function worn(random: Random, example: Example): Example {
  const damagedOrNot = random.chance(0.22) ? damaged(random, example) : example
  const hasNumber = damagedOrNot.spans.some(({ field }) => field === 'number')
  return !hasNumber && random.chance(0.12) ? numbered(random, damagedOrNot) : damagedOrNot
}
