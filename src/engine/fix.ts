import type { Edit, Finding, Fix } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'
import { digest } from '../text/digest.ts'
import { lossOf } from './loss.ts'
import { byPlace } from './settle.ts'

/** One repair of one finding. All of its edits are made, or none. */
export interface Repair {
  readonly finding: Finding
  readonly fix: Fix
}

/** A repair that was not made, and why. */
export interface Refusal extends Repair {
  readonly why: string
}

export interface Repaired {
  /** the texts by path, those that did not change included */
  readonly texts: ReadonlyMap<string, string>
  readonly applied: readonly Repair[]
  readonly refused: readonly Refusal[]
  /** what the check says of the texts */
  readonly files: readonly FileReport[]
  /** false where repairs were still to be made after the last round */
  readonly settled: boolean
}

export interface RepairOptions {
  /** also repairs that change what the text says, where two independent sources of evidence agree */
  readonly unsafe?: boolean
  /** default 10 */
  readonly rounds?: number
  /** why a text cannot be written, where it cannot */
  readonly refuse?: (path: string, text: string) => string | undefined
}

/** Reads and checks texts that belong together: manuscripts and their libraries. */
export type CheckTexts = (texts: ReadonlyMap<string, string>) => Promise<readonly FileReport[]>

const ROUNDS = 10
/** Where hundreds of repairs would each do harm, finding them one by one takes a check for each. */
const MOST_CHECKS = 300
const TIRED = 'not tried: too many other repairs would do harm'

/**
 * Repairs texts until nothing changes any more. After each round they are read and checked anew; a repair after which a rule
 * finds more than before, or after which an entry, a field or a link of a citation is gone, is taken back and named.
 */
export async function repair(
  texts: ReadonlyMap<string, string>,
  check: CheckTexts,
  { unsafe = false, rounds = ROUNDS, refuse = () => undefined }: RepairOptions = {},
): Promise<Repaired> {
  const bench = new Bench(texts, check, refuse)
  await bench.begin()
  const applied: Repair[] = []
  for (let round = 0; round < rounds; round++) {
    const waiting = compatible(repairsOf(bench.files, unsafe), bench.texts)
    const made = await attempt(waiting, bench)
    applied.push(...made.applied)
    const { texts: now, files } = bench
    if (made.applied.length === 0) return { texts: now, files, applied, refused: made.refused, settled: true }
  }
  const { texts: now, files } = bench
  return { texts: now, files, applied, refused: [], settled: repairsOf(files, unsafe).length === 0 }
}

/** The texts as they stand, and what the check says of them. */
class Bench {
  readonly #check: CheckTexts
  readonly #refuse: NonNullable<RepairOptions['refuse']>
  readonly #seen = new Set<string>()
  #checks = 0
  texts: ReadonlyMap<string, string>
  files: readonly FileReport[] = []

  constructor(texts: ReadonlyMap<string, string>, check: CheckTexts, refuse: NonNullable<RepairOptions['refuse']>) {
    this.texts = texts
    this.#check = check
    this.#refuse = refuse
  }

  async begin(): Promise<void> {
    this.files = await this.#check(this.texts)
    this.#seen.add(state(this.texts))
  }

  get isTired(): boolean {
    return this.#checks >= MOST_CHECKS
  }

  /** Puts other texts in the place of these; where that does harm, everything stays and the answer says why. */
  async replace(texts: ReadonlyMap<string, string>, strict: boolean): Promise<string | undefined> {
    // two repairs that undo each other would go on for ever
    if (this.#seen.has(state(texts))) return 'it changes nothing for good'
    for (const [path, text] of texts) {
      const why = text === this.texts.get(path) ? undefined : this.#refuse(path, text)
      if (why !== undefined) return why
    }
    this.#checks += 1
    const files = await this.#check(texts)
    const loss = lossOf(this.files, files, { strict })
    if (loss !== undefined) return loss
    this.texts = texts
    this.files = files
    this.#seen.add(state(texts))
    return undefined
  }
}

/** Makes repairs together; where that does harm, by halves, so that the harmful ones alone are left out. */
async function attempt(
  repairs: readonly Repair[],
  bench: Bench,
): Promise<{ readonly applied: readonly Repair[]; readonly refused: readonly Refusal[] }> {
  // the edits are places in these texts, whatever was made of them in between
  const texts = bench.texts
  const applied: Repair[] = []
  const refused: Refusal[] = []
  const groups: (readonly Repair[])[] = repairs.length === 0 ? [] : [repairs]
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    const why = bench.isTired
      ? TIRED
      : await bench.replace(withRepairs(texts, [...applied, ...group]), group.length > 1)
    if (why === undefined) applied.push(...group)
    else if (group.length === 1 || why === TIRED) refused.push(...group.map((one) => ({ ...one, why })))
    else {
      const half = group.length >> 1
      groups.push(group.slice(half), group.slice(0, half))
    }
  }
  return { applied, refused }
}

