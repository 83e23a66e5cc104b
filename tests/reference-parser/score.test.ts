import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type GoldReference, readLines } from '../../evaluation/references/gold.ts'
import { addTo, emptyScore, figures } from '../../evaluation/references/score.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'

const scorer = '../shared/tools/score_references.py'
const gold = '../shared/data/references/dev.jsonl.gz'

test('a reference read as the gold has it is wholly right', () => {
  const score = emptyScore()
  const item = {
    author: [{ family: 'Stone', given: 'Ann' }],
    title: 'Rivers of the plain',
    issued: { 'date-parts': [[2012]] },
    page: '123-128',
  }
  const right = addTo(
    score,
    { source: 'own', gold: item, names: 'human' },
    { ...item, title: 'Rivers, of the Plain!', page: '123–8' },
  )
  expect(right).toBe(true)
  expect(figures(score)).toMatchObject({ references: 1, core: 100, micro: 100, tokens: 100, families: 100 })
})

test('our scorer agrees with the shared one, figure by figure', () => {
  if (!existsSync(scorer) || !existsSync(gold) || spawnSync('python3', ['--version']).status !== 0) {
    console.log('skipped: ../shared or python3 is not here')
    return
  }
  const references = readLines<GoldReference>(gold).filter((_, index) => index % 8 === 0)
  const parser = createReferenceParser()
  const read = references.map(({ raw }) => parser.parse(raw)?.csl ?? null)
  const folder = mkdtempSync(join(tmpdir(), 'citelint-score-'))
  writeFileSync(join(folder, 'gold'), references.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writeFileSync(join(folder, 'read'), read.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const run = spawnSync('python3', [scorer, join(folder, 'gold'), join(folder, 'read'), '--peer', 'csl'])
  rmSync(folder, { recursive: true })
  const theirs = JSON.parse(String(run.stdout))
  const score = emptyScore()
  for (const [index, reference] of references.entries()) addTo(score, reference, read[index] ?? null)
  const ours = figures(score)
  expect({
    core: ours.core.toFixed(1),
    full: ours.full.toFixed(1),
    micro: ours.micro.toFixed(1),
    tokens: ours.tokens.toFixed(1),
    title: ours.fields.title?.toFixed(1),
    page: ours.fields.page?.toFixed(1),
  }).toEqual({
    core: theirs.core_exact.toFixed(1),
    full: theirs.full_exact.toFixed(1),
    micro: theirs.micro.F1.toFixed(1),
    tokens: theirs.micro.tokF1.toFixed(1),
    title: theirs.fields.title.F1.toFixed(1),
    page: theirs.fields.page.F1.toFixed(1),
  })
})
