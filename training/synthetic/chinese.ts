import type { Random } from '../random.ts'
import { optional } from './cyrillic-works.ts'
import { pad } from './gost.ts'
import { echo } from './pinyin.ts'
import * as words from './words/chinese.ts'
import { doi, type Kind, maybe, type Name, url, type Work } from './work.ts'
import { Writer } from './writer.ts'

const han = words.characters.flatMap((entry) => [...entry]).filter((one) => /\p{Script=Han}/u.test(one))

function title(random: Random): string {
  const strange = (): string => Array.from({ length: random.between(2, 6) }, () => random.pick(han)).join('')
  const subject = (): string => (random.chance(0.3) ? strange() : random.pick(words.subjects))
  let text = random.pick(words.prefixes) + subject()
  if (random.chance(0.35)) text += random.pick(words.links) + subject()
  if (random.chance(0.25)) text += strange()
  text += random.pick(words.aspects)
  if (random.chance(0.2))
    text += random.pick(['——以', '—以', '：以', ':以']) + subject() + random.pick(['为例', '为中心', '为视角'])
  if (random.chance(0.05)) text = `“${strange()}”${text}`
  if (random.chance(0.04)) text += `（${random.between(1840, 1949)}—${random.between(1950, 2010)}）`
  return text
}

function name(random: Random): Name {
  const family = random.pick(words.families)
  const given = random.pick(words.givenCharacters) + (random.chance(0.75) ? random.pick(words.givenCharacters) : '')
  return { family, given, initials: given }
}

const kinds: readonly Kind[] = [
  'article',
  'article',
  'article',
  'article',
  'article',
  'book',
  'book',
  'book',
  'chapter',
  'conference',
  'thesis',
  'web',
  'web',
  'newspaper',
  'report',
]

export function chineseWork(random: Random): Work {
  const kind = random.pick(kinds)
  const first = random.between(1, 300)
  const volume = maybe(random, 0.55, () => String(random.between(1, 60)))
  const anonymous = kind === 'web' && random.chance(0.6)
  const body = maybe(random, kind === 'web' || kind === 'report' ? 0.4 : kind === 'book' ? 0.1 : 0, () =>
    random.pick(words.bodies),
  )
  return {
    kind,
    ...optional({ body }),
    people:
      anonymous || body !== undefined
        ? []
        : Array.from({ length: random.pick([1, 1, 1, 2, 2, 3, 3, 4]) }, () => name(random)),
    editors: random.chance(0.4) ? [name(random)] : [],
    translators: random.chance(0.18) ? Array.from({ length: random.pick([1, 1, 2]) }, () => name(random)) : [],
    title: title(random),
    container:
      kind === 'article'
        ? random.chance(0.15)
          ? `${random.pick(words.subjects)}${random.pick(['学报', '研究', '评论', '导刊'])}`
          : random.pick(words.journals)
        : kind === 'newspaper'
          ? random.pick(words.newspapers)
          : kind === 'conference'
            ? random
                .pick(words.conferences)
                .replace('{}', random.pick(['三', '五', '2015', '']) + random.pick(words.subjects))
            : kind === 'web'
              ? random.pick(words.sites)
              : title(random),
    ...optional({
      volume,
      issue: maybe(random, volume === undefined ? 0.95 : 0.85, () =>
        String(random.chance(0.15) ? pad(random.between(1, 9)) : random.between(1, 12)),
      ),
      edition: maybe(random, 0.12, () => random.pick(words.editions)),
      doi: maybe(random, 0.12, () => doi(random)),
    }),
    first,
    last: first + random.between(1, 25),
    year: random.chance(0.9) ? random.between(1985, 2024) : random.between(1935, 1985),
    month: random.between(1, 12),
    day: random.between(1, 28),
    place: random.pick(words.places),
    publisher: kind === 'thesis' ? random.pick(words.universities) : random.pick(words.publishers),
    extent: random.between(80, 700),
    url: url(random),
    isbn: '',
  }
}

interface Marks {
  readonly comma: string
  readonly dot: string
  readonly colon: string
  readonly open: string
  readonly close: string
  readonly left: string
  readonly right: string
}

const half: Marks = { comma: ', ', dot: '. ', colon: ': ', open: '(', close: ')', left: '[', right: ']' }
const tight: Marks = { ...half, comma: ',', dot: '.', colon: ':' }
const full: Marks = { comma: '，', dot: '．', colon: '：', open: '（', close: '）', left: '［', right: '］' }
const mixed: Marks = { comma: '，', dot: '. ', colon: ': ', open: '（', close: '）', left: '[', right: ']' }
const stop: Marks = { comma: '，', dot: '。', colon: '：', open: '（', close: '）', left: '[', right: ']' }

