import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { citelint, ended, folder, start } from './citelint.ts'

const CLEAN = '# Paper\n\nPlain words about rivers.\n'
const LIBRARY =
  '@book{stone2012,\n  author = {Stone, Anna},\n  title = {On Rivers},\n  publisher = {Water Press},\n  year = {2012}\n}\n'
/** cites a work that its library lacks: an error */
const TROUBLED = '---\nbibliography: refs.bib\n---\n\n# Paper\n\nRivers flow [@stone2012; @gone2013].\n'
const GOOD = '---\nbibliography: refs.bib\n---\n\n# Paper\n\nRivers flow [@stone2012].\n'

async function json(args: readonly string[], cwd: string, more: object = {}) {
  const result = await citelint(['check', '--format', 'json', ...args], { cwd, ...more })
  return { ...result, report: JSON.parse(result.stdout) }
}

const paths = (report: { files: { path: string }[] }): string[] => report.files.map(({ path }) => path)
const troubles = (report: { files: { troubles: { code: string }[] }[] }): string[] =>
  report.files.flatMap((file) => file.troubles.map(({ code }) => code))

describe('exit codes', () => {
  it('is 0 for clean, empty and blank files', async () => {
    const cwd = folder({ 'a.md': CLEAN, 'empty.md': '', 'blank.txt': ' \n\t\n', 'bom.md': '\uFEFF', 'empty.bib': '' })
    const { code, report, stderr } = await json(['.'], cwd)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(paths(report)).toEqual(['a.md', 'blank.txt', 'bom.md', 'empty.bib', 'empty.md'])
    expect(report.summary).toMatchObject({ errors: 0, warnings: 0, infos: 0 })
  })

  it('is 1 for findings at the severity that is asked for, and 0 when they are forgiven', async () => {
    const cwd = folder({ 'a.md': TROUBLED, 'refs.bib': LIBRARY })
    const { code, report } = await json(['a.md'], cwd)
    expect(code).toBe(1)
    expect(paths(report)).toEqual(['a.md', 'refs.bib'])
    expect(report.files[0].findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['citations/undefined'])
    expect((await json(['a.md', '--exit-zero'], cwd)).code).toBe(0)
    expect((await json(['a.md', '--rule', 'citations/undefined=off'], cwd)).code).toBe(0)
    expect((await json(['a.md', '--rule', 'citations/undefined=warning'], cwd)).code).toBe(0)
    const warning = ['a.md', '--rule', 'citations/undefined=warning']
    expect((await json([...warning, '--max-warnings', '0'], cwd)).code).toBe(1)
    expect((await json([...warning, '--max-warnings', '1'], cwd)).code).toBe(0)
    expect((await json([...warning, '--fail-on', 'warning'], cwd)).code).toBe(1)
    expect((await json([...warning, '--fail-on', 'info'], cwd)).code).toBe(1)
  })

  it('is 2 for a missing path, a folder without manuscripts and an input that failed, after the rest is reported', async () => {
    const cwd = folder({ 'a.md': TROUBLED, 'refs.bib': LIBRARY, 'photos/x.png': '' })
    const missing = await json(['none.md', 'a.md', '--exit-zero'], cwd)
    expect(missing).toMatchObject({ code: 2, stderr: 'citelint: none.md does not exist\n' })
    expect(paths(missing.report)).toEqual(['a.md', 'refs.bib'])
    const photos = await json(['photos'], cwd)
    expect(photos.code).toBe(2)
    expect(photos.stderr).toMatch(/^citelint: photos holds no manuscript\n {2}citelint reads files that end in \.md, /)
    expect(await citelint(['check'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'citelint: manuscripts does not exist\n  Name files or folders: citelint check PATHS…\n',
    })
    expect((await json(['none.md'], cwd)).report).toMatchObject({ files: [], summary: { files: 0 } })
    writeFileSync(join(cwd, 'lost.md'), '---\nbibliography: [none.bib, ../../etc/x.bib]\n---\n\nA [@b].\n')
    const lost = await json(['lost.md', '--exit-zero'], cwd)
    expect(lost.code).toBe(2)
    expect(lost.report.files[0].troubles).toMatchObject([
      { message: 'The library `none.bib` does not exist', position: { start: { line: 2 } } },
      { message: 'The library `../../etc/x.bib` lies outside the project and is not read' },
    ])
    expect(lost.report.files[0].findings).toEqual([])
  })

  it('is 2 for a configuration that is wrong, before anything is read', async () => {
    const cwd = folder({ 'a.md': CLEAN, 'citelint.config.yaml': 'rulez: {}\n' })
    expect(await citelint(['check', 'a.md', '--exit-zero'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'citelint: citelint.config.yaml:1:1: `rulez` is not a setting of citelint; did you mean `rules`?\n',
    })
    expect((await citelint(['check', 'a.md', '--untrusted'], { cwd })).code).toBe(0)
  })
})

describe('inputs', () => {
  it('reads standard input under a name, with the library beside that name', async () => {
    const cwd = folder({ 'm/refs.bib': LIBRARY })
    const named = await json(['--stdin', '--stdin-filename', 'm/a.md'], cwd, { stdin: TROUBLED })
    expect(named.code).toBe(1)
    expect(paths(named.report)).toEqual(['m/a.md', 'm/refs.bib'])
    expect(paths((await json(['--stdin'], cwd, { stdin: CLEAN })).report)).toEqual(['stdin'])
    expect((await citelint(['check', '--stdin', '--stdin-filename', 'a.docx'], { cwd, stdin: '' })).code).toBe(2)
  })

  it('takes libraries from the command line and the configuration', async () => {
    const cwd = folder({ 'm/a.md': '# P\n\nRivers [@stone2012].\n', 'lib/refs.bib': LIBRARY })
    expect((await json(['m', '--bibliography', 'lib/refs.bib'], cwd)).code).toBe(0)
    writeFileSync(join(cwd, 'citelint.config.yaml'), 'manuscripts: m\nbibliography: lib/refs.bib\n')
    const { code, report } = await json([], join(cwd, 'm'))
    expect(code).toBe(0)
    expect(paths(report)).toEqual(['../lib/refs.bib', 'a.md'])
  })

  it('reads bytes of any kind without falling over', async () => {
    const cwd = folder({
      'nul.md': 'a\0b\0\n',
      'nul.txt': '\0\0\0',
      'nul.bib': '@book{a\0,}',
      'nul.ris': 'TY  - BOOK\0\n',
      'binary.md': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      'half.txt': Uint8Array.of(0xff, 0xfe, 0x41),
      'open.md': '[@a; **b `c $d <!-- e\n\n```\n$$\n[^1]: > - ',
      'long.txt': 'слово '.repeat(20_000),
      'deep.md': '> '.repeat(5000),
    })
    const { code, report, stderr } = await json(['.', '--exit-zero'], cwd)
    expect(stderr).toBe('')
    expect([0, 2]).toContain(code)
    expect(report.files).toHaveLength(9)
    expect(troubles(report)).not.toContain('crash')
    expect(troubles(report)).toContain('read-as-plain-text')
  })

  it('refuses 100 MB with its size, at once, and checks the rest', { timeout: 60_000 }, async () => {
    const cwd = folder({ 'a.md': CLEAN })
    writeFileSync(join(cwd, 'big.md'), Buffer.alloc(100 * 1024 * 1024, 'x'))
    const { code, report } = await json(['.'], cwd)
    expect(code).toBe(2)
    expect(report.files.map((file: { troubles: object[] }) => file.troubles)).toEqual([
      [],
      [
        expect.objectContaining({
          code: 'too-large',
          message: 'big.md is not read: it has 100 MB, the limit is 64 MB',
        }),
      ],
    ])
  })

  it.skipIf(process.platform === 'win32')('follows no link out of the folder', async () => {
    const cwd = folder({ 'm/a.md': '---\nbibliography: refs.bib\n---\n[@a]\n' })
    symlinkSync('/etc/passwd', join(cwd, 'm/leak.txt'))
    symlinkSync('/etc/passwd', join(cwd, 'm/refs.bib'))
    const { stdout } = await json(['m', 'm/leak.txt'], cwd)
    expect(stdout).not.toContain('root:')
  })

  it('goes on when one of many files breaks its reader', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`m/${index}.md`, CLEAN]))
    const cwd = folder({
      ...files,
      'm/bad.md': 'EXPLODE',
      'breaks.mjs': `export default { name: 'breaks', readers: [{ format: 'markdown', extensions: ['.md'], read(source) {
        if (source.text === 'EXPLODE') process.exit(7)
        return { kind: 'manuscript', metadata: { bibliography: [], nocite: [] }, blocks: [], marked: [], links: [], comments: [], troubles: [] }
      } }] }`,
    })
    const { code, report } = await json(['m', '--plugin', './breaks.mjs'], cwd)
    expect(code).toBe(2)
    expect(report.files).toHaveLength(61)
    expect(troubles(report)).toEqual(['crash'])
  })

  it('says which rule failed and lets the others go on', async () => {
    const cwd = folder({
      'a.md': TROUBLED,
      'refs.bib': LIBRARY,
      'fails.mjs': `export default { name: 'fails', rules: [{ id: 'x/fails', summary: 's', why: 'w', cannotSee: 'c', severity: 'error',
        messages: {}, examples: [], check() { throw new Error('out of luck') } }] }`,
    })
    const { code, report } = await json(['a.md', '--plugin', 'fails.mjs'], cwd)
    expect(code).toBe(2)
    expect(report.summary.errors).toBe(1)
    expect(JSON.stringify(report.files[0].troubles)).toContain('x/fails')
    const untrusted = await citelint(['check', 'a.md', '--untrusted', '--plugin', 'fails.mjs'], { cwd })
    expect(untrusted).toMatchObject({ code: 2, stdout: '' })
    expect(untrusted.stderr).toContain('lies in the checked tree, which --untrusted ignores')
  })
})

