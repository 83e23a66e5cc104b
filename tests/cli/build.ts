import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { bundle, compile } from '../../scripts/compile.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** the cli.js of this run, as users have it */
    readonly cli: string
    /** a folder with a file for each module, for tests that start a part of the program in a process of its own */
    readonly modules: string
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Builds the program once for all tests that start it, beside and not into `dist`. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const place = join(root, '.citelint', `test-${process.pid}`)
  const [dist, modules] = [join(place, 'dist'), join(place, 'modules')]
  // it is asked for once a project
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true })
    cpSync(join(root, 'package.json'), join(place, 'package.json'))
    await bundle(dist)
    const { status, words } = compile(modules)
    // types are checked by `npm run typecheck`; here a program that runs is enough
    if (status !== 0) console.warn(`tsc ended with ${status}; the tests run what it wrote\n${words}`)
  }
  provide('cli', join(dist, 'cli.js'))
  provide('modules', modules)
  return () => rmSync(place, { recursive: true, force: true })
}
