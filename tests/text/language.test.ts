import { expect, test } from 'vitest'
import type { Block } from '../../src/model/block.ts'
import { blockLanguages, languageOf } from '../../src/text/language.ts'
import { verbatim } from '../../src/text/passage.ts'

test.each([
  ['The trade of the town rose in the last years.', 'en'],
  ['Торговля города выросла за последние годы.', 'ru'],
  ['Қаланың саудасы соңғы жылдары өсті.', 'kk'],
  ['Торгівля міста зросла за останні роки.', 'uk'],
  ['近年来该城市的贸易有所增长。', 'zh'],
  ['近年、その都市の貿易は増加した。', 'ja'],
  ['최근 몇 년간 도시의 무역이 증가했다.', 'ko'],
  ['Der Handel der Stadt ist in den letzten Jahren gewachsen.', 'de'],
  ['Le commerce de la ville a augmenté au cours des dernières années.', 'fr'],
  ['El comercio de la ciudad creció en los últimos años.', 'es'],
  ['Il commercio della città è cresciuto negli ultimi anni.', 'it'],
  ['O comércio da cidade não cresceu nos últimos anos.', 'pt'],
  ['Şehrin ticareti son yıllarda arttı ve büyüdü.', 'tr'],
  ['Handel miasta wzrósł w ostatnich latach, ale nie był duży.', 'pl'],
  ['https://example.org/the/of/and', undefined],
  ['12 345', undefined],
  ['', undefined],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

test('short blocks take the language of their neighbours, known headings have their own', () => {
  const block = (kind: Block['kind'], text: string): Block => {
    return { kind, passage: verbatim('a.txt', text), span: { path: 'a.txt', start: 0, end: text.length } }
  }
  const blocks = [
    block('heading', 'Кіріспе'),
    block('paragraph', 'Қаланың саудасы соңғы жылдары өсті, бұл туралы бұрын да айтылған болатын, деп жазды автор.'),
    block('paragraph', 'Экспорт артты.'),
    block('heading', 'References'),
    block('item', '2001'),
  ]
  expect(blockLanguages(blocks)).toEqual(['kk', 'kk', 'kk', 'en', 'kk'])
})
