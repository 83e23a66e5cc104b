import * as v from 'valibot'
import { nearest } from '../../text/distance.ts'
import type { Parsed, Path } from './parse.ts'
import { KEYS, RULE_LEVELS } from './schema.ts'

/** What a value should be, in words, by the last steps of its path. */
const EXPECTED: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^rules\.|\.rules\./, `one of ${RULE_LEVELS.join(', ')}, or a pair of one of these and options`],
  [/^(extends|manuscripts|bibliography|ignore)\b|\.files\b/, 'a string or a list of strings'],
  [/(^|\.)rules$/, 'a table of rules and their severities'],
  [/^accept\.pairs/, 'a list of pairs of names'],
  [/^accept\./, 'a list of strings'],
  [/^accept$/, 'a table of names, pairs, dois and hosts'],
  [/^overrides\.\d+$/, 'a table with files and rules'],
  [/^overrides$/, 'a list of tables with files and rules'],
  [/^offline$/, 'true or false'],
  [/until$/, 'a date as YYYY-MM-DD'],
  [/reason$/, 'a sentence that says why'],
  [/^\d+$/, 'a table with rule, path, reason and text or fingerprint'],
  [/./, 'a string'],
]

/** Words for keys that people try, and where the thing is done instead. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  plugins: 'plugins are programs and are loaded only when named with --plugin',
  plugin: 'plugins are programs and are loaded only when named with --plugin',
  suppressions: 'suppressions stand in citelint.suppress.yaml',
  today: 'the day is given with --today',
  jobs: 'the number of workers is given with --jobs',
  format: 'the format is given with --format',
  output: 'where a report goes is said with --format F:PATH',
}

/** Checks data against a schema; each problem is one line with its place and what is nearest to what was meant. */
export function problemsOf(schema: v.GenericSchema, parsed: Parsed, kind: 'config' | 'suppress'): readonly string[] {
  if (kind === 'config' && Array.isArray(parsed.value)) {
    return [`${parsed.place([], 'value')}: expected settings, found ${shown(parsed.value)}`]
  }
  const result = v.safeParse(schema, parsed.value)
  if (result.success) return []
  const lines = result.issues.map((issue) => problemOf(issue, parsed, kind))
  return [...new Set(lines)]
}

function problemOf(issue: v.BaseIssue<unknown>, parsed: Parsed, kind: 'config' | 'suppress'): string {
  const path: Path = (issue.path ?? []).map(({ key }) => key as string | number)
  const last = path.at(-1)
  if (issue.type === 'strict_object' && last !== undefined) {
    const group =
      kind === 'suppress'
        ? 'suppress'
        : (path.find((step): step is string => typeof step === 'string' && path.length > 1) ?? '')
    const keys = KEYS[group] ?? []
    if (issue.expected === 'never') return unknownKey(String(last), keys, group, parsed.place(path, 'key'))
    return `${parsed.place(path.slice(0, -1), 'value')}: \`${String(last)}\` is missing`
  }
  if (issue.type === 'check') {
    return `${parsed.place(path.slice(0, -1), 'value')}: a suppression needs \`text\` or \`fingerprint\` beside its path`
  }
  return wrongValue(path, issue, parsed)
}

function unknownKey(key: string, keys: readonly string[], group: string, place: string): string {
  const owner = group === '' || group === 'suppress' ? 'of citelint' : `of \`${group}\``
  const elsewhere = group === '' && Object.hasOwn(ELSEWHERE, key) ? ELSEWHERE[key] : undefined
  if (elsewhere !== undefined) return `${place}: \`${key}\` is not a setting ${owner}; ${elsewhere}`
  return `${place}: \`${key}\` is not a setting ${owner}${suggestion(key, keys)}`
}

function wrongValue(path: Path, issue: v.BaseIssue<unknown>, parsed: Parsed): string {
  const place = parsed.place(path, 'value')
  const { input } = issue
  const name = path.filter((step) => typeof step === 'string').join('.')
  if (path.length === 0) return `${place}: expected settings, found ${shown(input)}`
  const steps = path.join('.')
  const words = EXPECTED.find(([pattern]) => pattern.test(steps))?.[1] ?? 'something else'
  const written = Array.isArray(input) ? input[0] : input
  const level =
    /^rules\.|\.rules\./.test(steps) && typeof written === 'string' ? nearest(written, RULE_LEVELS) : undefined
  const meant = level === undefined || level === written ? '' : `; did you mean \`${level}\`?`
  return `${place}: \`${name === '' ? String(path[0]) : name}\` is ${shown(input)}, expected ${words}${meant}`
}

/** `; did you mean …?`, or the list of what there is. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates)
  if (meant !== undefined) return `; did you mean \`${meant}\`?`
  return candidates.length === 0 || candidates.length > 12 ? '' : `; there are ${candidates.join(', ')}`
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
