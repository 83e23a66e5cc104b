import { describe, expect, it } from 'vitest'
import { loadSuppressions } from '../../../src/cli/config/suppressions.ts'
import { rules } from '../../../src/rules/index.ts'
import { folder } from '../citelint.ts'

const id = 'references/missing-field'

async function load(text: string): Promise<unknown> {
  const cwd = folder({ 'citelint.suppress.yaml': text })
  return loadSuppressions(cwd, { cwd, rules }).catch((error: Error) => error.message)
}

describe('loadSuppressions', () => {
  it('reads what is left alone, and why', async () => {
    const text = `- { rule: ${id}, path: "m/*.txt", text: Stone, reason: the series has no editor, until: 2027-01-31 }\n`
    expect(await load(text)).toEqual([
      { rule: id, path: 'm/*.txt', text: 'Stone', reason: 'the series has no editor', until: '2027-01-31' },
    ])
    expect(await load('')).toEqual([])
    const cwd = folder({})
    expect(await loadSuppressions(cwd, { cwd, rules })).toEqual([])
  })

  it.each([
    [`- { rule: ${id}, path: a.txt, text: x }`, '1:3: `reason` is missing'],
    [`- { rule: ${id}, path: a.txt, text: x, reason: " " }`, '1:67: `reason` is "", expected a sentence that says why'],
    [`- { rule: ${id}, path: a.txt, reason: y }`, '1:3: a suppression needs `text` or `fingerprint` beside its path'],
    [
      `- { rule: ${id}, path: a, text: x, reason: y, untill: z }`,
      '1:66: `untill` is not a setting of citelint; did you mean `until`?',
    ],
    [`- { rule: ${id}s, path: a, text: x, reason: y }`, `1:11: \`${id}s\` is no rule; did you mean \`${id}\`?`],
    [
      `- { rule: ${id}, path: a, text: x, reason: y, until: soon }`,
      '1:73: `until` is "soon", expected a date as YYYY-MM-DD',
    ],
    ['rule: x', ': expected settings, found {"rule":"x"}'],
  ])('refuses %j', async (text, message) => {
    const place = message.startsWith(':') ? '' : ':'
    expect(await load(text)).toBe(`citelint.suppress.yaml${place}${message}`)
  })
})
