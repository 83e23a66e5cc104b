/** Text that is fit for one target: escaped for it, or written by us. */
export class Safe<Target extends string> {
  readonly target: Target
  readonly text: string

  constructor(target: Target, text: string) {
    this.target = target
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

export type Value<Target extends string> = string | number | false | undefined | Safe<Target> | readonly Value<Target>[]

export type Tag<Target extends string> = (
  strings: TemplateStringsArray,
  ...values: readonly Value<Target>[]
) => Safe<Target>

/**
 * A template tag that escapes every value but those that it made itself. Text of a manuscript reaches a report through
 * such a tag or not at all. `undefined` and `false` are left out, arrays are joined.
 */
export function tagOf<Target extends string>(target: Target, escapeText: (text: string) => string): Tag<Target> {
  const fitted = (value: Value<Target>): string => {
    if (value === undefined || value === false) return ''
    if (value instanceof Safe) return value.text
    if (typeof value === 'object') return value.map(fitted).join('')
    return escapeText(String(value))
  }
  return (strings, ...values) => {
    let text = strings[0] ?? ''
    for (const [index, value] of values.entries()) text += fitted(value) + (strings[index + 1] ?? '')
    return new Safe(target, text)
  }
}
