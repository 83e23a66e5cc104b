import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/readers/decode.ts'
import { encode } from '../../src/readers/encoding/encode.ts'

function bytesOf(text: string, encoding: string, withBom = false): Uint8Array | undefined {
  const encoded = encode(text, encoding, withBom)
  return 'bytes' in encoded ? encoded.bytes : undefined
}

describe('encode', () => {
  it.each([
    'windows-1251',
    'koi8-r',
    'windows-1252',
    'windows-1250',
    'ibm866',
    'x-mac-cyrillic',
    'iso-8859-5',
    'macintosh',
  ])('gives back every byte of %s', (encoding) => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const { text } = decode(all.subarray(32), encoding)
    if (text.includes('\ufffd')) expect(bytesOf(text, encoding)).toBeUndefined()
    else expect(bytesOf(text, encoding)).toEqual(all.subarray(32))
  })

  it.each([
    ['gb18030', '参考文献：张三。《河流》2012'],
    ['gbk', '参考文献：张三'],
    ['big5', '參考文獻：張三'],
    ['shift_jis', '参考文献：山田太郎'],
    ['euc-kr', '참고문헌'],
    ['utf-16le', 'Roe 😀'],
    ['utf-16be', 'Roe 😀'],
  ])('gives back text in %s', (encoding, text) => {
    const bytes = bytesOf(text, encoding) as Uint8Array
    expect(decode(bytes, encoding).text).toBe(text)
  })

  it('keeps the byte order mark', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const bytes = bytesOf('Литература', encoding, true) as Uint8Array
      expect(decode(bytes)).toMatchObject({ text: 'Литература', encoding, hadBom: true })
    }
  })

  it('names the character that an encoding lacks', () => {
    expect(encode('абв漢', 'windows-1251', false)).toEqual({ unwritable: 3 })
    expect(encode('a\ud800b', 'utf-8', false)).toEqual({ unwritable: 1 })
    expect(encode('a', 'iso-2022-jp', false)).toEqual({ unwritable: undefined })
  })

  it('never gives bytes that read as another text', () => {
    const encodings = fc.constantFrom(
      'utf-8',
      'utf-16le',
      'windows-1251',
      'gb18030',
      'shift_jis',
      'big5',
      'windows-1252',
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), encodings, fc.boolean(), (text, encoding, withBom) => {
        const bytes = bytesOf(text, encoding, withBom)
        if (bytes !== undefined && !text.startsWith('\ufeff') && text !== '') {
          expect(
            withBom && encoding.startsWith('utf') ? decode(bytes).text : decode(bytes, encoding).text || text,
          ).toBe(text)
        }
      }),
    )
  })
})
