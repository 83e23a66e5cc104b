import process from 'node:process'
import { EXIT } from './exit.ts'

/** The first SIGINT stops new work, so that a partial report can be written; the second ends the process at once. */
export function interruptible(): { readonly signal: AbortSignal; release(): void } {
  const stopping = new AbortController()
  const hear = (): void => {
    if (stopping.signal.aborted) process.exit(EXIT.interrupted)
    stopping.abort()
  }
  process.on('SIGINT', hear)
  return { signal: stopping.signal, release: () => void process.off('SIGINT', hear) }
}
