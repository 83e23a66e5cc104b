import type { AnswerStore, Kept } from '../model/store.ts'
import type { Clock } from './clock.ts'

/** A store for one run. */
export function memoryStore(clock: Clock): AnswerStore {
  const kept = new Map<string, Kept>()
  return {
    read: (key) => kept.get(key),
    write: (key, value) => void kept.set(key, { value, at: clock.now() }),
  }
}
