import type { Random } from '../random.ts'

export type Script = 'ru' | 'uk' | 'kk' | 'zh' | 'ja' | 'ko' | 'latin'

export interface Name {
  readonly family: string
  readonly given: string
  /** initials as `И. И.`, one space between */
  readonly initials: string
}

export type Kind =
  | 'article'
  | 'book'
  | 'chapter'
  | 'conference'
  | 'thesis'
  | 'web'
  | 'newspaper'
  | 'law'
  | 'archive'
  | 'report'

/** A bibliographic record, invented or recombined, before any style. */
export interface Work {
  readonly kind: Kind
  readonly people: readonly Name[]
  readonly editors: readonly Name[]
  readonly translators: readonly Name[]
  /** a body that stands for people */
  readonly body?: string
  readonly title: string
  readonly translation?: string
  readonly container: string
  readonly containerTranslation?: string
  readonly collection?: string
  readonly volume?: string
  readonly issue?: string
  readonly first: number
  readonly last: number
  readonly article?: string
  readonly year: number
  readonly month: number
  readonly day: number
  readonly place: string
  readonly publisher: string
  readonly extent: number
  readonly edition?: string
  readonly genre?: string
  readonly doi?: string
  readonly url: string
  readonly isbn: string
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.below(10))).join('')
}

export function word(random: Random, length: number): string {
  return Array.from({ length }, () => letters[random.below(26)]).join('')
}

const domains = [
  'com',
  'org',
  'kz',
  'ru',
  'ua',
  'cn',
  'edu',
  'gov.kz',
  'edu.cn',
  'ac.uk',
  'net',
  'de',
  'fr',
  'int',
  'kr',
  'jp',
]

export function url(random: Random): string {
  const scheme = random.pick(['https://', 'https://', 'http://', 'https://www.', 'http://www.', 'www.'])
  const host = `${word(random, random.between(3, 10))}${random.chance(0.3) ? `-${word(random, 4)}` : ''}.${random.pick(domains)}`
  let path = ''
  for (let part = random.below(4); part > 0; part--) {
    path += `/${random.chance(0.3) ? digits(random, random.between(2, 6)) : word(random, random.between(3, 9))}${random.chance(0.2) ? `-${word(random, 5)}` : ''}`
  }
  if (random.chance(0.15)) path += `/?id=${digits(random, 5)}`
  else if (random.chance(0.2)) path += random.pick(['.html', '.pdf', '.php', '/', '.htm'])
  return `${scheme}${host}${path}`
}

export function doi(random: Random): string {
  const tail = random.pick([
    () => `${word(random, 4)}.${random.between(1990, 2024)}.${digits(random, 3)}`,
    () => `j.${word(random, 6)}.${random.between(2000, 2024)}.${digits(random, 2)}.${digits(random, 3)}`,
    () => `s${digits(random, 5)}-${digits(random, 3)}-${digits(random, 4)}-${random.below(10)}`,
    () => `${digits(random, 8)}.${random.between(2005, 2024)}.${digits(random, 7)}`,
    () =>
      `${digits(random, 4)}-${digits(random, 4)}-${random.between(2010, 2024)}-${random.below(30)}-${random.below(12)}-${digits(random, 2)}-${digits(random, 2)}`,
    () => `${word(random, 5).toUpperCase()}${digits(random, 6)}`,
  ])()
  return `10.${digits(random, random.between(4, 5)).replace(/^0/, '1')}/${tail}`
}

export function isbn(random: Random): string {
  const cut = random.pick(['-', '-', '–', ''])
  const parts = [String(random.below(10)), digits(random, 3), digits(random, 5), random.pick(['1', '7', '0', 'X'])]
  return random.chance(0.5) ? parts.join(cut) : ['978', ...parts.slice(0, 3), String(random.below(10))].join(cut)
}

/** Whether something is there: shorthand for optional parts. */
export function maybe<Value>(random: Random, probability: number, value: () => Value): Value | undefined {
  return random.chance(probability) ? value() : undefined
}
