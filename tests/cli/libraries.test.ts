import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyMaker } from '../../src/cli/libraries/keys.ts'
import { toBibtex, toRis } from '../../src/cli/libraries/write.ts'
import type { CslItem } from '../../src/model/csl.ts'
import { bibtex } from '../../src/readers/bibtex/index.ts'
import { ris } from '../../src/readers/ris/index.ts'
import { citelint, folder } from './citelint.ts'

const ITEM: CslItem = {
  id: '',
  type: 'article-journal',
  author: [
    { family: 'Stone', given: 'Anna' },
    { family: 'Beek', given: 'Jan', 'non-dropping-particle': 'van der' },
    { literal: 'Water Board' },
  ],
  title: 'Rivers & lakes: 50% of {DNA}_1',
  'container-title': 'Journal of Water',
  volume: '3',
  issue: '1',
  page: '4–9',
  issued: { 'date-parts': [[2012, 5]] },
  DOI: '10.5555/abc_d',
  URL: 'https://example.org/a_b?c=1&d=2',
}

const NOVEL: CslItem = {
  id: '',
  type: 'book',
  title: 'Река',
  author: [{ family: 'Ёлкина', given: 'А. Б.' }],
  issued: { 'date-parts': [['2001']] },
}

describe('library formats', () => {
  it('writes BibTeX', () => {
    expect(toBibtex(ITEM, 'stone2012')).toBe(`@article{stone2012,
\tauthor = {Stone, Anna and van der Beek, Jan and {Water Board}},
\tjournal = {Journal of Water},
\tdoi = {10.5555/abc_d},
\tnumber = {1},
\tyear = {2012},
\tmonth = {5},
\tpages = {4--9},
\ttitle = {Rivers \\& lakes: 50\\% of {{DNA}}\\_1},
\turl = {https://example.org/a_b?c=1&d=2},
\tvolume = {3},
}
`)
  })

  it('writes RIS', () => {
    expect(toRis(NOVEL, 'ёлкина2001')).toBe(
      'TY  - BOOK\nAU  - Ёлкина, А. Б.\nDA  - 2001///\nPY  - 2001\nID  - ёлкина2001\nTI  - Река\nER  - \n',
    )
  })

  it('is read back by our own readers', () => {
    const source = (text: string, format: 'bibtex' | 'ris') => ({ path: 'x', format, text, encoding: 'utf-8' })
    const kept = { author: ITEM.author, volume: '3', issue: '1', DOI: ITEM.DOI, URL: ITEM.URL }
    const fromBibtex = bibtex.read(source(toBibtex(ITEM, 'k'), 'bibtex'))
    expect(fromBibtex).toMatchObject({
      kind: 'library',
      troubles: [],
      entries: [{ key: 'k', csl: { ...kept, 'container-title': 'Journal of Water' } }],
    })
    const fromRis = ris.read(source(toRis(ITEM, 'k', 'citelint extract: a.md'), 'ris'))
    expect(fromRis).toMatchObject({
      kind: 'library',
      troubles: [],
      entries: [{ csl: { volume: '3', DOI: ITEM.DOI, title: ITEM.title } }],
    })
  })

  it('makes each key once', () => {
    const keyOf = keyMaker()
    const items = [ITEM, ITEM, { ...NOVEL, id: 'own_key' }, { ...NOVEL, id: 'own_key' }, { id: '', type: 'book' }]
    expect(items.map(keyOf)).toEqual(['stone2012', 'stone2012-2', 'own_key', 'own_key-2', 'anonymous'])
  })
})

