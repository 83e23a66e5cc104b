import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it } from 'vitest'
import { type Packed, unpack } from '../../src/cli/packed.ts'
import type * as Run from '../../src/cli/run.ts'
import type { Input, Session } from '../../src/cli/session.ts'
import { folder } from './citelint.ts'

/** A Markdown reader that hangs, eats the memory or ends the worker, as the text says. */
const READER = `export default { name: 'trouble', readers: [{ format: 'markdown', extensions: ['.md'], read({ text }) {
  if (text === 'hang') for (;;);
  if (text === 'eat') for (const heap = []; ; ) heap.push(new Array(1e5).fill(Math.random()));
  if (text === 'exit') process.exit(1);
  throw new Error('unlucky');
} }] }`

async function run(texts: readonly string[]) {
  const cwd = folder({ 'trouble.mjs': READER })
  const program: typeof Run = await import(pathToFileURL(join(inject('modules'), 'cli', 'run.js')).href)
  const settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] } }
  const session = {
    cwd,
    root: cwd,
    jobs: 2,
    memoryLimitMb: 48,
    offline: true,
    settingsOf: () => settings,
  } as unknown as Session
  const inputs = texts.map((text, index): Input => {
    const path = `${index}.md`
    const source = { path, format: 'markdown', text, encoding: 'utf-8' } as const
    return { path, absolute: resolve(cwd, path), format: 'markdown', read: async () => source }
  })
  const { signal } = new AbortController()
  const keep = ({ bytes }: Packed) => unpack(bytes)
  const options = {
    kind: 'check',
    keep,
    bibliography: [],
    plugins: ['trouble.mjs'],
    signal,
    timeLimitMs: 1500,
  } as const
  return (await program.run(inputs, session, options)).map((one) => {
    if (one.state === 'done') return one.result.file.troubles.map(({ code, message }) => `${code}: ${message}`)
    return one.state === 'lost' ? [`lost: ${one.trouble.message}`] : ['stopped']
  })
}

describe('run', () => {
  it('reads Markdown again as plain text after a time or memory limit, and loses the rest alone', async () => {
    const rest = 'Notes, links and tables are not understood.'
    expect(await run(['hang', 'eat', 'exit', 'throw', 'x'.repeat(8 * 1024 * 1024 + 1), '> '.repeat(5000)])).toEqual([
      [
        `read-as-plain-text: This file was read as plain text: reading it as Markdown took longer than the time limit. ${rest}`,
      ],
      [
        `read-as-plain-text: This file was read as plain text: reading it as Markdown needed more memory than the limit. ${rest}`,
      ],
      ['lost: 2.md was not checked: the worker ended unexpectedly'],
      ['lost: 3.md was not checked: unlucky'],
      [`read-as-plain-text: This file was read as plain text: it is too long to be read as Markdown. ${rest}`],
      [`read-as-plain-text: This file was read as plain text: its Markdown is nested too deeply. ${rest}`],
    ])
  })
})
