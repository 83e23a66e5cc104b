import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { Failure } from '../model/failure.ts'
import type { Registry } from '../model/query.ts'
import type { Planner } from '../net/plan.ts'
import type { OnlineRegistry, RegistryOptions } from '../net/registry.ts'
import type { Recording } from '../records/replay.ts'
import type { OpenStore } from '../records/store.ts'
import { VERSION } from '../version.ts'
import { refuseUntrusted } from './config/load.ts'
import type { OpenSnapshot } from './snapshot.ts'

/** Options of `check` about who is asked and what is kept. */
export interface RegistryChoices {
  readonly offline?: boolean
  readonly online?: boolean
  readonly mailto?: string
  readonly proxy?: string
  readonly plan?: boolean
  readonly cacheDir?: string
  /** days */
  readonly maxAge?: number
  readonly refresh?: boolean
  readonly record?: string
  readonly replay?: string
  readonly snapshot?: string
  readonly today?: string
  readonly untrusted?: boolean
}

export interface OpenRegistry {
  readonly registry: Registry
  /** Keeps what was learnt and ends all connections; what the user should know comes back. */
  finish(): Promise<readonly string[]>
  /** `--plan`: a line for each request that a run would begin with */
  plan?(): readonly string[]
}

/** What tests put in place of the public internet; no option and no variable of the environment leads here. */
export type NetOverrides = Pick<RegistryOptions, 'bases' | 'guard' | 'clock' | 'resolve' | 'transitMs'>

/**
 * Who answers the questions of this run; undefined where nobody does. The network is loaded only for a run that may use
 * it.
 */
export async function openRegistry(
  choices: RegistryChoices,
  { cwd, offline }: { readonly cwd: string; readonly offline: boolean },
  signal: AbortSignal,
  overrides: NetOverrides = {},
): Promise<OpenRegistry | undefined> {
  refuseContradictions(choices, offline)
  const { replay, record, plan = false } = choices
  if (replay !== undefined) {
    const { replayAnswers } = await import('../records/replay.ts')
    return { registry: replayAnswers(resolve(cwd, replay)), finish: async () => [] }
  }
  const snapshot = choices.snapshot === undefined ? undefined : await snapshotOf(choices, choices.snapshot, cwd)
  if (offline && !plan && choices.cacheDir === undefined) return snapshot?.before(undefined)
  const folder = cacheFolder(choices, cwd)
  const { openStore } = await import('../records/store.ts')
  const store = openStore(folder)
  if (offline || plan) {
    const open = await planned(choices, store, overrides)
    return snapshot?.before(open) ?? open
  }
  const asked = await online(choices, folder, store, signal, overrides)
  const open: OpenRegistry = {
    registry: asked,
    async finish() {
      await asked.close()
      store.close()
      return [...asked.notes(), ...store.notes()]
    },
  }
  const all = snapshot?.before(open) ?? open
  if (record === undefined) return all
  const recording = await recorded(all.registry, resolve(cwd, record))
  return {
    registry: recording,
    async finish() {
      const notes = await all.finish()
      recording.save()
      return notes
    },
  }
}

async function snapshotOf(
  { today, untrusted = false }: RegistryChoices,
  folder: string,
  cwd: string,
): Promise<OpenSnapshot> {
  if (untrusted) refuseUntrusted(resolve(cwd, folder), cwd, '--snapshot')
  const { openSnapshot } = await import('./snapshot.ts')
  return openSnapshot(folder, cwd, today ?? new Date().toISOString().slice(0, 10))
}

async function online(
  { mailto, proxy, maxAge, refresh, untrusted = false }: RegistryChoices,
  folder: string,
  store: OpenStore,
  signal: AbortSignal,
  overrides: NetOverrides,
): Promise<OnlineRegistry> {
  const [{ createRegistry }, { systemClock }, { fileTurns }] = await Promise.all([
    import('../net/registry.ts'),
    import('../net/clock.ts'),
    import('../records/turns.ts'),
  ])
  return createRegistry({
    agent: `citelint/${VERSION}`,
    mailto,
    proxy,
    signal,
    store,
    refresh,
    // a stranger's tree must not choose whom this machine talks to
    links: !untrusted,
    maxAgeDays: maxAge,
    openalexKey: process.env.CITELINT_OPENALEX_KEY || undefined,
    turns: fileTurns(folder, overrides.clock ?? systemClock),
    ...overrides,
  })
}

async function recorded(registry: Registry, path: string): Promise<Recording> {
  const { recordAnswers } = await import('../records/replay.ts')
  return recordAnswers(registry, path)
}

/** Answers from what is kept and sends nothing. */
async function planned(choices: RegistryChoices, store: OpenStore, { bases }: NetOverrides): Promise<OpenRegistry> {
  const { createPlanner } = await import('../net/plan.ts')
  const planner: Planner = createPlanner({
    store,
    maxAgeDays: choices.maxAge,
    refresh: choices.refresh,
    mailto: choices.mailto,
    now: Date.now(),
    links: choices.untrusted !== true,
    why: choices.plan ? 'not-asked' : 'offline',
    bases,
  })
  return {
    registry: planner,
    async finish() {
      store.close()
      return store.notes()
    },
    ...(choices.plan ? { plan: () => planner.requests().map(({ url }) => `GET ${url}`) } : {}),
  }
}

function refuseContradictions(
  { replay, record, plan, mailto, proxy, refresh, snapshot }: RegistryChoices,
  offline: boolean,
): void {
  if (record !== undefined && offline) throw new Failure('usage', '--record needs --online')
  if (replay !== undefined && snapshot !== undefined) {
    throw new Failure('usage', '--replay answers everything itself: leave --snapshot out')
  }
  if (refresh && offline && !plan) throw new Failure('usage', '--refresh needs --online')
  if (replay !== undefined && plan) throw new Failure('usage', '--replay sends nothing that --plan could show')
  if (mailto !== undefined && !/^[^\s@()<>[\],;:"\\]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/.test(mailto)) {
    throw new Failure('usage', `--mailto ${mailto} is no mail address`)
  }
  if (proxy !== undefined && !/^https?:\/\/[^\s]{1,300}$/.test(proxy)) {
    throw new Failure('usage', `--proxy ${proxy} is no address of a proxy`, { help: 'Write it as http://HOST:PORT.' })
  }
}

/** The cache of this user, never one that a checked tree brings along. */
export function cacheFolder({ cacheDir, untrusted = false }: RegistryChoices, cwd: string): string {
  if (cacheDir !== undefined) {
    const folder = resolve(cwd, cacheDir)
    if (untrusted) refuseUntrusted(folder, cwd, '--cache-dir')
    return folder
  }
  const { XDG_CACHE_HOME = '', LOCALAPPDATA = '' } = process.env
  const base = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache')
  return join(base, 'citelint')
}
