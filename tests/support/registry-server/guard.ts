import { type Guard, publicGuard } from '../../../src/net/public-address.ts'

/** The public internet is played by 127.0.0.1, on any port; everything else is as it is outside of tests. */
export const loopbackGuard: Guard = {
  allowsAddress: (address) => address === '127.0.0.1' || publicGuard.allowsAddress(address),
  allowsName: (name) => publicGuard.allowsName(name),
  allowsPort: () => true,
}

/** Names of a test and their addresses; a name that is not listed does not exist. */
export function names(
  table: Readonly<Record<string, readonly string[]>>,
): (name: string) => Promise<readonly string[]> {
  return async (name) => {
    const addresses = table[name]
    if (addresses !== undefined) return addresses
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
  }
}
