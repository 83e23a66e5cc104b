import { stderr } from './streams.ts'

const PATIENCE_MS = 1000
const PACE_MS = 100

/** `120 of 1000 files, 8.3 a second, 1 min 46 s left`: the rate is that of the whole run so far. */
export function progressWords(done: number, all: number, seconds: number): string {
  const files = `${done} of ${all} files`
  if (done === 0 || seconds <= 0) return files
  const rate = done / seconds
  const left = Math.ceil((all - done) / rate)
  const shownRate = rate >= 1 ? `${rate.toFixed(1)} a second` : `${(1 / rate).toFixed(1)} s each`
  return left === 0 ? files : `${files}, ${shownRate}, ${duration(left)} left`
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

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
      void stderr.write(`\r\u001b[2Kcitelint: ${progressWords(done, all, (now - begun) / 1000)}`)
    },
    async end() {
      if (last > 0) await stderr.write('\r\u001b[2K')
    },
  }
}
