import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** the compiled cli.js of this run */
    readonly cli: string
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Compiles the program once for all tests that start it, beside and not into `dist`. */
export default function setup({ provide }: TestProject): () => void {
  const place = join(root, '.citelint', `test-${process.pid}`)
  const dist = join(place, 'dist')
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
  mkdirSync(place, { recursive: true })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(typescript, 'bin', 'tsc'), '-p', root, '--outDir', dist],
    { encoding: 'utf8' },
  )
  // types are checked by `npm run typecheck`; here a program that runs is enough
  if (status !== 0) console.warn(`tsc ended with ${status}; the tests run what it wrote\n${stdout}${stderr}`)
  cpSync(join(root, 'package.json'), join(place, 'package.json'))
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ts') || entry.name.endsWith('.md')) continue
    const from = join(entry.parentPath, entry.name)
    cpSync(from, join(dist, relative(join(root, 'src'), from)))
  }
  provide('cli', join(dist, 'cli.js'))
  return () => rmSync(place, { recursive: true, force: true })
}
