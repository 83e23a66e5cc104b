/** The upper half of windows-1252 that differs from Latin-1; 0 is a byte that stands for itself (WHATWG index). */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] // biome-ignore format: a table

/** The encoding's own label, or undefined where nobody knows it. */
export function labelOf(declared: string): string | undefined {
  try {
    return new TextDecoder(ALIASES.get(declared.trim().toLowerCase()) ?? declared.trim()).encoding
  } catch {
    return undefined
  }
}

/** Names that occur in the wild and are no labels of the Encoding Standard. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['utf8x', 'utf-8'],
  ['ansinew', 'windows-1252'],
  ['applemac', 'macintosh'],
  ['cp936', 'gbk'],
  ['cp932', 'shift_jis'],
  ['sjis', 'shift_jis'],
])

/** `exact` is false where bytes had to be replaced. */
export function decodeAs(bytes: Uint8Array, encoding: string): { readonly text: string; readonly exact: boolean } {
  if (encoding === 'windows-1252') return { text: windows1252(bytes), exact: true }
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), exact: true }
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), exact: false }
  }
}

/** Node 20's TextDecoder reads 0x80 to 0x9F of windows-1252 as control characters (nodejs/node#60888). */
function windows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let from = 0; from < bytes.length; from += 8192) {
    const units = Array.from(bytes.subarray(from, from + 8192), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252[byte - 0x80] || byte : byte,
    )
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}
