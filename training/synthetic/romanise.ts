/** Letter tables of common romanisations, enough to write plausible transliterated lists. Facts of the standards named. */
const common: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
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
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
  і: 'i',
  ї: 'i',
  є: 'ie',
  ґ: 'g',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  '’': '',
}

/** LoC without ties, BGN, GOST 7.79 B, passport, the journal habit of `j`, and the Kazakh habit of q and y. */
const variants: readonly Readonly<Record<string, string>>[] = [
  {},
  { й: 'y', ю: 'yu', я: 'ya', ё: 'yo', є: 'ye', ї: 'yi' },
  { й: 'j', ю: 'yu', я: 'ya', ё: 'yo', х: 'x', ц: 'cz', щ: 'shh', э: 'e`', ы: 'y`', ь: '`', ъ: '``' },
  { й: 'i', ь: "'", ъ: '"', ц: 'ts' },
  { й: 'j', ю: 'ju', я: 'ja', ж: 'zh', х: 'h', ц: 'c', щ: 'shh', ь: "'", ы: 'y', э: 'je' },
  { й: 'j', ю: 'ju', я: 'ja', ж: 'ž', х: 'ch', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ь: 'ʹ' },
  { й: 'y', ю: 'yu', я: 'ya', қ: 'q', ғ: 'gh', ң: 'ng', ә: 'a', ө: 'o', ұ: 'u', ү: 'u', ы: 'y', і: 'i' },
]

export const romanisations: number = variants.length

/** Text in Latin letters, after the scheme with that number. */
export function romanise(text: string, scheme: number): string {
  const special = variants[scheme] ?? {}
  let result = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const latin = special[small] ?? common[small]
    if (latin === undefined) result += letter
    else result += letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1)
  }
  return result
}
