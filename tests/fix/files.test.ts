import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { citelint, ended, folder, start } from '../cli/citelint.ts'

const ENTRIES = [
  '1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. DOI: 10.5555/ jir.2004.12',
  '2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.',
]
const PAPER = `# Paper\n\nSee [1] and [2].\n\n## References\n\n${ENTRIES.join('\n')}\n`
const FIXED = PAPER.replace('10.5555/ jir', '10.5555/jir')
const RUSSIAN = PAPER.replace('See [1] and [2].', 'Об этом см. [1] и [2].')
  .replace('References', 'Литература')
  .replaceAll('–', '-')
  .replace('Roe A.', 'Ветров А.')

describe('check --fix', () => {
  it('makes safe repairs, says so, and reports what is left', async () => {
    const cwd = folder({ 'a.md': PAPER })
    const dry = await citelint(['check', 'a.md', '--fix-dry-run', '--format', 'json:r.json'], { cwd })
    expect(dry.stdout).toContain(`-${ENTRIES[0]}\n+${ENTRIES[0]?.replace('5/ j', '5/j')}\n`)
    expect(dry.stdout.startsWith('--- a/a.md\n+++ b/a.md\n@@ ')).toBe(true)
    expect([dry.code, dry.stderr]).toEqual([1, 'citelint: 1 repair in 1 file, not written\n'])
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(PAPER)
    const { code, stderr, stdout } = await citelint(['check', 'a.md', '--fix', '--format', 'json'], { cwd })
    expect([code, stderr]).toEqual([0, 'citelint: 1 repair in 1 file\n'])
    expect(JSON.parse(stdout).summary.errors).toBe(0)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(FIXED)
    const again = await citelint(['check', 'a.md', '--fix', '--format', 'json'], { cwd })
    expect([again.code, again.stderr, again.stdout]).toEqual([0, '', stdout])
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'r.json'])
  })

  it('prints a difference that git applies', async () => {
    const cwd = folder({ 'a.md': PAPER.replaceAll('\n', '\r\n'), 'b/c d.md': PAPER })
    const { stdout } = await citelint(['check', '.', '--fix-dry-run'], { cwd })
    execFileSync('git', ['apply', '-'], { cwd, input: stdout })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(FIXED.replaceAll('\n', '\r\n'))
    expect(readFileSync(join(cwd, 'b/c d.md'), 'utf8')).toBe(FIXED)
  })

  it.each([
    [
      'a byte order mark and CRLF',
      (text: string) => iconv.encode(text.replaceAll('\n', '\r\n'), 'utf8', { addBOM: true }),
    ],
    ['windows-1251', (text: string) => iconv.encode(text, 'win1251')],
    ['KOI8-R', (text: string) => iconv.encode(text, 'koi8-r')],
    ['UTF-16', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ])('keeps %s', async (_, encoded) => {
    const cwd = folder({ 'a.md': encoded(RUSSIAN) })
    const { stderr } = await citelint(['check', 'a.md', '--fix'], { cwd })
    expect(stderr).toBe('citelint: 1 repair in 1 file\n')
    expect(readFileSync(join(cwd, 'a.md')).equals(encoded(RUSSIAN.replace('/ jir', '/jir')))).toBe(true)
  })

  it('does not write what it could not write back', async () => {
    const broken = Buffer.concat([Buffer.from(PAPER), Buffer.from([0xff, 0xfe, 0xfd, 0x0a])])
    const cwd = folder({ 'a.md': broken })
    const { stderr } = await citelint(['check', 'a.md', '--fix'], { cwd })
    expect(stderr).toMatch(/a\.md is not repaired: its bytes are not all utf-8/)
    expect(readFileSync(join(cwd, 'a.md')).equals(broken)).toBe(true)
  })

  const RULE = `export default { name: 'x', rules: [{ id: 'x/letter', summary: 'x', why: 'x', cannotSee: 'x', severity: 'warning',
    messages: { x: 'x' }, examples: [],
    *check({ source: { path, text } }) {
      const at = (word, more) => { const start = text.indexOf(word); return start < 0 ? [] : [{ span: { path, start, end: start + word.length }, messageId: 'x', subject: word, ...more(start) }] }
      const fix = (word, written, safety) => (start) => ({ fixes: [{ title: 'Write ' + written, safety, edits: [{ span: { path, start, end: start + word.length }, text: written }] }],
        evidence: ['list', 'registry'].map((source) => ({ about: 'name', ours: word, theirs: written, source })) })
      yield* at('China', fix('China', '漢', 'safe'))
      yield* at('Reo', fix('Reo', 'Roe', 'ask'))
    } }] }`

  it('refuses a repair that the encoding of the file cannot write', async () => {
    const text = `${RUSSIAN}\nО China.\n`
    const cwd = folder({ 'a.md': iconv.encode(text, 'win1251'), 'rule.mjs': RULE })
    const { stderr } = await citelint(['check', 'a.md', '--fix', '--plugin', './rule.mjs'], { cwd })
    expect(stderr).toContain('left out: Write 漢: windows-1251 cannot write U+6F22; convert the file to UTF-8 first')
    expect(readFileSync(join(cwd, 'a.md')).equals(iconv.encode(text.replace('/ jir', '/jir'), 'win1251'))).toBe(true)
  })

  it('makes unsafe repairs only when asked to', async () => {
    const cwd = folder({ 'a.md': '# Paper\n\nBy Reo.\n', 'rule.mjs': RULE })
    const run = (...more: string[]) => citelint(['check', 'a.md', '--plugin', './rule.mjs', ...more], { cwd })
    await run('--fix')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('Reo')
    await run('--fix', '--unsafe-fixes')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('Roe')
  })

  it('repairs a library once, whoever reads it, and keeps its entries', async () => {
    const library =
      '@article{roe2004,\n  author = {Roe, Ann},\n  title = {Literate Machines},\n  journal = {J},\n  year = {2004},\n  url = {htps://example.org/a},\n}\n'
    const paper = '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].\n'
    const cwd = folder({ 'a.md': paper, 'b.md': paper, 'refs.bib': library })
    const { stderr } = await citelint(['check', 'a.md', 'b.md', '--fix'], { cwd })
    expect(stderr).toBe('citelint: 1 repair in 1 file\n')
    expect(readFileSync(join(cwd, 'refs.bib'), 'utf8')).toBe(library.replace('htps', 'https'))
    writeFileSync(join(cwd, 'refs.bib'), library)
    await citelint(['check', 'a.md', '--fix', '--untrusted'], { cwd })
    expect(readFileSync(join(cwd, 'refs.bib'), 'utf8')).toBe(library)
  })

  it.skipIf(process.platform === 'win32')('never writes through a link, and keeps the mode of a file', async () => {
    const cwd = folder({ 'real/a.md': PAPER, 'b.md': PAPER })
    symlinkSync('real/a.md', join(cwd, 'link.md'))
    chmodSync(join(cwd, 'b.md'), 0o600)
    const { stderr } = await citelint(['check', 'link.md', 'b.md', '--fix'], { cwd })
    expect(stderr).toContain('link.md is not repaired: it is a symbolic link')
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(cwd, 'real/a.md'), 'utf8')).toBe(PAPER)
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(FIXED)
    expect(statSync(join(cwd, 'b.md')).mode & 0o777).toBe(0o600)
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says what could not be written', async () => {
    const cwd = folder({ 'a.md': PAPER })
    chmodSync(cwd, 0o500)
    const { code, stderr } = await citelint(['check', 'a.md', '--fix'], { cwd })
    chmodSync(cwd, 0o700)
    expect([code, stderr]).toEqual([2, expect.stringContaining('a.md cannot be written: permission denied')])
  })

  it('leaves the old file or the new one when it is killed', async () => {
    const cwd = folder({ 'a.md': PAPER })
    const isWriting = (): boolean => readdirSync(cwd).some((name) => name.endsWith('.tmp'))
    for (let round = 0; round < 4; round++) {
      for (const name of readdirSync(cwd)) rmSync(join(cwd, name))
      writeFileSync(join(cwd, 'a.md'), PAPER)
      const child = start(['check', 'a.md', '--fix'], { cwd })
      const end = ended(child)
      // looked at without a pause: the new file lies beside the old one for a moment only
      while (child.exitCode === null && !isWriting()) await new Promise((resolve) => setImmediate(resolve))
      for (let wait = 0; wait < round; wait++) await new Promise((resolve) => setImmediate(resolve))
      child.kill('SIGKILL')
      await end
      expect([PAPER, FIXED]).toContain(readFileSync(join(cwd, 'a.md'), 'utf8'))
    }
  })

  it.each([
    [['--unsafe-fixes', 'a.md'], '--unsafe-fixes needs --fix or --fix-dry-run'],
    [['--fix', '--fix-dry-run', 'a.md'], 'either --fix or --fix-dry-run, not both'],
    [['--fix', '--stdin'], '--fix writes to files; standard input has none'],
    [['--fix-dry-run', '--format', 'json', 'a.md'], '--fix-dry-run prints its difference to standard output'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await citelint(['check', ...args], { cwd: folder({ 'a.md': PAPER }) })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
