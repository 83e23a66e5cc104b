import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../src/disk/formats.ts'
import { signals } from '../../src/engine/fix.ts'
import { check, fix, type InputText } from '../../src/index.ts'
import type { Report } from '../../src/model/report.ts'
import { decode } from '../../src/readers/decode.ts'
import { readableFiles, sharedFolder } from '../support/shared.ts'

interface Case {
  readonly manuscript: InputText
  readonly libraries: readonly InputText[]
}

function caseAt(folder: string, name: string): Case {
  const read = (path: string): InputText => {
    const format = formatOf(path)
    const { text } = decode(readFileSync(join(folder, path)))
    return format === undefined ? { path, text } : { path, text, format }
  }
  const manuscript = read(name)
  const named = /^bibliography:\s*["']?([^\s"']+\.(?:bib|ris|json))/m.exec(manuscript.text.slice(0, 5000))?.[1]
  const path = named === undefined ? undefined : join(dirname(name), named)
  const isThere =
    path !== undefined && readdirSync(dirname(join(folder, path))).includes(path.split('/').at(-1) as string)
  return { manuscript, libraries: isThere ? [read(path)] : [] }
}

function countsOf(report: Report): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { ruleId } of report.files.flatMap(({ findings }) => findings)) counts[ruleId] = (counts[ruleId] ?? 0) + 1
  return counts
}

/** Fixing changes only what repairs name, drops nothing, adds no finding, and a second time does nothing. */
async function expectSound({ manuscript, libraries }: Case, unsafe = false): Promise<number> {
  const before = await check([manuscript], { libraries })
  const { texts, applied, settled } = await fix([manuscript], { libraries, unsafe })
  expect(settled).toBe(true)
  const now = (one: InputText): InputText => ({ ...one, text: texts.get(one.path) as string })
  const [fixed, fixedLibraries] = [now(manuscript), libraries.map(now)]
  const after = await check([fixed], { libraries: fixedLibraries })
  const old = countsOf(before)
  for (const [rule, count] of Object.entries(countsOf(after)))
    expect([rule, count <= (old[rule] ?? 0)]).toEqual([rule, true])
  for (const [index, file] of before.files.entries()) {
    expect(after.files[index]?.references.length).toBeGreaterThanOrEqual(file.references.length)
  }
  if (applied.length === 0)
    for (const one of [manuscript, ...libraries]) expect(texts.get(one.path)).toBe(one.text.replace(/^\uFEFF/, ''))
  for (const { fix: made, finding } of applied) expect(made.safety === 'safe' || signals(finding) >= 2).toBe(true)
  const again = await fix([fixed], { libraries: fixedLibraries, unsafe })
  expect([...again.texts]).toEqual([...texts])
  return applied.length
}

const WORKED = resolve(import.meta.dirname, '../../manuscripts')
const worked = readdirSync(WORKED).filter((name) => /\.(md|txt)$/.test(name) && name !== 'README.md')

describe('the worked manuscripts', () => {
  it.each(worked)('%s', async (name) => {
    const one = caseAt(WORKED, name)
    const made = await expectSound(one)
    await expectSound(one, true)
    if (name.startsWith('clean-')) expect(made).toBe(0)
  })

  /** Damages to identifiers that a repair must undo or leave, never worsen. */
  const DAMAGES: readonly ((text: string) => string)[] = [
    (text) => text.replace(/(10\.5555\/)(?=\S)/, '$1 '),
    (text) => text.replace(/https:\/\/doi/, 'https://doi.org/https://doi'),
    (text) => text.replace('https://', 'htps://'),
    (text) => text.replace('http://', 'http:/'),
    (text) => text.replace(/(10\.5555\/[a-z]+)/, '$1\u200b'),
    (text) => text.replace(/(10\.5555\/[a-z]*)a/, '$1а'),
    (text) => text.replace(/^(\s*)2\. /m, '$1'),
    (text) => text.replace(/^\[3\] /m, ''),
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => `\uFEFF${text}`,
  ]

  it('are sound after random damage', async () => {
    const clean = worked.filter((name) => name.startsWith('clean-'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...clean),
        fc.subarray([...DAMAGES], { minLength: 1 }),
        async (name, damages) => {
          const { manuscript, libraries } = caseAt(WORKED, name)
          const damaged = damages.reduce((text, damage) => damage(text), manuscript.text)
          await expectSound({ manuscript: { ...manuscript, text: damaged }, libraries })
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('shared manuscripts', () => {
  const seeds = sharedFolder('seeds')
  const joss = sharedFolder('data/manuscripts/joss')
  it.skipIf(seeds === undefined)(
    'both seeds',
    async () => {
      const folder = seeds as string
      for (const name of readableFiles(folder)) if (name.endsWith('.txt')) await expectSound(caseAt(folder, name), true)
    },
    120_000,
  )

  it.skipIf(joss === undefined)(
    'papers with their libraries',
    async () => {
      const folder = joss as string
      const papers = readableFiles(folder).filter((name) => name.endsWith('paper.md'))
      // every fourth: the whole of them takes minutes
      for (const name of papers.filter((_, index) => index % 4 === 0)) await expectSound(caseAt(folder, name), true)
    },
    240_000,
  )
})
