import type { Reply } from './exchange.ts'

/** An object of a reply: nothing is known of its fields yet. */
export type Fields = Readonly<Record<string, unknown>>

/** The object of a JSON body, whatever the media type says; undefined for everything else. */
export function jsonOf({ text }: Reply): Fields | undefined {
  const value = parsed(text)
  return Array.isArray(value) ? undefined : fieldsOf(value)
}

export function jsonListOf({ text }: Reply): readonly unknown[] | undefined {
  const value = parsed(text)
  return Array.isArray(value) ? value : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The objects of a list; what is none is left out. */
export function fieldsIn(value: unknown): readonly Fields[] {
  return listOf(value).flatMap((one) => {
    const fields = fieldsOf(one)
    return fields === undefined ? [] : [fields]
  })
}

/** A text that says something, or a number as text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

/** The texts of a list, or of a lone text. */
export function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => textOf(one) ?? [])
}

/** Without the fields that nobody filled. */
export function filled<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  const kept = Object.entries(value).filter(([, one]) => one !== undefined && !(Array.isArray(one) && one.length === 0))
  return Object.fromEntries(kept) as { [Key in keyof Value]?: Exclude<Value[Key], undefined> }
}
