import { spawn, spawnSync } from 'node:child_process'
import { linkSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { save } from '../../src/disk/save.ts'
import { folder } from '../cli/citelint.ts'

/** the compiled module, for processes that are killed */
const saveModule = (): string => join(inject('modules'), 'disk', 'save.js')

describe('save', () => {
  it('writes a file whole, makes its folders, keeps its mode and leaves nothing beside it', async () => {
    const cwd = folder({ 'old.json': 'old' })
    await save(join(cwd, 'a/b/new.json'), ['one ', 'two'])
    await save(join(cwd, 'old.json'), 'new')
    expect(readFileSync(join(cwd, 'a/b/new.json'), 'utf8')).toBe('one two')
    expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toBe('new')
    expect(readdirSync(cwd).sort()).toEqual(['a', 'old.json'])
    expect(readdirSync(join(cwd, 'a/b'))).toEqual(['new.json'])
  })

  it('does not write over an input, also not through a second name of it', async () => {
    const cwd = folder({ 'paper.md': 'text' })
    linkSync(join(cwd, 'paper.md'), join(cwd, 'same.md'))
    const inputs = [join(cwd, 'paper.md')]
    await expect(save(join(cwd, 'paper.md'), 'x', { shown: 'paper.md', inputs })).rejects.toThrow(
      'paper.md is one of the files that are checked; it is not written over',
    )
    await expect(save(join(cwd, 'same.md'), 'x', { inputs })).rejects.toThrow('one of the files that are checked')
    expect(readFileSync(join(cwd, 'paper.md'), 'utf8')).toBe('text')
  })

  it.skipIf(process.platform === 'win32')(
    'puts a report in the place of a link, repairs none, and does not write out of the folder it is held to',
    async () => {
      const outside = folder({ 'victim.txt': 'safe' })
      const cwd = folder({})
      symlinkSync(join(outside, 'victim.txt'), join(cwd, 'out.json'))
      symlinkSync(outside, join(cwd, 'way'))
      const repair = save(join(cwd, 'out.json'), 'x', { replaces: Buffer.from('safe') })
      await expect(repair).rejects.toThrow('does not write through links')
      await save(join(cwd, 'out.json'), 'x')
      expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('x')
      await expect(save(join(cwd, 'way/new/x.json'), 'x', { within: cwd })).rejects.toThrow(
        'leads out of the working directory',
      )
      await save(join(cwd, '../named.json'), 'x', { within: cwd })
      rmSync(join(cwd, '../named.json'))
      expect(readdirSync(outside)).toEqual(['victim.txt'])
      expect(readFileSync(join(outside, 'victim.txt'), 'utf8')).toBe('safe')
    },
  )

  it('removes what killed runs left, when it is ours and old', async () => {
    const cwd = folder({
      '.report.json.citelint-77-abc-1.tmp': 'old',
      '.report.json.citelint-78-abc-1.tmp': 'young',
      'notes.citelint.tmp': 'of the user',
    })
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
    utimesSync(join(cwd, '.report.json.citelint-77-abc-1.tmp'), old, old)
    utimesSync(join(cwd, 'notes.citelint.tmp'), old, old)
    await save(join(cwd, 'report.json'), 'new')
    expect(readdirSync(cwd).sort()).toEqual(['.report.json.citelint-78-abc-1.tmp', 'notes.citelint.tmp', 'report.json'])
  })

  it('keeps the old file when rendering fails half way', async () => {
    const cwd = folder({ 'report.json': 'old' })
    function* broken(): Iterable<string> {
      yield 'x'.repeat(100_000)
      throw new Error('a rule of words failed')
    }
    await expect(save(join(cwd, 'report.json'), broken())).rejects.toThrow('a rule of words failed')
    expect(readdirSync(cwd)).toEqual(['report.json'])
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('old')
  })

  it.skipIf(process.platform === 'win32')('keeps the old file when there is no room for the new one', () => {
    const cwd = folder({ 'report.json': 'old' })
    const program = `import { save } from ${JSON.stringify(saveModule())}
      process.on('SIGXFSZ', () => {})
      try { await save('report.json', 'x'.repeat(1e6)) } catch (error) { console.log(error.message) }`
    const limited = 'ulimit -f 16; exec "$0" --input-type=module -e "$1"'
    const { stdout } = spawnSync('sh', ['-c', limited, process.execPath, program], { cwd, encoding: 'utf8' })
    expect(stdout).toMatch(/report\.json cannot be written: the file would be too large \(EFBIG\)/)
    expect(readdirSync(cwd)).toEqual(['report.json'])
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('old')
  })

  it('never leaves a torn file, whenever it is killed', async () => {
    const cwd = folder({ 'report.json': '0'.repeat(500_000) })
    const program = `import { save } from ${JSON.stringify(saveModule())}
      console.log('ready')
      for (let n = 0; ; n = (n + 1) % 10) await save('report.json', Array(50).fill(String(n).repeat(10_000)))`
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd })
      await new Promise((resolve) => child.stdout.once('data', resolve))
      await new Promise((resolve) => setTimeout(resolve, 3 + round * 7))
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('close', resolve))
      const text = readFileSync(join(cwd, 'report.json'), 'utf8')
      expect(text).toBe((text[0] as string).repeat(500_000))
    }
  })

  it('gives new files the mode that the system gives', async () => {
    const cwd = folder({})
    writeFileSync(join(cwd, 'plain'), '')
    await save(join(cwd, 'saved'), '')
    expect(statSync(join(cwd, 'saved')).mode).toBe(statSync(join(cwd, 'plain')).mode)
  })
})
