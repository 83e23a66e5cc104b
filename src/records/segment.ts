import { digest } from '../text/digest.ts'

/** Written before every line's digest; an older or newer form is not read. */
export const FORM = 1

/** One line of a segment: a key, when it was learnt, a value, and a digest of all that. */
export interface Line {
  readonly key: string
  readonly at: number
  readonly value: unknown
}

export function writeLine({ key, at, value }: Line): string {
  const text = JSON.stringify([FORM, key, Math.round(at), value])
  return `${digest(text)} ${text}\n`
}

/** Undefined for a line that was torn, damaged, or written in another form. */
export function readLine(line: string): Line | undefined {
  const text = line.slice(17)
  if (line[16] !== ' ' || digest(text) !== line.slice(0, 16)) return undefined
  try {
    const parts: unknown = JSON.parse(text)
    if (!Array.isArray(parts)) return undefined
    const [form, key, at, value] = parts
    if (form !== FORM || typeof key !== 'string' || typeof at !== 'number') return undefined
    return { key, at, value }
  } catch {
    return undefined
  }
}
