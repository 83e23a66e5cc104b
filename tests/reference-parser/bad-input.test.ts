import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CslItem, CslName } from '../../src/model/csl.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { stopwatch } from '../support/stopwatch.ts'

const parser = createReferenceParser(readFileSync('src/reference-parser/model.bin'))

/** Letters and digits of every script, compatibility forms and case folded. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether the letters of a value stand in the text in their order, perhaps with others between them. */
function standsIn(text: string, value: string): boolean {
  let at = 0
  for (const letter of fold(value)) {
    at = text.indexOf(letter, at)
    if (at < 0) return false
    at += letter.length
  }
  return true
}

const wordy = [
  'title',
  'translated-title',
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'edition',
  'genre',
  'note',
  'archive',
  'DOI',
  'number-of-pages',
] as const

function inventions(text: string, csl: CslItem): string[] {
  const folded = fold(text)
  const values = wordy.map((field) => csl[field]).filter((value) => typeof value === 'string')
  for (const role of ['author', 'editor', 'translator'] as const)
    for (const name of (csl[role] ?? []) as CslName[]) values.push(...Object.values(name).filter(Boolean))
  return values.filter((value) => !standsIn(folded, value))
}

const references = [
  'Roe, A., & Stone, B. (2014). Do rivers remember? Annals of Invented Hydrology, 12(3), 45–67. https://doi.org/10.5555/rivers.3',
  'Камышин А. Б. Память рек : монография / под ред. В. Г. Ольхова. – 2-е изд. – М. : Вода, 2001. – 300 с.',
  '柳河. 河流的记忆[J]. 水文学年鉴, 2014, 12(3): 45-67.',
  'Қамысов А. Б. Өзен жады // Су хабаршысы. – 2014. – № 3 (12). – 45-67 б.',
  'كريم، أحمد. (2012). ذاكرة الأنهار. القاهرة: دار الماء.',
  'כהן, א. (2010). זיכרון הנהרות. ירושלים: מאגנס.',
  'สมชาย ใจดี. (2012). ความทรงจำของแม่น้ำ. กรุงเทพฯ: สำนักพิมพ์น้ำ.',
  'शर्मा, रा. (2010). नदियों की स्मृति. दिल्ली: जल प्रकाशन.',
  'Ποταμίδης, Α. (2010). Η μνήμη των ποταμών. Αθήνα: Εκδόσεις Νερό.',
]

describe('bad input', () => {
  it('a text of one or two signs is no reference, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2 }), (text) => parser.parse(text) === null),
      { numRuns: 200, seed: 11 },
    )
    for (const text of ['', ' ', '\n', 'a', 'я', '河', 'א', 'ع', 'ก', 'न', 'Ω', '😀', '\ud800', '\0'])
      expect(parser.parse(text)).toBeNull()
  })

  it('a megabyte is no reference, and costs nothing', () => {
    for (const unit of ['Roe, A. (2014). Rivers. ', '😀', 'ก', '((((', '\n\n', 'https://example.org/']) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
      const spent = stopwatch()
      expect(parser.parse(text)).toBeNull()
      expect(spent()).toBeLessThan(1000)
    }
  })

  it('prose, code, mail and headings are none, or are hardly believed', () => {
    const texts = [
      'The weather was fine and the committee decided to postpone the meeting until further notice.',
      'In this paper we argue that rivers remember, and that their memory is long.',
      'Figure 3 shows the distribution of rainfall over the four stations.',
      'Dear Anna, I will arrive on 12 May 2014 at noon. Best, Bob',
      'Yes. No. Maybe.',
      'Chapter 4. Results and discussion',
      'const x = require("fs"); console.log(x)',
      '😀😀😀 🎉 party time 🎉',
      'Мы благодарим всех участников за терпение и помощь в работе.',
      'Как показано выше, река помнит всё, и память её длинна.',
      'Біз барлық қатысушыларға шыдамдылығы үшін алғыс айтамыз.',
      'Ми дякуємо всім учасникам за терпіння та допомогу.',
      '本文认为河流有记忆，而且记忆很长。',
      '感谢各位专家的帮助与支持。',
      'نشكر جميع المشاركين على صبرهم ومساعدتهم.',
      'אנו מודים לכל המשתתפים על סבלנותם ועזרתם.',
      'เราขอขอบคุณผู้เข้าร่วมทุกท่าน',
      'हम सभी प्रतिभागियों को धन्यवाद देते हैं।',
      'Ευχαριστούμε όλους τους συμμετέχοντες για την υπομονή τους.',
    ]
    for (const text of texts) expect([text, (parser.parse(text)?.confidence ?? 0) < 0.5]).toEqual([text, true])
  })

  it('no field is invented: what is read stands in the text, whole, cut, shuffled or mixed with noise', () => {
    const pieces = references.flatMap((reference) => reference.split(/(?<=[.,:]) /))
    const whole = fc.constantFrom(...references)
    const cut = fc.tuple(whole, fc.nat(60), fc.nat(120)).map(([text, from, length]) => text.slice(from, from + length))
    const shuffled = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((all) => all.join(' '))
    const noisy = fc
      .tuple(whole, fc.string({ unit: 'grapheme', maxLength: 20 }), fc.nat(80))
      .map(([text, noise, at]) => text.slice(0, at) + noise + text.slice(at))
    fc.assert(
      fc.property(fc.oneof(whole, cut, shuffled, noisy, fc.string({ unit: 'grapheme', maxLength: 80 })), (text) => {
        const parsed = parser.parse(text)
        if (parsed === null) return
        expect(inventions(text, parsed.csl)).toEqual([])
        const year = parsed.csl.issued?.['date-parts']?.[0]?.[0]
        if (year !== undefined) expect(fold(text).replace(/[lioоз]/g, '')).toMatch(/\d/)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('other scripts are read by their punctuation, and in their language', () => {
    const languages = references.map((reference) => parser.parse(reference)?.csl.language)
    expect(languages).toEqual(['en', 'ru', 'zh', 'kk', 'ar', 'he', 'th', 'hi', 'el'])
    for (const reference of references.slice(4))
      expect(parser.parse(reference)?.csl.issued?.['date-parts']?.[0]?.[0]).toBeGreaterThan(2009)
  })

  it('twice the length costs about twice the time', () => {
    const text = (references[0] as string).repeat(60)
    const cost = (length: number): number => {
      const spent = stopwatch()
      parser.parse(text.slice(0, length))
      return spent()
    }
    cost(5800)
    // in turns, so that what slows the processor down slows both
    const rounds = Array.from({ length: 5 }, () => [cost(2900), cost(5800)] as const)
    const [short, long] = [0, 1].map((at) => Math.min(...rounds.map((round) => round[at] as number)))
    // linear is 2, quadratic 4
    expect((long as number) / Math.max(1, short as number)).toBeLessThan(3.5)
  })
})
