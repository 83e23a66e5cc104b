/** Time and chance, so that tests may run them faster or hold them still. */
export interface Clock {
  /** milliseconds since 1970, never going back within a run */
  now(): number
  /** resolves after `ms`, or at once when the signal aborts; never rejects */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** from 0 to 1 */
  random(): number
}

const wall = (): number => performance.timeOrigin + performance.now()

export const systemClock: Clock = acceleratedClock(1)

/** A clock that runs `factor` times as fast as the wall's since `origin`; processes with one origin have one time. */
export function acceleratedClock(factor: number, origin: number = wall()): Clock {
  return {
    now: () => origin + (wall() - origin) * factor,
    random: Math.random,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const end = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const timer = setTimeout(end, Math.min(2 ** 31 - 1, Math.max(0, ms / factor)))
        signal?.addEventListener('abort', end, { once: true })
      }),
  }
}
