import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULTS, layer, settingsFor } from '../../../src/engine/configure.ts'
import { matchesGlob } from '../../../src/engine/glob.ts'
import { stopwatch } from '../../support/stopwatch.ts'

describe('matchesGlob', () => {
  it.each([
    ['*.md', 'a/b/c.md', true],
    ['*.md', 'a.mdx', false],
    ['drafts/**', 'drafts/a/b.md', true],
    ['drafts/', 'drafts/a/b.md', true],
    ['drafts/*', 'drafts/a/b.md', false],
    ['**/notes/*.txt', 'notes/a.txt', true],
    ['**/notes/*.txt', 'x/y/notes/a.txt', true],
    ['a/**/b/**/c.md', 'a/b/x/b/c.md', true],
    ['a/**/b/c.md', 'a/b/c/b/d.md', false],
    ['глава-?.md', 'глава-1.md', true],
    ['*.{md,txt}', 'x.txt', true],
    ['{a,b/{c,d}}/*.md', 'b/d/x.md', true],
    ['./a.md', 'a.md', true],
    ['a+(b).md', 'aab.md', false],
    ['', 'a.md', false],
  ])('%s with %s: %s', (glob, path, expected) => {
    expect(matchesGlob(path, glob)).toBe(expected)
  })

  it('is met by the path itself and by its stars, and no glob keeps it busy', () => {
    const name = fc.stringMatching(/^[a-zа-я0-9._-]{1,8}$/)
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (parts) => {
        const path = parts.join('/')
        expect(matchesGlob(path, parts.length === 1 ? path : `./${path}`)).toBe(true)
        expect(matchesGlob(path, '**')).toBe(true)
        expect(matchesGlob(path, parts.map(() => '*').join('/'))).toBe(true)
      }),
    )
    const spent = stopwatch()
    expect(matchesGlob('a'.repeat(2000), `${'*a'.repeat(500)}*b`)).toBe(false)
    expect(matchesGlob(Array(500).fill('a').join('/'), `${'**/a/'.repeat(200)}b`)).toBe(false)
    matchesGlob('x', '{a,b}'.repeat(50))
    expect(spent()).toBeLessThan(1000)
  })
})

describe('settingsFor', () => {
  const config = layer(DEFAULTS, {
    rules: { one: ['warning', { deep: true }], two: 'off' },
    overrides: [
      { files: ['drafts/**'], rules: { one: 'off', two: 'info' } },
      { files: ['drafts/final/*.md'], rules: { one: 'error' } },
    ],
  })

  it('lays overrides over the rules, the later over the earlier; a bare severity keeps the options', () => {
    expect(settingsFor('a.md', config).rules).toEqual({
      one: { severity: 'warning', options: { deep: true } },
      two: { severity: 'off' },
    })
    expect(settingsFor('drafts/final/a.md', config).rules).toEqual({
      one: { severity: 'error', options: { deep: true } },
      two: { severity: 'info' },
    })
    expect(settingsFor('drafts/final/a.md', config, { rules: { one: 'info' } }).rules.one?.severity).toBe('info')
  })

  it('hands a file the suppressions of its path', () => {
    const suppressions = [
      { rule: 'one', path: 'drafts/*', reason: 'r', text: 't' },
      { rule: 'two', path: 'b.md', reason: 'r', text: 't' },
    ]
    expect(settingsFor('drafts/a.md', config, { suppressions, today: '2026-11-22', untrusted: true })).toMatchObject({
      suppressions: [{ rule: 'one', reason: 'r', text: 't' }],
      today: '2026-11-22',
      untrusted: true,
    })
  })
})
