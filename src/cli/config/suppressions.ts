import { resolve } from 'node:path'
import { readBytes } from '../../disk/load.ts'
import { kindOf, shownPath } from '../../disk/place.ts'
import { Failure } from '../../model/failure.ts'
import type { Rule } from '../../model/rule.ts'
import type { OuterSuppression } from '../../model/settings.ts'
import { parseSettings } from './parse.ts'
import { problemsOf, suggestion } from './problems.ts'
import { suppressSchema } from './schema.ts'

export type FileSuppression = OuterSuppression & { readonly path: string }

const NAME = 'citelint.suppress.yaml'

/** Reads `citelint.suppress.yaml` of a folder; without one there is nothing to suppress. */
export async function loadSuppressions(
  folder: string,
  { cwd, rules }: { cwd: string; rules: readonly Rule[] },
): Promise<readonly FileSuppression[]> {
  const path = resolve(folder, NAME)
  if ((await kindOf(path)).kind === 'missing') return []
  const shown = shownPath(path, cwd)
  const bytes = await readBytes(path, { shown, root: folder, limit: 1 << 20 })
  const read = await parseSettings(new TextDecoder().decode(bytes), shown)
  const parsed = { value: read.value ?? [], place: read.place }
  const problems = problemsOf(suppressSchema, parsed, 'suppress')
  if (problems.length > 0) throw new Failure('configuration', problems.join('\n'))
  const entries = parsed.value as readonly FileSuppression[]
  const ids = rules.map(({ id }) => id)
  const unknown = entries.flatMap(({ rule }, index) =>
    ids.includes(rule) || (rule.endsWith('/*') && ids.some((id) => id.startsWith(rule.slice(0, -1))))
      ? []
      : [`${parsed.place([index, 'rule'], 'value')}: \`${rule}\` is no rule${suggestion(rule, ids)}`],
  )
  if (unknown.length > 0) throw new Failure('configuration', unknown.join('\n'))
  return entries
}
