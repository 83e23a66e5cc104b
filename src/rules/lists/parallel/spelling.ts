/**
 * How each Cyrillic letter may be written in Latin letters: the schemes of GOST 7.79 (A, B), BGN/PCGN, ALA-LC, ISO 9, ICAO 9303,
 * the usage of journals and keyboards, and the Kazakh alphabets since 2017; our own digest, the common way first.
 */
const WAYS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v w',
  г: 'g gh h',
  ґ: 'g',
  д: 'd',
  е: 'e ye ie je yo',
  ё: 'e yo jo io ë ye',
  є: 'ye ie je e',
  ж: 'zh j ž z dzh',
  з: 'z',
  и: 'i y',
  і: 'i y',
  ї: 'yi i ji ï',
  й: 'y i j _',
  к: 'k c q',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's c ss',
  т: 't',
  у: 'u w ou',
  ў: 'u w ŭ',
  ф: 'f ph',
  х: 'kh h x ch',
  ц: 'ts c tc tz cz',
  ч: 'ch č c tch',
  ш: 'sh š',
  щ: 'shch sch šč shh sh ŝ',
  ъ: '_ " \'',
  ы: 'y i',
  ь: "_ ' j",
  э: "e è je eh e' é",
  ю: 'yu iu ju û',
  я: 'ya ia ja â',
  ә: 'a ä á ae e',
  ғ: 'gh g ğ',
  қ: 'k q',
  ң: 'n ng ñ',
  ө: 'o ö u',
  ұ: 'u ū',
  ү: 'u ü',
  һ: 'h',
}

const OPTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(WAYS).map(([letter, ways]) => [letter, ways.split(' ').map((way) => (way === '_' ? '' : way))]),
)
const LONGEST = 48

/** Letters of a word and what stands for each of them. */
export type Spelled = readonly (readonly [letter: string, written: string])[]

/**
 * Reads a Latin word as a romanisation of a Cyrillic one, letter by letter; undefined where no scheme, nor a mixture of
 * schemes, writes it so. Time is the product of both lengths.
 */
export function spelledAs(cyrillic: string, latin: string): Spelled | undefined {
  const letters = [...cyrillic.toLowerCase().normalize('NFC')].slice(0, LONGEST)
  const word = latin
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’ʹʼ`´‘]/g, "'")
    .replace(/[ʺ”“]/g, '"')
    .slice(0, 2 * LONGEST)
  const dead = new Set<number>()
  const path: [string, string][] = []
  const fits = (index: number, at: number): boolean => {
    if (index === letters.length) return at === word.length
    const state = index * 128 + at
    if (dead.has(state)) return false
    const letter = letters[index] as string
    for (const way of OPTIONS.get(letter) ?? [letter]) {
      if (!word.startsWith(way, at)) continue
      path.push([letter, way])
      if (fits(index + 1, at + way.length)) return true
      path.pop()
    }
    dead.add(state)
    return false
  }
  return fits(0, 0) ? path : undefined
}

/** Whether one letter more, less or changed, or two that changed places, keep a word from being a romanisation. */
export function isSlipOf(cyrillic: string, latin: string): boolean {
  const word = latin.slice(0, LONGEST)
  for (let at = 0; at < word.length; at++) {
    const without = word.slice(0, at) + word.slice(at + 1)
    if (spelledAs(cyrillic, without) !== undefined) return true
    const swapped = word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2)
    if (spelledAs(cyrillic, swapped) !== undefined) return true
  }
  for (let at = 0; at < cyrillic.length && at < LONGEST; at++) {
    const without = cyrillic.slice(0, at) + cyrillic.slice(at + 1)
    if (spelledAs(without, word) !== undefined) return true
    for (let other = Math.max(0, at - 3); other < Math.min(word.length, at + 8); other++) {
      if (spelledAs(without, word.slice(0, other) + word.slice(other + 1)) !== undefined) return true
    }
  }
  return false
}

/** The common romanisation of a word. */
export function romanise(cyrillic: string): string {
  return [...cyrillic.toLowerCase()].map((letter) => OPTIONS.get(letter)?.[0] ?? letter).join('')
}
