import { describe, expect, it } from 'vitest'
import { citelint, ended, folder, start } from './citelint.ts'

describe('a reader of standard output that goes away', () => {
  it.each([[['--help']], [['explain']], [['check', '--print-config']], [['--version']]])(
    'does not trouble %j',
    async (args) => {
      const child = start(args, { cwd: folder({}) })
      child.stdout?.destroy()
      expect(await ended(child)).toMatchObject({ code: 0, stderr: '' })
    },
  )

  it('does not trouble parse', async () => {
    const child = start(['parse', '--format', 'jsonl'], { cwd: folder({}) })
    child.stdin?.on('error', () => {})
    child.stdin?.end('Stone, A. (2012). On rivers. Journal of Water, 3(1), 4–9.\n'.repeat(3000))
    child.stdout?.once('data', () => child.stdout?.destroy())
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('a program that fails in a way nobody foresaw', () => {
  it('ends with 2, not with the code of findings', async () => {
    const cwd = folder({
      'a.md': 'Plain words.\n',
      'late.mjs':
        "if (!globalThis.seen) setTimeout(() => { throw new Error('much later') }, 1); export default { name: 'late' }",
    })
    const { code, stderr } = await citelint(['check', 'a.md', '--plugin', 'late.mjs'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('internal error')
  })
})
