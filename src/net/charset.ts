/** The media type of a `content-type`, in lower case, without parameters. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/**
 * The text of a body. A byte order mark decides, then UTF-8 where the bytes can be nothing else, then the header, then what
 * the page says of itself. Undefined where none of them fits: no text is better than a wrong one.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const marked = markOf(bytes)
  if (marked !== undefined) return decode(bytes, marked)
  const utf8 = decode(bytes, 'utf-8')
  const isAscii = bytes.every((byte) => byte < 0x80)
  if (utf8 !== undefined && !utf8.includes('\0') && (!isAscii || !isWide(labelOf(contentType)))) return utf8
  for (const label of [labelOf(contentType), labelInside(bytes)]) {
    const text = label === undefined ? undefined : decode(bytes, label)
    if (text !== undefined && !text.includes('\0') && !text.includes('\ufffd')) return text
  }
  return undefined
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function labelOf(contentType = ''): string | undefined {
  return /;\s?charset\s?=\s?["']?([\w:.-]{2,40})/i.exec(contentType.slice(0, 300))?.[1]
}

function isWide(label: string | undefined): boolean {
  return label !== undefined && /^utf-?16|^ucs/i.test(label)
}

/** `<meta charset>`, `<meta http-equiv content>` or the XML declaration, in the first 2 KB. */
function labelInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s?=\s?["']?\s?([\w:.-]{2,40})/i.exec(head)?.[1]
}

/** A body that was cut may end in the middle of a character: `stream` forgives that. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}
