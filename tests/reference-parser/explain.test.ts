import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createReferenceParser } from '../../src/reference-parser/index.ts'

const parser = createReferenceParser(readFileSync('src/reference-parser/model.bin'))
const patterns = createReferenceParser()
const reference = 'Roe, A. (2014). Do rivers remember? Annals of Invented Hydrology, 12(3), 45–67.'

describe('explain', () => {
  it.each([
    ['with a model', parser],
    ['by patterns', patterns],
  ])('%s, gives every token its place, label and confidence, and the same reading as parse', (_, one) => {
    const { tokens, parsed } = one.explain(reference)
    expect(parsed).toEqual(one.parse(reference))
    expect(tokens.map(({ text }) => text).join('')).toBe(reference.replace(/ /g, ''))
    for (const { text, start, end, confidence } of tokens) {
      expect(reference.slice(start, end)).toBe(text)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
    const labelOf = (word: string): unknown => tokens.find(({ text }) => text === word)?.label
    expect([labelOf('Roe'), labelOf('2014'), labelOf('(')]).toEqual(['author', 'date', null])
  })

  it('has nothing to show where there is nothing to read', () => {
    expect(parser.explain('?')).toEqual({ tokens: [], parsed: null })
    expect(parser.explain('')).toEqual({ tokens: [], parsed: null })
  })
})
