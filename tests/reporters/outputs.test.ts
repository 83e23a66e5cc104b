import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { citelint, folder } from '../cli/citelint.ts'

const paper = `# Rivers

Rivers rise (Roe, 2014; Doe, 2015).

## References

Roe, A. (2014). On rivers. Journal of Invented Results, 3(1), 4–9.
`
const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

test('several forms in one run: standard output, files, folders', async () => {
  const cwd = folder({ 'in/a.md': paper, 'in/b/c.md': paper })
  const forms = [
    'unix',
    'html:pages',
    'html:one.html',
    'csv:tables/',
    'csv:all.CSV',
    'sarif:x.sarif',
    'markdown:letter.md',
    'junit:j.xml',
  ]
  const { code, stdout, stderr } = await citelint(
    ['check', 'in', '--offline', ...forms.flatMap((form) => ['--format', form])],
    { cwd },
  )
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('in/a.md:3:')
  expect(filesIn(join(cwd, 'pages'))).toEqual(['in/a.md.html', 'in/b/c.md.html', 'index.html'])
  expect(filesIn(join(cwd, 'tables'))).toEqual(['in/a.md.csv', 'in/b/c.md.csv', 'index.csv'])
  for (const name of ['one.html', 'all.CSV', 'x.sarif', 'letter.md', 'j.xml'])
    expect(lstatSync(join(cwd, name)).size).toBeGreaterThan(100)
  // the same manuscripts, the same bytes
  const before = readFileSync(join(cwd, 'one.html'), 'utf8')
  await citelint(['check', 'in', '--offline', '--format', 'html:one.html'], { cwd })
  expect(readFileSync(join(cwd, 'one.html'), 'utf8')).toBe(before)
})

test('two forms for one place are refused', async () => {
  const cwd = folder({ 'a.md': paper })
  const { code, stderr } = await citelint(['check', 'a.md', '--format', 'unix', '--format', 'json'], { cwd })
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'citelint: two formats for standard output'])
})

test('o_symlink_out: a page takes the place of a link, whose target stays as it was', async () => {
  const cwd = folder({ 'a.md': paper, 'secret.txt': 'kept' })
  mkdirSync(join(cwd, 'pages'))
  symlinkSync(join(cwd, 'secret.txt'), join(cwd, 'pages/a.md.html'))
  const { code } = await citelint(['check', 'a.md', '--exit-zero', '--format', 'html:pages'], { cwd })
  expect(readFileSync(join(cwd, 'secret.txt'), 'utf8')).toBe('kept')
  expect(lstatSync(join(cwd, 'pages/a.md.html')).isSymbolicLink()).toBe(false)
  expect(code).toBe(0)
})

test('o_traversal: the page of a manuscript outside stays in the folder of the report', async () => {
  const cwd = folder({ 'work/x': '', 'outside.md': paper })
  const { code } = await citelint(['check', '../outside.md', '--exit-zero', '--format', 'html:pages'], {
    cwd: join(cwd, 'work'),
  })
  expect(code).toBe(0)
  expect(filesIn(join(cwd, 'work/pages'))).toEqual(['index.html', 'up/outside.md.html'])
})

test('o_traversal: a folder that leads out is refused where the tree is not trusted', async () => {
  const cwd = folder({ 'work/a.md': paper, 'elsewhere/x': '' })
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'work/pages'))
  const { code, stderr } = await citelint(['check', 'a.md', '--untrusted', '--exit-zero', '--format', 'html:pages'], {
    cwd: join(cwd, 'work'),
  })
  expect(code).toBe(2)
  expect(stderr).toContain('leads out of the working directory')
  expect(existsSync(join(cwd, 'elsewhere/index.html'))).toBe(false)
})

test('o_overwrite_input: no page is written over what was read', async () => {
  const cwd = folder({ 'a.md': paper })
  const { stderr } = await citelint(['check', 'a.md', '--exit-zero', '--format', 'markdown:a.md'], { cwd })
  expect(stderr).toContain('it is not written over')
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(paper)
})
