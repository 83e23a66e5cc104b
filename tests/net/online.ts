import { onTestFinished } from 'vitest'
import { acceleratedClock } from '../../src/net/clock.ts'
import { createRegistry, type OnlineRegistry, type RegistryOptions } from '../../src/net/registry.ts'
import { loopbackGuard } from '../support/registry-server/guard.ts'
import { type RegistryServer, type ServerOptions, startRegistryServer } from '../support/registry-server/server.ts'

export interface Online {
  readonly registry: OnlineRegistry
  readonly server: RegistryServer
}

/** A registry that asks a loopback server, both closed after the test. Time runs `factor` times as fast, 20 by default. */
export async function online(
  serverOptions: ServerOptions = {},
  options: Partial<RegistryOptions> = {},
): Promise<Online> {
  const factor = serverOptions.factor ?? 20
  const server = await startRegistryServer({ factor, ...serverOptions })
  const registry = createRegistry({
    agent: 'citelint/test',
    mailto: 'editor@example.org',
    guard: loopbackGuard,
    clock: acceleratedClock(factor),
    // at this speed the machine's own hiccups count for seconds
    transitMs: 250 * factor,
    bases: server.bases,
    ...options,
  })
  onTestFinished(async () => {
    await registry.close()
    await server.close()
  })
  return { registry, server }
}
