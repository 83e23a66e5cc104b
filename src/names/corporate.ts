import { foldWords } from '../text/fold.ts'

/** Words that only bodies carry in their names: authors for which no logic of persons holds. Our own list. */
const CUES = new Set(
  (
    'academy administration agency alliance assembly association authority bank board bureau cabinet center centre centers chamber ' +
    'college commission committee company conference congress consortium corporation council court department directorate embassy ' +
    'federation forum foundation fund government group inc institute institution laboratory league library ltd llc gmbh ministry ' +
    'museum nations network office organisation organization parliament party press programme program project republic research ' +
    'school secretariat service services society statistics task team union university world european international national united ' +
    'академия агентство администрация ассамблея ассоциация банк бюро ведомости ведомство верховный всемирный государственный ' +
    'департамент институт кабинет комиссия комитет компания конгресс корпорация лаборатория министерство министерства общество ' +
    'организация объединенных палата парламент правительство президент программа республика республики служба совет союз суд ' +
    'управление университет федерация фонд центр академія агенція асоціація бібліотека комітет міністерство рада спілка товариство ' +
    'університет установа академиясы агенттігі банкі басқармасы бірлестігі департаменті комитеті министрлігі орталығы республикасы ' +
    'университеті ұйымы үкіметі қоры институты'
  ).split(' '),
)
const HAN_CUES =
  /(?:大学|学院|研究院|研究所|委员会|委員會|政府|银行|公司|协会|部|局|署|中心|出版社|组织|集团|基金会|联合国|办公室)$/u

// one word of plain letters, as most surnames are
const PLAIN = /^[A-ZА-Я][a-zа-я]+$/

/** Whether the name is that of a body and not of a person. */
export function isCorporate(name: string): boolean {
  if (PLAIN.test(name)) return CUES.has(name.toLowerCase())
  if (HAN_CUES.test(name)) return true
  const words = foldWords(name).split(' ')
  return words.some((word) => CUES.has(word)) || (words.length === 1 && /^\p{Lu}[\p{Lu}\d&-]{1,}$/u.test(name))
}

// bodies that texts call by another language's name
const GLOSSARY: readonly (readonly string[])[] = [
  ['world bank', 'всемирный банк', 'дүниежүзілік банк', '世界银行', 'світовий банк'],
  ['united nations', 'организация объединенных наций', 'оон', 'un', '联合国', 'біріккен ұлттар ұйымы', 'бұұ'],
  [
    'international monetary fund',
    'imf',
    'международный валютный фонд',
    'мвф',
    '国际货币基金组织',
    'халықаралық валюта қоры',
  ],
  ['world health organization', 'who', 'всемирная организация здравоохранения', 'воз', '世界卫生组织'],
  ['asian development bank', 'adb', 'азиатский банк развития', 'абр', '亚洲开发银行'],
  ['european union', 'eu', 'европейский союз', 'ес', '欧盟'],
  ['european commission', 'европейская комиссия', '欧盟委员会'],
  ['world trade organization', 'wto', 'всемирная торговая организация', 'вто', '世界贸易组织'],
  ['unesco', 'юнеско', '联合国教科文组织'],
  ['oecd', 'organisation for economic co operation and development', 'оэср', '经合组织'],
  [
    'shanghai cooperation organization',
    'shanghai cooperation organisation',
    'sco',
    'шанхайская организация сотрудничества',
    'шос',
    '上海合作组织',
  ],
]
const canonical = new Map(GLOSSARY.flatMap((row, index) => row.map((name) => [foldWords(name), `#${index}`] as const)))
const LITTLE = new Set(
  'of the for and on in de la du des und für a an at by с по и в на о об для при та і және'.split(' '),
)

/** First letters of the words that count: `World Health Organization` → `who`. */
export function acronym(name: string): string {
  const words = foldWords(name)
    .split(' ')
    .filter((word) => !LITTLE.has(word))
  return words.length < 2 ? '' : words.map((word) => word[0]).join('')
}

/** `Всемирного банка` → §всем банк: Cyrillic words without what case changes. */
function stemKey(words: readonly string[]): string | undefined {
  if (words.length < 2 || !words.every((word) => /^[\u0400-\u052f-]+$/.test(word))) return undefined
  return `§${words.map((word) => word.slice(0, 4)).join(' ')}`
}

const stems = new Map<string, string>()
for (const [name, row] of canonical) {
  const stem = stemKey(name.split(' ').filter((word) => !LITTLE.has(word)))
  if (stem !== undefined) stems.set(stem, row)
}

const rowOf = (folded: string): readonly string[] | undefined => {
  const row = canonical.get(folded)
  return row === undefined ? undefined : [row]
}

/**
 * Keys by which a body is found: its folded name without articles, its row in the glossary, and its acronym, marked `~`.
 * Only a name that is written as an acronym, or long enough to have one, gets that key: two surnames have none.
 */
export function corporateKeys(name: string): readonly string[] {
  if (PLAIN.test(name)) return [name.toLowerCase(), ...(rowOf(name.toLowerCase()) ?? [])]
  const folded = foldWords(name)
  const words = folded.split(' ').filter((word) => !LITTLE.has(word))
  const bare = words.join(' ')
  const keys = [bare || folded]
  if (words.length === 1 && /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(name.trim())) keys.push(`~${bare}`)
  else if (words.length >= 3 || (words.length === 2 && isCorporate(name))) keys.push(`~${acronym(name)}`)
  const stem = stemKey(words)
  if (stem !== undefined) keys.push(stem)
  const row = stem === undefined ? undefined : stems.get(stem)
  keys.push(...(rowOf(folded) ?? rowOf(bare) ?? (row === undefined ? [] : [row])))
  return keys
}