/** An entry of a Chinese list: GB/T 7714 in half and full width, footnotes with 《》, or author and date. */
export function chinese(random: Random): Writer {
  const record = chineseWork(random)
  const form = random.below(20)
  if (form < 12) {
    const writer = standard(random, record)
    if (record.kind === 'article' && random.chance(0.12)) echo(random, writer, record.year)
    return writer
  }
  if (form < 17) return footnote(random, record)
  return authorDate(random, record)
}

function authors(random: Random, record: Work, cut: string): { text: string; rest: string } {
  if (record.body !== undefined) return { text: record.body, rest: '' }
  const all = record.people.map(({ family, given }) => family + given)
  const shown = all.length > 3 ? all.slice(0, 3) : all
  const rest =
    all.length > 3 || (all.length > 1 && random.chance(0.2)) ? random.pick([`${cut}等`, '等', `${cut}等`]) : ''
  return { text: shown.join(cut), rest }
}

const typeMarks: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  article: ['J', 'J', 'J', 'J/OL'],
  book: ['M'],
  chapter: ['M', 'A', 'C'],
  conference: ['C'],
  thesis: ['D'],
  web: ['EB/OL', 'EB/OL', 'OL'],
  newspaper: ['N'],
  report: ['R'],
}

function standard(random: Random, record: Work): Writer {
  const writer = new Writer()
  const marks = random.pick([half, half, tight, full, mixed, stop])
  const dash = random.pick(['-', '-', '–', '—', '~'])
  const { text, rest } = authors(random, record, random.pick([marks.comma, marks.comma, '、', ' ']))
  const foreign = record.translators.length > 0 && record.kind === 'book' && random.chance(0.6)
  if (foreign) {
    const [left, right] = random.pick([
      ['[', ']'],
      ['［', '］'],
      ['（', '）'],
      ['〔', '〕'],
    ])
    writer
      .mark(`${left}${random.pick(words.nations)}${right}`)
      .put('author', foreigner(random))
      .mark(marks.dot)
  } else if (text !== '')
    writer
      .put('author', text)
      .mark(rest)
      .mark(random.chance(0.04) ? '主编' : '')
      .mark(marks.dot)
  writer.put('title', record.title)
  const spaced = random.chance(0.1) ? ' ' : ''
  const mark = random.pick(typeMarks[record.kind] ?? ['Z'])
  const typed = random.chance(0.95)
  if (typed) writer.mark(`${spaced}${marks.left}`).put('genre', mark).mark(marks.right)
  const within = (): void => {
    writer.mark(random.pick(['//', '// ', `${marks.dot}//`, '∥', '／／', `${marks.dot}见：`, `${marks.dot}载`]))
    if (record.editors.length > 0)
      writer
        .put('editor', record.editors.map(({ family, given }) => family + given).join('、'))
        .mark(random.pick([marks.dot, '主编', `主编${marks.dot}`, '，主编．', '编']))
    writer.put('container', record.container)
  }
  const imprint = (): void => {
    writer
      .mark(marks.dot)
      .put('place', record.place)
      .mark(marks.colon)
      .put('publisher', record.publisher)
      .mark(marks.comma)
      .put('date', String(record.year))
  }
  const range = random.chance(0.9) ? `${record.first}${dash}${record.last}` : String(record.first)
  switch (record.kind) {
    case 'article': {
      writer.mark(marks.dot).put('journal', record.container).mark(marks.comma).put('date', String(record.year))
      if (record.volume !== undefined) writer.mark(marks.comma).put('volume', record.volume)
      if (record.issue !== undefined)
        writer
          .mark(`${record.volume === undefined && random.chance(0.2) ? ',' : ''}${marks.open}`)
          .put('issue', record.issue)
          .mark(marks.close)
      if (random.chance(0.93)) writer.mark(marks.colon).put('page', range)
      break
    }
    case 'newspaper':
      writer.mark(marks.dot).put('journal', record.container).mark(marks.comma)
      writer.put(
        'date',
        random.chance(0.8)
          ? `${record.year}-${pad(record.month)}-${pad(record.day)}`
          : `${record.year}年${record.month}月${record.day}日`,
      )
      if (random.chance(0.8))
        writer
          .mark(marks.open)
          .put('page', random.chance(0.2) ? pad(random.between(1, 9)) : String(random.between(1, 16)))
          .mark(random.chance(0.2) ? '版' : '')
          .mark(marks.close)
      break
    case 'chapter':
    case 'conference':
      within()
      imprint()
      writer.mark(marks.colon).put('page', range)
      break
    case 'web':
      if (random.chance(0.35)) writer.mark(marks.dot).put('container', record.container)
      writer.mark(marks.dot)
      if (random.chance(0.65))
        writer
          .mark(marks.open)
          .put('date', `${record.year}-${pad(record.month)}-${pad(record.day)}`)
          .mark(marks.close)
      if (random.chance(0.75))
        writer
          .mark(marks.left)
          .put('accessed', `${Math.max(2005, record.year)}-${pad(random.between(1, 12))}-${pad(record.day)}`)
          .mark(marks.right)
      writer.mark(marks.dot).put('url', record.url)
      break
    default:
      if (foreign)
        writer
          .mark(marks.dot)
          .put('translator', record.translators.map(({ family, given }) => family + given).join(marks.comma))
          .mark(random.pick([`${marks.comma}译`, '译', '等译', ' 译']))
      else if (record.editors.length > 0 && record.kind === 'book' && random.chance(0.2))
        writer
          .mark(marks.dot)
          .put('editor', record.editors.map(({ family, given }) => family + given).join(''))
          .mark(random.pick(['编', '主编', '整理', '校']))
      writer.with(marks.dot, 'edition', record.edition)
      imprint()
      if (random.chance(record.kind === 'thesis' ? 0.15 : 0.45)) writer.mark(marks.colon).put('page', range)
  }
  if (random.chance(0.8)) writer.mark(random.pick(['.', '.', marks.dot.trim()]))
  if (record.doi !== undefined)
    writer.mark(random.pick([' DOI: ', 'DOI：', ' doi:', ' DOI:', ' https://doi.org/'])).put('doi', record.doi)
  return writer
}

