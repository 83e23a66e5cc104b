import { expect, test } from 'vitest'
import { applySuppressions, readSuppressions } from '../../src/engine/suppress.ts'
import type { Finding } from '../../src/model/finding.ts'

const at = (start: number, end: number) => ({ path: 'm.md', start, end })
const comment = (text: string, start: number) => ({ text, span: at(start, start + text.length) })
const finding = (ruleId: string, start: number): Finding => ({
  ruleId,
  span: at(start, start + 2),
  messageId: 'x',
  severity: 'error',
  message: 'X',
  data: {},
  confidence: 'certain',
  fingerprint: `${ruleId}@${start}`,
})
const units = [at(0, 50), at(100, 150), at(200, 250)]
const textOf = (): string => 'text'

function suppressed(text: string, findings: readonly Finding[], today = '2026-11-22'): readonly string[] {
  const read = readSuppressions([comment(text, 60)], units, 300)
  return applySuppressions(findings, read, textOf, today).findings.flatMap((one) =>
    one.suppressed ? [`${one.ruleId}@${one.span.start}`] : [],
  )
}

test('the next line is the block that follows', () => {
  const findings = [finding('a/b', 10), finding('a/b', 110), finding('a/c', 120), finding('a/b', 210)]
  expect(suppressed(' citelint-disable-next-line a/b -- known', findings)).toEqual(['a/b@110'])
  expect(suppressed(' citelint-disable a/b -- known', findings)).toEqual(['a/b@110', 'a/b@210'])
  expect(suppressed(' citelint-disable-file a/b, a/c -- known', findings)).toHaveLength(4)
  expect(suppressed(' citelint-disable-file a/* -- known', findings)).toHaveLength(4)
})

test('one that has ended counts for nothing', () => {
  const findings = [finding('a/b', 110)]
  expect(suppressed(' citelint-disable-file a/b -- until 2026-12-31', findings)).toEqual(['a/b@110'])
  expect(suppressed(' citelint-disable-file a/b -- until 2026-01-31', findings)).toEqual([])
})

test('one without a reason is not honoured and says so', () => {
  const read = readSuppressions([comment(' citelint-disable-file a/b', 60)], units, 300)
  const { findings, troubles } = applySuppressions([finding('a/b', 110)], read, textOf, undefined)
  expect(findings[0]?.suppressed).toBeUndefined()
  expect(troubles.map((trouble) => trouble.code)).toEqual(['suppression-incomplete'])
})

test('one that meets nothing is reported', () => {
  const read = readSuppressions([comment(' citelint-disable-file a/b -- known', 60)], units, 300)
  expect(applySuppressions([], read, textOf, undefined).troubles.map((trouble) => trouble.code)).toEqual([
    'suppression-unused',
  ])
})

test('disable reaches to enable', () => {
  const read = readSuppressions(
    [comment(' citelint-disable a/b -- known', 60), comment(' citelint-enable', 160)],
    units,
    300,
  )
  const { findings } = applySuppressions([finding('a/b', 110), finding('a/b', 210)], read, textOf, undefined)
  expect(findings.map((one) => one.suppressed !== undefined)).toEqual([true, false])
})
