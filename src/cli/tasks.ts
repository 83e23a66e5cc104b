import type { Job } from '../engine/pipeline.ts'
import type { CslItem } from '../model/csl.ts'
import type { Trouble } from '../model/source.ts'
import type { Packed } from './packed.ts'

/** What a worker is asked to do with one file. */
export interface Task {
  readonly kind: 'check' | 'extract'
  readonly job: Job
}

/** The references of one file as a library holds them. */
export interface Extracted {
  readonly items: readonly CslItem[]
  readonly troubles: readonly Trouble[]
}

export interface TaskResults {
  readonly check: Packed
  readonly extract: Extracted
}

/** What every worker is started with. */
export interface WorkerData {
  readonly cwd: string
  readonly plugins: readonly string[]
}
