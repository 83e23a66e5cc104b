import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../src/cli/formats.ts'

const docs = join(import.meta.dirname, '../../docs')
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join(docs, name))

test('every link of the documentation leads to a file', () => {
  const lost = pages.flatMap((page) =>
    [
      ...readFileSync(page, 'utf8')
        .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
        .matchAll(/\]\(([^)\s#:]+)(?:#[^)]*)?\)/g),
    ]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(dirname(page), decodeURIComponent(target))))
      .map((target) => `${relative(docs, page)}: ${target}`),
  )
  expect(lost).toEqual([])
})

test('every format is told in the page of formats and in a guide', () => {
  const formats = readFileSync(join(docs, 'formats.md'), 'utf8')
  const guides = pages
    .filter((page) => page.includes('guides'))
    .map((page) => readFileSync(page, 'utf8'))
    .join('\n')
  expect(FORMAT_NAMES.filter((name) => !formats.includes(`| \`${name}\` |`))).toEqual([])
  expect(FORMAT_NAMES.filter((name) => !guides.includes(name))).toEqual([])
})
