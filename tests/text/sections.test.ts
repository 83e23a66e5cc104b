import { expect, test } from 'vitest'
import type { ManuscriptParts } from '../../src/model/block.ts'
import { text } from '../../src/readers/text/index.ts'
import { blockLanguages } from '../../src/text/language.ts'
import { inlineHead, sectionWord } from '../../src/text/section-words.ts'
import { findSections } from '../../src/text/sections.ts'
import { fixtures } from '../readers/text/fixtures.ts'

function sections(source: string): readonly (readonly [string, string, string | undefined])[] {
  const { blocks } = text.read({ path: 'a.txt', format: 'text', text: source, encoding: 'utf-8' }) as ManuscriptParts
  const found = findSections(blocks, blockLanguages(blocks))
  expect(found.map(({ first }) => first)).toEqual(found.map((_, index) => (index === 0 ? 0 : found[index - 1]?.end)))
  expect(found.at(-1)?.end ?? 0).toBe(blocks.length)
  return found.map(({ kind, language, heading }) => [kind, language, heading])
}

test('the sections of the fixtures', () => {
  expect(sections(fixtures.english as string)).toEqual([
    ['front', 'en', 'CLOCKS AND HARBOURS IN AN INVENTED TOWN'],
    ['abstract', 'en', 'Abstract'],
    ['keywords', 'en', 'Keywords'],
    ['introduction', 'en', '1. Introduction'],
    ['conclusion', 'en', 'Conclusion'],
    ['references', 'en', 'REFERENCES:'],
  ])
  expect(sections(fixtures.russian as string).map(([kind, language]) => [kind, language])).toEqual([
    ['front', 'ru'],
    ['front', 'ru'],
    ['abstract', 'ru'],
    ['keywords', 'ru'],
    ['introduction', 'ru'],
    ['references', 'ru'],
    ['references', 'en'],
  ])
  expect(sections(fixtures.kazakh as string).map(([kind, language]) => [kind, language])).toEqual([
    ['front', 'kk'],
    ['abstract', 'kk'],
    ['keywords', 'kk'],
    ['introduction', 'kk'],
    ['references', 'kk'],
  ])
  expect(sections(fixtures.chinese as string).map(([kind, language]) => [kind, language])).toEqual([
    ['front', 'zh'],
    ['abstract', 'zh'],
    ['keywords', 'zh'],
    ['introduction', 'zh'],
    ['references', 'zh'],
  ])
})

test('an abstract that does not say so stands straight before its keywords', () => {
  const prose =
    'We count the clocks of a town that does not exist and compare them with the ships in its harbour, year by year, for the whole of the last century and longer.'
  expect(
    sections(
      `# Clocks\n\nAda Example\n\n${prose}\n\n${prose}\n\nKeywords: clocks.\n\n## Methods\n\n${prose}\n\n### Counting\n\n${prose}`,
    ),
  ).toEqual([
    ['front', 'en', 'Clocks'],
    ['abstract', 'en', undefined],
    ['keywords', 'en', 'Keywords'],
    ['methods', 'en', 'Methods'],
  ])
})

test('headings are known in many dresses', () => {
  expect(sectionWord('6. REFERENCES:')).toEqual({ kind: 'references', language: 'en' })
  expect(sectionWord('Литература / References')).toEqual({ kind: 'references', language: 'ru' })
  expect(sectionWord('IV. Results and Discussion')).toEqual({ kind: 'results', language: 'en' })
  expect(sectionWord('一、引言')).toEqual({ kind: 'introduction', language: 'zh' })
  expect(sectionWord('Reference points of the coast')).toBeUndefined()
  expect(inlineHead('Ключевые слова: часы')).toEqual({ word: { kind: 'keywords', language: 'ru' }, end: 16 })
  expect(inlineHead('Results were good. Abstract.')).toBeUndefined()
})
