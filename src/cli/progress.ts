import { stderr } from './streams.ts'

const PATIENCE_MS = 1000
const PACE_MS = 100

export interface Progress {
  show(done: number, all: number): void
  end(): Promise<void>
}

/** A line on standard error about work that lasts, for people only: on a terminal, and after a second. */
export function progress(wanted: boolean): Progress {
  const begun = performance.now()
  let last = 0
  if (!wanted || !stderr.isTerminal) return { show() {}, async end() {} }
  return {
    show(done, all) {
      const now = performance.now()
      if (now - begun < PATIENCE_MS || now - last < PACE_MS) return
      last = now
      void stderr.write(`\r\u001b[2Kcitelint: ${done} of ${all} files`)
    },
    async end() {
      if (last > 0) await stderr.write('\r\u001b[2K')
    },
  }
}
