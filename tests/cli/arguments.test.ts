import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citelint, folder } from './citelint.ts'

const PAPER = '# Paper\n\nPlain words.\n'

describe('arguments', () => {
  it('prints version and help, each quickly', async () => {
    const cwd = folder({})
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await citelint(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    expect(await citelint(['-V'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    const help = await citelint(['--help'], { cwd })
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of ['check', 'extract', 'parse', 'explain', 'init'])
      expect(help.stdout).toContain(`  ${command}`)
    const nothing = await citelint([], { cwd })
    expect(nothing).toMatchObject({ code: 2, stdout: '' })
    expect(nothing.stderr).toContain('Usage: citelint')
  })

  it.each([
    [['chek'], "citelint: unknown command 'chek'\n(Did you mean check?)\n"],
    [['check', '--formt', 'json'], "citelint: unknown option '--formt'\n(Did you mean --format?)\n"],
    [['check', '--baseline'], "citelint: option '--baseline <FILE>' argument missing\n"],
    [
      ['check', '--fail-on', 'eror'],
      /option '--fail-on <SEVERITY>' argument 'eror' is invalid\. Allowed choices are error, warning, info\./,
    ],
    [['check', '--max-warnings', '-1'], /It must be a whole number from 0\./],
    [['check', '--jobs', '0'], /It must be a whole number from 1 to 256\./],
    [['check', '--today', '2026-02-30'], /It must be a day as YYYY-MM-DD\./],
    [['check', '--offline', '--online'], /option '--offline' cannot be used with option '--online'/],
    [['check', '--format', 'jsn', 'a.md'], 'citelint: --format jsn: `jsn` is no format; did you mean `json`?\n'],
    [['check', '--format', 'json:', 'a.md'], 'citelint: --format json:: no path follows the colon\n'],
    [['check', '--format', 'json', '--format', 'jsonl', 'a.md'], /two formats for standard output/],
    [['check', '--format', 'json:x', '--format', 'jsonl:./x', 'a.md'], /two formats for \.\/x/],
    [
      ['check', '--rule', 'references/uncitd=off', 'a.md'],
      /`references\/uncitd` is no rule; did you mean `references\/uncited`\?/,
    ],
    [['check', '--rule', 'references/uncited=of', 'a.md'], /`of` is no severity; did you mean `off`\?/],
    [['check', '--rule', 'references/uncited', 'a.md'], /write it as ID=off\|info\|warning\|error/],
    [['check', '--stdin', 'a.md'], 'citelint: either --stdin or PATHS, not both\n'],
    [['check', '--stdin-filename', 'a.md'], 'citelint: --stdin-filename needs --stdin\n'],
    [['check', '--bibliography', 'none.bib', 'a.md'], 'citelint: the library none.bib does not exist\n'],
    [['check', '--bibliography', 'a.md', 'a.md'], /a\.md has no format of a library/],
    [['check', '--config', 'none.yaml', 'a.md'], 'citelint: none.yaml does not exist\n'],
    [['check', '--plugin', './none.js', 'a.md'], 'citelint: the plugin ./none.js does not exist\n'],
    [['explain', 'references/uncitd'], /`references\/uncitd` is no rule; did you mean `references\/uncited`\?/],
    [['explain', 'uncited'], /did you mean `references\/uncited`\?/],
    [['parse', 'none.txt'], 'citelint: none.txt does not exist\n'],
    [['parse', '--format', 'text'], /--format text shows how references were read: it needs --explain/],
    [['parse', '--explain', '--format', 'ris'], /--explain needs --format csl-json or jsonl/],
  ])('refuses %j', async (args, message) => {
    const ended = await citelint(args, { cwd: folder({ 'a.md': PAPER }) })
    expect(ended.stdout).toBe('')
    if (typeof message === 'string') expect(ended.stderr).toBe(message)
    else expect(ended.stderr).toMatch(message)
    expect(ended.stderr).not.toMatch(/\n\s+at /)
    expect(ended.code).toBe(2)
  })

  it('explains rules', async () => {
    const cwd = folder({})
    const list = await citelint(['explain'], { cwd })
    expect(list).toMatchObject({ code: 0, stderr: '' })
    expect(list.stdout).toContain('references/uncited')
    const page = await citelint(['explain', 'references/uncited'], { cwd, env: { NO_COLOR: '1' } })
    expect(page).toMatchObject({ code: 0, stderr: '' })
    expect(page.stdout).not.toContain('\u001b')
    expect((await citelint(['explain', 'references/uncited'], { cwd, env: { FORCE_COLOR: '1' } })).stdout).toContain(
      '\u001b[',
    )
  })

  it('prints the configuration as it counts', async () => {
    const cwd = folder({
      'citelint.config.yaml': 'overrides:\n  - { files: drafts/, rules: { references/uncited: off } }\n',
      'drafts/a.md': PAPER,
    })
    const all = JSON.parse((await citelint(['check', '--print-config'], { cwd })).stdout)
    expect(all).toMatchObject({
      configuration: 'citelint.config.yaml',
      rules: { 'references/uncited': expect.anything() },
    })
    const one = await citelint(['check', '--print-config', 'drafts/a.md', '--rule', 'citations/undefined=info'], {
      cwd,
    })
    expect(JSON.parse(one.stdout).rules).toMatchObject({ 'references/uncited': 'off', 'citations/undefined': 'info' })
  })

  it('writes what a project needs, once', async () => {
    const cwd = folder({ '.pre-commit-config.yaml': 'repos: []\n' })
    const first = await citelint(['init'], { cwd })
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toMatch(
      /^citelint\.config\.yaml written\n\.github\/workflows\/citelint\.yml written\n\.pre-commit-config\.yaml exists and is left alone\n/,
    )
    expect(readFileSync(`${cwd}/.pre-commit-config.yaml`, 'utf8')).toBe('repos: []\n')
    expect((await citelint(['init'], { cwd })).stdout.match(/left alone/g)).toHaveLength(3)
    expect(await citelint(['check', '--print-config'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  })
})
