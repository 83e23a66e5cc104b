/** First bytes of formats that people hand in by mistake. */
const MAGIC: readonly { readonly kind: string; readonly bytes: string }[] = [
  { kind: 'a ZIP archive (or a DOCX, ODT or EPUB document)', bytes: 'PK\x03\x04' },
  { kind: 'a ZIP archive', bytes: 'PK\x05\x06' },
  { kind: 'a PDF document', bytes: '%PDF-' },
  { kind: 'a PNG image', bytes: '\x89PNG\r\n' },
  { kind: 'a JPEG image', bytes: '\xff\xd8\xff' },
  { kind: 'a GIF image', bytes: 'GIF87a' },
  { kind: 'a GIF image', bytes: 'GIF89a' },
  { kind: 'gzip data', bytes: '\x1f\x8b\x08' },
  { kind: 'bzip2 data', bytes: 'BZh91AY&SY' },
  { kind: 'xz data', bytes: '\xfd7zXZ\x00' },
  { kind: 'zstd data', bytes: '\x28\xb5\x2f\xfd' },
  { kind: 'a 7z archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { kind: 'an old Office document (DOC, XLS or PPT)', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'a program', bytes: '\x7fELF' },
  { kind: 'an SQLite database', bytes: 'SQLite format 3\x00' },
]

/** What known binary format the bytes begin like, in words; undefined for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return MAGIC.find(({ bytes: magic }) => {
    for (let index = 0; index < magic.length; index++) if (bytes[index] !== magic.charCodeAt(index)) return false
    return true
  })?.kind
}
