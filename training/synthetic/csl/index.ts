import type { CslItem } from '../../../src/model/csl.ts'
import type { Example } from '../../example.ts'
import type { Random } from '../../random.ts'
import { chineseWork } from '../chinese.ts'
import { cyrillicWork } from '../cyrillic-works.ts'
import { latinWork, type Pools } from '../latin-works.ts'
import * as russian from '../words/russian.ts'
import * as ukrainian from '../words/ukrainian.ts'
import { render } from './processor.ts'
import { enriched, type Known, recordOf } from './records.ts'
import { languageOf, styleNames, stylesAreHere, styleText } from './styles.ts'
import { exampleOf } from './truth.ts'

/** References that one style renders: enough to pay for reading it, few enough that no style weighs much. */
const perStyle = 12
/** English journals print references in German, and the other way about, but seldom. */
const foreign = 0.15
/** Languages that a style of no particular language is tried in. */
const others = [
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-BR',
  'ru-RU',
  'uk-UA',
  'zh-CN',
  'pl-PL',
  'nl-NL',
  'cs-CZ',
  'tr-TR',
]

export interface Rendered {
  readonly examples: Example[]
  /** entries whose marks did not come through whole */
  readonly refused: number
  readonly styles: number
}

/** References in the styles of the CSL project: the records of the labelled references and invented ones. */
export function inStyles(random: Random, records: readonly Known[], pools: Pools, count: number): Rendered {
  const examples: Example[] = []
  let [refused, styles] = [0, 0]
  if (count === 0) return { examples, refused, styles }
  if (!stylesAreHere)
    throw new Error('Training renders CSL styles: install citation-style-language-styles and -locales (Debian)')
  const shelves = shelvesOf(records)
  const names = random.shuffle(styleNames())
  for (let at = 0; examples.length < count; at++) {
    const name = names[at % names.length] as string
    const style = styleText(name)
    const own = languageOf(style)
    const language = own.startsWith('en') && random.chance(foreign) ? random.pick(others) : own
    const items = Array.from({ length: perStyle }, (_, index) => ({
      ...enriched(random, itemIn(random, language.slice(0, 2), shelves, pools, `i${at}-${index}`)),
      id: `i${at}-${index}`,
      language: language.slice(0, 2),
    }))
    const isNote = /class="note"/.test(style) && random.chance(0.5)
    const written = attempt(() => render(style, language, items, isNote))
    if (written === undefined) continue
    styles++
    for (const [index, text] of written.entries()) {
      if (text === undefined || examples.length >= count) continue
      const example = exampleOf(text, items[index] as CslItem)
      if (example === undefined) refused++
      else examples.push(example)
    }
  }
  return { examples, refused, styles }
}

/** A style that the processor cannot read is left out. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

type Shelves = ReadonlyMap<string, readonly CslItem[]>

function shelvesOf(records: readonly Known[]): Shelves {
  const shelves = new Map<string, CslItem[]>()
  const put = (name: string, item: CslItem): void => {
    const shelf = shelves.get(name)
    if (shelf === undefined) shelves.set(name, [item])
    else shelf.push(item)
  }
  for (const { item, language } of records) {
    const type = /journal|magazine|newspaper/.test(item.type) ? 'article' : item.type
    put(`${language} ${type}`, item)
    put(type, item)
    put('all', item)
  }
  return shelves
}

const wanted = [
  'article',
  'article',
  'article',
  'article',
  'article',
  'book',
  'book',
  'book',
  'chapter',
  'chapter',
  'paper-conference',
  'thesis',
  'report',
  'webpage',
]

/** A record for a list in a language: as a source has it, or put together anew. */
function itemIn(random: Random, language: string, shelves: Shelves, pools: Pools, id: string): CslItem {
  if (language === 'ru' && random.chance(0.85)) return recordOf(cyrillicWork(random, russian, false), id)
  if (language === 'uk' && random.chance(0.85)) return recordOf(cyrillicWork(random, ukrainian, false), id)
  if (language === 'zh' && random.chance(0.7)) return recordOf(chineseWork(random), id)
  if (random.chance(0.4)) return recordOf(latinWork(random, pools), id)
  const type = random.pick(wanted)
  const shelf = shelves.get(`${language} ${type}`) ?? []
  const own = shelf.length >= 8 && random.chance(0.8) ? shelf : (shelves.get(type) ?? shelves.get('all'))
  return random.pick(own as readonly CslItem[])
}
