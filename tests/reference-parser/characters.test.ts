import { describe, expect, it } from 'vitest'
import { classOf, isLatin } from '../../src/reference-parser/characters.ts'

const classes = (): readonly number[] => Array.from({ length: 0x3000 }, (_, unit) => unit).map(classOf)

describe('the class of a character', () => {
  it('is the same by the plain patterns as by those over all scripts', () => {
    const plain = [0x20, 0x2013].map(classOf)
    const blocks = Array.from({ length: 0x2070 }, (_, unit) => unit).filter((unit) => unit < 0x100 || unit >= 0x2000)
    const before = blocks.map(classOf)
    expect(plain).toEqual([0, 4])
    // a letter of another script fills the whole table anew
    expect(classOf(0x430)).toBe(1)
    expect(blocks.map(classOf)).toEqual(before)
    expect(classes()).not.toContain(255)
  })
})

describe('a text of Latin letters', () => {
  it('holds none of another script', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter(isLatin)
    expect(
      units.filter((unit) => !/[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Cn}]/u.test(unit)),
    ).toEqual([])
    expect(isLatin('Müller – Łódź, “Ěřů”')).toBe(true)
    expect(['Петров', '王伟', '김', 'かな', 'Ελλάδα', '\u{20000}'].map(isLatin)).not.toContain(true)
  })
})
