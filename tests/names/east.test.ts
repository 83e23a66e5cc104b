import { describe, expect, test } from 'vitest'
import { compareFamilies, compareNames, nameKeys } from '../../src/names/index.ts'
import { polivanov, sameInJapanese } from '../../src/names/japanese.ts'
import { pinyinOfWadeGiles } from '../../src/names/wade-giles.ts'

describe('Wade–Giles', () => {
  test.each([
    ['Hsieh', ['xie']],
    ["Ts'ai", ['cai']],
    ['Te-hua', ['dehua', 'tehua']],
    ['Chih-ming', ['zhiming', 'chiming']],
    ["Ch'ien", ['qian']],
    ['Kuo', ['guo', 'kuo']],
    ['Jen', ['ren']],
    ['Szu-yü', []],
    ['Peyton', []],
  ])('%s', (word, pinyin) => expect([...pinyinOfWadeGiles(word)].slice(0, 2)).toEqual(expect.arrayContaining(pinyin)))

  test('a Han name and its older spelling are one', () => {
    expect(compareFamilies('谢', 'Hsieh').verdict).toBe('same')
    expect(nameKeys('朱德华').keys.some((key) => nameKeys('Chu Te-hua').keys.includes(key))).toBe(true)
  })
})

describe('Japanese', () => {
  test.each([
    ['takahashi', 'takahasi', true],
    ['tsuchiya', 'tutiya', true],
    ['fujimoto', 'huzimoto', true],
    ['ohno', 'ono', false],
    ['hansen', 'hanson', false],
    ['tanaka', 'tanabe', false],
  ])('%s and %s', (left, right, same) => expect(sameInJapanese(left, right)).toBe(same))

  test('Polivanov', () => {
    expect(polivanov('takahashi')).toBe('takahasi')
    expect(polivanov('schmidt')).toBeUndefined()
    expect(compareFamilies('Фудзимото', 'Fujimoto').verdict).toBe('same')
    expect(compareFamilies('Фудзимото', 'Fujisaki').verdict).toBe('different')
  })
})

test('given names in characters tell people of one surname apart', () => {
  expect(compareNames('张宁', '张宁').verdict).toBe('same')
  expect(compareNames('张宁', { family: 'Zhang', given: 'N.' }).verdict).toBe('same')
  expect(compareNames('张宁', { family: 'Zhang', given: 'W.' }).verdict).toBe('different')
  expect(compareNames('张宁', '张伟').verdict).toBe('different')
  expect(compareNames('欧阳映雪', { family: '欧阳', given: '映雪' }).verdict).toBe('same')
})

test('Polish spellings are no romanisations, and differ by their letters', () => {
  expect(compareFamilies('Szcepanski', 'Szczepanski').verdict).toBe('near')
  expect(compareFamilies('Ковальчук', 'Kowalczuk').verdict).toBe('same')
})

test('a doubled letter of a transcription is a slip unless the original has it', () => {
  expect(compareFamilies('Пратт', 'Pratt').verdict).toBe('same')
  expect(compareFamilies('Прат', 'Pratt').verdict).toBe('same')
  expect(compareFamilies('Прратт', 'Pratt').verdict).toBe('near')
})
