import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames, type NameVerdict } from '../../src/names/index.ts'
import { stopwatch } from '../support/stopwatch.ts'

const verdict = (left: string, right: string): NameVerdict => compareNames(left, right).verdict

describe('one name', () => {
  test.each([
    ['Щукарёв Д. А.', 'Shchukarev D.A.', 'BGN/PCGN'],
    ['Щукарёв Д. А.', 'Ŝukarev D.A.', 'ISO 9'],
    ['Щукарёв Д. А.', 'Shhukarev D.A.', 'GOST 7.79 B'],
    ['Щукарёв Д. А.', 'Chtchoukarev D.A.', 'French'],
    ['Щукарёв Д. А.', 'Schtschukarew D.A.', 'German'],
    ['Цветков Ю.', 'Tsvetkov Yu.', 'BGN/PCGN'],
    ['Цветков Ю.', 'Cvetkov Ju.', 'GOST 7.79 B'],
    ['Луцкевич Т.', 'Luckevich T.', 'ц and к are not ck'],
    ['Тоғжанов Қ.', 'Togzhanov K.', 'Kazakh'],
    ['Жүнісова Ғ.', 'Junisova G.', 'Kazakh, ж as j'],
    ['Стоун Р.', 'Stone R.', 'practical transcription'],
    ['Перуз С.', 'Perouse S.', 'practical transcription from French'],
    ['Мюллер', 'Müller', 'practical transcription from German'],
    ['Ван Мин', 'Wang Ming', 'Palladius'],
    ['Хой Мин', 'Hui Ming', 'Palladius, the polite spelling'],
    ['汪敏', 'Wang Min', 'pinyin'],
    ['乐敏', 'Le Min', 'the rarer reading of a surname'],
    ['欧阳明', 'Ouyang Ming', 'a surname of two characters'],
    ['劉曉明', '刘晓明', 'traditional and simplified'],
    ['Mueller, K.', 'Müller, K.', 'ue'],
    ['Muller', 'Müller, K.', 'dots dropped'],
    ['O’Hara', "O'Hara, J.", 'apostrophes'],
    ['de Graaf', 'Graaf, M. de', 'particle moved'],
    ['Graaf', 'de Graaf, M.', 'particle dropped'],
    ['Marin Duarte', 'Marín-Duarte, A.', 'hyphen and accents'],
    ['Sun Jing-Wei', 'Sun, J.-W.', 'surname first'],
    ['World Bank', 'Всемирный банк', 'a body in two languages'],
    ['WHO', 'World Health Organization', 'a body and its acronym'],
    ['Реrin', 'Perin, S.', 'Cyrillic letters in a Latin name'],
  ])('%s = %s (%s)', (left, right) => {
    expect(['same', 'style']).toContain(verdict(left, right))
    expect(['same', 'style']).toContain(verdict(right, left))
  })
})

describe('one name misspelt', () => {
  test.each([
    ['Perouse', 'Perrouse', 'a letter too many'],
    ['Lauretta', 'Laruetta, M.', 'vowels swapped'],
    ['Bemard', 'Bernard, L.', 'rn read as m'],
    ['Ciifton', 'Clifton, H.', 'l read as i'],
    ['Касенова Н.', 'Кассенова Н.', 'a doubled letter'],
    ['Алинов А.', 'Alynov A.', 'и is never y'],
    ['Li Zhangmin', 'Li Zhanmin', 'given names one letter apart'],
    ['Exampleinvest', 'Exampleholdinvest', 'a part too many inside'],
    ['Jing-Wei, S.', 'Sun, J.-W.', 'given name in the place of the surname'],
  ])('%s ~ %s (%s)', (left, right) => {
    expect(verdict(left, right)).toBe('near')
    expect(verdict(right, left)).toBe('near')
  })
})

describe('two names', () => {
  test.each([
    ['Hansen V.', 'Hanson M.', 'other initials'],
    ['Meyer, K.', 'Meier, T.', 'other initials'],
    ['Lee', 'Li, X.', 'two systems of spelling'],
    ['Li Xin', 'Li Xiang', 'given names two letters apart'],
    ['Wang Ming', 'Zhao Ming', 'other surnames'],
    ['Anders and Huber', 'Alonso-Herrera', 'initials of two surnames are no acronym'],
  ])('%s ≠ %s (%s)', (left, right) => {
    expect(verdict(left, right)).toBe('different')
    expect(verdict(right, left)).toBe('different')
  })
})

/** What a table's verdict allows when only the names are known; other verdicts need years, works or lists. */
const ALLOWED: Readonly<Record<string, readonly NameVerdict[]>> = {
  SAME: ['same', 'style'],
  STYLE: ['same', 'style'],
  HOMOGLYPH: ['same', 'style'],
  DIFFERENT: ['different'],
  MISSPELLING: ['near'],
  UNSURE: ['near', 'style', 'different'],
}
const cases = resolve(import.meta.dirname, '../../../shared/data/cases/names.tsv')

/** The name in a cell such as `list: Roe, A. (2010). Title` or `text: (Roe, 2010)`; undefined where there are more. */
function nameIn(cell: string): string | undefined {
  const bare = cell.replace(/^(?:text|list|Литература|References|Әдебиеттер): /, '').replace(/^\(/, '')
  const name = /^(.*?)(?:[,，]? ?[(（]?(?:1\d|20)\d\d|$)/u.exec(bare)?.[1]?.trim() ?? ''
  const several =
    /[&;]| и |&|\[|“|[а-я]{4,} [А-Я]|сүйенсек|[тқ][ыіа][ңс]?$|^у |Huntington|(?:Пьеросса|Пейруза|Кассеновой|Уайта|Әуезовтің)/u
  return name === '' || several.test(name) ? undefined : name
}

describe.skipIf(!existsSync(cases))('the shared table of names', () => {
  const rows = existsSync(cases) ? readFileSync(cases, 'utf8').trim().split('\n').slice(1) : []
  const decidable = rows.flatMap((row) => {
    const [id = '', left = '', right = '', expected = ''] = row.split('\t')
    const pair = [nameIn(left), nameIn(right)]
    return pair[0] !== undefined && pair[1] !== undefined && expected in ALLOWED
      ? [[id, pair[0], pair[1], expected] as const]
      : []
  })
  test('most rows can be read', () => expect(decidable.length).toBeGreaterThan(40))
  test.each(decidable)('%s: %s | %s is %s', (_, left, right, expected) => {
    expect(ALLOWED[expected]).toContain(verdict(left, right))
  })
})
if (!existsSync(cases)) console.log('skipped: the shared table of names is not here')

test('comparing is symmetric and never throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
      expect(compareNames(left, left).cost).toBeLessThanOrEqual(99)
      expect(compareNames(left, right).cost).toBe(compareNames(right, left).cost)
    }),
  )
})

test('long names take no longer than short ones by much', () => {
  for (const unit of ['ab', 'J. ', 'Ван', 'van ', 'щ', '张', 'é']) {
    const long = unit.repeat(50_000)
    const spent = stopwatch()
    compareNames(long, `${long}x`)
    expect(spent()).toBeLessThan(500)
  }
})
