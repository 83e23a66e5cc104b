// Asks for one link with the compiled program and prints the answer. Arguments: a JSON of settings.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { dist, url, name } = JSON.parse(process.argv[2])
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const [{ createRegistry }, { publicGuard }] = await Promise.all(['net/registry.js', 'net/public-address.js'].map(load))
const registry = createRegistry({
  agent: 'citelint/test',
  guard: { ...publicGuard, allowsAddress: (address) => address === '127.0.0.1', allowsPort: () => true },
  resolve: async (asked) => (asked === name ? ['127.0.0.1'] : []),
})
const [answer] = await registry.ask([{ kind: 'link', url }])
await registry.close()
process.stdout.write(JSON.stringify(answer))
