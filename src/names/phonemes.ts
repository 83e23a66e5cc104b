/**
 * Both scripts spelled in one small alphabet, so that every romanisation of a Cyrillic name reads alike:
 * Z ж · C ч · X ш · S щ · c ц · h х · j й · y ы, other letters as in Latin.
 * Cyrillic: the letters of Russian, Ukrainian and Kazakh. Latin: a table for each family of schemes. Sources: GOST 7.79-2000
 * (A, B), BGN/PCGN 1947, ALA-LC, ISO 9:1995, ICAO 9303, the French and German usage of libraries and passports, and the
 * Kazakh alphabets of 2017 to 2021; the tables are our own digest of these.
 */
type Table = Readonly<Record<string, string>>

const CYRILLIC: Table = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'je',
  ж: 'Z',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'ji',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'C',
  ш: 'X',
  щ: 'S',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
}

const LATIN: Table = {
  schtsch: 'S',
  chtch: 'S',
  shch: 'S',
  shh: 'S',
  šč: 'S',
  ŝ: 'S',
  tsch: 'C',
  tch: 'C',
  ch: 'C',
  č: 'C',
  ç: 's',
  sch: 'X',
  sh: 'X',
  š: 'X',
  ş: 'X',
  dzh: 'dZ',
  zh: 'Z',
  ž: 'Z',
  ts: 'c',
  tz: 'c',
  cz: 'c',
  kh: 'h',
  gh: 'g',
  ğ: 'g',
  ph: 'f',
  th: 't',
  yu: 'ju',
  ya: 'ja',
  yo: 'jo',
  ye: 'je',
  ju: 'ju',
  ja: 'ja',
  yi: 'ji',
  ä: 'a',
  ö: 'o',
  ü: 'u',
  ø: 'o',
  å: 'a',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 't',
  ð: 'd',
  w: 'v',
  x: 'ks',
  q: 'k',
  "'": '',
}

/** What each further reading changes in the common table, and the letters without which it reads nothing otherwise. */
const SCHEMES: readonly { readonly when: RegExp; readonly table: Table }[] = [
  { when: /^/, table: {} },
  // ISO 9 and GOST 7.79 A write я, ю, э by one letter; scholars and ISO 9 write х by x or h
  { when: /[âûèx]|yo/, table: { â: 'ja', û: 'ju', è: 'e', x: 'h', yo: 'e' } },
  // French
  {
    when: /[cj]|ou|gu|yo/,
    table: { ch: 'X', j: 'Z', ju: 'Zu', ja: 'Za', dj: 'dZ', ou: 'u', gu: 'g', c: 'k', ce: 'se', ci: 'si', yo: 'e' },
  },
  // German
  { when: /[czäj]|ss|yo|sch/, table: { ch: 'h', dsch: 'dZ', z: 'c', ss: 's', ä: 'e', yo: 'e', jo: 'e' } },
  { when: /sch/, table: { ch: 'h', sch: 'Z', z: 'c' } },
  // Kazakh Latin, with its j for ж, and English, with its j for дж
  { when: /j/, table: { j: 'Z', ju: 'Zu', ja: 'Za', jo: 'Zo', je: 'Ze', ji: 'Zi' } },
  { when: /(?<!d)j/, table: { j: 'dZ', ju: 'dZu', ja: 'dZa', jo: 'dZo', je: 'dZe', ji: 'dZi' } },
  // Polish
  { when: /cz|sz|rz|[łżśćńó]/, table: { cz: 'C', sz: 'X', rz: 'Z', ż: 'Z', szcz: 'S', ch: 'h', ł: 'l', ó: 'u' } },
]

const BY_FIRST: readonly ReadonlyMap<string, readonly (readonly [string, string])[]>[] = SCHEMES.map(({ table }) => {
  const byFirst = new Map<string, (readonly [string, string])[]>()
  const rows = Object.entries({ ...LATIN, ...table }).sort(([left], [right]) => right.length - left.length)
  for (const row of rows) {
    const first = row[0][0] as string
    const group = byFirst.get(first)
    if (group === undefined) byFirst.set(first, [row])
    else group.push(row)
  }
  return byFirst
})
const FRENCH = 2

const LONGEST = 80

function plainLetter(letter: string): string {
  const code = letter.charCodeAt(0)
  if (code >= 97 && code <= 122) return letter
  const base = letter.normalize('NFKD')[0] ?? ''
  return base >= 'a' && base <= 'z' ? base : ''
}

function spellLatin(word: string, scheme: number): string {
  const rows = BY_FIRST[scheme] as (typeof BY_FIRST)[number]
  let spelled = ''
  for (let at = 0; at < word.length; ) {
    const row = rows.get(word[at] as string)?.find(([letters]) => word.startsWith(letters, at))
    spelled += row === undefined ? plainLetter(word[at] as string) : row[1]
    at += row === undefined ? 1 : row[0].length
  }
  return spelled
}

export function spellCyrillic(word: string): string {
  let spelled = ''
  for (const letter of word) spelled += CYRILLIC[letter] ?? ''
  return spelled
}

/** i, j and y brought to one spelling by their neighbours: Мария, Maria, Mariia, Mariya; -ский, -sky, -skiy, -skij. */
export function settled(spelled: string): string {
  if (!/[ijy]/.test(spelled)) return spelled
  return spelled
    .replace(/j+(?=e)/g, '')
    .replace(/[ijy]+(?=[aou])/g, 'j')
    .replace(/(?<=[aeou])[ijy]+/g, 'j')
    .replace(/[ijy]+$/, 'i')
}

/** The readings of one Latin or Cyrillic word, the common one first, each different. */
export function spellings(word: string): readonly string[] {
  const lower = word.slice(0, LONGEST).toLowerCase()
  const first = lower.codePointAt(0) ?? 0
  const found: string[] = []
  const add = (spelled: string): void => {
    const reading = settled(spelled)
    if (reading !== '' && !found.includes(reading)) found.push(reading)
  }
  if (first >= 0x400 && first < 0x530) {
    add(spellCyrillic(lower))
    // Ukrainian г is h in every scheme of Ukraine; Kazakh ң is ng in most
    if (lower.includes('ң')) add(spellCyrillic(lower.replaceAll('ң', 'нг')))
    // Ильин is Ilyin in English usage
    if (lower.includes('ьи')) add(spellCyrillic(lower.replaceAll('ьи', 'йи')))
    if (lower.includes('ё')) add(spellCyrillic(lower.replaceAll('ё', 'йо')))
    if (/[гґ]/.test(lower) && /[іїє]/.test(lower)) add(spellCyrillic(lower.replaceAll('г', 'х')))
    if (lower.includes('и') && /[іїєґ]/.test(lower)) add(spellCyrillic(lower.replaceAll('и', 'ы')))
    return found.slice(0, 4)
  }
  for (const [scheme, { when }] of SCHEMES.entries()) {
    if (!when.test(lower)) continue
    // Chtchoukine: the e is silent and only keeps the n from being nasal
    add(spellLatin(scheme === FRENCH ? lower.replace(/(?<=in)e$/, '') : lower, scheme))
  }
  return found
}

/** What a spelling shares with all that are one name in some scheme: щ = ш, i = j = y, doubles once. */
export function coarse(spelled: string): string {
  return spelled
    .replace(/S/g, 'X')
    .replace(/tc/g, 'c')
    .replace(/[jy]/g, 'i')
    .replace(/i+(?=e)/g, '')
    .replace(/(.)\1+/g, '$1')
}
