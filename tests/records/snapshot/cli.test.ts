import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { syntheticWorks } from '../../../evaluation/records/synthetic.ts'
import { citelint, folder } from '../../cli/citelint.ts'

const WORK = {
  DOI: '10.5555/jir.12',
  type: 'journal-article',
  title: ['Literate machines and their readers'],
  author: [{ family: 'Rowan', given: 'Ann' }],
  issued: { 'date-parts': [[2004]] },
  prefix: '10.5555',
}
const LIST =
  'Record ID,Title,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,\r\n1,"Literate machines and their readers",2/6/2010 0:00,10.5555/jir.13,10.5555/jir.12,0,Retraction,\r\n'
const DATACITE = {
  id: '10.5555/data.1',
  attributes: { doi: '10.5555/DATA.1', titles: [{ title: 'Invented data' }], creators: [] },
}
const MANUSCRIPT =
  'Machines read [1], and data lie about [2].\n\n## References\n\n1. Rovan A. Literate machines and their readers // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/10.5555/jir.12\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19. https://doi.org/10.5555/jir.77\n'

test('check answers from a snapshot, offline, and says how old it is', async () => {
  const cwd = folder({
    'dump/1.jsonl.gz': gzipSync(`${JSON.stringify(WORK)}\n`),
    'dump/datacite/part.jsonl': `${JSON.stringify(DATACITE)}\n`,
    'more/refs.bib':
      '@article{x, author={Doe, B}, title={Sounds that walk}, journal={J}, year={2001}, doi={10.5555/x.1}}\n',
    'retraction_watch.csv': LIST,
    'a.md': MANUSCRIPT,
  })
  const build = ['snapshot', 'build', 'dump', 'more', 'retraction_watch.csv', '--output', 'snap']
  expect(await citelint(build, { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^3 records and 1 notices of \d{4}-\d\d-\d\d in snap\n$/),
  })
  const args = ['check', 'a.md', '--snapshot', 'snap', '--format', 'json', '--today', '2100-01-01']
  const { code, stdout, stderr } = await citelint(args, { cwd })
  expect(code).toBe(1)
  expect(stderr).toMatch(/the snapshot snap holds 3 records as of \d{4}-\d\d-\d\d, \d+ days ago; later retractions/)
  const [file] = JSON.parse(stdout).files
  expect(
    file.findings.map(({ ruleId, message }: { ruleId: string; message: string }) => `${ruleId}: ${message}`),
  ).toEqual(
    expect.arrayContaining([
      'records/author: Entry 1 has the author A. Rovan, Crossref (snapshot) Ann Rowan',
      'records/retracted: Retraction Watch recorded a retraction of entry 1 on 2010-02-06',
    ]),
  )
  expect(file.unchecked).toContainEqual({ what: 'work 10.5555/jir.77', why: 'offline' })
})

test('what is wrong with the arguments is said', async () => {
  const cwd = folder({ 'a.md': MANUSCRIPT, 'empty/x.txt': '' })
  expect(await citelint(['snapshot', 'build', 'none', '--output', 'snap'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('none does not exist'),
  })
  expect(await citelint(['snapshot', 'build', 'empty', '--output', 'snap'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nothing to build from in empty'),
  })
  expect(await citelint(['check', 'a.md', '--snapshot', 'none'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('none holds no snapshot'),
  })
})

test('a build that was killed goes on', async () => {
  const lines = [...syntheticWorks(60_000, 4)].map((work) => `${JSON.stringify(work)}\n`).join('')
  // in the middle of what is written after its place in the dump was first written down
  const killer = `import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { renameSync, writeSync } = fs
    let left = Infinity
    fs.renameSync = (from, to) => { renameSync(from, to); if (to.endsWith('state.json')) left = Math.min(left, 1) }
    fs.writeSync = (...all) => { if (left-- <= 0) process.kill(process.pid, 'SIGKILL'); return writeSync(...all) }
    syncBuiltinESMExports()`
  const cwd = folder({ 'dump.jsonl': lines, 'killer.mjs': killer })
  const build = ['snapshot', 'build', 'dump.jsonl', '--output', 'snap', '--today', '2026-11-22']
  const killed = await citelint(build, { cwd, node: ['--import', './killer.mjs'] })
  expect([killed.code, existsSync(`${cwd}/snap/build/state.json`)]).toEqual([null, true])
  expect(existsSync(`${cwd}/snap/snapshot.json`)).toBe(false)
  expect(await citelint(build, { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^60000 records of /),
  })
})
