import { dirname, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBytes } from '../../disk/load.ts'
import { followInside, isInside, kindOf, shownPath } from '../../disk/place.ts'
import { DEFAULTS, layer, type PartialConfig, PRESET_NAMES, presetOf } from '../../engine/configure.ts'
import type { Config } from '../../model/config.ts'
import { Failure } from '../../model/failure.ts'
import type { Plugin, Preset, RuleSetting } from '../../model/plugin.ts'
import type { Rule } from '../../model/rule.ts'
import { type Parsed, parseSettings } from './parse.ts'
import { problemsOf, suggestion } from './problems.ts'
import { rulesProblems } from './rules.ts'
import { configSchema, type WrittenConfig } from './schema.ts'

export interface ConfigRequest {
  readonly cwd: string
  /** `--config` */
  readonly named?: string | undefined
  readonly untrusted?: boolean | undefined
  readonly rules: readonly Rule[]
  readonly plugins: readonly Plugin[]
}

export interface LoadedConfig {
  readonly config: Config
  /** absolute; absent where there is none */
  readonly path?: string
  /** the folder that its paths and globs are relative to */
  readonly folder: string
  /** what the user should know, though nothing is wrong */
  readonly notes: readonly string[]
}

const FOUND_NAMES: readonly string[] = ['citelint.config.json', 'citelint.config.yaml']
const PROGRAM_NAMES: readonly string[] = ['citelint.config.js', 'citelint.config.mjs', 'citelint.config.ts']
const SETTINGS: ReadonlySet<string> = new Set(['.json', '.yaml', '.yml'])
const PROGRAMS: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs'])
const LARGEST = 1 << 20

/** Finds, reads and checks the configuration. Every mistake in it is one `Failure` that names its place. */
export async function loadConfig(request: ConfigRequest): Promise<LoadedConfig> {
  const { cwd, named, untrusted = false } = request
  const notes: string[] = []
  if (named !== undefined && untrusted) refuseUntrusted(resolve(cwd, named), cwd, '--config')
  const path = named !== undefined ? resolve(cwd, named) : untrusted ? undefined : await findConfig(cwd, notes)
  if (path === undefined) return { config: DEFAULTS, folder: cwd, notes }
  const root = named === undefined ? dirname(path) : cwd
  const config = await follow(path, DEFAULTS, {
    ...request,
    root: dirname(path),
    chain: [],
    mayRun: named !== undefined,
  })
  return { config, path, folder: root, notes }
}

/** In the mode for pull requests of strangers nothing that lies in the checked tree is obeyed, named or not. */
export function refuseUntrusted(path: string, cwd: string, option: string): void {
  if (!isInside(path, cwd)) return
  throw new Failure(
    'untrusted',
    `${option} ${shownPath(path, cwd)} lies in the checked tree, which --untrusted ignores`,
    {
      help: 'Keep the file outside of the checkout, or leave --untrusted out.',
    },
  )
}

/** From the working directory upward to the top of the repository or of the disk. */
async function findConfig(cwd: string, notes: string[]): Promise<string | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found: string[] = []
    for (const name of FOUND_NAMES) if (await isThere(resolve(folder, name))) found.push(resolve(folder, name))
    if (found.length > 1) {
      throw new Failure(
        'configuration',
        `two configurations in one folder: ${found.map((one) => shownPath(one, cwd)).join(' and ')}`,
        {
          help: 'Keep one of them, or name one with --config.',
        },
      )
    }
    if (found[0] !== undefined) return found[0]
    for (const name of PROGRAM_NAMES) {
      const path = resolve(folder, name)
      if (await isThere(path))
        notes.push(`${shownPath(path, cwd)} is a program and is loaded only when named with --config`)
    }
    if ((await isThere(resolve(folder, '.git'))) || dirname(folder) === folder) return undefined
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await kindOf(path)).kind !== 'missing'
}

interface Following extends ConfigRequest {
  /** the folder that `extends` may not leave */
  readonly root: string
  /** the files that led here */
  readonly chain: readonly string[]
  readonly mayRun: boolean
}

