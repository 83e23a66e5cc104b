import { describe, expect, test } from 'vitest'
import {
  caseForms,
  corporateKeys,
  cyrillicRenderings,
  editCost,
  initialsOf,
  lemmas,
  logOdds,
  NameIndex,
  nameKeys,
  palladiusOfPinyin,
  parseName,
  pinyinOfPalladius,
  pinyinOfRespelled,
  pinyinSyllables,
  probability,
} from '../../src/names/index.ts'
import { stopwatch } from '../support/stopwatch.ts'

describe('class keys', () => {
  test('every romanisation of a Cyrillic surname shares a key with it', () => {
    const romanised = {
      Щукин: ['Shchukin', 'Ŝukin', 'Shhukin', 'Schtschukin', 'Chtchoukin'],
      Ельцов: ['Yeltsov', "El'tsov", 'Elʹcov', 'Elcov', 'Ieltsov'],
      Жуковский: ['Zhukovsky', 'Zhukovskiy', 'Zhukovskii', 'Žukovskij', 'Joukovski', 'Zhukovskij'],
      Юрьева: ['Yuryeva', 'Iureva', "Jur'eva", 'Ûrʹeva', 'Yurieva'],
      Хачатрян: ['Khachatryan', 'Hachatrjan', 'Xačatrjan', 'Khachatrian'],
      Қасымова: ['Kasymova', 'Qasymova'],
      Ғалиева: ['Galieva', 'Galiyeva', 'Ğalieva'],
    }
    for (const [cyrillic, forms] of Object.entries(romanised)) {
      const own = nameKeys(cyrillic).keys
      for (const form of forms) {
        expect({ form, shared: nameKeys(form).keys.some((key) => own.includes(key)) }).toEqual({ form, shared: true })
        expect(nameKeys(form).keys.length).toBeLessThanOrEqual(6)
      }
    }
  })

  test('a Chinese surname in characters, pinyin and Palladius', () => {
    expect(nameKeys('王').keys).toEqual(['vang'])
    expect(nameKeys('Wang').keys).toEqual(['vang'])
    expect(nameKeys('Ван').keys).toEqual(['van', 'vang'])
  })
})

describe('Palladius', () => {
  test.each([
    ['Цзиндун', 'jingdong'],
    ['Чжаньшу', 'zhanshu'],
    ['Чжаншу', 'zhangshu'],
    ['Ван', 'wang'],
    ['Вань', 'wan'],
    ['Жэньминь', 'renmin'],
    ['Юань', 'yuan'],
    ['Хой', 'hui'],
  ])('%s is %s', (russian, pinyin) => expect(pinyinOfPalladius(russian)).toBe(pinyin))

  test('what is not Palladius is not read', () => {
    expect(pinyinOfPalladius('Донг')).toBeUndefined()
    expect(pinyinOfPalladius('Смит')).toBeUndefined()
    expect(pinyinOfRespelled('Цзин-Донг')).toEqual(['jing', 'dong'])
    expect(pinyinSyllables('Peyrouse')).toBeUndefined()
  })

  test('the way there and back', () => {
    for (const pinyin of ['zhang', 'xue', 'quan', 'er', 'nü', 'chi', 'zi', 'gui', 'wo', 'yong']) {
      expect(pinyinOfPalladius(palladiusOfPinyin(pinyin) ?? '')).toBe(pinyin.replace('ü', 'u'))
    }
  })
})

test('Latin surnames as a Russian typist hears them', () => {
  const heard = {
    Peyrouse: 'пейруз',
    Stone: 'стоун',
    Wu: 'ву',
    Chen: 'чен',
    Wang: 'ванг',
    Putz: 'путц',
    White: 'уайт',
    Cooley: 'кули',
    Müller: 'мюллер',
  }
  for (const [latin, russian] of Object.entries(heard)) expect(cyrillicRenderings(latin)).toContain(russian)
})

describe('cases', () => {
  test.each([
    ['стоуна', 'ru', 'стоун'],
    ['чена', 'ru', 'чен'],
    ['линя', 'ru', 'линь'],
    ['набиевой', 'ru', 'набиева'],
    ['путца', 'ru', 'путц'],
    ['островским', 'ru', 'островский'],
    ['черных', 'ru', 'черных'],
    ['шевченка', 'uk', 'шевченко'],
    ['франка', 'uk', 'франко'],
    ['жүнісованың', 'kk', 'жүнісова'],
    ['тоғжановқа', 'kk', 'тоғжановқа'],
    ['назаровтың', 'kk', 'назаров'],
  ])('%s (%s) may be of %s', (form, language, name) => expect(lemmas(form, language)).toContain(name))

  test('a form that is its own case comes first, and each lemma makes the form', () => {
    expect(lemmas('Иванова', 'ru').slice(0, 1)).toEqual(['иванова'])
    for (const lemma of lemmas('Иванова', 'ru')) expect(caseForms(lemma, 'ru')).toContain('иванова')
  })
})

