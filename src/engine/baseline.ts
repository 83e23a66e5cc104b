import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'

/** A finding that was there when the baseline was taken. The fingerprint decides; the rest is for whoever reads the file. */
export interface Known {
  /** relative to the folder of the baseline, with `/` */
  readonly path: string
  readonly fingerprint: string
  readonly rule: string
  readonly message: string
}

export const KNOWN_REASON = 'known: it stands in the baseline'

/** Findings that a project lives with for now, by path and fingerprint. */
export class Baseline {
  readonly #known = new Map<string, Known>()
  readonly #met = new Set<string>()

  constructor(known: readonly Known[] = []) {
    for (const one of known) this.#known.set(keyOf(one.path, one.fingerprint), one)
  }

  get size(): number {
    return this.#known.size
  }

  has(path: string, { fingerprint }: Finding): boolean {
    const key = keyOf(path, fingerprint)
    if (!this.#known.has(key)) return false
    this.#met.add(key)
    return true
  }

  /** Entries of the files that were checked which met no finding. */
  stale(checked: ReadonlySet<string>): readonly Known[] {
    return [...this.#known].flatMap(([key, one]) => (checked.has(one.path) && !this.#met.has(key) ? [one] : []))
  }

  /**
   * The baseline without what is gone: entries that met no finding, and those of files that `isThere` does not know. Entries of
   * files that were not checked stay.
   */
  pruned(checked: ReadonlySet<string>, isThere: (path: string) => boolean): Baseline {
    const stale = new Set(this.stale(checked))
    return new Baseline([...this.#known.values()].filter((one) => !stale.has(one) && isThere(one.path)))
  }

  /** Every finding of the files that nobody suppressed, in the place of what stood here about them. */
  updated(
    files: readonly FileReport[],
    pathOf: (shown: string) => string,
    isThere: (path: string) => boolean,
  ): Baseline {
    const checked = new Set<string>()
    const now = files.flatMap(({ source, findings }) => {
      const path = pathOf(source.path)
      checked.add(path)
      return findings
        .filter(isOpen)
        .map(({ fingerprint, ruleId, message }) => ({ path, fingerprint, rule: ruleId, message }))
    })
    const others = [...this.#known.values()].filter(({ path }) => !checked.has(path) && isThere(path))
    return new Baseline([...others, ...now])
  }

  /** One finding a line, in order, so that the file can be compared. */
  toString(): string {
    const lines = [...this.#known.values()]
      .sort(
        (left, right) =>
          compare(left.path, right.path) ||
          compare(left.rule, right.rule) ||
          compare(left.fingerprint, right.fingerprint),
      )
      .map(({ path, rule, fingerprint, message }) => `    ${JSON.stringify({ path, rule, fingerprint, message })}`)
    return `{\n  "schemaVersion": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`
  }
}

/** Reads a baseline file; what is none is a `Failure` that names it. */
export function parseBaseline(text: string, shown: string): Baseline {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Failure('baseline', `${shown} is no baseline: it is not readable as JSON`, { cause })
  }
  const { schemaVersion, findings } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  if (schemaVersion !== 1 || !Array.isArray(findings) || !findings.every(isKnown)) {
    throw new Failure('baseline', `${shown} is no baseline that this release of citelint reads`, {
      help: 'Write it anew with --update-baseline.',
    })
  }
  return new Baseline(findings)
}

function isKnown(value: unknown): value is Known {
  if (typeof value !== 'object' || value === null) return false
  const one = value as Record<string, unknown>
  return ['path', 'fingerprint', 'rule', 'message'].every((field) => typeof one[field] === 'string')
}

function isOpen({ suppressed }: Finding): boolean {
  return suppressed === undefined || suppressed.reason === KNOWN_REASON
}

function keyOf(path: string, fingerprint: string): string {
  return `${path}\0${fingerprint}`
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
