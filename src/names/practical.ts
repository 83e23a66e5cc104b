import { polivanov } from './japanese.ts'
import { palladiusOfPinyin } from './palladius.ts'
import { settled } from './phonemes.ts'

/**
 * How a Western surname sounds to a Russian typist: the practical transcription of Rousseau is Руссо, not Роуссеау. Letter
 * rules of English, French and German after the common handbooks of practical transcription (Гиляревский и Старостин), cut
 * down to what surnames need; the table of exceptions is our own. They propose candidates and never a correction.
 */
type Rule = readonly [RegExp, string]

const ENGLISH: readonly Rule[] = [
  [/tsch/g, 'C'],
  [/sch/g, 'sk'],
  [/tch/g, 'C'],
  [/ch/g, 'C'],
  [/sh/g, 'X'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/igh/g, 'aJ'],
  [/ght/g, 't'],
  [/^kn/g, 'n'],
  [/^wr/g, 'r'],
  [/^wh/g, 'U'],
  [/ck/g, 'k'],
  [/qu/g, 'kU'],
  [/tz/g, 'tQ'],
  [/^mc/g, 'mak'],
  [/x/g, 'ks'],
  [/(?<=[aeiou])w(?![aeiou])/g, 'U'],
  [/w/g, 'U'],
  [/ce$/g, 's'],
  [/se$/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/([bcdfgklmnprstvz])(?:ley)$/g, '$1lI'],
  [/ey$/g, 'I'],
  [/oo/g, 'U'],
  [/ee|ea|ie/g, 'I'],
  [/ay|ai|ey|ei/g, 'EJ'],
  [/oa/g, 'OU'],
  [/a([bdgklmnprstv])e(s?)$/g, 'EJ$1$2'],
  [/i([bdgklmnprstv])e(s?)$/g, 'aJ$1$2'],
  [/o([bdgklmnprstv])e(s?)$/g, 'OU$1$2'],
  [/u([bdgklmnprstv])e(s?)$/g, 'U$1$2'],
  [/([bdgklmnprstv])e$/g, '$1'],
  [/j/g, 'dZ'],
  [/y(?=[aeou])/g, 'j'],
  [/y/g, 'i'],
]

const FRENCH: readonly Rule[] = [
  [/tch/g, 'C'],
  [/ch/g, 'X'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/qu/g, 'k'],
  [/gn/g, 'nJ'],
  [/ç|c(?=[eiyéè])/g, 's'],
  [/g(?=[eiyéè])/g, 'Z'],
  [/gu(?=[eiéè])/g, 'g'],
  [/eaux?$|aux?$|ault$|aud$|eault$/g, 'O'],
  [/eau|au/g, 'O'],
  [/ou/g, 'U'],
  [/oi/g, 'Ua'],
  [/ai|aî/g, 'E'],
  [/ei(?!l)/g, 'E'],
  [/ey|eil/g, 'eJ'],
  [/eu|œu/g, 'E'],
  [/ill(?=e|$)/g, 'ij'],
  [/(?<=[aeiouyUEOé])s(?=[aeiouyé])/g, 'z'],
  [/ue(?=l|t)/g, 'YE'],
  [/[uû]/g, 'Y'],
  [/(?<=[aeiouyEOUnr])[tdsxz]$/g, ''],
  [/lle$/g, 'l'],
  [/(?<=[^aeiouyEOU])e[sz]?$|(?<=[EOU])e$/g, ''],
  [/er$|ez$/g, 'e'],
  [/c/g, 'k'],
  [/j/g, 'Z'],
  [/x/g, 'ks'],
  [/h/g, ''],
  [/y/g, 'i'],
]

const GERMAN: readonly Rule[] = [
  [/tsch/g, 'C'],
  [/sch/g, 'X'],
  [/^s(?=[tp])/g, 'X'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/tz/g, 'c'],
  [/ch/g, 'H'],
  [/qu/g, 'kv'],
  [/(?<=[aeiouäöü])h(?![aeiouäöü])/g, ''],
  [/ei|ai|ey|ay/g, 'aJ'],
  [/eu|äu/g, 'oJ'],
  [/ie/g, 'I'],
  [/ss|ß/g, 'S'],
  [/s(?=[aeiouäöü])/g, 'W'],
  [/z/g, 'c'],
  [/W/g, 'z'],
  [/S/g, 'ss'],
  [/^v/g, 'f'],
  [/w/g, 'v'],
  [/ü|ue/g, 'ju'],
  [/ö|oe|ä|ae/g, 'e'],
  [/x/g, 'ks'],
  [/c(?!$)/g, 'c'],
  [/y/g, 'i'],
]