function foreigner(random: Random): string {
  const family = random.pick(words.foreigners)
  const form = random.below(4)
  if (form === 0) return `${random.pick([...'ABCDEGHJKLMNPRSTW'])}·${family}`
  if (form === 1)
    return `${random.pick(['塞缪尔', '亨利', '约翰', '安东尼', '马克斯', '米歇尔', '罗伯特'])}${random.pick(['·', '・', '•'])}${family}`
  if (form === 2) return `${random.pick([...'ABCDEGHJKLMNPRSTW'])}. ${family}`
  return family
}

function footnote(random: Random, record: Work): Writer {
  const writer = new Writer()
  const comma = random.chance(0.9) ? '，' : ', '
  const cut = random.pick(['：', '，', ':', ''])
  const foreign = record.translators.length > 0
  const { text, rest } = authors(random, record, random.pick(['、', '、', ' ', '，']))
  const role = record.kind === 'book' && random.chance(0.2) ? random.pick(['著', '编著', '主编']) : ''
  if (foreign && record.kind !== 'article') {
    const [left, right] = random.pick([
      ['［', '］'],
      ['[', ']'],
      ['（', '）'],
      ['〔', '〕'],
    ])
    writer
      .mark(`${left}${random.pick(words.nations)}${right}`)
      .put('author', foreigner(random))
      .mark(random.pick([cut, '著，', '著']))
  } else if (text !== '')
    writer
      .put(role === '主编' ? 'editor' : 'author', text)
      .mark(rest)
      .mark(role)
      .mark(cut)
  const translators = (): void => {
    writer
      .put('translator', record.translators.map(({ family, given }) => family + given).join('、'))
      .mark(random.pick(['译', '等译', ' 译']))
  }
  const before = foreign && record.kind === 'book' && random.chance(0.4)
  if (before) {
    translators()
    writer.mark(random.pick(['：', comma]))
  }
  const quoted = record.kind === 'article' && random.chance(0.15)
  writer
    .mark(quoted ? '“' : '《')
    .put('title', record.title)
    .mark(quoted ? '”' : '》')
  if (foreign && record.kind === 'book' && !before) {
    writer.mark(comma)
    translators()
  }
  const pages = `${record.first}${random.chance(0.5) ? random.pick(['-', '—', '–', '～']) + String(record.last) : ''}`
  const page = (): void => {
    if (random.chance(0.8)) writer.mark(`${comma}第`).put('page', pages).mark('页')
  }
  if (record.kind === 'article') {
    writer
      .mark(random.pick([comma, comma, '，载', '，']))
      .mark('《')
      .put('journal', record.container)
      .mark('》')
    if (random.chance(0.3) && record.volume !== undefined)
      writer.mark('第').put('volume', record.volume).mark('卷').mark(comma)
    if (random.chance(0.2)) writer.mark(comma)
    writer
      .put('date', String(record.year))
      .mark('年')
      .mark(random.chance(0.1) ? comma : '')
    if (record.issue !== undefined) writer.mark('第').put('issue', record.issue).mark('期')
    page()
  } else if (record.kind === 'newspaper') {
    writer
      .mark(comma)
      .mark('《')
      .put('journal', record.container)
      .mark('》')
      .mark(random.chance(0.3) ? comma : '')
      .put('date', `${record.year}年${record.month}月${record.day}日`)
    if (random.chance(0.6))
      writer
        .mark(`${comma}第`)
        .put('page', String(random.between(1, 16)))
        .mark('版')
  } else if (record.kind === 'web') {
    if (random.chance(0.5)) writer.mark(comma).put('container', record.container)
    if (random.chance(0.6)) writer.mark(comma).put('date', `${record.year}年${record.month}月${record.day}日`)
    writer.mark(comma).put('url', record.url)
    if (random.chance(0.4))
      writer
        .mark(`${comma}访问日期：`)
        .put('accessed', `${Math.max(2005, record.year)}年${record.month}月${record.day}日`)
  } else if (record.kind === 'thesis') {
    writer
      .mark(comma)
      .put('publisher', record.publisher)
      .mark(random.pick(['博士学位论文', '硕士学位论文', '博士论文']))
      .mark(comma)
      .put('date', String(record.year))
      .mark('年')
    page()
  } else {
    if (record.kind === 'chapter' || record.kind === 'conference') {
      writer.mark(random.pick(['，载', '，见', comma]))
      if (record.editors.length > 0)
        writer
          .put('editor', record.editors.map(({ family, given }) => family + given).join('、'))
          .mark(random.pick(['主编', '编', '主编：', '编：']))
      writer.mark('《').put('container', record.container).mark('》')
    }
    writer.with(comma, 'edition', record.edition)
    writer.mark(comma)
    if (random.chance(0.85)) writer.put('place', record.place).mark(random.pick(['：', ':', '']))
    writer
      .put('publisher', record.publisher)
      .mark(random.pick([comma, comma, '']))
      .put('date', String(record.year))
      .mark(random.pick(['年', '年', '年版']))
    page()
  }
  return writer.mark(random.pick(['。', '。', '.', '']))
}

