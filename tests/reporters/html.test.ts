import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { toHtml, toHtmlPages } from '../../src/reporters/html/index.ts'
import { sortScript } from '../../src/reporters/html/manuscript-index.ts'
import { type Mark, stretches } from '../../src/reporters/html/marks.ts'
import { html, outward } from '../../src/reporters/html/markup.ts'
import { sha256 } from '../../src/reporters/html/sha256.ts'
import { STYLE } from '../../src/reporters/html/style/index.ts'
import { wordingOf } from '../../src/reporters/html/wording.ts'
import { pageNames } from '../../src/reporters/page-names.ts'
import { rules } from '../../src/rules/index.ts'
import { HOSTILE, hostileReport } from './hostile.ts'
import { file, finding, report, rich } from './sample.ts'

const shown = (one: Report): string => [...toHtml(one, rules)].join('')
const tagsOf = (text: string): readonly string[] => text.replace(/<style>[\s\S]*?<\/style>/, '').match(/<[^>]*>/g) ?? []
const attributesOf = (tag: string): readonly string[] =>
  [...tag.matchAll(/\s([\w-]+)(?:="[^"]*")?/g)].map(([, name]) => name as string)
const valuesOf = (text: string, name: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value as string)

describe('o_html: hostile text', () => {
  const tags = new Set(tagsOf(shown(rich)).map((tag) => /^<\/?([\w!-]+)/.exec(tag)?.[1]))

  test.each(HOSTILE)('%j makes no element, attribute or address of its own', (words) => {
    const text = shown(hostileReport(words))
    for (const tag of tagsOf(text)) {
      expect([
        ...tags,
        'q',
        'i',
        'ins',
        'del',
        'span',
        'code',
        'caption',
        'title',
        'cite',
        'td',
        'th',
        'tr',
        'li',
        'b',
        'details',
        'summary',
        'dl',
        'dd',
        'dt',
        'table',
        'thead',
        'tbody',
        'mark',
      ]).toContain(/^<\/?([\w!-]+)/.exec(tag)?.[1])
      expect(
        attributesOf(tag).filter((name) =>
          /^(?:on|style$|src|srcset$|srcdoc$|action$|formaction$|autofocus$)/.test(name),
        ),
      ).toEqual([])
    }
    expect(text).not.toContain('<script')
    expect(valuesOf(text, 'href').filter((href) => !/^(?:#|https?:\/\/)/.test(href))).toEqual([])
    expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u)
  })

  test('o_bidi: words of the manuscript are isolated, controls of direction shown', () => {
    expect(shown(hostileReport('\u202egnihtemos'))).toContain('<bdi>\\u202egnihtemos</bdi>')
    expect(html`${'\u200d\u0645\u200c'}`.text).toBe('\u200d\u0645\u200c')
  })

  test('only http and https are links', () => {
    const leads = (url: string) => outward(url).text.startsWith('<a ')
    expect(['https://example.org/', 'HTTP://example.org'].map(leads)).toEqual([true, true])
    expect(
      [
        'javascript:alert(1)',
        ' https://x',
        'data:text/html,x',
        '//example.org',
        'https:example.org',
        'https:// x',
        'file:///etc',
      ].map(leads),
    ).toEqual([false, false, false, false, false, false, false])
  })
})

describe('the page', () => {
  test('may load nothing and runs nothing', () => {
    const text = shown(rich)
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]
    const digest = createHash('sha256').update(STYLE).digest('base64')
    expect(policy).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    )
    expect(text).not.toMatch(/<(?:script|link|img|iframe|object|embed)\b|\ssrc=|url\(|@import/)
    const [index] = [...toHtmlPages(rich, rules)].map(([, part]) => [...part].join(''))
    expect(index).toContain(`script-src &#39;sha256-${createHash('sha256').update(sortScript).digest('base64')}&#39;`)
  })

  test('SHA-256 is what it should be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'))
      }),
    )
    expect(`${STYLE}${sortScript}`).toMatch(/^[\n -~]*$/)
  })

  test('every way within the page leads somewhere, and no place has two names', () => {
    for (const one of [rich, hostileReport('plain words'), report([]), report([file({ path: 'a.md', text: '' })])]) {
      const text = shown(one)
      const ids = valuesOf(text, 'id')
      expect(new Set(ids).size).toBe(ids.length)
      const lost = valuesOf(text, 'href').filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))
      expect(lost).toEqual([])
    }
  })

  test('500 findings stay below 1.5 MB', () => {
    const path = 'a.md'
    const paragraph = `${'The harbour was dredged in the year that followed (Roe, 2014), as others say. '.repeat(5)}\n\n`
    const text = paragraph.repeat(500)
    const at = (index: number) => ({ path, start: index * paragraph.length + 50, end: index * paragraph.length + 61 })
    const findings = Array.from({ length: 500 }, (_, index) =>
      finding(at(index), {
        fingerprint: `f${index}`,
        message: `No entry for “Roe (2014)” number ${index}`,
        note: 'Add the entry or correct the citation.',
        related: [{ span: at((index * 7) % 500), message: 'the nearest one' }],
        evidence: [{ about: 'year', ours: '2014', theirs: '2013', source: 'the list', computation: '2014 − 2013 = 1' }],
        fixes: [{ title: 'Write 2013', safety: 'ask', edits: [{ span: at(index), text: '2013' }] }],
      }),
    )
    expect(Buffer.byteLength(shown(report([file({ path, text }, { findings })])))).toBeLessThan(1_500_000)
  })
})

