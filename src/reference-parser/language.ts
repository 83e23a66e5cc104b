import { isLatin } from './characters.ts'

/** Letters that tell languages of one script apart, most telling first. */
const cyrillicLetters: readonly (readonly [string, RegExp])[] = [
  ['kk', /[әғқңөұүһ]/i],
  ['uk', /[їєґ]/i],
  ['be', /ў/i],
  ['uk', /(?:^|\P{L})(?:та|від|для|що|щодо)(?=\s)|[а-щ]і[а-яї]/iu],
]

const latinWords: readonly (readonly [string, RegExp])[] = [
  ['de', /\b(?:der|die|das|und|für|zur|zum|im|des|eine|von|über|auf)\b/gi],
  ['fr', /\b(?:le|les|des|du|et|une|dans|pour|sur|aux|la|en)\b/gi],
  ['es', /\b(?:el|los|las|del|y|una|para|por|con|en|la)\b/gi],
  ['it', /\b(?:il|lo|gli|della|delle|dei|di|nel|nella|per|e|la|del)\b/gi],
  ['pt', /\b(?:o|os|as|do|da|dos|das|uma|para|com|em|no|na|e)\b/gi],
  ['tr', /\b(?:ve|bir|için|ile|üzerine|olarak)\b|[ğış]/gi],
  ['en', /\b(?:the|of|and|in|for|on|an?|to|with|from|by)\b/gi],
]

/** Words of the lists above that alone tell nothing, since English has them too. */
const alsoEnglish: ReadonlySet<string> = new Set('a e o as do no die en la im os das in on an y'.split(' '))

/** Scripts that one language mostly writes; the Persian letters stand before the Arabic ones they are among. */
const otherScripts: readonly (readonly [string, RegExp])[] = [
  ['fa', /[پچژگ]/g],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['ta', /\p{Script=Tamil}/gu],
]

/** ISO 639-1 code of the language of a title, or of a whole entry. */
export function languageOf(text: string): string {
  const head = text.slice(0, 400)
  const decided = isLatin(head) ? undefined : byScript(head)
  if (decided !== undefined) return decided
  let best = 'en'
  let most = head.match(latinWords[6]?.[1] as RegExp)?.length ?? 0
  for (const [language, words] of latinWords) {
    const found = head.match(words) ?? []
    // `Do rivers remember?` is no Portuguese
    if (found.length === 1 && alsoEnglish.has((found[0] as string).toLowerCase())) continue
    if (found.length > most) [best, most] = [language, found.length]
  }
  return best
}

/** The language that the script of most letters tells; none where that is Latin. */
function byScript(head: string): string | undefined {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const korean = count(/\p{Script=Hangul}/gu)
  const cyrillic = count(/\p{Script=Cyrillic}/gu)
  const latin = count(/\p{Script=Latin}/gu)
  if (kana > 0 && kana + han > latin / 4) return 'ja'
  if (korean * 3 > latin + cyrillic) return 'ko'
  if (han * 3 > latin + cyrillic) return 'zh'
  if (cyrillic > latin) return cyrillicLetters.find(([, letters]) => letters.test(head))?.[0] ?? 'ru'
  if (latin === 0 || latin * 2 < (head.match(/\p{L}/gu)?.length ?? 0)) {
    const other = otherScripts.find(([, letters]) => count(letters) > latin)
    if (other !== undefined) return other[0]
  }
  return undefined
}
