import type { FileReport } from '../../model/report.ts'
import { counted } from './style.ts'

/** What one kind of question is about, by the word that its key begins with. */
const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  work: ['DOI', 'DOIs'],
  search: ['reference without an identifier', 'references without an identifier'],
  link: ['link', 'links'],
  identifier: ['identifier', 'identifiers'],
}

/** Reasons that the engine gives, in words; any other reason is printed as it is. */
const reasons: Readonly<Record<string, string>> = {
  offline: 'offline',
  timeout: 'no answer in time',
  refused: 'the address may not be contacted',
  'rate-limited': 'the host asked for a slower pace',
  blocked: 'the host turns programs away',
  unsupported: 'no registry answers this',
  failed: 'the answer could not be read',
  'not-asked': 'not asked',
}

/** Things that are named one by one; more are only counted. */
const named = 3

interface Group {
  readonly nouns: readonly [one: string, many: string] | undefined
  readonly why: string
  count: number
  readonly things: Set<string>
}

/** One line for each kind of thing and reason: `12 DOIs: offline`. A question of several files counts once. */
export function uncheckedPhrases(
  files: readonly FileReport[],
  detail: 'names' | 'counts' = 'names',
): readonly string[] {
  const groups = new Map<string, Group>()
  for (const { unchecked } of files) {
    for (const { what, why } of unchecked) {
      const { kind, nouns, count, thing } = readingOf(what)
      const key = `${kind}\n${why}`
      const group = groups.get(key) ?? { nouns, why, count: 0, things: new Set() }
      groups.set(key, group)
      group.count += count
      if (thing !== '') group.things.add(thing)
    }
  }
  return [...groups.values()].map((group) => phrase(group, detail))
}

interface Reading {
  readonly kind: string
  readonly nouns: readonly [one: string, many: string] | undefined
  /** of things that are not named */
  readonly count: number
  readonly thing: string
}

/** `work 10.5555/x` is a question, `12 DOIs` a count, anything else speaks for itself. */
function readingOf(what: string): Reading {
  const space = what.indexOf(' ')
  const word = what.slice(0, Math.max(space, 0))
  const rest = what.slice(space + 1)
  const nouns = Object.hasOwn(kinds, word) ? kinds[word] : undefined
  if (nouns !== undefined) return { kind: nouns[1], nouns, count: 0, thing: rest }
  if (!/^\d{1,9}$/.test(word) || rest === '') return { kind: what, nouns: undefined, count: 0, thing: what }
  const one = rest.endsWith('s') ? rest.slice(0, -1) : rest
  return { kind: `${one}s`, nouns: [one, `${one}s`], count: Number(word), thing: '' }
}

function phrase({ nouns, why, count, things }: Group, detail: 'names' | 'counts'): string {
  const reason = Object.hasOwn(reasons, why) ? reasons[why] : why
  if (nouns === undefined) return `${[...things].join(', ')}: ${reason}`
  const total = count + things.size
  const names =
    detail === 'names' && count === 0 && things.size <= named ? ` (${[...things].map(shortened).join(', ')})` : ''
  return `${counted(total, ...nouns)}${names}: ${reason}`
}

function shortened(thing: string): string {
  const letters = [...thing]
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : thing
}
