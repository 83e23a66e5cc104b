import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citelint, ended, folder, start } from './citelint.ts'

const ENTRIES = [
  '1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.',
  '2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19. DOI: 10.5555/ jir.2006.15',
  '3. Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.',
]
const paper = (prose: string, entries = ENTRIES): string =>
  `# Paper\n\n${prose}\n\n## References\n\n${entries.join('\n')}\n`
const PAPER = paper('See [1], [2] and [3].\n\nAnd [17].')

async function json(args: readonly string[], cwd: string) {
  const ended = await citelint(['check', ...args, '--format', 'json'], { cwd })
  return { ...ended, report: JSON.parse(ended.stdout) }
}

describe('--baseline', () => {
  it('leaves known findings alone, sees new ones, and drops what is gone', async () => {
    const cwd = folder({ 'docs/a.md': PAPER })
    const base = ['docs/a.md', '--baseline', 'base.json']
    const missing = await citelint(['check', ...base], { cwd })
    expect([missing.code, missing.stderr]).toEqual([
      2,
      'citelint: base.json does not exist\n  Take the first one with --update-baseline.\n',
    ])

    const taken = await json([...base, '--update-baseline'], cwd)
    expect([taken.code, taken.report.summary.errors]).toEqual([0, 0])
    const lines = readFileSync(join(cwd, 'base.json'), 'utf8').split('\n')
    expect(lines.filter((line) => line.includes('"rule":"identifiers/doi-malformed"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('"path":"docs/a.md"'))).toHaveLength(taken.report.summary.suppressed)

    // other lines and a new finding
    writeFileSync(
      join(cwd, 'docs/a.md'),
      PAPER.replace('# Paper', '# Paper\n\nMore.').replace('[17].', '[17] and [18].'),
    )
    const later = await json(base, cwd)
    expect(later.code).toBe(1)
    const open = later.report.files[0].findings.filter((one: { suppressed?: object }) => one.suppressed === undefined)
    expect(open.map(({ message }: { message: string }) => message)).toEqual([expect.stringContaining('18')])

    writeFileSync(join(cwd, 'docs/a.md'), paper('See [1], [2] and [3].'))
    const mended = await json(base, cwd)
    expect([mended.code, mended.stderr]).toEqual([
      0,
      'citelint: base.json: 1 entry meets no finding any more; --prune-baseline removes what is gone\n',
    ])
    await json([...base, '--prune-baseline'], cwd)
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).not.toContain('17')
    expect((await json(base, cwd)).stderr).toBe('')
  })

  it('keeps what it knows of files that are not checked, until they are gone', async () => {
    const cwd = folder({ 'a.md': PAPER, 'b.md': PAPER })
    await json(['a.md', 'b.md', '--baseline', 'base.json', '--update-baseline'], cwd)
    const whole = readFileSync(join(cwd, 'base.json'), 'utf8')
    await json(['a.md', '--baseline', 'base.json', '--update-baseline'], cwd)
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).toBe(whole)
    rmSync(join(cwd, 'b.md'))
    await json(['a.md', '--baseline', 'base.json', '--prune-baseline'], cwd)
    expect(readFileSync(join(cwd, 'base.json'), 'utf8')).not.toContain('b.md')
  })

  it('names paths from its own folder, whatever the working directory', async () => {
    const cwd = folder({ 'docs/a.md': PAPER })
    await json(['docs/a.md', '--baseline', 'base.json', '--update-baseline'], cwd)
    expect((await json(['a.md', '--baseline', '../base.json'], join(cwd, 'docs'))).code).toBe(0)
  })

  it.each([
    ['[]', 'base.json is no baseline that this release of citelint reads'],
    ['{"schemaVersion":1,"findings":[{"path":1}]}', 'base.json is no baseline that this release'],
    ['x', 'base.json is no baseline: it is not readable as JSON'],
  ])('refuses %s', async (text, message) => {
    const cwd = folder({ 'a.md': PAPER, 'base.json': text })
    const { code, stderr } = await citelint(['check', 'a.md', '--baseline', 'base.json'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    const untrusted = await citelint(['check', 'a.md', '--baseline', 'base.json', '--untrusted'], { cwd })
    expect(untrusted.stderr).toContain('lies in the checked tree, which --untrusted ignores')
  })
})

describe('--only-changed', () => {
  const git = (cwd: string, ...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd, stdio: 'pipe' })
  }

  it('counts findings on changed lines and entries, committed or not, and new files whole', async () => {
    const cwd = folder({ 'ё a.md': PAPER })
    git(cwd, 'init', '-q', '-b', 'main')
    git(cwd, 'add', '.')
    git(cwd, 'commit', '-q', '-m', 'one')
    const open = async (): Promise<readonly string[]> => {
      const { report } = await json(['.', '--only-changed', 'main', '--rule', 'lists/order=off'], cwd)
      return report.files.flatMap((file: { path: string; findings: readonly Record<string, unknown>[] }) =>
        file.findings
          .filter((one) => one.suppressed === undefined && one.severity !== 'info')
          .map(({ ruleId }) => `${file.path} ${ruleId}`),
      )
    }
    expect(await open()).toEqual([])
    git(cwd, 'checkout', '-q', '-b', 'branch')
    writeFileSync(join(cwd, 'ё a.md'), PAPER.replace('And [17].', 'And also [17].'))
    git(cwd, 'commit', '-q', '-a', '-m', 'two')
    expect(await open()).toEqual(['ё a.md citations/undefined'])
    writeFileSync(join(cwd, 'ё a.md'), PAPER.replace('P. 15–19.', 'P. 15–20.'))
    expect(await open()).toEqual(['ё a.md identifiers/doi-malformed'])
    writeFileSync(join(cwd, 'new.md'), PAPER)
    expect(new Set(await open())).toEqual(
      new Set(['ё a.md identifiers/doi-malformed', 'new.md citations/undefined', 'new.md identifiers/doi-malformed']),
    )
  })

  it('says what git does not know', async () => {
    const cwd = folder({ 'a.md': PAPER })
    const outside = await citelint(['check', 'a.md', '--only-changed', 'main'], { cwd })
    expect([outside.code, outside.stderr]).toEqual([2, 'citelint: --only-changed needs a git repository\n'])
    git(cwd, 'init', '-q')
    const unknown = await citelint(['check', 'a.md', '--only-changed', '--output=x'], { cwd })
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      'citelint: --only-changed --output=x: git knows no such revision\n',
    ])
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })
})

