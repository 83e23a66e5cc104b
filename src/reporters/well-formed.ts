/** Halves of surrogate pairs become U+FFFD, one unit for one unit. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}

/** JSON that every parser takes and no terminal obeys: controls beyond ASCII and separators of lines are escaped. */
export function safeJson(value: unknown, indent?: number): string {
  return wellFormed(
    JSON.stringify(value, (_, one) => (typeof one === 'string' ? wellFormed(one) : one), indent),
  ).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A path as a relative reference of a URI (RFC 3986): segments encoded, so that a colon makes no scheme. */
export function uriOf(path: string): string {
  return wellFormed(path)
    .replaceAll('\\', '/')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/')
    .replace(/^\/+/, '')
}
