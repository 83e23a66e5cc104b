import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { folder } from '../cli/citelint.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'))

const PAPER =
  '# Paper\n\nSee [1], [2] and [17].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'

interface Step {
  readonly name: string
  readonly run?: string
  readonly uses?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
}

const action: {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>
  readonly runs: { readonly steps: readonly Step[] }
} = read('action.yml')

/** Runs the steps with a shell as a runner does, `citelint` being the program of this test run. */
function runAction(cwd: string, given: Readonly<Record<string, string>>, base = '') {
  const temp = join(cwd, '.runner')
  const bin = join(temp, 'bin')
  mkdirSync(bin, { recursive: true })
  const command = join(bin, 'citelint')
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${inject('cli')}" "$@"\n`)
  chmodSync(command, 0o755)
  const files = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
    GITHUB_PATH: join(temp, 'path'),
  }
  for (const path of Object.values(files)) writeFileSync(path, '')
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default])),
    ...given,
  }
  const outputs = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readFileSync(files.GITHUB_OUTPUT, 'utf8')
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
  const value = (text: string): string =>
    text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => {
      if (name.startsWith('inputs.')) return inputs[name.slice('inputs.'.length)] ?? ''
      if (name === 'github.base_ref') return base
      return outputs()[name.replace('steps.check.outputs.', '')] ?? ''
    })
  let code = 0
  let log = ''
  for (const step of action.runs.steps) {
    // installing needs a registry; the packed package is tried by .ci/run
    if (step.run === undefined || step.name === 'Set up citelint') continue
    expect(step.run).not.toContain('${{')
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]))
    try {
      log += execFileSync('bash', ['--noprofile', '--norc', '-c', step.run], {
        cwd,
        encoding: 'utf8',
        env: { PATH: `${bin}:${process.env.PATH}`, RUNNER_TEMP: temp, ...files, ...env },
      })
    } catch (error) {
      code = (error as { status: number }).status
      log += (error as { stdout: string }).stdout
    }
  }
  return { code, log, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), outputs: outputs() }
}

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  it('annotates, sums up, writes SARIF and ends as the check does', () => {
    const cwd = folder({ 'manuscripts/a b.md': PAPER })
    const { code, log, summary, outputs } = runAction(cwd, {})
    expect(code).toBe(1)
    expect(log).toMatch(/^::error file=manuscripts\/a b\.md,/m)
    expect(summary).toContain('## citelint')
    expect(outputs['exit-code']).toBe('1')
    expect(JSON.parse(readFileSync(outputs.sarif as string, 'utf8')).version).toBe('2.1.0')
  })

  it('takes paths and options line by line and runs nothing that stands in them', () => {
    const cwd = folder({ 'a b.md': PAPER, 'c.md': '# Empty\n\nNothing.\n' })
    const { code } = runAction(cwd, { paths: 'c.md\n', args: '--fail-on=error\n--quiet' })
    expect(code).toBe(0)
    const hostile = runAction(cwd, { paths: '$(touch pwned)\n"; touch pwned; "\na b.md', args: '' })
    expect(hostile.code).toBe(2)
    expect(existsSync(join(cwd, 'pwned'))).toBe(false)
  })

  it('names the release that it belongs to, and describes every input', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(action.inputs.version?.default).toBe(version)
    expect(read('ci/gitlab.yml').citelint.variables.CITELINT_VERSION).toBe(version)
    for (const { description } of Object.values(action.inputs)) expect(description.length).toBeGreaterThan(10)
  })
})

describe('templates', () => {
  it('have hooks that take what citelint reads', () => {
    const hooks: readonly { readonly id: string; readonly entry: string; readonly files: string }[] =
      read('.pre-commit-hooks.yaml')
    expect(hooks.map(({ id }) => id)).toEqual(['citelint', 'citelint-fix'])
    for (const { files, entry } of hooks) {
      for (const name of ['paper.md', 'refs.bib', 'a.txt', 'b.ris']) expect(new RegExp(files).test(name)).toBe(true)
      expect(new RegExp(files).test('data.json')).toBe(false)
      expect(entry.startsWith('citelint check --offline')).toBe(true)
    }
  })

  it('have a job for GitLab whose reports are written by its script', () => {
    const { citelint } = read('ci/gitlab.yml')
    const script: string = citelint.script.join('\n')
    for (const path of [...Object.values(citelint.artifacts.reports), ...citelint.artifacts.paths])
      expect(script).toContain(`:${path}`)
  })
})