async function follow(path: string, below: Config, state: Following): Promise<Config> {
  const shown = shownPath(path, state.cwd)
  if (state.chain.includes(path)) {
    const circle = [...state.chain, path].map((one) => shownPath(one, state.cwd)).join(' → ')
    throw new Failure('configuration', `\`extends\` goes in a circle: ${circle}`)
  }
  const parsed = await read(path, shown, state)
  const written = parsed.value as WrittenConfig
  let config = below
  for (const [index, name] of list(written.extends).entries()) {
    const at = Array.isArray(written.extends) ? ['extends', index] : ['extends']
    config = await extend(name, config, path, parsed.place(at, 'value'), { ...state, chain: [...state.chain, path] })
  }
  return layer(config, partial(written))
}

async function read(path: string, shown: string, state: Following): Promise<Parsed> {
  const extension = extname(path).toLowerCase()
  const isProgram = PROGRAMS.has(extension)
  if (!isProgram && !SETTINGS.has(extension)) {
    throw new Failure('configuration', `${shown} is no configuration: it must end in .json, .yaml, .yml or .js`)
  }
  const parsed = isProgram
    ? await runProgram(path, shown, state)
    : await parseSettings(await text(path, shown, state), shown)
  const value = parsed.value ?? {}
  const checked: Parsed = { value, place: parsed.place }
  const problems = problemsOf(configSchema, checked, 'config')
  const all = problems.length > 0 ? problems : rulesProblems(value as WrittenConfig, state.rules, checked)
  if (all.length > 0) throw new Failure('configuration', all.join('\n'))
  return checked
}

async function text(path: string, shown: string, { root }: Following): Promise<string> {
  const bytes = await readBytes(path, { shown, root, limit: LARGEST })
  return new TextDecoder().decode(bytes)
}

async function runProgram(path: string, shown: string, { mayRun, chain }: Following): Promise<Parsed> {
  if (!mayRun || chain.length > 0) {
    throw new Failure('configuration', `${shown} is a program; it is loaded only when named with --config`)
  }
  await readBytes(path, { shown, limit: LARGEST })
  try {
    const loaded: { default?: unknown } = await import(pathToFileURL(path).href)
    return { value: structuredClone(loaded.default), place: () => shown }
  } catch (cause) {
    throw new Failure('configuration', `${shown} could not be run: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
}

async function extend(name: string, below: Config, from: string, place: string, state: Following): Promise<Config> {
  const preset = presetNamed(name, state)
  if (preset !== undefined) return layer(below, partialOfPreset(preset))
  if (!/^\.{0,2}[\\/]|\.(json|ya?ml|[cm]?js)$/i.test(name)) {
    throw new Failure('configuration', `${place}: \`${name}\` is no preset${suggestion(name, presetNames(state))}`, {
      help: 'A file is named with its path, as in ./shared/citelint.yaml.',
    })
  }
  const path = resolve(dirname(from), name)
  const inside = isInside(path, state.root)
  const { kind } = inside ? await kindOf(path) : { kind: 'missing' }
  if (!inside || (kind === 'file' && (await followInside(path, state.root)) === undefined)) {
    throw new Failure('configuration', `${place}: \`${name}\` lies outside the project and is not followed`)
  }
  if (kind !== 'file') throw new Failure('configuration', `${place}: \`${name}\` does not exist`)
  return follow(path, below, state)
}

function presetNamed(name: string, { rules, plugins }: Following): Preset | undefined {
  return presetOf(name, rules) ?? plugins.find(({ presets }) => presets?.[name] !== undefined)?.presets?.[name]
}

function presetNames({ plugins }: Following): readonly string[] {
  return [...PRESET_NAMES, ...plugins.flatMap(({ presets = {} }) => Object.keys(presets))]
}

function partialOfPreset({ rules }: Preset): PartialConfig {
  return rules === undefined ? {} : { rules }
}

function partial(written: WrittenConfig): PartialConfig {
  const { extends: _, $schema: __, manuscripts, bibliography, ignore, rules, overrides, ...rest } = written
  return {
    ...rest,
    ...(manuscripts === undefined ? {} : { manuscripts: list(manuscripts) }),
    ...(bibliography === undefined ? {} : { bibliography: list(bibliography) }),
    ...(ignore === undefined ? {} : { ignore: list(ignore) }),
    ...(rules === undefined ? {} : { rules: rules as Record<string, RuleSetting> }),
    ...(overrides === undefined
      ? {}
      : {
          overrides: overrides.map((one) => ({
            files: list(one.files),
            rules: one.rules as Record<string, RuleSetting>,
          })),
        }),
  }
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
