import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { kindOf } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'
import type { Plugin } from '../model/plugin.ts'

/** Loads the programs that `--plugin` names: each exports a plugin as its default. */
export async function loadPlugins(names: readonly string[], cwd: string): Promise<readonly Plugin[]> {
  const plugins: Plugin[] = []
  for (const name of names) plugins.push(await loadPlugin(name, cwd))
  return plugins
}

async function loadPlugin(name: string, cwd: string): Promise<Plugin> {
  const path = resolve(cwd, name)
  if ((await kindOf(path)).kind !== 'file') throw new Failure('plugin', `the plugin ${name} does not exist`)
  let loaded: { default?: unknown }
  try {
    loaded = await import(pathToFileURL(path).href)
  } catch (cause) {
    throw new Failure(
      'plugin',
      `the plugin ${name} could not be run: ${cause instanceof Error ? cause.message : cause}`,
      {
        cause,
      },
    )
  }
  const problem = problemOf(loaded.default)
  if (problem !== undefined) throw new Failure('plugin', `the plugin ${name} ${problem}`)
  return loaded.default as Plugin
}

function problemOf(plugin: unknown): string | undefined {
  if (typeof plugin !== 'object' || plugin === null) return 'has no default export that is a plugin'
  const { name, rules = [], readers = [] } = plugin as Partial<Plugin>
  if (typeof name !== 'string') return 'has no name'
  if (!Array.isArray(rules) || !Array.isArray(readers)) return 'has rules or readers that are no list'
  for (const rule of rules) {
    if (typeof rule?.id !== 'string' || typeof rule.check !== 'function' || typeof rule.messages !== 'object') {
      return `has a rule without id, messages or check: ${String(rule?.id ?? '?')}`
    }
  }
  return readers.every((reader) => typeof reader?.read === 'function') ? undefined : 'has a reader without read'
}
