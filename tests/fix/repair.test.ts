import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheckTexts, repair } from '../../src/engine/fix.ts'
import type { Evidence, Finding, Fix } from '../../src/model/finding.ts'
import type { FileReport } from '../../src/model/report.ts'

/** A check that finds every match of a pattern and offers what `fixOf` says. */
function finder(
  pattern: RegExp,
  fixOf: (found: string, start: number, path: string) => readonly Fix[],
  more: (text: string) => Partial<Finding> = () => ({}),
): CheckTexts {
  return async (texts) =>
    [...texts].map(([path, text]) => {
      let seen = 0
      const findings = [...text.matchAll(pattern)].map((match): Finding => {
        const span = { path, start: match.index, end: match.index + match[0].length }
        const fixes = fixOf(match[0], match.index, path)
        const common = { messageId: 'x', message: 'x', data: {}, severity: 'error', confidence: 'certain' } as const
        return { span, ruleId: 'test/x', fingerprint: `${match[0]} ${seen++}`, fixes, ...common, ...more(text) }
      })
      return fileOf(path, text, findings)
    })
}

function fileOf(path: string, text: string, findings: readonly Finding[]): FileReport {
  return {
    ...{ source: { path, format: 'markdown', text, encoding: 'utf-8' }, kind: 'manuscript', language: 'en', findings },
    ...{ languages: [], lists: [], references: [], counterparts: {}, citations: [], quantities: [], relations: [] },
    ...{ troubles: [], unchecked: [] },
  }
}

function write(text: string, safety: Fix['safety'] = 'safe') {
  return (found: string, start: number, path: string): readonly Fix[] => [
    { title: text, safety, edits: [{ span: { path, start, end: start + found.length }, text }] },
  ]
}

const one = (text: string): ReadonlyMap<string, string> => new Map([['a.md', text]])
const textOf = (texts: ReadonlyMap<string, string>): string | undefined => texts.get('a.md')

describe('repair', () => {
  it('repairs every place and nothing else, whatever stands around it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('§'), fc.constant('\r\n'))),
        async (parts) => {
          const text = parts.join('')
          const { texts, settled, applied } = await repair(one(text), finder(/§/g, write('paragraph')))
          expect(textOf(texts)).toBe(text.replaceAll('§', 'paragraph'))
          expect(settled).toBe(true)
          expect(applied.length).toBe(text.split('§').length - 1)
        },
      ),
    )
  })

  it('goes on until nothing is found any more, and no longer', async () => {
    const { texts, settled } = await repair(one('aaaaaa'), finder(/aa/g, write('a')))
    expect([textOf(texts), settled]).toEqual(['a', true])
    const endless = await repair(one('a'), finder(/a$/g, write('ba')), { rounds: 4 })
    expect([textOf(endless.texts), endless.settled]).toEqual(['bbbba', false])
  })

  it('ends where two repairs undo each other', async () => {
    const { texts, refused } = await repair(
      one('a'),
      finder(/a|b/g, (found, start, path) => write(found === 'a' ? 'b' : 'a')(found, start, path)),
    )
    expect(textOf(texts)).toBe('b')
    expect(refused.map(({ why }) => why)).toEqual(['it changes nothing for good'])
  })

  it('leaves out the repairs alone that do harm', async () => {
    const text = Array.from({ length: 40 }, (_, index) => `${index % 13 === 5 ? '?' : '§'}${index}`).join(' ')
    const check = finder(/[§?]\d+/g, (found, start, path) =>
      write(found.startsWith('?') ? '§100 §200' : 'ok')(found, start, path),
    )
    const { texts, refused, applied } = await repair(one(text), check)
    expect(textOf(texts)).toBe(text.replace(/§\d+/g, 'ok'))
    expect(refused.map(({ why }) => why)).toEqual(Array(3).fill('test/x would then find something new'))
    expect(applied.length).toBe(37)
  })

  it('gives up looking where nearly every repair does harm', async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `?${index}`).join(' ')
    let checks = 0
    const find = finder(/[§?]\d+/g, write('§1 §2 §3'))
    const { refused } = await repair(one(text), (texts) => {
      checks += 1
      return find(texts)
    })
    expect(checks).toBeLessThan(310)
    expect(refused).toHaveLength(2000)
    expect(refused.at(-1)?.why).toBe('not tried: too many other repairs would do harm')
  })

  it('makes all edits of a repair or none', async () => {
    const pair: Fix = {
      title: 'both',
      safety: 'safe',
      edits: [
        { span: { path: 'a.md', start: 0, end: 1 }, text: 'X' },
        { span: { path: 'b.bib', start: 0, end: 9 }, text: 'Y' },
      ],
    }
    const check = finder(/^a$/g, () => [pair])
    const files = new Map([...one('a'), ['b.bib', 'short']] as const)
    expect([...(await repair(files, check)).texts]).toEqual([...files])
    const longer = new Map([...one('a'), ['b.bib', 'long enough']] as const)
    expect([...(await repair(longer, check)).texts]).toEqual([
      ['a.md', 'X'],
      ['b.bib', 'Ygh'],
    ])
  })

  it('writes the line ends of the text', async () => {
    const { texts } = await repair(one('a\r\n§\r\n'), finder(/§/g, write('b\nc')))
    expect(textOf(texts)).toBe('a\r\nb\r\nc\r\n')
  })

  it('asks two independent sources before it changes what the text says', async () => {
    const says = (source: string, theirs = 'Roe'): Evidence => ({ about: 'name', ours: 'Reo', theirs, source })
    const run = async (evidence: readonly Evidence[], unsafe: boolean) => {
      const check = finder(/Reo/g, write('Roe', 'ask'), () => ({ evidence }))
      return textOf((await repair(one('Reo'), check, { unsafe })).texts)
    }
    const two = [says('the list'), says('a registry')]
    expect(await run(two, false)).toBe('Reo')
    expect(await run(two, true)).toBe('Roe')
    expect(await run([says('the list'), says('the list')], true)).toBe('Reo')
    expect(await run([says('the list'), says('a registry', 'Reo')], true)).toBe('Reo')
    expect(await run([], true)).toBe('Reo')
  })

  it('touches neither suppressed findings nor text that was not read as it is meant', async () => {
    const suppressed = finder(/§/g, write('x'), () => ({ suppressed: { reason: 'so it is' } }))
    expect(textOf((await repair(one('§'), suppressed)).texts)).toBe('§')
    const unread: CheckTexts = async (texts) =>
      (await finder(/§/g, write('x'))(texts)).map((file) => ({
        ...file,
        troubles: [{ code: 'read-as-plain-text', message: '' }],
      }))
    expect(textOf((await repair(one('§'), unread)).texts)).toBe('§')
  })

  it('writes nothing that cannot be written', async () => {
    const refuse = (_: string, text: string) => (text.includes('漢') ? 'windows-1251 cannot write U+6F22' : undefined)
    const check = finder(/[ab]/g, (found, start, path) => write(found === 'a' ? '漢' : 'c')(found, start, path))
    const { texts, refused } = await repair(one('a b'), check, { refuse })
    expect(textOf(texts)).toBe('a c')
    expect(refused.map(({ why }) => why)).toEqual(['windows-1251 cannot write U+6F22'])
  })
})
