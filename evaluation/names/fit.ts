/**
 * Fits the weights of the score of names (src/names/weights.ts) on planted slips: lists of sixty real entries, citations of an
 * entry with a slip in its name against citations of works that the list has not, features as the linker makes them, logistic
 * regression with a small penalty. Prints the fit, and how far the committed table is to be trusted on lists not used for it.
 *   node scripts/run-ts.js evaluation/names/fit.ts [LISTS]
 */
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'
import {
  agreeingInitials,
  bothCommon,
  bothPinyin,
  evidenceOf,
  type NameEvidence,
  NameIndex,
  nameKeys,
  type PersonName,
  parseName,
  WEIGHTS,
} from '../../src/names/index.ts'
import { random, SLIPS } from './plants.ts'

interface Work {
  readonly makers: readonly PersonName[]
  readonly year: number
}
interface Row {
  readonly features: readonly string[]
  readonly right: boolean
}

const LISTS = Number(process.argv[2] ?? 400)
const ENTRIES = 60
const chance = random(20261127)
const any = <Item>(list: readonly Item[]): Item => list[Math.floor(chance() * list.length)] as Item

function works(): readonly Work[] {
  const lines = gunzipSync(readFileSync('../shared/data/references/train.jsonl.gz')).toString('utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const { gold } = JSON.parse(line) as {
      gold: { author?: { family?: string; given?: string }[]; issued?: unknown; date?: unknown }
    }
    const year = /(?:1[89]|20)\d\d/.exec(JSON.stringify(gold.issued ?? gold.date ?? ''))?.[0]
    const makers = (gold.author ?? []).flatMap(({ family, given }) =>
      family === undefined || !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(family)
        ? []
        : [parseName({ family, ...(given ? { given } : {}) })],
    )
    return year === undefined || makers.length === 0 ? [] : [{ makers, year: Number(year) }]
  })
}

/** A citation of `work`, with a slip in the first name where it is one of the list. */
function rowsOf(index: NameIndex<Work>, work: Work, isListed: boolean): readonly Row[] {
  const [maker, second] = work.makers as readonly [PersonName, PersonName?]
  const slip = (word: string): string | undefined => SLIPS[any(Object.keys(SLIPS))]?.(word, chance)
  const once = isListed ? slip(maker.family) : maker.family
  // one in five has two
  const family = isListed && once !== undefined && chance() < 0.2 ? slip(once) : once
  if (family === undefined || (isListed && family === maker.family)) return []
  if (index.find(family, 'en').length > 0) return []
  const roll = chance()
  const year = !isListed || roll < 0.92 ? work.year : roll < 0.96 ? work.year + 1 : work.year - 7
  const withInitials = chance() < 0.1
  const cited = withInitials ? { ...maker, family } : parseName({ family })
  return index
    .near(family, 'en')
    .slice(0, 20)
    .map(({ value, name, comparison }) => {
      const evidence: NameEvidence = {
        between: 'orphan-entry',
        cost: comparison.cost,
        length: Math.max(family.length, name.family.length),
        sameStart: nameKeys(family).keys[0]?.[0] === nameKeys(name.family).keys[0]?.[0],
        bothAttested: bothCommon(nameKeys(family).folded, nameKeys(name.family).folded),
        bothPinyin: bothPinyin(family, name.family),
        year: value.year === year ? 'same' : Math.abs(value.year - year) === 1 ? 'adjacent' : 'other',
        coauthor: second !== undefined && value.makers.slice(1).some((one) => one.family === second.family),
        initials: withInitials ? agreeingInitials(cited, name) : 0,
        partnerUncited: true,
      }
      return { features: evidenceOf(evidence), right: isListed && value === work && name.family === maker.family }
    })
}

const pool = works()
const rows: { list: number; row: Row }[] = []
for (let list = 0; list < LISTS; list++) {
  const own = Array.from({ length: ENTRIES }, () => any(pool))
  const index = new NameIndex<Work>()
  for (const work of own) for (const maker of work.makers.slice(0, 3)) index.add(maker, work)
  // one misspelling in three citations that no entry fits
  for (let at = 0; at < 30; at++) {
    const isListed = at % 3 === 0
    for (const row of rowsOf(index, any(isListed ? own : pool), isListed)) rows.push({ list, row })
  }
}

const held = (list: number): boolean => list % 4 === 0
const weights: Record<string, number> = { ...WEIGHTS }
const training = rows.filter(({ list }) => !held(list)).map(({ row }) => row)
const sum = (features: readonly string[]): number => features.reduce((total, name) => total + (weights[name] ?? 0), 0)
const believed = (row: Row): number => 1 / (1 + Math.exp(-sum(row.features)))
const PENALTY = 0.0005
for (let step = 0; step < 800; step++) {
  const slope: Record<string, number> = {}
  for (const row of training) {
    const error = (row.right ? 1 : 0) - believed(row)
    for (const name of row.features) slope[name] = (slope[name] ?? 0) + error
  }
  for (const name of Object.keys(slope)) {
    const seen = training.length / 60
    weights[name] =
      (weights[name] ?? 0) + (slope[name] as number) / seen - PENALTY * ((weights[name] ?? 0) - (WEIGHTS[name] ?? 0))
  }
}
console.log(`${training.length} pairs for the fit, ${training.filter(({ right }) => right).length} of them one name`)
for (const [name, weight] of Object.entries(weights)) {
  const seen = training.filter(({ features }) => features.includes(name))
  console.log(`  '${name}': ${weight.toFixed(1)}, // ${seen.filter(({ right }) => right).length} of ${seen.length}`)
}
// the reliability of the table as it is committed, not of the raw fit: what the fit saw little of is held in it
for (const name of Object.keys(weights)) weights[name] = WEIGHTS[name] ?? 0
const test = rows.filter(({ list }) => held(list)).map(({ row }) => row)
for (const [from, to] of [
  [0, 0.05],
  [0.05, 0.3],
  [0.3, 0.6],
  [0.6, 0.8],
  [0.8, 0.95],
  [0.95, 1.01],
] as const) {
  const own = test.filter((row) => believed(row) >= from && believed(row) < to)
  const mean = own.reduce((total, row) => total + believed(row), 0) / Math.max(1, own.length)
  const right = own.filter((row) => row.right).length
  console.log(
    `said ${from} to ${Math.min(1, to)}: ${own.length} pairs, mean ${mean.toFixed(3)}, right ${(right / Math.max(1, own.length)).toFixed(3)}`,
  )
}