describe('marks', () => {
  test('a finding lies over what it is compared with, a narrow one over a wide one; empty ones show', () => {
    const marks: readonly Mark[] = [
      { start: 0, end: 10, kind: 'warning' },
      { start: 2, end: 4, kind: 'related' },
      { start: 5, end: 6, kind: 'warning' },
      { start: 8, end: 8, kind: 'info' },
      { start: 8, end: 12, kind: 'error' },
    ]
    expect(stretches(0, 12, marks).map(({ start, end, top }) => [start, end, top?.kind])).toEqual([
      ...[
        [0, 2, 'warning'],
        [2, 4, 'warning'],
        [4, 5, 'warning'],
        [5, 6, 'warning'],
        [6, 8, 'warning'],
      ],
      ...[
        [8, 8, 'info'],
        [8, 10, 'error'],
        [10, 12, 'error'],
      ],
    ])
  })

  test('any marks: the stretches are the text, and every mark begins once', () => {
    const mark = fc.record({
      start: fc.nat(30),
      length: fc.nat(12),
      kind: fc.constantFrom<Mark['kind'][]>('error', 'info', 'related', 'citation', 'quantity'),
    })
    fc.assert(
      fc.property(fc.array(mark), fc.nat(10), fc.nat(30), (given, start, length) => {
        const marks = given
          .map(({ start: from, length: long, kind }) => ({ start: from, end: from + long, kind }))
          .sort((left, right) => left.start - right.start || right.end - left.end)
        const end = start + length
        const found = stretches(start, end, marks, true)
        const wide = found.filter((one) => one.start < one.end)
        expect(wide.map((one) => one.start)).toEqual(
          length === 0 ? [] : [start, ...wide.slice(0, -1).map((one) => one.end)],
        )
        expect(wide.at(-1)?.end ?? start).toBe(end)
        const begun = found.flatMap(({ begins }) => begins)
        expect(new Set(begun).size).toBe(begun.length)
        for (const one of marks) {
          if (
            one.start === one.end
              ? one.start >= start && one.start <= end
              : length > 0 && one.start < end && one.end > start
          )
            expect(begun).toContain(one)
        }
      }),
    )
  })
})

test('two wordings of one entry', () => {
  const left = 'Quimbly, S. (2007). The water sector, and growth. Forum Quarterly, 5(2), 131–148.'
  const right = 'Quimby, S. (2007). The water sector and growth. Forum Quarterly 5(2), 131-148.'
  expect(wordingOf(left, right)?.changes).toEqual([{ left: 'Quimbly,', right: 'Quimby,' }])
  expect(wordingOf(left, right)?.left.filter(({ differs }) => differs)).toEqual([{ text: 'Quimbly,', differs: true }])
  expect(wordingOf('Иванов И. О реках. 2007.', 'Ivanov I. O rekakh. 2007.')).toBeUndefined()
  const original = 'River Board (2019). О реках. Retrieved from https://example.org/a on 3 May 2020'
  const romanised = 'River Board (2018). O rekakh. Retrieved from https://example.org/a on 3 May 2020'
  expect(wordingOf(original, romanised)?.changes).toEqual([{ left: '(2019).', right: '(2018).' }])
  expect(wordingOf(original, romanised.replace('2018', '2019'))?.changes).toEqual([])
})

describe('the names of pages', () => {
  const names = (...paths: string[]) =>
    pageNames(
      paths.map((path) => file({ path, text: '' })),
      '.html',
    )

  test('lie below the folder, one for each file', () => {
    expect(names('a.md', 'b/c.md', '灯塔/ё.txt')).toEqual(['a.md.html', 'b/c.md.html', '灯塔/ё.txt.html'])
    const [up, absolute, odd, hidden, device, index] = names(
      '../../x.md',
      '/etc/x',
      'a<b>:"c|?*.md',
      '.git/config',
      'con.md',
      'index',
    )
    expect([up, absolute, odd, hidden]).toEqual([
      'up/up/x.md.html',
      'etc/x.html',
      'a_b___c___.md.html',
      '_git/config.html',
    ])
    expect(device).toMatch(/^con\.md-[0-9a-f]{16}\.html$/)
    expect(index).toMatch(/^index-[0-9a-f]{16}\.html$/)
    const [first, second] = names('A.md', 'a.md')
    expect(first?.toLowerCase()).not.toBe(second?.toLowerCase())
  })

  test('of any paths', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (paths) => {
        const found = names(...paths)
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(paths.length)
        for (const name of found) {
          expect(
            name
              .split('/')
              .every((segment) => /^[^.\s/\\][^/\\]*$/u.test(segment) && Buffer.byteLength(segment) <= 255),
          ).toBe(true)
        }
      }),
    )
  })

  test('are linked from the index and back', () => {
    const pages = new Map([...toHtmlPages(rich, rules)].map(([name, part]) => [name, [...part].join('')]))
    expect([...pages.keys()]).toEqual(['index.html', 'manuscripts/lighthouses-en.md.html', 'manuscripts/灯塔.md.html'])
    for (const [name, text] of pages) {
      for (const href of valuesOf(text, 'href').filter((one) => !/^https?:/.test(one))) {
        const url = new URL(href, `file:///r/${encodeURI(name)}`)
        const target = pages.get(decodeURIComponent(url.pathname).slice('/r/'.length))
        expect(target, href).toBeDefined()
        if (url.hash !== '') expect(valuesOf(target ?? '', 'id')).toContain(decodeURIComponent(url.hash.slice(1)))
      }
    }
  })
})