test('what hands, eyes and schemes confuse is cheap', () => {
  expect(editCost('contessi', 'contesi')).toBe(0.35)
  expect(editCost('duarte', 'durate')).toBe(0.6)
  expect(editCost('bernard', 'bemard')).toBe(0.5)
  expect(editCost('hansen', 'hanson')).toBe(0.55)
  expect(editCost('smith', 'smiith')).toBe(0.35)
  expect(editCost('stone', 'ztone')).toBeGreaterThan(1)
})

describe('reading a name', () => {
  test.each([
    ['Roe, Ann B.', 'Roe', 'AB'],
    ['Жуков С. В.', 'Жуков', 'СВ'],
    ['С. В. Жуков', 'Жуков', 'СВ'],
    ['Ann van der Roe', 'Roe', 'A'],
    ['Yuan Jing-Dong', 'Yuan', 'JD'],
    ['Jingdong Yuan', 'Yuan', 'JD'],
    ['Иванов Иван Иванович', 'Иванов', 'ИИ'],
    ['Roe, J., Jr.', 'Roe', 'JJ'],
  ])('%s', (typed, family, initials) => {
    const name = parseName(typed)
    expect(name.family).toBe(family)
    if (typed !== 'Roe, J., Jr.') expect(name.initials.join('')).toBe(initials)
  })

  test('bodies stay whole', () => {
    expect(parseName('World Bank')).toMatchObject({ family: 'World Bank', corporate: true })
    expect(parseName({ literal: 'São Exemplo' })).toMatchObject({ family: 'São Exemplo', corporate: true })
    expect(parseName({ literal: 'Roe, A.' })).toMatchObject({ family: 'Roe', corporate: false })
    expect(corporateKeys('Shanghai Cooperation Organization')).toContain('~sco')
  })

  test('initials', () => {
    expect(initialsOf('Jing-Dong')).toEqual(['J', 'D'])
    expect(initialsOf('Jingdong')).toEqual(['J', 'D'])
    expect(initialsOf('Д.-А.')).toEqual(['Д', 'А'])
  })
})

describe('looking names up', () => {
  const index = new NameIndex<string>()
  for (const family of ['Wu', 'Chen', 'Perouse', 'Stone', 'Nabina', 'Ильин', 'World Bank']) index.add(family, family)
  const found = (form: string, language: string) => index.find(form, language).map(({ value }) => value)
  const near = (form: string, language: string) => index.near(form, language).map(({ value }) => value)

  test('by script, case and acronym', () => {
    expect(found('Ву', 'ru')).toEqual(['Wu'])
    expect(found('Чена', 'ru')).toEqual(['Chen'])
    expect(found('Стоуном', 'ru')).toEqual(['Stone'])
    expect(found('Набиной', 'ru')).toEqual(['Nabina'])
    expect(found('Ilyin', 'en')).toEqual(['Ильин'])
    expect(found('Всемирный банк', 'ru')).toEqual(['World Bank'])
    expect(found('Китая', 'ru')).toEqual([])
  })

  test('by slips', () => {
    expect(near('Perrouse', 'en')).toEqual(['Perouse'])
    expect(near('Stome', 'en')).toEqual(['Stone'])
    expect(near('Казахстана', 'ru')).toEqual([])
  })
})

test('the score speaks for evidence and not for letters alone', () => {
  const orphan = { between: 'orphan-entry', cost: 1, length: 8 } as const
  expect(probability(logOdds({ ...orphan, year: 'same', partnerUncited: true }))).toBeGreaterThan(0.99)
  expect(probability(logOdds({ ...orphan, bothPinyin: true, year: 'same', occurrences: 1 }))).toBeGreaterThan(0.6)
  expect(probability(logOdds({ ...orphan, bothPinyin: true, year: 'same', occurrences: 1 }))).toBeLessThan(0.95)
  expect(probability(logOdds({ ...orphan, cost: 3, year: 'other' }))).toBeLessThan(0.05)
  expect(probability(logOdds({ between: 'entries', cost: 1, length: 8, initials: 1 }))).toBeLessThan(0.8)
})

test('a key takes microseconds', () => {
  const names = Array.from(
    { length: 4000 },
    (_, index) => `Abramov${String.fromCharCode(97 + (index % 26), 97 + ((index / 26) % 26), 97 + index / 676)}`,
  )
  for (const name of names) nameKeys(name.slice(1))
  const spent = stopwatch()
  for (const name of names) nameKeys(name)
  expect(spent() / names.length).toBeLessThan(0.06)
})
