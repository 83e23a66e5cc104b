import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { librariesNamed } from '../../src/cli/front-matter.ts'
import type { SourceFile } from '../../src/model/source.ts'

const source = (text: string): SourceFile => ({ path: 'a.md', format: 'markdown', text, encoding: 'utf-8' })

describe('librariesNamed', () => {
  it.each([
    ['---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['---\r\ntitle: T\r\nbibliography: "мои ссылки.bib" # ours\r\n...\r\nText', ['мои ссылки.bib']],
    ['---\nbibliography:\n  - a.bib\n  - b.json\n---\n', ['a.bib', 'b.json']],
    ['---\nbibliography: [a.bib, 3, [b]]\n---\n', ['a.bib']],
    ['---\nbibliography: {a: b}\n---\n', []],
    ['---\n- bibliography\n---\n', []],
    ['---\nbibliography: refs.bib\n', []],
    ['Text\n---\nbibliography: refs.bib\n---\n', []],
    [`---\nbibliography: ${'['.repeat(30_000)}\n---\n`, []],
    ['', []],
  ])('%j', async (text, expected) => {
    const found = await librariesNamed(source(text))
    expect(found.map(({ path }) => path)).toEqual(expected)
    for (const { path, span } of found) expect(text.slice(span.start, span.end)).toContain(path)
  })

  it('never throws', async () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('---', '...', 'bibliography:', '  - x', '&a [*a]', '<<: *a'))
    await fc.assert(
      fc.asyncProperty(fc.array(line), async (lines) => {
        const text = `---\nbibliography: x.bib\n${lines.join('\n')}\n---\n`
        for (const { span } of await librariesNamed(source(text))) expect(span.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
