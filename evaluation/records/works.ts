/** Invented works with real kinds of names: accents, particles, compound surnames, three scripts. */
import type { CslItem, CslName } from '../../src/model/csl.ts'
import type { WorkRecord } from '../../src/model/query.ts'

export interface Work {
  readonly record: WorkRecord
  readonly script: 'latin' | 'cyrillic' | 'han'
  /** a Latin form of each name, where the record has another script */
  readonly romanised?: readonly CslName[]
  readonly romanisedTitle?: string
  readonly subtitle?: string
  /** the name of the journal cut short */
  readonly shortVenue: string
}

const FAMILIES =
  'Rowan|Delgado|Petersen|Okafor|Lindqvist|Marchetti|Novák|Müller|Sørensen|García López|Fernández-Ruiz|van der Berg|de la Cruz|von Hagen|Le Goff|d’Aubert|O’Malley|McIntyre|Škvorecký|Öztürk|Łukasik|Nguyen|Tanaka|Al-Rashid|ten Brink|Saint-Clair|Þórsson|Hernández Gil|Ó Súilleabháin|Kowalczyk|Abernathy|Fitzgerald|Zhang|Wang|Kim|Suzuki|Silva Santos|dos Reis|Rasmussen|Mbeki'.split(
    '|',
  )
const GIVENS =
  'Ann|Beatriz|Carl Johan|Diana|Emil|Françoise|Georg|Hannah R.|Ivo|Jean-Pierre|Katarzyna|Lars|María José|Niels|Olga|Paul|Quentin|Ruth|Søren|Tomás|Ursula|Victor|Wendy|Xavier|Yasmin|Zoë|James A.|Li|Min-ho|Haruki'.split(
    '|',
  )
const RUSSIAN: readonly (readonly [string, string, string, string])[] = [
  ['Ветров', 'Алексей Андреевич', 'Vetrov', 'Aleksei'],
  ['Лугова', 'Борислава Юрьевна', 'Lugova', 'Borislava'],
  ['Щербакова', 'Елена Яковлевна', 'Shcherbakova', 'Elena'],
  ['Жуков', 'Юрий Ефимович', 'Zhukov', 'Yuri'],
  ['Цветкова', 'Ирина Хасановна', 'Tsvetkova', 'Irina'],
  ['Хайруллин', 'Тимур Щукранович', 'Khairullin', 'Timur'],
  ['Ёлкин', 'Пётр Эдуардович', 'Yolkin', 'Petr'],
  ['Подгорный', 'Семён Ильич', 'Podgorny', 'Semyon'],
  ['Юдина', 'Мария Чеславовна', 'Yudina', 'Maria'],
  ['Әбенов', 'Нұрлан Қайратұлы', 'Abenov', 'Nurlan'],
  ['Қасымбекова', 'Гүлнар Ерланқызы', 'Kassymbekova', 'Gulnar'],
  ['Ұзақбаев', 'Өміржан Ғалымұлы', 'Uzakbaev', 'Omirzhan'],
]
const CHINESE: readonly (readonly [string, string, string, string])[] = [
  ['王', '建国', 'Wang', 'Jianguo'],
  ['李', '小红', 'Li', 'Xiaohong'],
  ['张', '伟', 'Zhang', 'Wei'],
  ['欧阳', '明', 'Ouyang', 'Ming'],
  ['赵', '雪梅', 'Zhao', 'Xuemei'],
  ['吕', '志强', 'Lü', 'Zhiqiang'],
  ['陈', '晓东', 'Chen', 'Xiaodong'],
  ['周', '雨', 'Zhou', 'Yu'],
]
const WORDS =
  'migration|river|glacier|urban|heating|invented|behaviour|colour|analysis|model|sediment|soil|wheat|yield|machine|literate|archive|memory|neural|signal|noise|estimation|boundary|layer|turbulent|coastal|erosion|pollen|records|medieval|trade|routes|ceramic|pottery|labour|markets|inequality|regional|policy|school|reading|teachers|children|maternal|health|vaccine|uptake|rural|clinics|malaria|resistance|genome|assembly|bacterial|biofilm|catalyst|oxidation|polymer|membrane|lattice|magnetic|phase|transition|quantum|entangled|photon|optical|fibre|sensor|network|routing|protocol|security|privacy|federated|learning|language|grammar|dialect|syntax|poetry|translation|narrative|identity'.split(
    '|',
  )
const LINKS = ['of', 'in', 'and', 'for', 'under', 'with', 'on the', 'from the', 'across', 'between']
const RU_WORDS =
  'Влияние|структура|развитие|региональных|рынков|труда|модель|оценки|качества|воды|городов|степной|зоны|анализ|динамики|почвенного|покрова|методика|обучения|чтению|школьников|история|торговых|путей|население|миграция|сельских|районов|экономика|энергетики|прогноз|урожайности|пшеницы'.split(
    '|',
  )
