import { deserialize, serialize } from 'node:v8'
import type { JobResult } from '../engine/pipeline.ts'

/** The result of a check as it crosses threads and is kept: what all files are wanted for together, and the rest as bytes. */
export interface Packed extends Pick<JobResult, 'elsewhere' | 'facts'> {
  readonly bytes: Uint8Array
}

export function pack(result: JobResult): Packed {
  return { elsewhere: result.elsewhere, facts: result.facts, bytes: serialize(result) }
}

export function unpack(bytes: Uint8Array): JobResult {
  return deserialize(bytes) as JobResult
}
