import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FORMAT_NAMES, loadFormat } from '../../src/cli/formats.ts'
import type { Report } from '../../src/model/report.ts'
import { DiffPlaces } from '../../src/reporters/diff-places.ts'
import { rules } from '../../src/rules/index.ts'
import { HOSTILE, hostileReport } from './hostile.ts'
import { file, finding, report, rich, spanOf } from './sample.ts'
import { GITLAB_SCHEMA, RDJSON_SCHEMA } from './schemas.ts'

const rendered = async (name: string, one: Report, quiet = false): Promise<string> => {
  const form = await loadFormat(name)
  if (form === undefined) throw new Error(`no format ${name}`)
  return [...form.render(one, { color: false, quiet, rules })].join('')
}
const year = 'As Harlow (2014) showed 👩‍🔬, 12 of 40.\r\nИ снова (2014)\u2028тут.\n'
const place = spanOf('bücher/a b.md', year, 'снова')
const small = report([
  file(
    { path: 'bücher/a b.md', text: year },
    {
      findings: [
        finding(place, {
          message: 'The text has 2014, the list 2013',
          ruleId: 'citations/year',
          severity: 'warning',
          evidence: [{ about: 'year', ours: '2014', theirs: '2013', source: 'the list' }],
          fixes: [{ title: 'Write 2013', safety: 'safe', edits: [{ span: place, text: '2013' }] }],
        }),
        finding(spanOf('bücher/a b.md', year, 'тут'), { message: 'Told', suppressed: { reason: 'meant so' } }),
      ],
      unchecked: [{ what: 'work 10.5555/x', why: 'offline' }],
    },
  ),
])

describe('SARIF', () => {
  const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // the schema is of draft 4, which says `id`; its formats are told by hand
  const { id: _, $schema: __, ...plain } = schema
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false })
  const valid = ajv.compile(plain)

  test.each([
    ['a rich report', rich],
    ['an empty one', report([])],
    ['a hostile one', hostileReport(HOSTILE.join(' '))],
  ])('%s is valid', async (_name, one) => {
    const log = JSON.parse(await rendered('sarif', one))
    expect(valid(log) ? [] : valid.errors).toEqual([])
    expect(log.runs[0].columnKind).toBe('utf16CodeUnits')
  })

  test('regions, fingerprints, suppressions, repairs, rules with their help', async () => {
    const { runs } = JSON.parse(await rendered('sarif', small))
    const [{ results, tool, invocations }] = runs
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'b%C3%BCcher/a%20b.md' },
      region: {
        startLine: 2,
        startColumn: 3,
        endLine: 2,
        endColumn: 8,
        charOffset: 44,
        charLength: 5,
        snippet: { text: 'снова' },
      },
    })
    expect(results[0].partialFingerprints).toEqual({ 'citelint/v1': 'f44' })
    expect(results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent).toEqual({ text: '2013' })
    expect(results[1].suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'meant so' }])
    // U+2028 ends a line here: the column counts from it
    expect(results[1].locations[0].physicalLocation.region).toMatchObject({ startLine: 3, startColumn: 1 })
    const rule = tool.driver.rules[results[0].ruleIndex]
    expect(rule.id).toBe('citations/year')
    expect(rule.help.markdown).toContain('# citations/year')
    expect(rule.properties.cannotSee).toBe(rules.find(({ id }) => id === 'citations/year')?.cannotSee)
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe('Not checked: 1 DOI (10.5555/x): offline')
  })

  test('o_sarif: paths outside the root and odd ones stay relative references', async () => {
    for (const path of ['../up/x.md', 'c:/x.md', '/etc/x.md', 'a\\b.md', 'x:y#z?.md', '\ud800.md']) {
      const one = report([file({ path, text: 'x' }, { findings: [finding({ path, start: 0, end: 1 })] })])
      const log = JSON.parse(await rendered('sarif', one))
      const { uri } = log.runs[0].results[0].locations[0].physicalLocation.artifactLocation
      expect(uri).not.toMatch(/^(?:\/|[a-z]+:)|[\\\s#?]/i)
      expect(new URL(uri, 'file:///root/').protocol).toBe('file:')
    }
  })
})