/** The repairs that may be made: one for each finding that is not suppressed and no echo of another rule's. */
export function repairsOf(files: readonly FileReport[], unsafe: boolean): readonly Repair[] {
  const ruleOf = new Map(
    files.flatMap(({ findings }) => findings.map(({ fingerprint, ruleId }) => [fingerprint, ruleId])),
  )
  const whole = new Set(files.filter(isWhollyRead).map(({ source }) => source.path))
  const repairs: Repair[] = []
  for (const finding of files.flatMap(({ findings }) => findings)) {
    const { foldedInto, suppressed, ruleId, fixes = [] } = finding
    if (suppressed !== undefined) continue
    if (foldedInto !== undefined && ruleOf.get(foldedInto) !== ruleId) continue
    const fix = fixes.find(({ safety, edits }) => {
      if (edits.length === 0 || edits.some(({ span }) => !whole.has(span.path))) return false
      return safety === 'safe' || (unsafe && signals(finding) >= 2)
    })
    if (fix !== undefined) repairs.push({ finding, fix })
  }
  return repairs
}

/** How many independent sources say what a repair writes: evidence from one source counts once. */
export function signals({ evidence = [] }: Finding): number {
  return new Set(evidence.filter(({ ours, theirs }) => ours !== theirs).map(({ source }) => source)).size
}

/** Text that could not be read as it is meant is not written to. */
function isWhollyRead({ troubles }: FileReport): boolean {
  return !troubles.some(({ code, fatal }) => fatal === true || code === 'read-as-plain-text')
}

/** The repairs whose edits lie in the text and do not meet one another, in order of place; the others wait. */
function compatible(repairs: readonly Repair[], texts: ReadonlyMap<string, string>): readonly Repair[] {
  const taken: Edit[] = []
  const ordered = [...repairs].sort((left, right) => byPlace(left.finding.span, right.finding.span))
  return ordered.filter(({ fix: { edits } }) => {
    const fits = edits.every((edit, index) => {
      const { path, start, end } = edit.span
      const text = texts.get(path)
      if (text === undefined || start < 0 || start > end || end > text.length) return false
      return !taken.some((other) => meet(edit, other)) && !edits.slice(0, index).some((other) => meet(edit, other))
    })
    if (fits) taken.push(...edits)
    return fits
  })
}

function meet({ span: left }: Edit, { span: right }: Edit): boolean {
  if (left.path !== right.path) return false
  return left.start === right.start || (left.start < right.end && right.start < left.end)
}

function withRepairs(texts: ReadonlyMap<string, string>, repairs: readonly Repair[]): ReadonlyMap<string, string> {
  const edits = repairs.flatMap(({ fix }) => fix.edits)
  const changed = new Map(texts)
  for (const path of new Set(edits.map(({ span }) => span.path))) {
    const group = edits.filter(({ span }) => span.path === path)
    changed.set(path, spliced(texts.get(path) ?? '', group))
  }
  return changed
}

/** The text with the edits made, whose line ends are the text's own. */
function spliced(text: string, edits: readonly Edit[]): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  let result = ''
  let done = 0
  for (const { span, text: written } of [...edits].sort((left, right) => byPlace(left.span, right.span))) {
    result += text.slice(done, span.start) + written.replace(/\r?\n/g, lineEnd)
    done = span.end
  }
  return result + text.slice(done)
}

/** Texts by their digest, in the order of the map. */
function state(texts: ReadonlyMap<string, string>): string {
  return digest([...texts.values()].join('\0'))
}
