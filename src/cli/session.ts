import { availableParallelism, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { find } from '../disk/find.ts'
import { formatOf } from '../disk/formats.ts'
import { type Found, LARGEST_FILE, load } from '../disk/load.ts'
import { kindOf, shownPath } from '../disk/place.ts'
import { settingsFor } from '../engine/configure.ts'
import type { Config } from '../model/config.ts'
import { Failure } from '../model/failure.ts'
import type { Plugin, RuleSetting } from '../model/plugin.ts'
import type { Registry } from '../model/query.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { SourceFile } from '../model/source.ts'
import { decode } from '../readers/decode.ts'
import { type LoadedConfig, loadConfig, refuseUntrusted } from './config/load.ts'
import { suggestion } from './config/problems.ts'
import { RULE_LEVELS } from './config/schema.ts'
import { loadSuppressions } from './config/suppressions.ts'
import { loadPlugins } from './plugins.ts'
import { readStdin } from './streams.ts'
import { rulesWith } from './tools.ts'

/** Options of every command that reads manuscripts. */
export interface ReadOptions {
  readonly config?: string
  readonly offline?: boolean
  readonly online?: boolean
  readonly bibliography?: readonly string[]
  readonly stdin?: boolean
  readonly stdinFilename?: string
  readonly today?: string
  readonly untrusted?: boolean
  readonly plugin?: readonly string[]
  readonly jobs?: number
  readonly color: boolean
  readonly quiet?: boolean
  readonly rule?: readonly string[]
}

/** A file to read, or one that is read already (standard input). */
export interface Input extends Found {
  read(): Promise<SourceFile>
}

/** All that a run decides before it reads the first manuscript. */
export interface Session {
  readonly cwd: string
  /** the folder that libraries and links of checked files may not leave */
  readonly root: string
  readonly loaded: LoadedConfig
  readonly config: Config
  readonly plugins: readonly Plugin[]
  readonly rules: readonly Rule[]
  /** nothing is sent: the default, unless `--online` or the configuration says otherwise */
  readonly offline: boolean
  /** who answers the questions of the rules; without it every answer is unknown */
  readonly registry?: Registry
  readonly jobs: number
  readonly memoryLimitMb: number
  settingsOf(path: string): Settings
}

export async function openSession(options: ReadOptions): Promise<Session> {
  const cwd = process.cwd()
  const { untrusted = false, plugin: names = [] } = options
  if (untrusted) for (const name of names) refuseUntrusted(resolve(cwd, name), cwd, '--plugin')
  const plugins = await loadPlugins(names, cwd)
  const rules = rulesWith(plugins)
  const loaded = await loadConfig({ cwd, named: options.config, untrusted, rules, plugins })
  const suppressions = untrusted ? [] : await loadSuppressions(loaded.folder, { cwd, rules })
  const choices = {
    rules: ruleChoices(options.rule ?? [], rules),
    today: options.today ?? dayOfEpoch(process.env.SOURCE_DATE_EPOCH),
    untrusted,
    suppressions,
  }
  const known = new Map<string, Settings>()
  const jobs = options.jobs ?? Math.min(16, availableParallelism())
  return {
    cwd,
    root: untrusted ? cwd : loaded.path === undefined ? await projectOf(cwd) : loaded.folder,
    loaded,
    config: loaded.config,
    plugins,
    rules,
    offline: options.offline === true || (loaded.config.offline !== false && options.online !== true),
    jobs,
    memoryLimitMb: Math.max(512, Math.min(2048, Math.floor((totalmem() * 0.6) / 2 ** 20 / jobs))),
    settingsOf(path) {
      const settings =
        known.get(path) ?? settingsFor(shownPath(resolve(cwd, path), loaded.folder), loaded.config, choices)
      known.set(path, settings)
      return settings
    },
  }
}

/** The files of the arguments, of the configuration, or of `manuscripts/`; or what standard input holds. */
export async function inputsOf(
  paths: readonly string[],
  options: ReadOptions,
  { cwd, root, config, loaded }: Session,
): Promise<{ inputs: readonly Input[]; failures: readonly Failure[]; notes: readonly string[] }> {
  if (options.stdinFilename !== undefined && options.stdin !== true) {
    throw new Failure('usage', '--stdin-filename needs --stdin')
  }
  if (options.stdin) {
    if (paths.length > 0) throw new Failure('usage', 'either --stdin or PATHS, not both')
    return { inputs: [await stdinInput(options.stdinFilename, cwd)], failures: [], notes: [] }
  }
  const chosen =
    paths.length > 0 ? paths : config.manuscripts.map((path) => shownPath(resolve(loaded.folder, path), cwd))
  const { untrusted = false } = options
  const { files, failures, notes } = await find(chosen, {
    cwd,
    root: untrusted ? cwd : loaded.folder,
    ignore: config.ignore,
    untrusted,
  })
  const help =
    paths.length === 0 && failures[0]?.code === 'missing'
      ? { help: 'Name files or folders: citelint check PATHS…' }
      : {}
  return {
    notes,
    inputs: files.map((file) => ({ ...file, read: () => load(file, decode, root) })),
    failures: 'help' in help ? failures.map(({ code, message }) => new Failure(code, message, help)) : failures,
  }
}

async function stdinInput(name: string | undefined, cwd: string): Promise<Input> {
  const path = name === undefined ? 'stdin' : shownPath(resolve(cwd, name), cwd)
  const format = name === undefined ? 'text' : formatOf(name)
  if (format === undefined) throw new Failure('unknown-format', `${name} has no format that citelint reads`)
  const { text, encoding, troubles } = decode(await readStdin(LARGEST_FILE), undefined, path)
  const source: SourceFile = { path, format, text, encoding, ...(troubles === undefined ? {} : { troubles }) }
  return { path, absolute: resolve(cwd, path), format, read: async () => source }
}

/** `--rule ID=SEVERITY` */
function ruleChoices(given: readonly string[], rules: readonly Rule[]): Readonly<Record<string, RuleSetting>> {
  const ids = rules.map(({ id }) => id)
  return Object.fromEntries(
    given.map((one) => {
      const at = one.lastIndexOf('=')
      const [id, level] = [one.slice(0, at), one.slice(at + 1)]
      if (at < 1) throw new Failure('usage', `--rule ${one}: write it as ID=${RULE_LEVELS.join('|')}`)
      if (!ids.includes(id)) throw new Failure('usage', `--rule ${one}: \`${id}\` is no rule${suggestion(id, ids)}`)
      if (!RULE_LEVELS.includes(level)) {
        throw new Failure('usage', `--rule ${one}: \`${level}\` is no severity${suggestion(level, RULE_LEVELS)}`)
      }
      return [id, level as RuleSetting]
    }),
  )
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970. */
function dayOfEpoch(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return undefined
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10)
}

/** The top of the repository, else the working directory: `bibliography: ../refs.bib` may reach so far. */
async function projectOf(cwd: string): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if ((await kindOf(resolve(folder, '.git'))).kind !== 'missing') return folder
    if (dirname(folder) === folder) return cwd
  }
}