describe('GitHub', () => {
  /** As the runner reads a line: actions/runner, ActionCommand.TryParseV2. */
  const commandsOf = (text: string) =>
    text.split(/\r?\n|\r/).flatMap((line) => {
      const found = /^::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*?))?::(.*)$/s.exec(line.trimStart())
      if (found === null) return []
      const value = (escaped: string) =>
        escaped
          .replaceAll('%0D', '\r')
          .replaceAll('%0A', '\n')
          .replaceAll('%3A', ':')
          .replaceAll('%2C', ',')
          .replaceAll('%25', '%')
      const [, name, properties = '', message = ''] = found
      return [
        {
          name,
          properties: Object.fromEntries(properties.split(',').map((one) => one.split('=').map(value))),
          message: value(message),
        },
      ]
    })

  test('annotations', async () => {
    expect(await rendered('github', small)).toBe(
      '::warning file=bücher/a b.md,line=2,endLine=2,col=3,endColumn=8,title=citelint citations/year::' +
        'The text has 2014, the list 2013%0Ayear: here 2014, there 2013 (the list)%0ARepair: Write 2013\n',
    )
  })

  test('o_gh_cmd: a title with commands in it is one annotation and no other', async () => {
    for (const words of HOSTILE) {
      const one = hostileReport(words)
      const text = await rendered('github', one)
      const commands = commandsOf(text)
      expect(commands.map(({ name }) => name)).toEqual(['error', 'error'])
      expect(commands[1]?.message.startsWith(words.replace(/\p{Cs}/gu, '\ufffd'))).toBe(true)
      expect(text.trimEnd().split(/[\r\n]/)).toHaveLength(2)
    }
  })

  test.each([
    'terminal',
    'unix',
    'markdown',
    'github-summary',
    'json',
    'csv',
    'junit',
    'html',
    'gitlab',
    'rdjson',
    'sarif',
  ])('o_gh_cmd: %s prints no command', async (name) => {
    for (const words of [...HOSTILE, '::error::x', '  ::warning::x', `${'word '.repeat(40)}::error::x`.repeat(3)]) {
      const text = await rendered(name, hostileReport(words))
      const obeyed = text.split(/\r?\n|\r/).filter((line) => line.trimStart().startsWith('::'))
      // a manuscript printed as it stands keeps its line ends; only what people print in a log matters
      if (name !== 'html' && name !== 'csv') expect(obeyed).toEqual([])
      if (name === 'terminal' || name === 'unix') expect(text).not.toMatch(/##(?:vso|teamcity)?\[/)
    }
  })
})

describe('GitLab and reviewdog', () => {
  const ajv = new Ajv({ strict: true })
  test.each([
    ['gitlab', GITLAB_SCHEMA],
    ['rdjson', RDJSON_SCHEMA],
  ])('%s is valid', async (name, schema) => {
    const valid = ajv.compile(schema)
    for (const one of [small, rich, report([]), hostileReport(HOSTILE.join(' '))]) {
      expect(valid(JSON.parse(await rendered(name, one))) ? [] : valid.errors).toEqual([])
    }
  })

  test('columns of rdjson count bytes, its lines only LF', async () => {
    const { diagnostics } = JSON.parse(await rendered('rdjson', small))
    expect(diagnostics).toEqual([
      {
        message: 'The text has 2014, the list 2013\nyear: here 2014, there 2013 (the list)',
        location: {
          path: 'bücher/a b.md',
          range: { start: { line: 2, column: 4 }, end: { line: 2, column: 14 } },
        },
        severity: 'WARNING',
        code: { value: 'citations/year' },
        suggestions: [{ range: { start: { line: 2, column: 4 }, end: { line: 2, column: 14 } }, text: '2013' }],
      },
    ])
  })

  test('fingerprints of GitLab differ between files and do not know the line', async () => {
    const twin = (path: string, before: string) =>
      file(
        { path, text: `${before}x` },
        { findings: [finding({ path, start: before.length, end: before.length + 1 }, { fingerprint: 'same' })] },
      )
    const prints = async (...files: Parameters<typeof report>[0]) =>
      JSON.parse(await rendered('gitlab', report(files))).map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    const [first, second] = await prints(twin('a.md', ''), twin('b.md', ''))
    expect(first).not.toBe(second)
    expect(await prints(twin('a.md', '\n\n\n'))).toEqual([first])
  })
})

