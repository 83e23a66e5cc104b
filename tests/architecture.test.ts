import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const source = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src')

interface Layer {
  /** other rooms that this one may import */
  readonly rooms: readonly string[]
  /** packages and modules of Node that any of its files may import */
  readonly packages?: readonly string[]
  /** those that one file or folder of it may import */
  readonly only?: Readonly<Record<string, readonly string[]>>
}

const UNDERSTANDING = ['model', 'text', 'names', 'numbers', 'reference-parser', 'reference-list', 'citations']
const EVERYTHING = [
  ...UNDERSTANDING,
  ...[
    'readers',
    'rules',
    'engine',
    'reporters',
    'registries',
    'net',
    'workers',
    'records',
    'disk',
    'cli',
    'version.ts',
  ],
]

/** Who may talk to whom. A room may always import itself. */
const LAYERS: Readonly<Record<string, Layer>> = {
  model: { rooms: [] },
  text: { rooms: ['model'] },
  names: { rooms: ['model', 'text'], only: { 'names/pinyin.ts': ['pinyin-pro'] } },
  numbers: { rooms: ['model', 'text'] },
  'reference-parser': { rooms: ['model', 'text', 'names'] },
  'reference-list': { rooms: ['model', 'text', 'names'] },
  citations: { rooms: ['model', 'text', 'names'] },
  readers: {
    rooms: UNDERSTANDING,
    only: {
      'readers/encoding/': ['chardet', 'iconv-lite'],
      'readers/markdown/': [...['unified', 'remark-parse', 'remark-gfm', 'mdast', 'yaml']],
      'readers/text/': ['yaml'],
      'readers/shared/': ['yaml'],
      'readers/bibtex/': ['@citation-js/core', '@citation-js/plugin-bibtex'],
      'readers/csl-json/': ['jsonc-parser'],
      'readers/csl-yaml/': ['yaml'],
    },
  },
  rules: { rooms: UNDERSTANDING },
  engine: { rooms: UNDERSTANDING },
  reporters: { rooms: UNDERSTANDING, only: { 'reporters/terminal/': ['picocolors'] } },
  registries: { rooms: ['model', 'text'] },
  net: {
    rooms: ['model', 'text', 'registries'],
    packages: ['undici', 'p-limit', 'node:net', 'node:tls', 'node:dns', 'node:stream', 'node:zlib'],
  },
  workers: { rooms: ['model'], packages: ['node:worker_threads'] },
  records: { rooms: ['model', 'text'], packages: ['node:fs', 'node:path', 'node:process', 'node:zlib'] },
  disk: {
    rooms: ['model', 'text'],
    packages: ['node:fs', 'node:path', 'node:process'],
    only: { 'disk/find.ts': ['ignore', 'tinyglobby'], 'disk/git.ts': ['node:child_process'] },
  },
  cli: {
    rooms: EVERYTHING,
    packages: ['node:events', 'node:fs', 'node:os', 'node:path', 'node:process', 'node:url'],
    only: {
      'cli/main.ts': ['commander'],
      'cli/front-matter.ts': ['yaml'],
      'cli/packed.ts': ['node:v8'],
      'cli/frugal.ts': ['node:v8'],
      'cli/config/parse.ts': ['jsonc-parser', 'yaml'],
      'cli/config/': ['valibot'],
      'cli/libraries/write.ts': ['@citation-js/core', '@citation-js/plugin-bibtex', '@citation-js/plugin-ris'],
    },
  },
  'index.ts': { rooms: EVERYTHING },
  'version.ts': { rooms: [] },
  'cli.ts': { rooms: ['cli', 'version.ts'], packages: ['node:process'] },
}

interface Import {
  readonly file: string
  readonly specifier: string
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(source.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort()

const texts = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]))

const IMPORT =
  /(?:^|[;\n])\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?:(?:^|[;\n])\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/g

const imports: readonly Import[] = files.flatMap((file) =>
  [...(texts.get(file) as string).matchAll(IMPORT)].map((match) => ({
    file,
    specifier: (match[1] ?? match[2]) as string,
  })),
)

/** The room of a file: its first folder, or its name at the top. */
function roomOf(file: string): string {
  return file.split('/')[0] as string
}

function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  if (specifier.startsWith('@')) return `${first}/${second}`
  return first
}

function isAllowed({ file, specifier }: Import): boolean {
  const room = roomOf(file)
  const layer = LAYERS[room]
  if (layer === undefined) return false
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(file), specifier)
    return !target.startsWith('..') && (roomOf(target) === room || layer.rooms.includes(roomOf(target)))
  }
  const name = packageOf(specifier)
  const special = Object.entries(layer.only ?? {}).filter(([place]) => file.startsWith(place))
  return [...(layer.packages ?? []), ...special.flatMap(([, names]) => names)].includes(name)
}

describe('the architecture', () => {
  it('is looked at at all', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(imports.length).toBeGreaterThan(200)
    expect(files).toContain('engine/pipeline.ts')
    expect(imports).toContainEqual({ file: 'cli.ts', specifier: './cli/main.ts' })
    expect(imports).toContainEqual({ file: 'disk/find.ts', specifier: 'ignore' })
  })

  it('would see an offender', () => {
    const offenders = [
      { file: 'rules/x/y.ts', specifier: '../../readers/index.ts' },
      { file: 'text/x.ts', specifier: 'node:fs' },
      { file: 'engine/x.ts', specifier: 'undici' },
      { file: 'model/x.ts', specifier: '../text/fold.ts' },
      { file: 'attic/x.ts', specifier: './y.ts' },
      { file: 'cli/x.ts', specifier: '../../tests/x.ts' },
    ]
    expect(offenders.filter(isAllowed)).toEqual([])
  })

  it('lets every room import only what its layer may', () => {
    expect(imports.filter((one) => !isAllowed(one))).toEqual([])
  })

  it('has no file of two subjects', () => {
    const long = files.flatMap((file) => {
      const lines = (texts.get(file) as string).split('\n').length - 1
      return lines > 300 ? [`${file}: ${lines} lines`] : []
    })
    expect(long).toEqual([])
  })

  it('has no way around strictness', () => {
    const loose = files.filter((file) => /@ts-(?:ignore|nocheck)|\bas any\b/.test(texts.get(file) as string))
    expect(loose).toEqual([])
  })
})
