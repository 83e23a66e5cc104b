/**
 * Words of names and name lists. Own lists of common facts of the languages; no source.
 */

export const particles: ReadonlySet<string> = new Set(
  (
    'van von de der den del della delle dei degli di da dal dos das do du des la le las los el al ter ten te zu zum zur ' +
    'vom af av bin ibn ben bint ould y e und фон ван де дер ди да ля ле дю эль аль бен ибн оглы кызы'
  ).split(' '),
)

/** Particles that are also written with a capital inside a name. */
export const bigParticles: ReadonlySet<string> = new Set(
  'Van Von De Den Der Del Della Di Da Du La Le Dos Ten Ter'.split(' '),
)

/** Families of two letters that are written in capitals and are no initials. */
export const shortFamilies: ReadonlySet<string> = new Set('NG HO KO OH LE VU DO YI NO SO KI'.split(' '))

/** What stands before a name and is no part of it. */
export const academicTitles =
  /^(?:(?:Dr|Prof|Drs|Univ\.-Prof|Dipl\.-Ing|Акад|Проф|акад|проф|д-р|Д-р)\.?\s+)+(?=\p{Lu}.*\p{L})/u

export const nameSuffixes: ReadonlySet<string> = new Set('jr sr ii iii iv jnr snr мл ст'.split(' '))

/** Endings of patronymics, Russian, Ukrainian, Belarusian and Turkic. */
export const patronymicEndings: readonly string[] = [
  'вич',
  'вна',
  'ична',
  'инична',
  'ьич',
  'мич',
  'кич',
  'ївна',
  'ївич',
  'оглы',
  'кызы',
  'ұлы',
  'қызы',
  'улы',
]

export const cyrillicFamilyEndings: readonly string[] = [
  'ов',
  'ев',
  'ёв',
  'ин',
  'ын',
  'ова',
  'ева',
  'ёва',
  'ина',
  'ына',
  'ский',
  'ская',
  'цкий',
  'цкая',
  'ський',
  'ська',
  'цький',
  'цька',
  'енко',
  'чук',
  'щук',
  'юк',
  'ук',
  'ак',
  'як',
  'ич',
  'баев',
  'баева',
  'беков',
  'бекова',
  'ян',
  'дзе',
  'швили',
  'ых',
  'их',
  'ко',
  'ай',
  'ой',
  'ый',
  'ий',
]

export const chineseDoubleFamilies: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 轩辕 夏侯 长孙 宇文 端木 呼延 南宫 歐陽 司馬 諸葛 東方'.split(
    ' ',
  ),
)

/** The commonest Chinese surnames in pinyin, lower case. */
export const commonSurnames: ReadonlySet<string> = new Set(
  'wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo luo zheng liang xie song tang han cao deng'.split(
    ' ',
  ),
)

export const koreanDoubleFamilies: ReadonlySet<string> = new Set('남궁 황보 제갈 사공 선우 서문 독고 동방'.split(' '))

/** Words that only a body carries, lower case. */
export const corporateWords: ReadonlySet<string> = new Set(
  (
    'university universität université universidad universidade università college institute institut instituto istituto ' +
    'ministry ministère ministerio ministerium department bureau office agency authority commission committee council ' +
    'association society federation foundation organization organisation bank fund union nations group consortium ' +
    'collaboration team project network center centre laboratory company corporation corp inc ltd llc gmbh press ' +
    'government parliament republic state states board survey service services administration academy museum library ' +
    'municipality city county district province club guild chamber court senate congress alliance forum secretariat ' +
    'directorate division trust hospital school archives unesco unicef oecd who fao undp worldbank ' +
    'министерство комитет агентство бюро управление академия университет институт центр фонд банк организация комиссия ' +
    'ассоциация союз совет служба правительство республика федерация общество группа компания департамент музей администрация акимат муниципалитет палата секретариат клуб ' +
    'міністерство комітет агентство академія університет інститут фонд організація комісія асоціація рада служба уряд ' +
    'министрлігі комитеті агенттігі бюросы академиясы университеті институты орталығы қоры банкі ұйымы комиссиясы'
  ).split(' '),
)

/** What joins the last names of a list, lower case. */
export const conjunctions: ReadonlySet<string> = new Set(
  'and und et y e i и та й és en og och ja ve dan e och at och және мен with'.split(' '),
)

/** "And others", lower case without dots; longest first where one begins another. */
export const othersPattern: RegExp =
  /(?:^|[\s,;([])(?:et\.?\s?(?:al(?:ii|ia|\b)|coll)\.?|and\s+(?:\d+\s+)?others?|u\.\s?a\.|и\s?др(?:\.|угие|\b)|и\s+соавт\.?|та\s+ін(?:\.|ші)|және\s+(?:т\.\s?б\.|басқалар(?:ы)?)|[және\s]*т\.\s?б\.|y\s+otros|e\s+outros|et\s+autres|e\s+altri)/iu

/** The same in scripts without blanks. */
export const othersIdeographs: RegExp = /(?:等人?|ほか|他|外\s?\d*\s?명?|외\s?\d*\s?[인명]?)\s*$/u
