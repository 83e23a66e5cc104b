import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { find } from '../../src/disk/find.ts'
import { readBytes } from '../../src/disk/load.ts'
import { folder } from '../cli/citelint.ts'

async function found(paths: readonly string[], cwd: string, more: object = {}) {
  const { files, failures } = await find(paths, { cwd, root: cwd, ...more })
  return { files: files.map(({ path }) => path), failures: failures.map(({ message }) => message) }
}

describe('find', () => {
  it('searches folders by name, without hidden ones, node_modules and files of no format', async () => {
    const cwd = folder({
      'b/z.md': '',
      'b/a.MD': '',
      'b/data.json': '[]',
      'b/photo.png': '',
      'b/refs.bib': '',
      'b/.hidden.md': '',
      'b/.git/x.md': '',
      'b/node_modules/x/README.md': '',
      'b/sub/книга ё.txt': '',
    })
    expect(await found(['b'], cwd)).toEqual({
      files: ['b/a.MD', 'b/refs.bib', 'b/sub/книга ё.txt', 'b/z.md'],
      failures: [],
    })
  })

  it('takes named files of any known format, each once, in the order of the arguments', async () => {
    const cwd = folder({ 'z.md': '', 'a.json': '[]', '[1].md': '' })
    expect(await found(['z.md', 'a.json', './z.md', '[1].md'], cwd)).toEqual({
      files: ['z.md', 'a.json', '[1].md'],
      failures: [],
    })
  })

  it('expands globs', async () => {
    const cwd = folder({ 'm/a.md': '', 'm/b.txt': '', 'm/c/d.md': '', 'm/node_modules/e.md': '' })
    expect(await found(['m/**/*.md'], cwd)).toEqual({ files: ['m/a.md', 'm/c/d.md'], failures: [] })
    expect(await found(['m/*.tex'], cwd)).toEqual({ files: [], failures: ['m/*.tex matches no manuscript'] })
  })

  it('says what is wrong with a path and takes the others', async () => {
    const cwd = folder({ 'a.md': '', 'b.docx': '', 'empty/x.png': '' })
    mkdirSync(join(cwd, 'folder.md'))
    expect(await found(['a.md', 'missing.md', 'b.docx', 'empty', 'folder.md', '', 'a\0b'], cwd)).toEqual({
      files: ['a.md'],
      failures: [
        'missing.md does not exist',
        'b.docx has no format that citelint reads',
        'empty holds no manuscript',
        'folder.md holds no manuscript',
        '"" is no path',
        '"a\\u0000b" is no path',
      ],
    })
  })

  it('honours .citelintignore and the configuration, but not in a tree that is not trusted', async () => {
    const cwd = folder({ 'm/a.md': '', 'm/draft/b.md': '', 'm/c.md': '', '.citelintignore': 'draft/\n# no\n' })
    expect(await found(['m'], cwd, { ignore: ['c.md'] })).toEqual({ files: ['m/a.md'], failures: [] })
    expect((await found(['m'], cwd, { untrusted: true })).files).toHaveLength(3)
    expect(await find(['m/draft/b.md'], { cwd, root: cwd })).toEqual({
      files: [],
      failures: [],
      notes: ['m/draft/b.md is ignored by .citelintignore or the configuration'],
    })
  })

  it.skipIf(process.platform === 'win32')('follows links inside the root and none out of it', async () => {
    const outside = folder({ 'secret.md': 'secret' })
    const cwd = folder({ 'm/a.md': '', 'other/b.md': '' })
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'm', 'leak.md'))
    symlinkSync(outside, join(cwd, 'm', 'leaks'))
    symlinkSync(join(cwd, 'other'), join(cwd, 'm', 'other'))
    symlinkSync(cwd, join(cwd, 'm', 'circle'))
    symlinkSync(join(cwd, 'nowhere'), join(cwd, 'm', 'broken.md'))
    expect((await found(['m'], cwd)).files).toEqual(['m/a.md', 'm/other/b.md'])
    await expect(readBytes(join(cwd, 'm', 'leak.md'), { shown: 'm/leak.md', root: cwd })).rejects.toThrow(
      'm/leak.md is a symbolic link that leads out of the checked folder; it is not followed',
    )
  })

  it.skipIf(process.platform === 'win32')('refuses what is no regular file at once', async () => {
    const cwd = folder({ 'a.md': '' })
    execFileSync('mkfifo', [join(cwd, 'pipe.md')])
    const server = createServer().listen(join(cwd, 'socket.md'))
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.on('listening', resolve))
    symlinkSync('/dev/zero', join(cwd, 'zero.md'))
    expect(await found(['pipe.md', 'socket.md', '/dev/zero', 'a.md'], cwd)).toEqual({
      files: ['a.md'],
      failures: [
        'pipe.md is a named pipe, not a file that can be read',
        'socket.md is a socket, not a file that can be read',
        '/dev/zero is a device, not a file that can be read',
      ],
    })
    expect((await found(['.'], cwd)).files).toEqual(['a.md'])
    await expect(readBytes(join(cwd, 'pipe.md'))).rejects.toThrow('named pipe')
    await expect(readBytes(join(cwd, 'zero.md'))).rejects.toThrow('a device')
  })

  it('refuses files above the limit with their size', async () => {
    const cwd = folder({ 'big.md': 'x'.repeat(3 * 1024 * 1024) })
    await expect(readBytes(join(cwd, 'big.md'), { shown: 'big.md', limit: 2 * 1024 * 1024 })).rejects.toThrow(
      'big.md is not read: it has 3 MB, the limit is 2 MB',
    )
    expect(await readBytes(join(cwd, 'big.md'), { limit: 3 * 1024 * 1024 })).toHaveLength(3 * 1024 * 1024)
  })
})