describe('--redact-text', () => {
  it('leaves no word of the prose in any format, and every place where it was', async () => {
    const prose =
      'Zymurgists brewed 4711 hectolitres near Quillonia, as Marchetti (2017) wrote, and [1], [2], [3] quaver.'
    const cwd = folder({ 'a.md': `---\ntitle: Zymurgy abroad\n---\n\n${paper(`${prose}\n\nAnd [17].`)}` })
    const open = await json(['a.md'], cwd)
    const formats = ['terminal', 'json', 'jsonl', 'html', 'markdown', 'sarif', 'csv', 'junit', 'github', 'unix']
    const args = formats.flatMap((format) => ['--format', `${format}:r.${format}`])
    await citelint(['check', 'a.md', '--redact-text', ...args], { cwd })
    for (const format of formats) {
      const text = readFileSync(join(cwd, `r.${format}`), 'utf8')
      expect(text).not.toMatch(/zymurg|brewed|4711|hectolit|quillonia|quaver/i)
      expect(text).toMatch(/17/)
    }
    const redacted = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))
    const places = (report: typeof redacted) =>
      report.files[0].findings.map(({ ruleId, position }: Record<string, unknown>) => [ruleId, position])
    expect(places(redacted)).toEqual(places(open.report))
    expect(redacted.files[0].references).toEqual(open.report.files[0].references)
  })
})

describe('compare', () => {
  it('says what is fixed, still there and new, whatever the files are called', async () => {
    const cwd = folder({
      'v1.md': paper('See [1], [2] and [3].\n\nAnd [17].'),
      'v2.md': paper('Before all, see [1], [2] and [3].\n\nAnd [18].'),
    })
    const { code, stdout } = await citelint(['compare', 'v1.md', 'v2.md'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^Fixed: 1\n {2}v1\.md:5:5 .*17.*\nStill there: \d\n(?: .*\n)*? {2}v2\.md:10:\d+ .*doi-malformed\n(?: .*\n)*New: 1\n {2}v2\.md:5:5 .*18.*\n$/,
    )
    const back = await citelint(['compare', 'v2.md', 'v2.md', '--format', 'json'], { cwd })
    const { fixed, still, new: fresh } = JSON.parse(back.stdout)
    expect([back.code, fixed, fresh, still.length > 0]).toEqual([0, [], [], true])
  })

  it('pairs the files of two folders by name', async () => {
    const cwd = folder({ 'old/a.md': PAPER, 'old/b.md': PAPER, 'new/a.md': PAPER })
    const { stdout, code } = await citelint(['compare', 'old', 'new'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Fixed: [1-9]\n(?: {2}old\/b\.md.*\n)+Still there: [1-9]\n(?: {2}new\/a\.md.*\n)+New: 0\n$/)
  })

  it.each([
    [['compare', 'a.md'], "missing required argument 'NEW'"],
    [['compare', 'a.md', 'none.md'], 'none.md does not exist'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await citelint(args, { cwd: folder({ 'a.md': PAPER }) })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('--watch', () => {
  it.skipIf(process.platform === 'win32')(
    'checks again when a file or its library changes, until it is interrupted',
    async () => {
      const cwd = folder({ 'a.md': PAPER })
      const child = start(['check', 'a.md', '--watch'], { cwd })
      let shown = ''
      child.stderr?.on('data', (data) => {
        shown += data
        const times = shown.split('waiting for changes').length - 1
        if (times === 1) writeFileSync(join(cwd, 'a.md'), paper('See [1], [2], [3] and [44].'))
        if (times === 2) child.kill('SIGINT')
      })
      const { code, stdout } = await ended(child)
      expect(code).toBe(130)
      expect(stdout.indexOf('17')).toBeGreaterThan(0)
      expect(stdout.indexOf('44')).toBeGreaterThan(stdout.indexOf('17'))
    },
  )

  it.each([
    [['--watch', '--fix', 'a.md'], '--watch would write while you do'],
    [['--watch', '--stdin'], '--watch waits for files'],
    [['--update-baseline', 'a.md'], '--update-baseline and --prune-baseline need --baseline FILE'],
    [['--plan', '--fix', 'a.md'], '--plan sends and changes nothing'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await citelint(['check', ...args], { cwd: folder({ 'a.md': PAPER }) })
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
