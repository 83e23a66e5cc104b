import { BlockList, isIP } from 'node:net'

/** Who may be talked to. The program has one guard; tests of the net bring another that lets their loopback servers in. */
export interface Guard {
  allowsAddress(address: string): boolean
  /** a name, in lower case */
  allowsName(name: string): boolean
  allowsPort(port: number): boolean
}

/**
 * What is not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry and its sibling for IPv6.
 * Forms that carry an IPv4 address inside (mapped, translated, 6to4, Teredo) are refused whole.
 */
const SPECIAL: Readonly<Record<'ipv4' | 'ipv6', readonly string[]>> = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ...['224.0.0.0/4', '240.0.0.0/4'],
  ],
  ipv6: [
    ...['::/96', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'],
    ...['2001:db8::/32', '2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ],
}

/** A list for each family: one list for both would take every IPv4 address for a mapped one. */
const special = { ipv4: blockList('ipv4'), ipv6: blockList('ipv6') } as const

function blockList(family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of SPECIAL[family]) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), family)
  }
  return list
}

/** Names that mean this machine or this network (RFC 6761, 6762, 8375, 9476, and what routers give out). */
const LOCAL_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion|alt)$/

export const publicGuard: Guard = {
  allowsAddress(address) {
    // a zone (`fe80::1%eth0`) names an interface of this machine
    if (address.includes('%')) return false
    const family = isIP(address)
    if (family === 0) return false
    return family === 4 ? !special.ipv4.check(address, 'ipv4') : !special.ipv6.check(address, 'ipv6')
  },
  allowsName(name) {
    const bare = name.endsWith('.') ? name.slice(0, -1) : name
    return bare.includes('.') && !LOCAL_NAME.test(bare)
  },
  allowsPort: (port) => port === 80 || port === 443,
}

/** The literal address of a URL's host, without brackets; undefined for a name. */
export function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  return isIP(bare.split('%', 1)[0] as string) === 0 ? undefined : bare
}

/** Why a URL may not be fetched, as a word; undefined where it may. What its name leads to is seen when it is connected. */
export function refusalOf(url: URL, guard: Guard): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'userinfo'
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!guard.allowsPort(port)) return 'port'
  const literal = literalOf(url.hostname)
  if (literal !== undefined) return guard.allowsAddress(literal) ? undefined : 'private-address'
  return guard.allowsName(url.hostname.toLowerCase()) ? undefined : 'private-name'
}
