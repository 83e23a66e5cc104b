import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/readers/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const russian = 'Иванов И. И. Развитие логистики Казахстана // Вестник экономики. 2020. № 3. С. 10–15.\n'.repeat(3)
const chinese = '王小明. 丝绸之路经济带的发展研究[J]. 经济研究, 2019(3): 12-20.\n'.repeat(3)
const japanese = '山田太郎「日本語の引用についての研究」『言語学』第三巻、二〇一〇年。\n'.repeat(3)
const french = 'Éric Désiré, « L’évolution des théories à l’été », été 2019 — 12 €.\n'

describe('known encodings', () => {
  it('byte order marks decide and are left out (F142)', () => {
    expect(decode(utf8('\ufeffРоу'))).toEqual({ text: 'Роу', encoding: 'utf-8', hadBom: true, troubles: [] })
    for (const encoding of ['utf-16le', 'utf-16be']) {
      expect(decode(iconv.encode('Роу 王', encoding, { addBOM: true }))).toEqual({
        text: 'Роу 王',
        encoding,
        hadBom: true,
        troubles: [],
      })
    }
  })

  it('UTF-8 is silent, empty files too (F145)', () => {
    expect(decode(utf8(russian + chinese))).toMatchObject({ text: russian + chinese, encoding: 'utf-8', troubles: [] })
    for (const text of ['', '  \n', '\ufeff']) expect(decode(utf8(text)).troubles).toEqual([])
  })

  it('a declaration is believed (F144)', () => {
    expect(decode(iconv.encode(chinese, 'gb18030'), 'GB18030')).toMatchObject({
      text: chinese,
      encoding: 'gb18030',
      troubles: [],
    })
    expect(decode(iconv.encode(japanese, 'shift_jis'), 'Shift_JIS')).toMatchObject({ text: japanese, troubles: [] })
    expect(decode(iconv.encode(french, 'windows-1252'), 'latin1')).toMatchObject({
      text: french,
      encoding: 'windows-1252',
    })
    expect(decode(utf8('a'), 'klingon').troubles.map(({ message }) => message)).toEqual([
      'The declared encoding `klingon` is not known',
    ])
  })
})

describe('unknown encodings', () => {
  it('are guessed and said (F144)', () => {
    for (const [text, encoding] of [
      [russian, 'windows-1251'],
      [russian.toUpperCase() + russian, 'windows-1251'],
      ['Әдебиет'.slice(1) + russian, 'windows-1251'],
      [russian.replace(/[№–]/g, ''), 'koi8-r'],
      [chinese, 'gb18030'],
      ['参考文献\n', 'gb18030'],
      [japanese, 'shift_jis'],
      [french, 'windows-1252'],
      ['Müller, Größe, naïve café\n', 'windows-1252'],
    ] as const) {
      expect(decode(iconv.encode(text, encoding))).toEqual({
        text,
        encoding,
        hadBom: false,
        troubles: [{ code: 'encoding', message: `Not UTF-8 and no encoding declared: read as ${encoding}` }],
      })
    }
  })

  it('UTF-16 without a mark', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      for (const text of [russian, chinese, 'Plain text.\n']) {
        expect(decode(iconv.encode(text, encoding, { addBOM: false }))).toMatchObject({ text, encoding })
      }
    }
  })

  it('half UTF-8, half windows-1251 (F143)', () => {
    const bytes = Buffer.concat([utf8(russian), iconv.encode(russian, 'windows-1251')])
    expect(decode(bytes, undefined, 'a.md')).toEqual({
      text: russian + russian,
      encoding: 'utf-8',
      hadBom: false,
      troubles: [
        {
          code: 'mixed-encoding',
          message: `Not all of this is UTF-8: byte ${utf8(russian).length} is the first that is not; such bytes were read as windows-1251`,
          span: { path: 'a.md', start: russian.length, end: russian.length + 1 },
        },
      ],
    })
    const line = Buffer.concat([utf8('Первая половина строки '), iconv.encode('и вторая половина', 'windows-1251')])
    expect(decode(line).troubles.map(({ code }) => code)).toEqual(['mixed-encoding'])
    expect(decode(line).text).toBe('Первая половина строки и вторая половина')
  })

  it('one bad byte in UTF-8 is replaced, not guessed', () => {
    const bytes = Buffer.concat([utf8(russian), Buffer.from([0xff]), utf8('конец')])
    expect(decode(bytes)).toMatchObject({ text: `${russian}\ufffdконец`, troubles: [{ code: 'mixed-encoding' }] })
  })
})

describe('no text', () => {
  it('is refused with its kind', () => {
    expect(decode(Buffer.from('PK\x03\x04....'))).toEqual({
      text: '',
      encoding: 'utf-8',
      hadBom: false,
      troubles: [
        {
          code: 'binary-input',
          message: 'This is a ZIP archive (or a DOCX, ODT or EPUB document), not text',
          fatal: true,
        },
      ],
    })
    expect(decode(Buffer.from('%PDF-1.7\n'))).toMatchObject({
      text: '',
      troubles: [{ code: 'binary-input', fatal: true }],
    })
    expect(decode(Uint8Array.from({ length: 512 }, (_, i) => i % 256))).toMatchObject({
      text: '',
      troubles: [{ fatal: true }],
    })
  })

  it('a stray zero in a long text is only told (F141)', () => {
    const text = `${'word '.repeat(500)}\0end`
    expect(decode(utf8(text))).toEqual({
      text,
      encoding: 'utf-8',
      hadBom: false,
      troubles: [
        { code: 'nul-bytes', message: 'The text holds 1 zero byte', span: { path: '', start: 2500, end: 2501 } },
      ],
    })
  })
})

it('never throws, and reads back what UTF-8 says', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decode(bytes).text === 'string'))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/\0|\ufeff|\ufffe|^(PK|%PDF|GIF8|Rar|7z|BZh|SQL)/.test(text))
      expect(decode(utf8(text)).text).toBe(text)
    }),
  )
})
