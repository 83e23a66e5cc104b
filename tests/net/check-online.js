// Runs `check` of the compiled program with a loopback server for the internet. Arguments: a JSON of settings.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { dist, paths, options, bases, factor, addresses } = JSON.parse(process.argv[2])
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const [{ check }, { acceleratedClock }, { publicGuard }] = await Promise.all(
  ['cli/check.js', 'net/clock.js', 'net/public-address.js'].map(load),
)
await check(
  paths,
  { failOn: 'error', color: false, ...options },
  {
    bases,
    clock: acceleratedClock(factor),
    transitMs: 250 * factor,
    resolve: async (name) => {
      if (addresses[name] !== undefined) return addresses[name]
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
    },
    guard: {
      ...publicGuard,
      allowsAddress: (address) => address === '127.0.0.1' || publicGuard.allowsAddress(address),
      allowsPort: () => true,
    },
  },
)
