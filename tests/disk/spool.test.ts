import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSpool } from '../../src/disk/spool.ts'
import { folder } from '../cli/citelint.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (found: Uint8Array): string => new TextDecoder().decode(found)

describe('a spool', () => {
  it('gives back what it was given, in memory and beyond', () => {
    const cwd = folder({})
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 })), fc.nat(500), (items, memory) => {
        const spool = openSpool({ memory, temporary: cwd })
        const tickets = items.map((item) => spool.put('', item))
        for (const [index, ticket] of [...tickets.entries()].reverse()) {
          expect(Buffer.compare(spool.get(ticket), items[index] as Uint8Array)).toBe(0)
        }
        spool.close(true)
      }),
    )
    if (process.platform !== 'win32') expect(readdirSync(cwd)).toEqual([])
  })

  it('finds what a run before it kept, and removes the journal when all is done', () => {
    const journal = join(folder({}), 'runs/a.journal')
    const first = openSpool({ journal, temporary: '/nowhere' })
    first.put('a', bytes('one'))
    first.put('ё', bytes('two'))
    first.close(false)
    const second = openSpool({ journal, temporary: '/nowhere' })
    expect([second.find('a'), second.find('ё'), second.find('c')]).toEqual([0, 1, undefined])
    expect(text(second.get(second.put('c', bytes('three'))))).toBe('three')
    expect([0, 1].map((ticket) => text(second.get(ticket)))).toEqual(['one', 'two'])
    second.close(true)
    expect(existsSync(journal)).toBe(false)
  })

  it('goes on after the last whole record, wherever the journal was cut or damaged', () => {
    const journal = join(folder({}), 'a.journal')
    const first = openSpool({ journal, temporary: '/nowhere' })
    for (const key of ['a', 'b', 'c']) first.put(key, bytes(key.repeat(50)))
    first.close(false)
    const whole = readFileSync(journal)
    for (let size = 0; size <= whole.length; size++) {
      writeFileSync(journal, whole.subarray(0, size))
      expectSound(journal)
    }
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] as number) ^ 0x55
      writeFileSync(journal, damaged)
      expectSound(journal)
    }
    writeFileSync(journal, 'something else of the user')
    expectSound(journal)
  })

  it('lets nobody else read it', () => {
    if (process.platform === 'win32') return
    const journal = join(folder({}), 'a.journal')
    openSpool({ journal, temporary: '/nowhere' }).close(false)
    expect(statSync(journal).mode & 0o077).toBe(0)
  })
})

/** Whatever is found under a key is what was kept under it. */
function expectSound(journal: string): void {
  const spool = openSpool({ journal, temporary: '/nowhere' })
  for (const key of ['a', 'b', 'c']) {
    const ticket = spool.find(key)
    if (ticket !== undefined) expect(text(spool.get(ticket))).toBe(key.repeat(50))
  }
  expect(text(spool.get(spool.put('d', bytes('after'))))).toBe('after')
  spool.close(false)
}
