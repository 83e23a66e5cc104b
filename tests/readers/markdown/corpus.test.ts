import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tooDeepForMarkdown } from '../../../src/readers/markdown/index.ts'
import { misplaced, read } from './reading.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/data/manuscripts')
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  : []
if (files.length === 0) console.log('skipped: ../shared/data/manuscripts is not here')

test.skipIf(files.length === 0)(
  'every manuscript is read, and every piece leads back to it',
  () => {
    for (const file of files) {
      const text = readFileSync(join(FOLDER, file), 'utf8').replace(/^\uFEFF/, '')
      const parts = read(text)
      expect([file, tooDeepForMarkdown(text), misplaced(parts, text)]).toEqual([file, false, []])
      expect([file, parts.troubles.filter(({ fatal }) => fatal)]).toEqual([file, []])
    }
  },
  60_000,
)