describe('parse', () => {
  const LINES =
    'Stone, A. (2012). On rivers. Journal of Water, 3(1), 4–9.\n\n???\r\nЁлкина А. Б. Река. М.: Вода, 2001. 300 с.\n'

  it('writes one line of JSON a line, null where nothing could be read', async () => {
    const { code, stdout, stderr } = await citelint(['parse', '--format', 'jsonl'], { cwd: folder({}), stdin: LINES })
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'citelint: no reference could be read in line 3\n' })
    const lines = stdout.split('\n').map((line) => (line === '' ? '' : JSON.parse(line)))
    expect(lines).toMatchObject([{ title: 'On rivers' }, null, null, { author: [{ family: 'Ёлкина' }] }, ''])
  })

  it('writes CSL-JSON, BibTeX and RIS, from a file too, and says how sure it is when asked', async () => {
    const cwd = folder({ 'refs.txt': LINES })
    const plain = await citelint(['parse', 'refs.txt'], { cwd })
    expect(JSON.parse(plain.stdout)).toMatchObject([
      { id: 'stone2012', issued: { 'date-parts': [[2012]] } },
      { id: 'ёлкина2001' },
    ])
    const explained = JSON.parse((await citelint(['parse', '--explain', 'refs.txt'], { cwd })).stdout)
    expect(explained[0]).toMatchObject({
      csl: { id: 'stone2012' },
      confidence: expect.any(Number),
      fields: expect.any(Array),
      tokens: expect.arrayContaining([
        { text: 'Stone', start: 0, end: 5, label: 'author', confidence: expect.any(Number) },
      ]),
    })
    const told = (await citelint(['parse', '--explain', '--format', 'text', 'refs.txt'], { cwd })).stdout
    expect(told).toMatch(/^Stone, A\. .*\n {2}article-journal, en, confidence 0\.\d\d\n {4}author +0\.\d\d {2}Stone, A/)
    expect(told).toMatch(/\?\?\?\n {2}no reference could be read\n/)
    expect((await citelint(['parse', 'refs.txt', '--format', 'bibtex'], { cwd })).stdout).toMatch(
      /^@article\{stone2012,\n/,
    )
    expect((await citelint(['parse', 'refs.txt', '--format', 'ris'], { cwd })).stdout).toMatch(/^TY {2}- JOUR\n/)
    expect(await citelint(['parse'], { cwd, stdin: '' })).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
    expect(await citelint(['parse', '--format', 'jsonl'], { cwd, stdin: '' })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })
})

describe('extract', () => {
  const PAPER =
    '# P\n\nRivers flow (Stone, 2012).\n\n# References\n\nStone, A. (2012). On rivers. Journal of Water, 3(1), 4–9.\n'
  const CITING = '---\nbibliography: refs.bib\n---\n\n# P\n\nRivers [@stone2012].\n'
  const LIBRARY = '@book{stone2012,title={On Rivers},year={2012}}\n@book{other,title={Other},year={2013}}\n'

  it('writes the references of each manuscript, folders kept', async () => {
    const cwd = folder({
      'm/a.md': PAPER,
      'm/sub/a.md': CITING,
      'm/sub/refs.bib': LIBRARY,
      'm/none.md': 'Plain words.\n',
    })
    const { code, stdout, stderr } = await citelint(['extract', 'm'], { cwd })
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'bibliography/m/a.json: 1 reference\nm/none.md: no references\nbibliography/m/sub/a.json: 1 reference\n',
      stderr: '',
    })
    expect(JSON.parse(readFileSync(join(cwd, 'bibliography/m/a.json'), 'utf8'))).toMatchObject([
      { id: 'stone2012', title: 'On rivers', custom: { source: 'm/a.md' } },
    ])
    expect(JSON.parse(readFileSync(join(cwd, 'bibliography/m/sub/a.json'), 'utf8'))).toMatchObject([
      { id: 'stone2012', type: 'book' },
    ])
    expect(await citelint(['extract', 'm', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('leaves files alone that it did not write, unless it is forced', async () => {
    const cwd = folder({ 'a.md': PAPER, 'bibliography/a.json': '[{"id": "mine"}]' })
    const refused = await citelint(['extract', 'a.md'], { cwd })
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'citelint: bibliography/a.json was not written by citelint and is left alone\n' +
        '  Use --force to write over it, or --output to write elsewhere.\n',
    })
    expect(readFileSync(join(cwd, 'bibliography/a.json'), 'utf8')).toBe('[{"id": "mine"}]')
    expect((await citelint(['extract', 'a.md', '--force'], { cwd })).code).toBe(0)
    for (const format of ['bibtex', 'ris']) {
      const args = ['extract', 'a.md', '--format', format, '--output', 'lib']
      expect((await citelint(args, { cwd })).code).toBe(0)
      expect((await citelint(args, { cwd })).code).toBe(0)
    }
    writeFileSync(join(cwd, 'lib/a.bib'), '@book{mine, title = {Mine}}')
    expect((await citelint(['extract', 'a.md', '--format', 'bibtex', '--output', 'lib'], { cwd })).code).toBe(2)
  })

  it('keeps apart what differs by extension, and never leaves its folder', async () => {
    const cwd = folder({ 'w/x': '', 'a.md': PAPER, 'a.txt': PAPER })
    expect((await citelint(['extract', '../a.md', '../a.txt'], { cwd: join(cwd, 'w') })).stdout).toBe(
      'bibliography/a.md.json: 1 reference\nbibliography/a.txt.json: 1 reference\n',
    )
    symlinkSync(folder({}), join(cwd, 'way'))
    const outside = await citelint(['extract', 'a.md', '--untrusted', '--output', 'way/new'], { cwd })
    expect(outside.code).toBe(2)
    expect(outside.stderr).toContain('leads out of the working directory')
    expect(existsSync(join(cwd, 'way/new'))).toBe(false)
  })
})
