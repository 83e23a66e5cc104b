import { shownPath } from '../disk/place.ts'
import type { Session } from './session.ts'
import { stdout } from './streams.ts'

/** `--print-config`: what counts for a path, or for every file that no override names. */
export async function printConfig(
  paths: readonly string[],
  { loaded, config, rules, settingsOf, cwd }: Session,
): Promise<void> {
  const chosen = settingsOf(paths[0] ?? '').rules
  const effective = Object.fromEntries(
    rules.map(({ id, severity, options }) => {
      const { severity: level = severity, options: own } = chosen[id] ?? {}
      const all = { ...options, ...own }
      return [id, Object.keys(all).length === 0 ? level : [level, all]]
    }),
  )
  const shown = {
    configuration: loaded.path === undefined ? null : shownPath(loaded.path, cwd),
    ...config,
    rules: effective,
    ...(paths.length === 0 ? {} : { overrides: undefined }),
  }
  await stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`)
}
