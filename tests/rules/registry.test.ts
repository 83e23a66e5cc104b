import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'

const folder = new URL('../../src/rules/', import.meta.url)

test('every rule file is in the list, and its id is its path', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    // what rules share lies beside the folders or one deeper
    .filter((file) => file.split('/').length === 2 && file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
  expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort())
})

test('the rules stand in the order of their ids', () => {
  const ids = rules.map((rule) => rule.id)
  expect(ids).toEqual([...ids].sort())
})
