import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Places } from '../../src/reporters/places.ts'
import { framesOf } from '../../src/reporters/terminal/frame.ts'
import { harmless, widthOf } from '../../src/reporters/terminal/glyphs.ts'
import { toTerminal } from '../../src/reporters/terminal/index.ts'
import { wrap } from '../../src/reporters/terminal/wrap.ts'
import { stopwatch } from '../support/stopwatch.ts'
import { file, finding, report, rich, spanOf } from './sample.ts'

const shown = (one: Parameters<typeof toTerminal>[0], options?: Parameters<typeof toTerminal>[1]): string =>
  [...toTerminal(one, options)].join('')
const frame = (text: string, part: string, columns = 60) =>
  framesOf(spanOf('a.md', text, part), new Places(report([file({ path: 'a.md', text })])), columns)

test('a whole report', () => {
  expect(`\n${shown(rich)}`).toMatchSnapshot()
})

test('carets stand under wide, combining and tabbed text', () => {
  expect(frame('\t林海清 (2019)', '2019')).toEqual([{ line: 1, code: '    林海清 (2019)', carets: '            ^^^^' }])
  expect(frame('Škoda ě (2019)'.normalize('NFD'), '2019')).toEqual([
    { line: 1, code: 'Škoda ě (2019)'.normalize('NFD'), carets: '         ^^^^' },
  ])
  expect(frame('👍🏽 🇰🇿 (2019)', '2019')).toEqual([{ line: 1, code: '👍🏽 🇰🇿 (2019)', carets: '       ^^^^' }])
  expect(frame('参考文献：林海清', '林海清')).toEqual([
    { line: 1, code: '参考文献：林海清', carets: '          ^^^^^^' },
  ])
  expect(frame('한국어 (2019)', '2019')).toEqual([{ line: 1, code: '한국어 (2019)', carets: '        ^^^^' }])
})

test('a line of 5,000 characters is windowed around the span', () => {
  const text = `${'word '.repeat(500)}here${' word'.repeat(500)}`
  expect(frame(text, 'here', 40)).toEqual([
    {
      line: 1,
      code: '… word word here word word word word wo…',
      carets: '            ^^^^',
    },
  ])
})

test('a span over many lines shows its first and its last', () => {
  const text = 'one\ntwo\nthree\nfour\nfive'
  expect(frame(text, 'wo\nthree\nfou')).toEqual([
    { line: 2, code: 'two', carets: ' ^^' },
    { line: 4, code: 'four', carets: '^^^', gap: true },
  ])
  expect(frame('[3] Tull H.\n    1998.', '[3] Tull H.\n    1998.')).toEqual([
    { line: 1, code: '[3] Tull H.', carets: '^^^^^^^^^^^' },
    { line: 2, code: '    1998.', carets: '    ^^^^^' },
  ])
})

test('o_ansi, o_bidi: nothing of the manuscript reaches the terminal raw', () => {
  const title = 'A\u001b[31mred\u001b]8;;https://example.org\u0007x\u009b1m\rB\u202eC\u200bD\u2066E\ufeffF\u0000G'
  const one = report([
    file(
      { path: 'a\u001b[2J.md', text: title },
      {
        findings: [finding({ path: 'a\u001b[2J.md', start: 0, end: 3 }, { message: title, note: title })],
        troubles: [{ code: 'x', message: title }],
        unchecked: [{ what: title, why: title }],
      },
    ),
  ])
  expect(shown(one)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b\u2066\ufeff]/)
  expect(harmless(title)).toBe(
    'A\\x1b[31mred\\x1b]8;;https://example.org\\x07x\\x9b1m\\x0dB\\u202eC\\u200bD\\u2066E\\ufeffF\\x00G',
  )
  expect(harmless('\ud800x\u{e0041}')).toBe('\\ud800x\\u{e0041}')
})

test('colour only where it is asked for', () => {
  expect(shown(rich)).not.toContain('\u001b')
  expect(shown(rich, { color: true })).toContain('\u001b[1m\u001b[31m✖ error')
})

test('quiet keeps errors and the whole summary', () => {
  const quiet = shown(rich, { quiet: true })
  expect(quiet).not.toContain('After 2 comes 4')
  expect(quiet).toContain('has two dots in a row')
  expect(quiet).toContain('▲ 2 warnings')
  expect(quiet).toContain('13 DOIs: offline')
})