describe('JUnit', () => {
  interface Node {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
    readonly children: Node[]
  }
  const parse = (text: string): Node => {
    const parser = new SaxesParser()
    const root: Node = { name: '', attributes: {}, children: [] }
    const open = [root]
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      const node = { name, attributes: attributes as Record<string, string>, children: [] }
      open.at(-1)?.children.push(node)
      open.push(node)
    })
    parser.on('closetag', () => void open.pop())
    parser.write(text).close()
    return root.children[0] as Node
  }
  /** What the common schema (testsuites > testsuite > testcase > failure | error | skipped | system-out) asks for. */
  const problems = (suites: Node): readonly string[] => {
    const found: string[] = suites.name === 'testsuites' ? [] : [suites.name]
    for (const suite of suites.children) {
      if (suite.name !== 'testsuite' || suite.attributes.name === undefined) found.push('suite')
      const kinds = suite.children.map(({ children }) => children[0]?.name)
      const count = (kind: string) => String(kinds.filter((one) => one === kind).length)
      const { tests, failures, errors, skipped } = suite.attributes
      if (tests !== String(kinds.length) || failures !== count('failure')) found.push('counts')
      if (errors !== count('error') || skipped !== count('skipped')) found.push('counts')
      for (const { name, attributes, children } of suite.children) {
        if (name !== 'testcase' || attributes.name === undefined || attributes.classname === undefined)
          found.push('case')
        if (children.length > 1) found.push('children')
        if (children.some((child) => !['failure', 'error', 'skipped', 'system-out'].includes(child.name)))
          found.push('child')
      }
    }
    return found
  }

  test('a suite a file, a case a finding, what is not checked is skipped', async () => {
    const suites = parse(await rendered('junit', small))
    expect(problems(suites)).toEqual([])
    expect(suites.attributes).toMatchObject({ tests: '2', failures: '1', errors: '0', skipped: '1' })
    expect(suites.children[0]?.children[0]).toMatchObject({
      attributes: { classname: 'bücher/a b.md', name: 'citations/year (2:3)' },
      children: [{ name: 'failure', attributes: { type: 'warning', message: 'The text has 2014, the list 2013' } }],
    })
  })

  test('any text is well formed', async () => {
    for (const one of [rich, report([]), ...HOSTILE.map(hostileReport)]) {
      expect(problems(parse(await rendered('junit', one)))).toEqual([])
    }
  })
})

test('unix lines', async () => {
  expect(await rendered('unix', small)).toBe(
    'bücher/a b.md:2:3: The text has 2014, the list 2013 [warning/citations/year]\n',
  )
  expect(await rendered('unix', small, true)).toBe('')
  expect((await rendered('unix', rich)).split('\n')[1]).toBe(
    'manuscripts/lighthouses-en.md:7:99: The DOI `10.5555/jcs..2013` has two dots in a row [error/identifiers/doi-malformed]',
  )
})

test('any words, any format: never throws, the same each time, well formed', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...HOSTILE),
    fc
      .array(fc.constantFrom('<', '`', '*', '[', '](', ':', '\n', '\ud800', '😀', '=', '@a', '\u202e', '|', '"'), {
        maxLength: 40,
      })
      .map((all) => all.join('')),
  )
  await fc.assert(
    fc.asyncProperty(words, async (one) => {
      for (const name of FORMAT_NAMES) {
        const text = await rendered(name, hostileReport(one))
        expect(await rendered(name, hostileReport(one))).toBe(text)
        expect(text).not.toMatch(/\p{Cs}/u)
      }
    }),
    { numRuns: 60 },
  )
})

test('columns in bytes are those of UTF-8, however long the line', () => {
  const unit = fc.constantFrom('a', 'ж', '灯', '😀', '\ud83d', '\ude00', '\n')
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), fc.nat(9000), fc.nat(60), (units, padding, at) => {
      const text = `${'é'.repeat(padding)}${units.join('')}`
      const offset = Math.min(padding + at, text.length)
      // a place within a pair of surrogates is nowhere in UTF-8
      fc.pre(!/[\ud800-\udbff]$/.test(text.slice(0, offset)) || !/^[\udc00-\udfff]/.test(text.slice(offset)))
      const places = new DiffPlaces(report([file({ path: 'a', text })]))
      const before = text.slice(0, offset)
      const line = before.slice(before.lastIndexOf('\n') + 1)
      expect(places.inBytes({ path: 'a', start: offset, end: offset }).start).toEqual({
        line: before.split('\n').length,
        column: Buffer.byteLength(line) + 1,
      })
    }),
  )
})
