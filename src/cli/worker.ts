import { runJob, type Tools, understand } from '../engine/pipeline.ts'
import type { Document } from '../model/document.ts'
import type { Query, Registry } from '../model/query.ts'
import { type Desk, serve } from '../workers/serve.ts'
import { pack } from './packed.ts'
import { loadPlugins } from './plugins.ts'
import type { Extracted, Task, WorkerData } from './tasks.ts'
import { toolsWith } from './tools.ts'

let tools: Promise<Tools> | undefined

serve(async (task, desk) => {
  tools ??= toolsAt(desk)
  const { kind, job } = task as Task
  return kind === 'check' ? pack(await runJob(job, await tools)) : extracted(await understand(job, await tools))
})

async function toolsAt(desk: Desk): Promise<Tools> {
  const { cwd, plugins } = desk.data as WorkerData
  const registry: Registry = {
    ask: async (queries: readonly Query[]) => (await desk.ask(queries)) as Awaited<ReturnType<Registry['ask']>>,
  }
  return toolsWith(plugins.length === 0 ? [] : await loadPlugins(plugins, cwd), registry)
}

/**
 * Works that stand in two parallel lists are written once, as the first list has them; of the libraries, the entries that
 * the manuscript cites.
 */
function extracted({ lists, references, counterparts, troubles, citations, libraries, metadata }: Document): Extracted {
  const echoes = new Set(lists.filter((list) => list.parallelTo !== undefined).map((list) => list.id))
  const own = references.filter(({ id, list }) => !(echoes.has(list) && counterparts[id] !== undefined))
  const cited = new Set(citations.flatMap(({ targets }) => targets))
  const mentioned = new Set(metadata.nocite)
  const borrowed = libraries
    .flatMap((library) => library.references)
    .filter(({ id, key = '' }) => cited.has(id) || mentioned.has(key) || mentioned.has('*'))
  // the id of a typed-out entry is its place in the list: a library wants keys
  return { items: [...own, ...borrowed].map(({ csl, key = '' }) => ({ ...csl, id: key })), troubles }
}
