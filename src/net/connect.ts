import { lookup } from 'node:dns/promises'
import { buildConnector } from 'undici'
import { type Guard, literalOf } from './public-address.ts'
import { NetTrouble } from './trouble.ts'

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>

export const systemResolve: Resolve = async (name) => {
  const found = await lookup(name, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

const CONNECT_MS = 5000
const MOST_ADDRESSES = 3

/**
 * Connects to allowed addresses only. The guard sits here and not in a look-up function, since undici asks that for names
 * alone; a name is looked up once, refused whole if any of its addresses is, and the connection goes to the very address
 * that was looked at.
 */
export function guardedConnector(guard: Guard, resolve: Resolve = systemResolve): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MS, allowH2: false, maxCachedSessions: 50 })

  async function addressesOf(hostname: string): Promise<readonly string[]> {
    const literal = literalOf(hostname)
    const addresses = literal === undefined ? await resolve(hostname) : [literal]
    if (addresses.length === 0) throw new NetTrouble('failed', 'no-such-host')
    if (!addresses.every((address) => guard.allowsAddress(address))) throw new NetTrouble('refused', 'private-address')
    return addresses.slice(0, MOST_ADDRESSES)
  }

  return (options, callback) => {
    const { hostname } = options
    const isName = literalOf(hostname) === undefined
    const servername = options.servername || (isName ? hostname : '')

    function attempt(addresses: readonly string[], index: number): void {
      const address = addresses[index] as string
      connect({ ...options, hostname: address, ...(servername === '' ? {} : { servername }) }, (error, socket) => {
        if (error !== null) {
          if (index + 1 < addresses.length) attempt(addresses, index + 1)
          else callback(error, null)
          return
        }
        if (socket.remoteAddress === undefined || !guard.allowsAddress(unmapped(socket.remoteAddress))) {
          socket.destroy()
          callback(new NetTrouble('refused', 'private-address'), null)
          return
        }
        callback(null, socket)
      })
    }

    addressesOf(hostname).then(
      (addresses) => attempt(addresses, 0),
      (error) => callback(error, null),
    )
  }
}

/** A dual-stack socket may report an IPv4 peer as `::ffff:1.2.3.4`, although it was asked for plainly. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d{1,3}\.)/i, '')
}
