import process from 'node:process'
import { Failure } from '../model/failure.ts'
import { toRuleList, toTerminalPage } from '../reporters/rule-page.ts'
import { suggestion } from './config/problems.ts'
import { loadPlugins } from './plugins.ts'
import { stdout, wantsColor } from './streams.ts'
import { rulesWith } from './tools.ts'

export interface ExplainOptions {
  readonly plugin?: readonly string[]
  readonly color: boolean
}

/** `citelint explain` */
export async function explain(id: string | undefined, options: ExplainOptions): Promise<void> {
  const rules = rulesWith(await loadPlugins(options.plugin ?? [], process.cwd()))
  const color = wantsColor(options.color, stdout.isTerminal)
  const page = stdout.columns === undefined ? { color } : { color, columns: stdout.columns }
  if (id === undefined) {
    await stdout.write(toRuleList(rules, page))
    return
  }
  const rule = rules.find((one) => one.id === id)
  if (rule === undefined) {
    const ids = rules.map((one) => one.id)
    const named = ids.filter((one) => one.endsWith(`/${id}`))
    const meant = named.length === 1 ? `; did you mean \`${named[0]}\`?` : suggestion(id, ids)
    throw new Failure('usage', `\`${id}\` is no rule${meant}`, { help: '`citelint explain` lists the rules.' })
  }
  await stdout.write(toTerminalPage(rule, page))
}