describe('outputs', () => {
  it('writes several formats, files whole, none over what it reads', async () => {
    const cwd = folder({ 'a.md': TROUBLED, 'refs.bib': LIBRARY })
    const args = ['check', 'a.md', '--format', 'json:out/r.json', '--format', 'terminal', '--format', 'jsonl:r.jsonl']
    const { code, stdout } = await citelint(args, { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('citations/undefined')
    expect(JSON.parse(readFileSync(join(cwd, 'out/r.json'), 'utf8')).summary.errors).toBe(1)
    expect(readFileSync(join(cwd, 'r.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3)
    for (const path of ['a.md', 'refs.bib']) {
      const over = await citelint(['check', 'a.md', '--format', `json:${path}`], { cwd })
      expect(over.code).toBe(2)
      expect(over.stderr).toBe(`citelint: ${path} is one of the files that are checked; it is not written over\n`)
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(TROUBLED)
    symlinkSync(folder({}), join(cwd, 'way'))
    const outside = await citelint(['check', 'a.md', '--untrusted', '--format', 'json:way/x.json'], { cwd })
    expect(outside).toMatchObject({ code: 2 })
    expect(outside.stderr).toContain('way/x.json leads out of the working directory')
    expect(existsSync(join(cwd, 'way/x.json'))).toBe(false)
  })

  it('prints the same with one worker and with many', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [`m/${index}.md`, index % 3 === 0 ? TROUBLED : GOOD]),
    )
    const cwd = folder({ ...files, 'm/refs.bib': LIBRARY })
    const one = await citelint(['check', 'm', '--format', 'json', '--jobs', '1'], { cwd })
    const many = await citelint(['check', 'm', '--format', 'json', '--jobs', '16'], { cwd })
    expect(many).toEqual(one)
    expect(one.code).toBe(1)
  })

  it('uses colours only where they are wanted', async () => {
    const cwd = folder({ 'a.md': TROUBLED, 'refs.bib': LIBRARY })
    const run = async (env: Record<string, string>, ...args: string[]): Promise<boolean> =>
      (await citelint(['check', 'a.md', ...args], { cwd, env })).stdout.includes('\u001b[')
    expect(await run({})).toBe(false)
    expect(await run({ FORCE_COLOR: '1' })).toBe(true)
    expect(await run({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(await run({ FORCE_COLOR: '1' }, '--no-color')).toBe(false)
    expect(await run({ FORCE_COLOR: '0' })).toBe(false)
  })

  it('keeps its exit code and its countenance when the reader of the pipe goes away', async () => {
    const text = `${GOOD}${'\nRivers flow [@stone2012].\n'.repeat(3000)}\nOf [@gone2013].\n`
    const cwd = folder({ 'a.md': text, 'refs.bib': LIBRARY })
    const child = start(['check', 'a.md', '--format', 'json'], { cwd })
    child.stdout?.once('data', () => child.stdout?.destroy())
    const { code, stderr } = await ended(child)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const closed = start(['check', 'a.md', '--format', 'json'], { cwd })
    closed.stdout?.destroy()
    expect(await ended(closed)).toMatchObject({ code: 1, stderr: '' })
  })

  it.skipIf(process.platform === 'win32')('keeps the old report when the disk is full', () => {
    const cwd = folder({
      'a.md': `${GOOD}${'\nRivers flow [@stone2012].\n'.repeat(2000)}`,
      'refs.bib': LIBRARY,
      'r.json': 'old',
    })
    const script = 'ulimit -f 16; trap "" XFSZ; exec "$0" "$1" check a.md --format json:r.json'
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, inject('cli')], {
      cwd,
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^citelint: r\.json cannot be written: .*\(EFBIG\)\n$/)
    expect(status).toBe(2)
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('old')
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'r.json', 'refs.bib'])
  })

  it('opens no socket', async () => {
    const cwd = folder({ 'a.md': TROUBLED, 'refs.bib': LIBRARY })
    const spy = join(cwd, 'spy.cjs')
    writeFileSync(
      spy,
      `const net = require('node:net'); const dns = require('node:dns')
       const fail = () => { require('node:fs').writeSync(2, 'SOCKET\\n') }
       net.Socket.prototype.connect = fail; dns.lookup = fail`,
    )
    const { stderr, code } = await citelint(['check', 'a.md', '--offline'], { cwd, node: ['--require', spy] })
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 })
  })
})
