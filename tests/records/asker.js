// Asks a loopback server for many works and keeps the answers: a process that tests kill. Arguments: a JSON of settings.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { dist, bases, folder, from, count, factor, origin } = JSON.parse(process.argv[2])
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const [{ createRegistry }, { openStore }, { fileTurns }, { acceleratedClock }, { publicGuard }] = await Promise.all(
  ['net/registry.js', 'records/store.js', 'records/turns.js', 'net/clock.js', 'net/public-address.js'].map(load),
)
const clock = acceleratedClock(factor, origin)
const store = openStore(folder)
const registry = createRegistry({
  agent: 'citelint/test',
  mailto: 'editor@example.org',
  bases,
  store,
  clock,
  turns: fileTurns(folder, clock),
  transitMs: 250 * factor,
  guard: { ...publicGuard, allowsAddress: (address) => address === '127.0.0.1', allowsPort: () => true },
})
const queries = Array.from({ length: count }, (_, index) => ({
  kind: 'work',
  doi: `10.5555/reed.${String(from + index).padStart(5, '0')}`,
}))
const answers = await registry.ask(queries)
await registry.close()
store.close()
process.stdout.write(
  JSON.stringify({ found: answers.filter(({ state }) => state === 'found').length, notes: store.notes() }),
)
