import { Failure } from '../model/failure.ts'
import type { CheckOptions } from './check.ts'

type Has = (options: CheckOptions) => boolean

/** Options that do not go together, and what is said then. */
const MIXTURES: readonly (readonly [message: string, both: Has])[] = [
  ['--unsafe-fixes needs --fix or --fix-dry-run', (o) => isOn(o.unsafeFixes) && !isOn(o.fix) && !isOn(o.fixDryRun)],
  ['either --fix or --fix-dry-run, not both', (o) => isOn(o.fix) && isOn(o.fixDryRun)],
  ['--fix writes to files; standard input has none', (o) => isOn(o.fix) && isOn(o.stdin)],
  [
    '--fix-dry-run prints its difference to standard output; give the format a path: --format json:report.json',
    (o) => isOn(o.fixDryRun) && (o.format ?? []).some((one) => !one.includes(':') || one.endsWith(':-')),
  ],
  [
    '--update-baseline and --prune-baseline need --baseline FILE',
    (o) => (isOn(o.updateBaseline) || isOn(o.pruneBaseline)) && o.baseline === undefined,
  ],
  [
    '--update-baseline and --prune-baseline want all findings: leave --only-changed out',
    (o) => (isOn(o.updateBaseline) || isOn(o.pruneBaseline)) && o.onlyChanged !== undefined,
  ],
  [
    '--plan sends and changes nothing: leave --fix, --fix-dry-run, --watch and --resume out',
    (o) => isOn(o.plan) && (isOn(o.fix) || isOn(o.fixDryRun) || isOn(o.watch) || isOn(o.resume)),
  ],
  ['--watch waits for files; standard input has none', (o) => isOn(o.watch) && isOn(o.stdin)],
  ['--watch would write while you do: leave --fix out', (o) => isOn(o.watch) && isOn(o.fix)],
  [
    '--watch goes on by itself: leave --resume, --update-baseline and --prune-baseline out',
    (o) => isOn(o.watch) && (isOn(o.resume) || isOn(o.updateBaseline) || isOn(o.pruneBaseline)),
  ],
  ['--resume goes on with files; standard input has none', (o) => isOn(o.resume) && isOn(o.stdin)],
]

export function refuseMixtures(options: CheckOptions): void {
  for (const [message, both] of MIXTURES) if (both(options)) throw new Failure('usage', message)
}

function isOn(option: boolean | undefined): boolean {
  return option === true
}