const text = 'Nothing here.'
const summaryOf = (one: Parameters<typeof toTerminal>[0]): string =>
  (shown(one).split(/─+\n/).at(-1) as string).trimEnd()

test('what was not checked is always said', () => {
  expect(summaryOf(report([file({ path: 'a.md', text })]))).toBe(
    '1 file, 0 references, 0 citations\n✔ Nothing found\nNot checked: nothing that a rule of this run asks for',
  )
  expect(summaryOf(report([file({ path: 'a.md', text }, { unchecked: [{ what: '12 DOIs', why: 'offline' }] })]))).toBe(
    '1 file, 0 references, 0 citations\n✔ Nothing found in what was checked\nNot checked\n  12 DOIs: offline',
  )
})

test('questions of several files count once, few are named', () => {
  const unchecked = [
    { what: 'work 10.5555/a', why: 'offline' },
    { what: 'link https://example.org/a', why: 'timeout' },
    { what: 'link https://example.org/b', why: 'timeout' },
    { what: 'link https://example.org/c', why: 'timeout' },
    { what: 'link https://example.org/d', why: 'timeout' },
    { what: 'numbers', why: 'the file is above 8 MB' },
  ]
  const files = ['a.md', 'b.md'].map((path) => file({ path, text }, { unchecked }))
  expect(summaryOf(report(files))).toBe(`2 files, 0 references, 0 citations
✔ Nothing found in what was checked
Not checked
  1 DOI (10.5555/a): offline
  4 links: no answer in time
  numbers: the file is above 8 MB`)
})

test('never clean where something could not be read', () => {
  const unread = { code: 'binary', message: 'This is no text', fatal: true }
  expect(summaryOf(report([file({ path: 'a.md', text: '' }, { troubles: [unread] })]))).toBe(
    '1 file, 0 references, 0 citations\n! Nothing found in what was read, but 1 file could not be read in full\nNot checked: nothing that a rule of this run asks for',
  )
  expect(summaryOf(report([]))).toBe(
    '0 files, 0 references, 0 citations\n! Nothing was checked: there was no file to read\nNot checked: nothing that a rule of this run asks for',
  )
  expect(summaryOf({ ...report([file({ path: 'a.md', text })]), incomplete: true })).toBe(
    '1 file, 0 references, 0 citations\n! Nothing found in what was read, but the run was stopped before all files were checked\nNot checked: nothing that a rule of this run asks for',
  )
})

test('an echo whose cause is suppressed speaks for itself', () => {
  const span = { path: 'a.md', start: 0, end: 7 }
  const cause = finding(span, { fingerprint: 'root', suppressed: { reason: 'meant' } })
  const echo = finding(span, { fingerprint: 'echo', foldedInto: 'root', message: 'An echo' })
  expect(shown(report([file({ path: 'a.md', text }, { findings: [cause, echo] })]))).toContain('An echo')
})

test('wrapping loses nothing and keeps to the width', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 10, max: 60 }), (words, width) => {
      const lines = wrap(harmless(words), width)
      const joined = lines.join('').replace(/ /g, '')
      return lines.every((line) => widthOf(line) <= width) && joined === harmless(words).replace(/ /g, '')
    }),
  )
  expect(wrap('正文为二〇一九年参考文献为二〇一八年', 20)).toEqual(['正文为二〇一九年参考', '文献为二〇一八年'])
  expect(wrap('正文为二〇一九年份，参考文献为（二〇一八年）', 18)).toEqual([
    '正文为二〇一九年',
    '份，参考文献为（二',
    '〇一八年）',
  ])
})

test('any span of any text gives lines no wider than asked for, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: -5, max: 320 }),
      fc.integer({ min: -5, max: 320 }),
      (source, start, length) => {
        const places = new Places(report([file({ path: 'a.md', text: source })]))
        const frames = framesOf({ path: 'a.md', start, end: start + length }, places, 40)
        return frames.length > 0 && frames.every(({ code, carets }) => widthOf(code) <= 40 && carets.length <= 41)
      },
    ),
    { numRuns: 500 },
  )
})

test('1,000 findings in a line of 100,000 characters take no long time', () => {
  const long = 'слово '.repeat(17_000)
  const findings = Array.from({ length: 1000 }, (_, index) =>
    finding({ path: 'a.md', start: index * 100, end: index * 100 + 5 }),
  )
  const spent = stopwatch()
  shown(report([file({ path: 'a.md', text: long }, { findings })]))
  expect(spent()).toBeLessThan(3000)
})
