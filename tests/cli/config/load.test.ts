import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ConfigRequest, loadConfig } from '../../../src/cli/config/load.ts'
import type { Rule } from '../../../src/model/rule.ts'
import { folder } from '../citelint.ts'

const rule = (id: string, options?: object): Rule => ({
  id,
  summary: '',
  why: '',
  cannotSee: '',
  severity: 'warning',
  messages: {},
  examples: [],
  ...(options === undefined ? {} : { options }),
  check: () => [],
})

const rules = [rule('references/uncited'), rule('references/missing-field', { types: ['book'], year: true })]

async function load(files: Readonly<Record<string, string>>, more: Partial<ConfigRequest> = {}, below = '.') {
  const top = folder({ '.git/HEAD': '', [`${below}/x.md`]: '', ...files })
  const loaded = await loadConfig({ cwd: join(top, below), rules, plugins: [], ...more })
  return { ...loaded, folder: loaded.folder.replace(top, 'TOP') }
}

async function refusal(files: Readonly<Record<string, string>>, more: Partial<ConfigRequest> = {}): Promise<string> {
  return load(files, more).then(
    () => 'accepted',
    (error: Error) => error.message,
  )
}

describe('loadConfig', () => {
  it('finds JSON with comments and YAML, from the working directory upward', async () => {
    const json = await load(
      { 'citelint.config.json': '{ // why\n "manuscripts": "texts", "offline": false, }' },
      {},
      'a/b',
    )
    expect(json).toMatchObject({ folder: 'TOP', config: { manuscripts: ['texts'], offline: false } })
    const yaml = await load({
      'citelint.config.yaml': 'rules:\n  references/uncited: off\naccept: { names: [Ёлкин] }\n',
    })
    expect(yaml.config).toMatchObject({ rules: { 'references/uncited': 'off' }, accept: { names: ['Ёлкин'] } })
  })

  it('takes none from below, none above the repository, none at all when the tree is not trusted', async () => {
    const config = { 'sub/citelint.config.yaml': 'offline: false' }
    expect((await load(config)).config.offline).toBe(true)
    expect((await load(config, { untrusted: true }, 'sub')).config.offline).toBe(true)
    expect(
      (await load({ 'citelint.config.yaml': 'offline: false', 'sub/.git/HEAD': '' }, {}, 'sub')).config.offline,
    ).toBe(true)
    expect(await refusal({ 'x.yaml': '' }, { untrusted: true, named: 'x.yaml' })).toBe(
      '--config x.yaml lies in the checked tree, which --untrusted ignores',
    )
  })

  it('loads a program only when it is named', async () => {
    const files = { 'citelint.config.mjs': "export default { manuscripts: ['m'] }" }
    expect(await load(files)).toMatchObject({
      config: { manuscripts: ['manuscripts/'] },
      notes: ['citelint.config.mjs is a program and is loaded only when named with --config'],
    })
    expect((await load(files, { named: 'citelint.config.mjs' })).config.manuscripts).toEqual(['m'])
    expect(await refusal({ ...files, 'citelint.config.yaml': 'extends: ./citelint.config.mjs' })).toBe(
      'citelint.config.mjs is a program; it is loaded only when named with --config',
    )
  })

  it('lays what is extended below: presets, files of the project, files that these extend', async () => {
    const { config } = await load({
      'citelint.config.yaml': 'extends: [strict, ./shared/a.yaml]\nrules:\n  references/uncited: off\n',
      'shared/a.yaml': 'extends: ./b.json\nmanuscripts: [from-a]\naccept: { dois: [10.5555/a] }\n',
      'shared/b.json': '{"manuscripts": ["from-b"], "offline": false, "accept": {"dois": ["10.5555/b"]}}',
    })
    expect(config).toMatchObject({
      manuscripts: ['from-a'],
      offline: false,
      rules: { 'references/uncited': 'off', 'references/missing-field': 'error' },
      accept: { dois: ['10.5555/b', '10.5555/a'] },
    })
  })

  it.each([
    ['rulez:\n  a: off', 'citelint.config.yaml:1:1: `rulez` is not a setting of citelint; did you mean `rules`?'],
    ['offline: maybe', 'citelint.config.yaml:1:10: `offline` is "maybe", expected true or false'],
    [
      'rules:\n  references/uncited: eror',
      'citelint.config.yaml:2:23: `rules.references/uncited` is "eror", expected one of off, info, warning, error, or a pair of one of these and options; did you mean `error`?',
    ],
    [
      'rules:\n  references/uncitd: off',
      'citelint.config.yaml:2:3: `references/uncitd` is no rule; did you mean `references/uncited`?',
    ],
    [
      'rules:\n  references/missing-field: [warning, { yaer: false }]',
      'citelint.config.yaml:2:41: `yaer` is no option of references/missing-field; did you mean `year`?',
    ],
    [
      'rules:\n  references/missing-field: [warning, { year: 1 }]',
      'citelint.config.yaml:2:47: `year` of references/missing-field is a number, expected true or false',
    ],
    [
      'rules:\n  references/uncited: [off, { a: 1 }]',
      'citelint.config.yaml:2:31: `a` is no option of references/uncited; the rule has no options',
    ],
    ['accept:\n  nmes: []', 'citelint.config.yaml:2:3: `nmes` is not a setting of `accept`; did you mean `names`?'],
    [
      'accept:\n  pairs: [[a]]',
      'citelint.config.yaml:2:11: `accept.pairs` is nothing, expected a list of pairs of names',
    ],
    ['overrides:\n  - files: x.md', 'citelint.config.yaml:2:5: `rules` is missing'],
    ['overrides: 3', 'citelint.config.yaml:1:12: `overrides` is 3, expected a list of tables with files and rules'],
    [
      'plugins: [x]',
      'citelint.config.yaml:1:1: `plugins` is not a setting of citelint; plugins are programs and are loaded only when named with --plugin',
    ],
    ['extends: strikt', 'citelint.config.yaml:1:10: `strikt` is no preset; did you mean `strict`?'],
    ['extends: ./missing.yaml', 'citelint.config.yaml:1:10: `./missing.yaml` does not exist'],
    [
      'extends: [../outside.yaml]',
      'citelint.config.yaml:1:11: `../outside.yaml` lies outside the project and is not followed',
    ],
    ['extends: ./citelint.config.yaml', '`extends` goes in a circle: citelint.config.yaml → citelint.config.yaml'],
    ['- a', 'citelint.config.yaml: expected settings, found ["a"]'],
    [
      'a: [',
      'citelint.config.yaml:1:5: not readable as YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['offline: true\noffline: false', 'citelint.config.yaml:2:1: not readable as YAML: map keys must be unique'],
  ])('refuses %j with its place', async (text, message) => {
    expect(await refusal({ 'citelint.config.yaml': text })).toBe(message)
  })

  it('names every mistake at once, with places in JSON too', async () => {
    expect(await refusal({ 'citelint.config.json': '{\n  "rulez": {},\n  "ignore": 3\n}' })).toBe(
      'citelint.config.json:3:13: `ignore` is 3, expected a string or a list of strings\n' +
        'citelint.config.json:2:3: `rulez` is not a setting of citelint; did you mean `rules`?',
    )
    expect(await refusal({ 'citelint.config.json': '{"rules": ' })).toBe(
      'citelint.config.json:1:11: not readable as JSON: value expected',
    )
  })

  it('takes an empty file for no settings and refuses two files, bombs and bottomless nests', async () => {
    expect((await load({ 'citelint.config.yaml': '' })).config.manuscripts).toEqual(['manuscripts/'])
    expect(await refusal({ 'citelint.config.yaml': '', 'citelint.config.json': '{}' })).toBe(
      'two configurations in one folder: citelint.config.json and citelint.config.yaml',
    )
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(10).fill(of).join(', ')}]\n`
    const bomb = `a: &a [x]\n${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}`
    expect(await refusal({ 'citelint.config.yaml': bomb })).toMatch(/not readable as YAML/)
    expect(await refusal({ 'citelint.config.json': '['.repeat(200_000) })).toMatch(/not readable as JSON/)
    expect(await refusal({ 'citelint.config.yaml': '['.repeat(200_000) })).toMatch(/not readable as YAML/)
  })
})