function authorDate(random: Random, record: Work): Writer {
  const writer = new Writer()
  const marks = random.pick([half, stop, stop])
  const { text, rest } = authors(random, record, random.pick(['、', '，', ', ', '、']))
  if (text !== '') writer.put('author', text).mark(rest)
  const round = random.chance(0.8)
  writer
    .mark(round ? marks.open : marks.comma)
    .put('date', String(record.year))
    .mark(round ? marks.close : '')
    .mark(random.pick([marks.dot, marks.dot, '，', '：', '']))
  const quoted = random.pick([
    ['', ''],
    ['', ''],
    ['《', '》'],
    ['〈', '〉'],
    ['「', '」'],
  ]) as [string, string]
  writer
    .mark(quoted[0])
    .put('title', record.title)
    .mark(quoted[1])
    .mark(quoted[0] === '' ? marks.dot : random.pick(['，', '。', '']))
  if (record.kind === 'article' || record.kind === 'newspaper') {
    const [open, close] = quoted[0] === '' ? ['', ''] : ['《', '》']
    writer.mark(open).put('journal', record.container).mark(close).mark(marks.comma)
    if (record.volume !== undefined) writer.put('volume', record.volume)
    if (record.issue !== undefined) writer.mark(marks.open).put('issue', record.issue).mark(marks.close)
    writer.mark(marks.comma).put('page', `${record.first}${random.pick(['-', '–', '—'])}${record.last}`)
  } else if (record.kind === 'web') writer.mark(random.pick(['', '取自 ', '检索自 '])).put('url', record.url)
  else {
    if (record.kind === 'chapter' || record.kind === 'conference')
      writer
        .mark(random.pick(['载于', '见', '载']))
        .mark('《')
        .put('container', record.container)
        .mark(`》${marks.comma}`)
    if (random.chance(0.7)) writer.put('place', record.place).mark(marks.colon)
    writer.put('publisher', record.publisher)
  }
  return writer.mark(random.pick(['。', '.', '']))
}
