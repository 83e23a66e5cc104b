import type { Rule } from '../../model/rule.ts'
import type { Parsed, Path } from './parse.ts'
import { suggestion } from './problems.ts'
import type { WrittenConfig } from './schema.ts'

/** What is wrong with the rules that a configuration names: an unknown id, an unknown option, an option of the wrong kind. */
export function rulesProblems(written: WrittenConfig, rules: readonly Rule[], parsed: Parsed): readonly string[] {
  const tables: (readonly [Path, Readonly<Record<string, unknown>>])[] = [[['rules'], written.rules ?? {}]]
  for (const [index, one] of (written.overrides ?? []).entries())
    tables.push([['overrides', index, 'rules'], one.rules])
  return tables.flatMap(([path, table]) =>
    Object.entries(table).flatMap(([id, setting]) => {
      const rule = rules.find((one) => one.id === id)
      if (rule !== undefined) return optionProblems(rule, setting, [...path, id], parsed)
      const ids = rules.map((one) => one.id)
      return [`${parsed.place([...path, id], 'key')}: \`${id}\` is no rule${suggestion(id, ids)}`]
    }),
  )
}

function optionProblems(rule: Rule, setting: unknown, path: Path, parsed: Parsed): readonly string[] {
  if (!Array.isArray(setting)) return []
  const known = (rule.options ?? {}) as Readonly<Record<string, unknown>>
  const given = setting[1] as Readonly<Record<string, unknown>>
  return Object.entries(given).flatMap(([name, value]) => {
    const place = (part: 'key' | 'value'): string => parsed.place([...path, 1, name], part)
    if (!Object.hasOwn(known, name)) {
      const none = Object.keys(known).length === 0 ? '; the rule has no options' : suggestion(name, Object.keys(known))
      return [`${place('key')}: \`${name}\` is no option of ${rule.id}${none}`]
    }
    const expected = typeOf(known[name])
    if (typeOf(value) === expected) return []
    return [`${place('value')}: \`${name}\` of ${rule.id} is ${typeOf(value)}, expected ${expected}`]
  })
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (value === null) return 'nothing'
  return (
    { boolean: 'true or false', number: 'a number', object: 'a table', string: 'a string' }[typeof value as string] ??
    'nothing'
  )
}