const RU_LATIN =
  'Vliyanie|struktura|razvitie|regionalnykh|rynkov|truda|model|otsenki|kachestva|vody|gorodov|stepnoi|zony|analiz|dinamiki|pochvennogo|pokrova|metodika|obucheniya|chteniyu|shkolnikov|istoriya|torgovykh|putei|naselenie|migratsiya|selskikh|raionov|ekonomika|energetiki|prognoz|urozhainosti|pshenitsy'.split(
    '|',
  )
const ZH_WORDS =
  '城市|供水|系统|农村|教育|影响|因素|分析|基于|深度|学习|模型|研究|土壤|水分|变化|区域|经济|发展|路径|评价|方法'.split(
    '|',
  )
const VENUES: readonly (readonly [string, string])[] = [
  ['Journal of Invented Results', 'J. Invent. Results'],
  ['Annals of Imaginary Geography', 'Ann. Imag. Geogr.'],
  ['International Review of Fictional Economics', 'Int. Rev. Fict. Econ.'],
  ['Proceedings of the Example Society', 'Proc. Ex. Soc.'],
  ['The Sample Lancet', 'Sample Lancet'],
  ['Biological Examples', 'Biol. Ex.'],
]

export function makeWorks(count: number, next: () => number): readonly Work[] {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value
  const several = <Value>(values: readonly Value[], length: number): readonly Value[] => {
    const left = [...values]
    return Array.from(
      { length: Math.min(length, left.length) },
      () => left.splice(Math.floor(next() * left.length), 1)[0] as Value,
    )
  }
  return Array.from({ length: count }, (_, index) => {
    const kind = next()
    const script = kind < 0.7 ? 'latin' : kind < 0.87 ? 'cyrillic' : 'han'
    const size = 1 + Math.floor(next() * 6)
    const year = 1985 + Math.floor(next() * 39)
    const first = 2 + Math.floor(next() * 890)
    const venue = pick(VENUES)
    const doi = `10.5555/${script}.${index}`
    const base: Partial<CslItem> = {
      issued: { 'date-parts': [[year, 1 + Math.floor(next() * 12)]] },
      volume: String(2 + Math.floor(next() * 90)),
      ...(next() < 0.8 ? { issue: String(1 + Math.floor(next() * 12)) } : {}),
      ...(next() < 0.9 ? { page: `${first}-${first + 4 + Math.floor(next() * 20)}` } : {}),
    }
    const years = next() < 0.4 ? [year - 1, year] : [year]
    const make = (csl: Partial<CslItem>, rest: Omit<Work, 'record' | 'script'>, titles: readonly string[]): Work => ({
      script,
      ...rest,
      record: {
        csl: { id: doi, type: 'article-journal', DOI: doi, ...base, ...csl },
        agency: 'Crossref',
        years,
        titles,
        venues: [csl['container-title'] as string, rest.shortVenue],
      },
    })
    if (script === 'latin') {
      const title = sentence(
        Array.from({ length: 4 + Math.floor(next() * 4) }, () => pick(WORDS)),
        () => pick(LINKS),
        next,
      )
      const subtitle =
        next() < 0.35
          ? sentence(
              Array.from({ length: 3 + Math.floor(next() * 3) }, () => pick(WORDS)),
              () => pick(LINKS),
              next,
            )
          : undefined
      const author = several(FAMILIES, size).map((family) => ({ family, given: pick(GIVENS) }))
      return make(
        { title, author, 'container-title': venue[0] },
        { shortVenue: venue[1], ...(subtitle === undefined ? {} : { subtitle }) },
        subtitle === undefined ? [title] : [title, `${title}: ${subtitle}`],
      )
    }
    const people = several(script === 'cyrillic' ? RUSSIAN : CHINESE, Math.min(size, 4))
    const author = people.map(([family, given]) => ({ family, given }))
    const romanised = people.map(([, , family, given]) => ({ family, given }))
    const indexes = several(
      RU_WORDS.map((_, at) => at),
      5 + Math.floor(next() * 3),
    )
    const title =
      script === 'han'
        ? several(ZH_WORDS, 6).join('')
        : capital(indexes.map((at) => RU_WORDS[at]?.toLowerCase()).join(' '))
    const romanisedTitle =
      script === 'han'
        ? 'Chengshi gongshui xitong yanjiu'
        : capital(indexes.map((at) => RU_LATIN[at]?.toLowerCase()).join(' '))
    const name = script === 'han' ? '虚构学报' : 'Вестник выдуманных наук'
    return make({ title, author, 'container-title': name }, { shortVenue: name, romanised, romanisedTitle }, [title])
  })
}

function sentence(words: readonly string[], link: () => string, next: () => number): string {
  return capital(words.map((word, at) => (at > 0 && next() < 0.4 ? `${link()} ${word}` : word)).join(' '))
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
