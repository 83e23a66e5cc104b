import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, inject, test } from 'vitest'
import type { Plugin } from '../../src/model/plugin.ts'
import type { Rule } from '../../src/model/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { applyEdits } from '../../src/text/edits.ts'
import { citelint, folder } from '../cli/citelint.ts'
import { checkTexts, sourceFile, unmark } from '../support/example.ts'

const path = join(import.meta.dirname, '../../examples/plugin/index.js')
const { default: plugin }: { default: Plugin } = await import(pathToFileURL(path).href)
const added: readonly Rule[] = plugin.rules ?? []

test.each(added.flatMap((rule) => rule.examples.map((example) => [rule.id, example.title, rule, example] as const)))(
  '%s: %s',
  async (_id, _title, rule, example) => {
    const { text, marks } = unmark(example.manuscript)
    const report = await checkTexts([...rules, rule], [sourceFile('paper.md', 'markdown', text)])
    const found = report.files.flatMap(({ findings }) => findings).filter(({ ruleId }) => ruleId === rule.id)
    expect(found.map(({ message }) => message)).toEqual(example.says ?? [])
    expect(found.map(({ span: { start, end } }) => ({ start, end }))).toEqual(marks)
    const edits = found.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.edits))
    if (example.fixed !== undefined) expect(applyEdits(text, edits)).toBe(example.fixed)
  },
)

test('the command takes it: check, explain, a preset, SARIF with its help', async () => {
  const manuscript = unmark(added[0]?.examples[0]?.manuscript ?? '').text
  const cwd = folder({ 'paper.md': manuscript, 'citelint.config.yaml': 'extends: house-style\n' })
  const checked = await citelint(
    ['check', 'paper.md', '--plugin', path, '--format', 'unix', '--format', 'sarif:out.sarif'],
    { cwd },
  )
  expect(checked.stdout).toContain('The DOI 10.5555/jir.2014 is not written as a link [error/house/doi-link]')
  expect(checked.code).toBe(1)
  const explained = await citelint(['explain', 'house/doi-link', '--plugin', path], { cwd })
  expect(explained.stdout).toContain('Every DOI of the list is written as a link.')
})

test('its own tests pass beside an installed citelint', () => {
  const cwd = folder({})
  cpSync(dirname(path), cwd, { recursive: true })
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(dirname(dirname(inject('cli'))), join(cwd, 'node_modules/citelint'), 'junction')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--test'], { cwd, encoding: 'utf8' })
  expect(status, `${stdout}\n${stderr}`).toBe(0)
  expect(stdout).toMatch(/pass 2\b/)
})
