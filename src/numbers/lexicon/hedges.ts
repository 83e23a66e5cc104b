import type { Hedge } from '../../model/quantity.ts'

type Table = ReadonlyMap<string, Hedge>

function table(rows: Readonly<Record<Hedge, string>>): Table {
  return new Map(
    Object.entries(rows).flatMap(([hedge, words]) =>
      words.split(',').flatMap((word): [string, Hedge][] => (word === '' ? [] : [[word, hedge as Hedge]])),
    ),
  )
}

/** What may stand before a number, words joined by one space. */
export const hedgesBefore: Table = table({
  about:
    'about,around,approximately,approx,roughly,some,circa,ca,an estimated,~,≈,∼,около,примерно,порядка,приблизительно,где-то,шамамен,约,约有,约为,大约,大概,约占',
  nearly: 'nearly,almost,close to,почти,近,接近,将近',
  over: 'over,above,more than,exceeding,in excess of,upwards of,>,свыше,более,более чем,больше,超过,逾,高于,超',
  under: 'under,below,less than,fewer than,<,менее,менее чем,меньше,不足,不到,低于,少于',
  'at-least':
    'at least,no fewer than,no less than,not less than,minimum of,≥,не менее,не меньше,не менее чем,минимум,как минимум,кемінде,至少,至少需要,不少于,不低于',
  'at-most':
    'at most,no more than,not more than,not exceeding,up to,maximum of,≤,не более,не больше,не более чем,не превышает,не превышал,не превышала,не превышало,не превышали,не превысил,максимум,ең көбі,不超过,至多,最多,不多于',
})

/** What may stand after it. */
export const hedgesAfter: Table = table({
  about: 'or so,more or less,шамасында,шамалы,дай,左右,上下,多,余',
  nearly: 'жуық,жуықты,таяу',
  over: 'астам,аса,артық,астамы',
  under: 'аз,кем',
  'at-least': 'or more,и более,и выше,кем емес,аз емес,以上',
  'at-most': 'or less,or fewer,и менее,дейінгі,аспады,аспайды,аспаған,артық емес,以下,以内',
})

const lastWords: ReadonlySet<string> = new Set(
  [...hedgesBefore.keys()].map((hedge) => hedge.slice(hedge.lastIndexOf(' ') + 1)),
)
const firstWords: ReadonlySet<string> = new Set([...hedgesAfter.keys()].map((hedge) => hedge.split(' ')[0] as string))

/** Whether a word right before a number may be the last of a hedge: most are not. */
export function endsHedge(word: string): boolean {
  return lastWords.has(word)
}

/** Whether a word right behind a number may be the first of a hedge. */
export function beginsHedge(word: string): boolean {
  return firstWords.has(word)
}

/** The longest run of up to three words that is a hedge. */
export function hedgeOf(words: readonly string[], hedges: Table): Hedge | undefined {
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const hedge = hedges.get(words.slice(-count).join(' '))
    if (hedge !== undefined) return hedge
  }
  return undefined
}

/** The same for what stands after: words in reading order. */
export function hedgeAfterOf(words: readonly string[]): Hedge | undefined {
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const hedge = hedgesAfter.get(words.slice(0, count).join(' '))
    if (hedge !== undefined) return hedge
  }
  return undefined
}

/** Chinese hedges stand right before the number, without a space; the longest that ends at `end`. */
export function hanHedgeBefore(text: string, end: number): Hedge | undefined {
  for (let length = 4; length > 0; length--) {
    const hedge = hedgesBefore.get(text.slice(Math.max(0, end - length), end))
    if (hedge !== undefined && end >= length) return hedge
  }
  return undefined
}