// surnames that no letter rule reads right
const SPECIAL: Readonly<Record<string, string>> = {
  white: 'уайт',
  wright: 'райт',
  hughes: 'хьюз',
  knight: 'найт',
  moore: 'мур',
  brown: 'браун',
  howard: 'ховард',
  taylor: 'тейлор',
  thomas: 'томас',
  clarke: 'кларк',
  cooley: 'кули',
  lawrence: 'лоуренс',
  george: 'джордж',
  green: 'грин',
  young: 'янг',
  king: 'кинг',
  johnson: 'джонсон',
  johnston: 'джонстон',
  jones: 'джонс',
  james: 'джеймс',
  davies: 'дэвис',
  davis: 'дэвис',
  evans: 'эванс',
  lewis: 'льюис',
  newton: 'ньютон',
  hume: 'юм',
  locke: 'локк',
  smith: 'смит',
  hugh: 'хью',
  shaw: 'шоу',
  walker: 'уокер',
  hall: 'холл',
  allen: 'аллен',
  hill: 'хилл',
  ball: 'болл',
  bell: 'белл',
  wood: 'вуд',
  woods: 'вудс',
  watson: 'уотсон',
  walt: 'уолт',
  waltz: 'уолтц',
  wallerstein: 'валлерстайн',
  huntington: 'хантингтон',
  buzan: 'бузан',
  wendt: 'вендт',
  weber: 'вебер',
  keohane: 'кеохейн',
  nye: 'най',
  mearsheimer: 'миршаймер',
  fukuyama: 'фукуяма',
  rousseau: 'руссо',
  foucault: 'фуко',
  bourdieu: 'бурдьё',
  derrida: 'деррида',
  durkheim: 'дюркгейм',
  lacan: 'лакан',
  goethe: 'гёте',
  nietzsche: 'ницше',
  einstein: 'эйнштейн',
  freud: 'фрейд',
  weinberg: 'вайнберг',
  clinton: 'клинтон',
  murray: 'мюррей',
  murphy: 'мёрфи',
  turner: 'тёрнер',
  burke: 'бёрк',
  bird: 'бёрд',
  churchill: 'черчилль',
  thatcher: 'тэтчер',
  cameron: 'кэмерон',
  blair: 'блэр',
  adams: 'адамс',
  baker: 'бейкер',
  carter: 'картер',
  campbell: 'кэмпбелл',
  hayek: 'хайек',
  keynes: 'кейнс',
  wilson: 'уилсон',
  williams: 'уильямс',
  williamson: 'уильямсон',
  wheeler: 'уилер',
  wolf: 'вольф',
  wolfe: 'вулф',
  lee: 'ли',
  park: 'пак',
  choi: 'чхве',
  jung: 'чон',
  jeong: 'чон',
  chung: 'чон',
  cho: 'чо',
  kang: 'кан',
  yoon: 'юн',
  lim: 'лим',
  shin: 'син',
  seo: 'со',
  suh: 'со',
  kwon: 'квон',
  hwang: 'хван',
  ahn: 'ан',
  song: 'сон',
  hong: 'хон',
  moon: 'мун',
  bae: 'пэ',
  roh: 'но',
}

const CYRILLIC: readonly (readonly [RegExp, string])[] = [
  [/^ju/g, 'ю'],
  [/^ja/g, 'я'],
  [/ju/g, 'ю'],
  [/ja/g, 'я'],
  [/jo/g, 'ё'],
  [/^e/g, 'э'],
  [/(?<=[aou])e/g, 'э'],
]
const LETTERS: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'ц',
  C: 'ч',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'й',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  S: 'щ',
  t: 'т',
  u: 'у',
  v: 'в',
  X: 'ш',
  y: 'ы',
  z: 'з',
  Z: 'ж',
}

function applied(word: string, rules: readonly Rule[]): string {
  let read = word
  for (const [from, to] of rules) read = read.replace(from, to)
  // capitals protect what a rule has written from the rules after it
  return read
    .replace(/Q/g, 'c')
    .replace(/Y/g, 'ju')
    .replace(/[EHIOUJ]/g, (letter) => letter.toLowerCase())
    .normalize('NFKD')
    .replace(/[^a-zCXZS]/g, '')
}

function inCyrillic(phonemes: string): string {
  let text = phonemes
  for (const [from, to] of CYRILLIC) text = text.replace(from, to)
  return [...text].map((letter) => LETTERS[letter] ?? letter).join('')
}

/** Phonemes of a Latin surname as English, French and German read it; each different. */
export function soundings(word: string): readonly string[] {
  const lower = word.slice(0, 40).toLowerCase()
  const western = [ENGLISH, FRENCH, GERMAN].map((rules) => settled(applied(lower, rules)))
  return [...new Set([...western, settled(polivanov(lower) ?? '')])].filter((read) => read !== '')
}

/** Russian renderings of a Latin surname, likely ones first, lower case; at most six. */
export function cyrillicRenderings(word: string): readonly string[] {
  const lower = word.slice(0, 40).toLowerCase()
  const found = new Set<string>()
  const special = SPECIAL[lower]
  if (special !== undefined) found.add(special)
  const palladius = palladiusOfPinyin(lower)
  if (palladius !== undefined) found.add(palladius)
  for (const sounding of soundings(word)) found.add(inCyrillic(sounding))
  return [...found].slice(0, 6)
}

/** The special Russian form of a well-known surname, if the table has one. */
export function specialRendering(word: string): string | undefined {
  return Object.hasOwn(SPECIAL, word.toLowerCase()) ? SPECIAL[word.toLowerCase()] : undefined
}
