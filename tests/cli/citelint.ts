import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inject, onTestFinished } from 'vitest'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Start {
  readonly cwd: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** further arguments for node itself */
  readonly node?: readonly string[]
}

/** Starts the compiled program. */
export function start(args: readonly string[], { cwd, env = {}, node = [] }: Start): ChildProcess {
  const { PATH = '', SystemRoot = '' } = process.env
  return spawn(process.execPath, [...node, inject('cli'), ...args], { cwd, env: { PATH, SystemRoot, ...env } })
}

/** Runs the compiled program to its end. */
export function citelint(args: readonly string[], options: Start): Promise<Ended> {
  const child = start(args, options)
  child.stdin?.on('error', () => {})
  child.stdin?.end(options.stdin ?? '')
  return ended(child)
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

/** Waits for a sign that shows on the disk; a child that ends before is no reason to wait on. */
export async function until(isThere: () => boolean, child?: ChildProcess): Promise<void> {
  while (!isThere()) {
    if (child !== undefined && (child.exitCode ?? child.signalCode) !== null) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A folder with these files, removed after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'citelint test ё ')))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), text)
  }
  return place
}
