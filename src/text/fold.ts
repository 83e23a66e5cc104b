/** Nothing but ASCII, in which there is nothing to take apart. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/** Case, accents and compatibility forms folded away: what two spellings must share to count as the same letters. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ё/g, 'е')
}

/** Letters and digits only, folded; words separated by one space. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(isPlain(text) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
