import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from '../../src/text/diff.ts'
import { folder } from '../cli/citelint.ts'

describe('unifiedDiff', () => {
  it('shows a change among its neighbours', () => {
    expect(unifiedDiff('a.md', '1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\n6\n7\n8\n9\n')).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    )
    expect(unifiedDiff('a.md', 'same', 'same')).toBe('')
    expect(unifiedDiff('a.md', 'a', 'b\n')).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n',
    )
  })

  it('is what git applies, with CRLF and without a last line end', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd\r', '-- e', '', '+f')
    const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
    const joined = text.map(([lines, ends]) => lines.join('\n') + (ends && lines.length > 0 ? '\n' : ''))
    const cwd = folder({})
    fc.assert(
      fc.property(joined, joined, (before, after) => {
        fc.pre(before !== after && before !== '' && after !== '')
        writeFileSync(join(cwd, 'a.md'), before)
        const patch = unifiedDiff('a.md', before, after)
        const applied = spawnSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', '-'], { cwd, input: patch })
        expect(`${applied.stderr}`).toBe('')
        expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(after)
      }),
      { numRuns: 60 },
    )
  })

  it('takes no square of time for texts that share nothing', () => {
    const lines = (sign: string) => Array.from({ length: 50_000 }, (_, index) => `${sign}${index}\n`).join('')
    expect(unifiedDiff('a', lines('a'), lines('b')).length).toBeGreaterThan(500_000)
  })
})
