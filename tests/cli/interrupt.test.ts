import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ended, folder, start, until } from './citelint.ts'

describe.skipIf(process.platform === 'win32')('SIGINT', () => {
  // leaves a mark beside each file that it begins to read, then takes as long as the file says
  const slow = `import { writeFileSync } from 'node:fs'
  export default { name: 'slow', readers: [{ format: 'markdown', extensions: ['.md'], read(source) {
    writeFileSync(source.path + '.begun', '')
    for (const end = Date.now() + Number(source.text); Date.now() < end;);
    return { kind: 'manuscript', metadata: { bibliography: [], nocite: [] }, blocks: [], marked: [], links: [], comments: [], troubles: [] }
  } }] }`

  it('once ends with the partial report, marked incomplete', async () => {
    const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`m/${100 + index}.md`, '150']))
    const cwd = folder({ ...files, 'slow.mjs': slow })
    const child = start(['check', 'm', '--plugin', 'slow.mjs', '--format', 'json', '--jobs', '2'], { cwd })
    const end = ended(child)
    // the third file is begun when one of the first two is done
    await until(() => readdirSync(join(cwd, 'm')).filter((name) => name.endsWith('.begun')).length >= 3, child)
    child.kill('SIGINT')
    const { code, stdout, stderr } = await end
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report.incomplete).toBe(true)
    expect(report.files.length).toBeGreaterThan(0)
    expect(report.files.length).toBeLessThan(100)
  })

  it('twice ends at once', async () => {
    // writes down what it hears, so that the second signal is sent when the first has come
    const hearing = `import { writeFileSync } from 'node:fs'
      import { isMainThread } from 'node:worker_threads'
      if (isMainThread) process.prependListener('SIGINT', () => writeFileSync('heard', ''))`
    const busy = `import { writeFileSync } from 'node:fs'
      import { Worker } from 'node:worker_threads'
      process.on('SIGINT', () => process.exit(130))
      new Worker('for (;;);', { eval: true }).on('online', () => writeFileSync('m/a.md.begun', ''))`
    const node = ['--import', './hearing.mjs']
    const timeToEnd = async (args: readonly string[] | undefined): Promise<number> => {
      const cwd = folder({ 'm/a.md': '600000', 'slow.mjs': slow, 'hearing.mjs': hearing, 'busy.mjs': busy })
      const child = args === undefined ? spawn(process.execPath, ['busy.mjs'], { cwd }) : start(args, { cwd, node })
      const end = ended(child)
      await until(() => existsSync(join(cwd, 'm/a.md.begun')), child)
      if (args !== undefined) {
        child.kill('SIGINT')
        await until(() => existsSync(join(cwd, 'heard')), child)
      }
      const begun = performance.now()
      child.kill('SIGINT')
      expect(await end).toMatchObject({ code: 130, stderr: '' })
      return performance.now() - begun
    }
    // a program that does nothing but end when it is told to, meets the same machine
    const check = ['check', 'm', '--plugin', 'slow.mjs', '--time-limit', '600']
    let best = Number.POSITIVE_INFINITY
    for (let round = 0; round < 5 && best >= 500; round++) {
      const bare = await timeToEnd(undefined)
      best = Math.min(best, (await timeToEnd(check)) - bare)
    }
    expect(best).toBeLessThan(500)
  })
})
