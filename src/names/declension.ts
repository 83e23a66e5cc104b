/**
 * Case forms of surnames in Russian, Ukrainian and Kazakh, generated forward: a form is believed to be a case of a name when
 * the name's paradigm holds it. Stems are not cut off names, since -ева, -ова and -ин mean both gender and case.
 * The paradigms are our own digest of the school grammars.
 */
type Paradigm = { readonly ending: RegExp; readonly drop: number; readonly endings: readonly string[] }

const words = (list: string): readonly string[] => list.split(' ').map((word) => (word === '-' ? '' : word))

// the first paradigm whose ending fits is the masculine or only one; feminine consonant surnames are not declined
const RUSSIAN: readonly Paradigm[] = [
  { ending: /(?:ых|их|ко|[оуеэю]|аго|яго)$/u, drop: 0, endings: [] },
  { ending: /[её]в$|ов$|[иы]н$/u, drop: 0, endings: words('а у ым е ом ы ых ыми') },
  { ending: /(?:ев|ов|ёв|ин|ын)а$/u, drop: 1, endings: words('ой у ою ы ых ым ыми') },
  { ending: /(?:ск|цк)(?:ий|ой)$/u, drop: 2, endings: words('ого ому им ом ие их ими') },
  { ending: /(?:ск|цк)ая$/u, drop: 2, endings: words('ой ую ою ие их им') },
  { ending: /[жшчщ]ая$|[а-яё]ая$/u, drop: 2, endings: words('ой ую ей') },
  { ending: /[гкх]ий$/u, drop: 2, endings: words('ого ому им ом ия ию ием ии') },
  { ending: /ый$|ой$/u, drop: 2, endings: words('ого ому ым ом ые ых ыми оя ою оем ое') },
  { ending: /ий$/u, drop: 2, endings: words('его ему им ем ия ию ием ии') },
  // Соловей, Соловья, but Матвей, Матвея
  { ending: /[бвлрн]ей$/u, drop: 2, endings: words('ья ью ьем ье ьи ьев ьям ея ею еем ее еи еев еям') },
  { ending: /й$/u, drop: 1, endings: words('я ю ем е и ев ям') },
  // Кравец, Кравца, but Швец, Швеца
  { ending: /[аеёиоуыэюя]ец$/u, drop: 2, endings: words('ца цу цем цом це цы цев цам йца йцу йцем йце') },
  {
    ending: /ец$/u,
    drop: 2,
    endings: words('ца цу цем цом це цы цев цам еца ецу ецем ецом еце ецы ецев ецам ьца ьцу ьцем ьце'),
  },
  { ending: /яц$/u, drop: 2, endings: words('йца йцу йцем йце йцы йцев яца яцу яцем яце') },
  { ending: /(?:о|е|ё)к$/u, drop: 2, endings: words('ка ку ком ке ки ков кам ока оку оком оке ека еку еком') },
  // Гребень, Гребня
  { ending: /[^аеёиоуыэюя]ень$/u, drop: 3, endings: words('ня ню нем нём не ни ней ням еня еню енем ене ени еней') },
  { ending: /ь$/u, drop: 1, endings: words('я ю ем ём е и ей ям ью') },
  // Козёл, Козла, but Павел may keep its vowel
  { ending: /[^аеёиоуыэюя][её]л$/u, drop: 2, endings: words('ла лу лом ле лы лов лам ела елу елом еле елы елов') },
  { ending: /[гкхжшчщц]а$/u, drop: 1, endings: words('и е у ой ей ы') },
  { ending: /а$/u, drop: 1, endings: words('ы е у ой ою') },
  { ending: /ия$/u, drop: 1, endings: words('и ю ей') },
  { ending: /я$/u, drop: 1, endings: words('и е ю ей ёй') },
  { ending: /[жшчщц]$/u, drop: 0, endings: words('а у ем ом е и ей ы ев ам') },
  { ending: /[бвгдзклмнпрстфх]$/u, drop: 0, endings: words('а у ом е ы и ов ам') },
]

const UKRAINIAN: readonly Paradigm[] = [
  { ending: /ко$|о$/u, drop: 1, endings: words('а у ові ом ові') },
  { ending: /(?:сь|ць|зь)кий$/u, drop: 2, endings: words('ого ому им ому і их') },
  { ending: /(?:сь|ць|зь)ка$/u, drop: 1, endings: words('ої ій у ою') },
  { ending: /(?:ов|ев|єв|їв|ів|ин|їн|ін)а$/u, drop: 1, endings: words('ої ій у ою') },
  { ending: /(?:ов|ев|єв|ін|ин|їн)$/u, drop: 0, endings: words('а у ові им і') },
  { ending: /[жшчщ]$/u, drop: 0, endings: words('а у еві ем') },
  { ending: /ий$/u, drop: 2, endings: words('ого ому им ім ої ою і их ими') },
  { ending: /ій$/u, drop: 2, endings: words('ього ьому ім ія ію ієм ієві') },
  { ending: /й$/u, drop: 1, endings: words('я ю єві єм ї') },
  { ending: /ець$/u, drop: 3, endings: words('ця цю цеві цем ці ців ця йця йцю йцем еця ецю ецем') },
  { ending: /[^аеєиіїоуюя]ень$/u, drop: 3, endings: words('ня ню неві нем ні еня еню енем') },
  { ending: /ь$/u, drop: 1, endings: words('я ю еві ем і') },
  { ending: /ок$/u, drop: 2, endings: words('ка ку кові ком ки ока оку оком окові') },
  { ending: /ів$/u, drop: 2, endings: words('ова ову овим ові ева іва іву івим іві івом') },
  { ending: /а$/u, drop: 1, endings: words('и і у ою') },
  { ending: /я$/u, drop: 1, endings: words('і ю ею') },
  { ending: /[бвгґдзклмнпрстфхц]$/u, drop: 0, endings: words('а у ові ом і') },
]

