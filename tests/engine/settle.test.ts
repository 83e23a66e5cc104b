import { expect, test } from 'vitest'
import { fill, foldEchoes, settle } from '../../src/engine/settle.ts'
import type { Draft } from '../../src/model/finding.ts'
import type { Rule } from '../../src/model/rule.ts'

const rule: Rule = {
  id: 'lists/example',
  summary: 'An example.',
  why: 'For the test.',
  cannotSee: 'Everything.',
  severity: 'error',
  messages: { found: 'Found {what}' },
  examples: [],
  *check() {},
}
const echo: Rule = { ...rule, id: 'citations/echo', severity: 'warning' }

function draft(start: number, more: Partial<Draft> = {}): Draft {
  return { span: { path: 'm.md', start, end: start + 1 }, messageId: 'found', data: { what: 'it' }, ...more }
}

const textOf = (): string => 'x'

test('findings come in the order of their places, worded, each with a fingerprint of its own', () => {
  const findings = settle(
    [
      { rule, draft: draft(9) },
      { rule, draft: draft(2) },
    ],
    {},
    textOf,
  )
  expect(findings.map(({ span, message }) => [span.start, message])).toEqual([
    [2, 'Found it'],
    [9, 'Found it'],
  ])
  expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(2)
})

test('a fingerprint does not depend on the place', () => {
  const [here] = settle([{ rule, draft: draft(2) }], {}, textOf)
  const [there] = settle([{ rule, draft: draft(200) }], {}, textOf)
  expect(here?.fingerprint).toBe(there?.fingerprint)
})

test.each([
  { draft: {}, choice: undefined, severity: 'error' },
  { draft: { confidence: 'likely' }, choice: undefined, severity: 'warning' },
  { draft: { severity: 'info' }, choice: undefined, severity: 'info' },
  { draft: {}, choice: { severity: 'info' }, severity: 'info' },
  { draft: { severity: 'info' }, choice: { severity: 'error' }, severity: 'info' },
] as const)('severity of $draft under $choice is $severity', ({ draft: more, choice, severity }) => {
  const [finding] = settle([{ rule, draft: draft(1, more) }], choice ? { [rule.id]: choice } : {}, textOf)
  expect(finding?.severity).toBe(severity)
})

test('a possible finding is shown only when its rule is asked for', () => {
  const drafts = [{ rule, draft: draft(1, { confidence: 'possible' }) }]
  expect(settle(drafts, {}, textOf)).toEqual([])
  expect(settle(drafts, { [rule.id]: { severity: 'info' } }, textOf)).toHaveLength(1)
})

test('what a root cause explains is folded under it', () => {
  const findings = foldEchoes(
    settle(
      [
        { rule, draft: draft(1, { explains: ['m.md#c1', 'm.md#c2'] }) },
        { rule: echo, draft: draft(5, { concerns: ['m.md#c1'] }) },
        { rule: echo, draft: draft(7, { concerns: ['m.md#c1', 'm.md#c3'] }) },
      ],
      {},
      textOf,
    ),
  )
  expect(findings.map((finding) => finding.foldedInto === findings[0]?.fingerprint)).toEqual([false, true, false])
})

test('a template keeps what it has no value for', () => {
  expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}')
})
