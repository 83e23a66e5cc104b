import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toMarkdownIndex, toMarkdownPage } from '../../src/reporters/rule-page.ts'
import { rules } from '../../src/rules/index.ts'

const folder = new URL('../../docs/rules/', import.meta.url)
const committed = (path: string): string | undefined =>
  existsSync(new URL(path, folder)) ? readFileSync(new URL(path, folder), 'utf8') : undefined

test('the committed pages of the rules are what `node scripts/docs.js` writes', () => {
  const pages = new Map([
    ['README.md', toMarkdownIndex(rules)],
    ...rules.map((rule) => [`${rule.id}.md`, toMarkdownPage(rule)] as const),
  ])
  const stale = [...pages].filter(([path, text]) => committed(path) !== text).map(([path]) => path)
  expect(stale, 'run `node scripts/docs.js`').toEqual([])
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  expect(found.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([...pages.keys()].sort())
})