// Kazakh: by the last sound (vowel or nasal, voiced, voiceless) and the harmony of the last vowel (back, front)
const KAZAKH_ENDINGS = {
  back: words('ның дың тың ға қа на а ны ды ты н да та нда дан тан нан мен бен пен'),
  front: words('нің дің тің ге ке не е ні ді ті н де те нде ден тен нен мен бен пен'),
} as const

const FRONT = /[әеёөүіиэ][^аоуыұяю]*$/u

function generated(name: string, table: readonly Paradigm[]): readonly string[] {
  const paradigm = table.find(({ ending }) => ending.test(name))
  if (paradigm === undefined) return []
  const stem = name.slice(0, name.length - paradigm.drop)
  return paradigm.endings.map((ending) => stem + ending)
}

/** The case forms of a Cyrillic surname, lower case, the name itself first. `language`: ISO 639-1; others as Russian. */
export function caseForms(surname: string, language: string): readonly string[] {
  const name = surname.toLowerCase()
  if (language === 'kk') {
    const endings = FRONT.test(name) ? KAZAKH_ENDINGS.front : KAZAKH_ENDINGS.back
    // Russian surnames in Kazakh follow either harmony in practice
    const both = /(?:ов|ев|ин|ский|ова|ева|ина)$/u.test(name)
      ? [...KAZAKH_ENDINGS.back, ...KAZAKH_ENDINGS.front]
      : endings
    return [...new Set([name, ...both.map((ending) => name + ending)])]
  }
  const main = generated(name, language === 'uk' ? UKRAINIAN : RUSSIAN)
  return [...new Set([name, ...main])]
}

const RESTORE: Readonly<Record<string, readonly string[]>> = {
  ru: ['', 'а', 'я', 'ь', 'й', 'ий', 'ый', 'ой', 'ая', 'ец', 'ок', 'ек', 'ей', 'ень', 'ел', 'ёл', 'яц'],
  uk: ['', 'а', 'я', 'ь', 'й', 'о', 'ий', 'ій', 'ець', 'ень', 'ок', 'ів'],
}
const LONGEST_ENDING = 4

const remembered = new Map<string, readonly string[]>()
const REMEMBERED = 8192

/** The names of which a Cyrillic form may be a case, the form itself first, lower case: `стоуна` → `стоуна`, `стоун`. */
export function lemmas(form: string, language: string): readonly string[] {
  const asked = `${language}|${form}`
  const known = remembered.get(asked)
  if (known !== undefined) return known
  if (remembered.size >= REMEMBERED) remembered.clear()
  const found = lemmasOf(form.toLowerCase().slice(0, 60), language)
  remembered.set(asked, found)
  return found
}

function lemmasOf(lower: string, language: string): readonly string[] {
  const found = [lower]
  const table = language === 'uk' ? UKRAINIAN : RUSSIAN
  const restored = RESTORE[language] ?? (RESTORE.ru as readonly string[])
  for (let cut = 1; cut <= LONGEST_ENDING && lower.length - cut >= 2; cut++) {
    const stem = lower.slice(0, lower.length - cut)
    if (language === 'kk') {
      if (caseForms(stem, 'kk').includes(lower)) found.push(stem)
      continue
    }
    for (const end of restored) {
      const lemma = stem + end
      if (lemma.length < 2 || found.includes(lemma)) continue
      // only the endings that the paradigm puts where this one stands, not the whole paradigm
      const paradigm = table.find((one) => one.ending.test(lemma))
      if (paradigm === undefined) continue
      const kept = lemma.length - paradigm.drop
      const together = lower.startsWith(lemma.slice(0, kept))
      if (together && paradigm.endings.includes(lower.slice(kept))) found.push(lemma)
    }
  }
  return found
}

/** Languages in whose cases a name in a text may stand, told by its letters: ISO 639-1. */
export function caseLanguages(form: string): readonly string[] {
  if (/[әғқңөұүһ]/iu.test(form)) return ['kk']
  if (/[їєґ]/iu.test(form)) return ['uk']
  return /\p{Script=Cyrillic}/u.test(form) ? ['ru', 'kk', 'uk'] : ['en']
}
