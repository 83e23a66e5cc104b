import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { Example, Rule } from '../../src/model/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { applyEdits } from '../../src/text/edits.ts'
import { checkExample, unmark } from '../support/example.ts'

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('has a planted positive and a planted negative', () => {
    expect(rule.examples.some((example) => (example.says ?? []).length > 0)).toBe(true)
    expect(rule.examples.some((example) => (example.says ?? []).length === 0)).toBe(true)
    expect(new Set(rule.examples.map((example) => example.title)).size).toBe(rule.examples.length)
  })

  test('says something of itself', () => {
    for (const text of [rule.summary, rule.why, rule.cannotSee]) expect(text).toMatch(/^\S.*[.]$/s)
  })

  test.each(rule.examples.map((example) => [example.title, example] as const))('%s', async (_, example) => {
    const findings = await checkExample(rule, example)
    expect(findings.map((finding) => finding.message)).toEqual(example.says ?? [])
    if (example.severity !== undefined) expect(findings[0]?.severity).toBe(example.severity)
    for (const finding of findings) expect(finding.message).not.toMatch(/\{\w+\}/)
    expect(placesOf(findings)).toEqual(marksOf(example))
    await expectRepaired(rule, example, findings)
  })

  test.each(rule.examples.map((example) => [example.title, example] as const))(
    'the same findings, shifted, behind a prefix and under CRLF: %s',
    async (_, example) => {
      const { text } = unmark(example.manuscript)
      if (text.startsWith('---')) return
      const shifted = await checkExample(rule, example, { manuscript: `😀 Prefix.\n\n${text}` })
      expect(shifted.map((finding) => finding.message)).toEqual(example.says ?? [])
      const windows = await checkExample(rule, example, { manuscript: text.replaceAll('\n', '\r\n') })
      expect(windows.map((finding) => finding.message)).toEqual(example.says ?? [])
    },
  )
})

/** Marks are compared with the findings in order of place; an example without marks asserts no places. */
function marksOf({ manuscript, bibliography = '', format }: Example): readonly string[] {
  const path = format === 'text' ? 'm.txt' : 'm.md'
  return [
    ...unmark(manuscript).marks.map(({ start, end }) => `${path} ${start} ${end}`),
    ...unmark(bibliography).marks.map(({ start, end }) => `refs.bib ${start} ${end}`),
  ].sort()
}

function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ span }) => `${span.path} ${span.start} ${span.end}`).sort()
}

async function expectRepaired(rule: Rule, example: Example, findings: readonly Finding[]): Promise<void> {
  const fixes = findings.flatMap((finding) => finding.fixes ?? [])
  if (example.fixed === undefined && example.fixedBibliography === undefined) return
  const safe = fixes.filter((fix) => fix.safety === 'safe')
  const edits = (safe.length > 0 ? safe : fixes).flatMap((fix) => fix.edits)
  const manuscript = applyEdits(
    unmark(example.manuscript).text,
    edits.filter((edit) => edit.span.path !== 'refs.bib'),
  )
  const bibliography = applyEdits(
    unmark(example.bibliography ?? '').text,
    edits.filter((edit) => edit.span.path === 'refs.bib'),
  )
  expect(manuscript).toBe(example.fixed ?? unmark(example.manuscript).text)
  if (example.fixedBibliography !== undefined) expect(bibliography).toBe(example.fixedBibliography)
  expect(await checkExample(rule, example, { manuscript, bibliography })).toEqual([])
}
