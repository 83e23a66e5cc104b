import type { Random } from '../random.ts'
import { chineseWork } from './chinese.ts'
import { pad } from './gost.ts'
import * as words from './words/chinese.ts'
import { digits, url, type Work } from './work.ts'
import { Writer } from './writer.ts'

const lists = {
  standards: ['GB/T', 'GB', 'DB32/T', 'SL', 'DL/T', 'JGJ', 'HJ', 'NY/T'],
  standardTitles: [
    '生活饮用水检验方法',
    '信息与文献 报告编写规则',
    '土壤水分测定 重量法',
    '混凝土结构设计规范',
    '草原遥感监测技术导则',
    '城市道路照明设计标准',
  ],
  laws: ['草原法', '水资源管理条例', '边境贸易管理办法', '文物保护法实施条例', '城乡规划法', '职业教育法'],
  bodies: ['全国人民代表大会常务委员会', '国务院', '国家统计局', '教育部', '商务部', '自治区人民政府'],
  archives: ['某省档案馆', '第二历史档案馆', '自治区档案馆', '市档案馆', '某县档案局'],
  encyclopedias: ['草原百科全书', '边疆史地大辞典', '地理学词典', '现代经济词典', '民族学辞典', '中国水利百科'],
  entries: ['游牧', '丝路', '绿洲', '驿站', '汗国', '屯垦', '互市'],
  sites: ['草原新闻网', '边疆在线', '国家数据中心', '科学数据库', '某大学图书馆', '知乎', '新浪博客', '澎湃新闻'],
  volumes: ['第{v}卷', '第{v}册', '第{v}辑', '卷{v}', '（第{v}卷）', '(第{v}卷)', '：第{v}卷', '第{v}集'],
  halves: ['（上）', '（下册）', '(中)', '：上册', '上卷'],
  software: ['草原数据分析系统', '汉语分词工具', '边贸统计软件'],
} as const

/** Works that Chinese lists hold now and then: standards, patents, laws, volumes, entries, archives, data, newspapers with columns. */
export function rarerChinese(random: Random): Writer {
  const writer = new Writer()
  const wide = random.chance(0.4)
  const desk: Desk = {
    random,
    work: chineseWork(random),
    dot: wide ? random.pick(['．', '。', '. ']) : random.pick(['. ', '.', '. ']),
    comma: wide ? '，' : random.pick([', ', ',']),
    colon: wide ? '：' : random.pick([': ', ':']),
    square: wide && random.chance(0.5) ? ['［', '］'] : ['[', ']'],
    round: wide ? ['（', '）'] : ['(', ')'],
    year: random.between(1985, 2024),
  }
  random.pick(makers)(writer, desk)
  if (random.chance(0.75)) writer.mark(random.pick(['.', desk.dot.trim(), '。']))
  return writer
}

interface Desk {
  readonly random: Random
  readonly work: Work
  readonly dot: string
  readonly comma: string
  readonly colon: string
  readonly square: readonly [string, string]
  readonly round: readonly [string, string]
  readonly year: number
}

const makers: readonly ((writer: Writer, desk: Desk) => void)[] = [
  standard,
  patent,
  law,
  volumes,
  volumes,
  entry,
  entry,
  archive,
  data,
  newspaper,
  newspaper,
  chapter,
  chapter,
  translated,
  journal,
  journal,
  journal,
]

function people({ random, work }: Desk): string {
  if (work.body !== undefined) return work.body
  const names = work.people.map(({ family, given }) => family + given)
  return names.slice(0, 3).join(random.pick(['，', ', ', ',', '、', ' ']))
}

function head(writer: Writer, desk: Desk): void {
  const text = people(desk)
  if (text === '') return
  const rest = desk.work.people.length > 3 ? desk.random.pick(['等', '，等', ', 等']) : ''
  writer.put('author', text).mark(rest).mark(desk.dot)
}

function type(writer: Writer, { random, square }: Desk, mark: string): void {
  if (random.chance(0.9)) writer.mark(square[0]).put('genre', mark).mark(square[1])
}

function imprint(writer: Writer, { work, dot, colon, comma, year, random }: Desk): void {
  writer
    .mark(dot)
    .put('place', work.place)
    .mark(colon)
    .put('publisher', work.publisher)
    .mark(comma)
    .put('date', String(year))
    .mark(random.chance(0.12) ? '年' : '')
}

function range({ random, work }: Desk): string {
  return random.chance(0.85)
    ? `${work.first}${random.pick(['-', '—', '–', '~', '～'])}${work.last}`
    : String(work.first)
}

function online(writer: Writer, { random, round, square, dot, year }: Desk): void {
  const date = (): string => `${year}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`
  writer.mark(dot)
  if (random.chance(0.6)) writer.mark(round[0]).put('date', date()).mark(round[1])
  if (random.chance(0.75)) writer.mark(square[0]).put('accessed', date()).mark(square[1])
  writer.mark(dot).put('url', url(random))
}

function standard(writer: Writer, desk: Desk): void {
  const { random, year } = desk
  const number = `${random.pick(lists.standards)} ${digits(random, 4)}${random.pick(['', '.1', '.3'])}${random.pick(['—', '-', '–'])}${year}`
  const title = random.pick(lists.standardTitles)
  if (random.chance(0.4)) writer.put('author', random.pick(lists.bodies)).mark(desk.dot)
  const before = random.chance(0.4)
  if (before) writer.put('id', number).mark(random.pick([' ', desk.dot, desk.comma]))
  writer.put('title', title)
  if (!before) writer.mark(random.pick([desk.colon, desk.colon, ' '])).put('id', number)
  type(writer, desk, 'S')
  if (random.chance(0.8)) imprint(writer, desk)
  else writer.mark(desk.dot).put('date', String(year))
}

function patent(writer: Writer, desk: Desk): void {
  const { random, year, work } = desk
  head(writer, desk)
  writer
    .put('title', `一种${work.title.slice(0, 12)}${random.pick(['装置', '方法', '系统', '及其制备方法'])}`)
    .mark(random.pick([desk.colon, desk.colon, desk.comma]))
    .mark(random.pick(['', '中国', '中国，', 'CN, ']))
    .put(
      'id',
      random.pick([
        `${year}${digits(random, 8)}.${random.below(10)}`,
        `CN${digits(random, 9)}A`,
        `ZL${year}${digits(random, 8)}`,
      ]),
    )
  type(writer, desk, random.pick(['P', 'P/OL']))
  const day = random.between(1, 28)
  writer
    .mark(desk.dot)
    .put('date', random.chance(0.8) ? `${year}-${pad(random.between(1, 12))}-${pad(day)}` : String(year))
}

function law(writer: Writer, desk: Desk): void {
  const { random, year } = desk
  const title = `${random.pick(['中华人民共和国', '', '新疆维吾尔自治区', ''])}${random.pick(lists.laws)}`
  if (random.chance(0.35)) writer.put('author', random.pick(lists.bodies)).mark(desk.dot)
  const quoted = random.chance(0.5)
  writer
    .mark(quoted ? '《' : '')
    .put('title', title)
    .mark(quoted ? '》' : '')
  type(writer, desk, random.pick(['Z', 'EB/OL', 'L']))
  const form = random.below(3)
  if (form === 0)
    writer
      .mark(desk.round[0])
      .put('date', `${year}年${random.between(1, 12)}月${random.between(1, 28)}日`)
      .mark(random.pick(['通过', '施行', '修订']))
      .mark(desk.round[1])
  else if (form === 1)
    writer.mark(desk.dot).put('date', `${year}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`)
  else online(writer, desk)
  if (random.chance(0.3)) writer.mark(`${desk.comma}第${random.between(2, 90)}条`)
}

function volumes(writer: Writer, desk: Desk): void {
  const { random, work } = desk
  head(writer, desk)
  const bookish = random.chance(0.5)
  writer.mark(bookish ? '《' : '').put('title', work.title)
  const inside = random.chance(0.5)
  const written = (): void => {
    if (random.chance(0.25)) {
      writer.mark(random.pick(lists.halves))
      return
    }
    const [before, behind] = random.pick(lists.volumes).split('{v}') as [string, string]
    writer
      .mark(before)
      .put('volume', random.pick([String(random.between(1, 20)), random.pick(['一', '二', '三', '四', '十二'])]))
      .mark(behind)
  }
  if (inside) written()
  writer.mark(bookish ? '》' : '')
  if (!inside) {
    writer.mark(random.pick(['', ' ', desk.comma]))
    written()
  }
  type(writer, desk, 'M')
  imprint(writer, desk)
  if (random.chance(0.6)) {
    if (bookish && random.chance(0.7))
      writer
        .mark(random.pick(['，第', ', 第']))
        .put('page', range(desk))
        .mark('页')
    else writer.mark(desk.colon).put('page', range(desk))
  }
}

function entry(writer: Writer, desk: Desk): void {
  const { random } = desk
  if (random.chance(0.3)) head(writer, desk)
  const quoted = random.chance(0.5)
  writer
    .mark(quoted ? '“' : '')
    .put('title', random.pick(lists.entries))
    .mark(quoted ? '”' : '')
  type(writer, desk, random.pick(['M', 'Z', 'K']))
  const bookish = random.chance(0.5)
  writer
    .mark(random.pick(['//', desk.comma, '，见', ' // ', desk.dot]))
    .mark(bookish ? '《' : '')
    .put('container', random.pick(lists.encyclopedias))
    .mark(bookish ? '》' : '')
  if (random.chance(0.5)) {
    const [before, behind] = random.pick(lists.volumes).split('{v}') as [string, string]
    writer
      .mark(before)
      .put('volume', String(random.between(1, 12)))
      .mark(behind)
  }
  imprint(writer, desk)
  if (random.chance(0.7))
    writer
      .mark(random.pick([desk.colon, '，第']))
      .put('page', range(desk))
      .mark(random.pick(['', '页']))
}

function archive(writer: Writer, desk: Desk): void {
  const { random, year, work } = desk
  const place = `${random.pick(lists.archives)}${random.pick(['藏', '', '藏，', '：'])}${random.pick(['档案号', '全宗号', '档号', '卷宗号'])}${random.pick(['：', ':', ''])}${random.between(1, 900)}-${random.between(1, 90)}-${random.between(1, 900)}`
  if (random.chance(0.6)) {
    const quoted = random.chance(0.6)
    writer
      .mark(quoted ? '《' : '')
      .put('title', `${work.title.slice(0, 14)}${random.pick(['报告', '公函', '来往电文', '会议记录'])}`)
      .mark(quoted ? '》' : '')
    if (random.chance(0.6))
      writer
        .mark(random.pick(['（', '，', '(']))
        .put('date', `${random.between(1900, 1965)}年${random.between(1, 12)}月`)
        .mark(random.pick(['）', '', ')']))
    else writer.mark(desk.comma).put('date', String(year - 60))
    writer.mark(desk.comma)
  }
  writer.put('archive', place)
}

function data(writer: Writer, desk: Desk): void {
  const { random, work } = desk
  head(writer, desk)
  const software = random.chance(0.3)
  writer.put(
    'title',
    software ? random.pick(lists.software) : `${work.title.slice(0, 16)}${random.pick(['数据集', '数据库', ''])}`,
  )
  if (software)
    writer.mark(random.pick([' V', ' v', '：版本', ' '])).mark(`${random.between(1, 9)}.${random.between(0, 9)}`)
  type(writer, desk, software ? 'CP/OL' : random.pick(['DS/OL', 'DB/OL', 'EB/OL']))
  if (random.chance(0.5))
    writer.mark(desk.dot).put(random.chance(0.5) ? 'publisher' : 'container', random.pick(lists.sites))
  online(writer, desk)
}

function newspaper(writer: Writer, desk: Desk): void {
  const { random, year, work } = desk
  if (random.chance(0.7)) head(writer, desk)
  const bookish = random.chance(0.5)
  const title = work.title
  writer
    .mark(bookish ? random.pick(['《', '“']) : '')
    .put('title', title)
    .mark(bookish ? '》' : '')
  if (!bookish) type(writer, desk, 'N')
  writer
    .mark(bookish ? '，《' : desk.dot)
    .put('journal', random.pick(words.newspapers))
    .mark(bookish ? '》' : desk.comma)
  const [month, day] = [random.between(1, 12), random.between(1, 28)]
  if (bookish) writer.put('date', `${year}年${month}月${day}日`)
  else writer.put('date', `${year}-${pad(month)}-${pad(day)}`)
  const form = random.below(4)
  const page = String(random.between(1, 16))
  if (form === 0) writer.mark(`${desk.comma}第`).put('page', page).mark('版')
  else if (form === 1)
    writer
      .mark(desk.round[0])
      .put('page', pad(Number(page)))
      .mark(desk.round[1])
  else if (form === 2)
    writer
      .mark(`${desk.comma}`)
      .put('page', `${random.pick(['A', 'B'])}${page}`)
      .mark('版')
  else writer.mark(`${desk.round[0]}${random.pick(['理论版', '副刊', '国际版'])}${desk.round[1]}`)
}

function chapter(writer: Writer, desk: Desk): void {
  const { random, work } = desk
  head(writer, desk)
  const bookish = random.chance(0.45)
  writer
    .mark(bookish ? '《' : '')
    .put('title', work.title)
    .mark(bookish ? '》' : '')
  if (!bookish) type(writer, desk, random.pick(['M', 'A', 'C', 'G']))
  writer.mark(
    random.pick(
      bookish
        ? ['，载', '，见', '，收入', '，载于']
        : ['//', `${desk.dot}见：`, `${desk.dot}见`, ' // ', `${desk.dot}载`],
    ),
  )
  const editors = work.people.slice(0, 2).map(({ family, given }) => given + family)
  if (random.chance(0.6) && editors.length > 0) {
    writer
      .put('editor', editors.join('、'))
      .mark(random.pick(['主编', '编', '等编', '主编：', '编：', `${desk.dot}`, '，']))
  }
  writer
    .mark(bookish ? '《' : '')
    .put('container', `${work.title.slice(-8)}${random.pick(['论文集', '文集', '研究', '文丛', '论丛', '丛稿'])}`)
    .mark(bookish ? '》' : '')
  if (random.chance(0.35)) {
    const [before, behind] = random.pick(lists.volumes).split('{v}') as [string, string]
    writer
      .mark(before)
      .put('volume', String(random.between(1, 30)))
      .mark(behind)
  }
  imprint(writer, desk)
  if (random.chance(0.85)) {
    if (bookish) writer.mark('，第').put('page', range(desk)).mark('页')
    else writer.mark(desk.colon).put('page', range(desk))
  }
}

/** A second title or a second writing of the names behind the first, as bilingual lists have it. */
function translated(writer: Writer, desk: Desk): void {
  const { random, work, year } = desk
  head(writer, desk)
  writer.put('title', work.title)
  writer
    .mark(random.pick([' [', '（', ' = ', '（']))
    .put(
      'translated-title',
      `${random.pick(['A study of', 'On', 'Remarks on', 'Notes on'])} ${random.pick(['border trade', 'grassland ecology', 'oasis towns', 'translation', 'water rights'])} ${random.pick(['in the west', 'since 1949', 'and its limits', ''])}`.trim(),
    )
    .mark(random.pick([']', '）', '', '）']))
  type(writer, desk, 'J')
  writer.mark(desk.dot).put('journal', random.pick(words.journals)).mark(desk.comma).put('date', String(year))
  if (random.chance(0.5)) writer.mark(desk.comma).put('volume', String(random.between(1, 60)))
  writer
    .mark(desk.round[0])
    .put('issue', String(random.between(1, 12)))
    .mark(desk.round[1])
    .mark(desk.colon)
    .put('page', range(desk))
}

/** Journals with 第…卷第…期, 总第…期, sections in brackets. */
function journal(writer: Writer, desk: Desk): void {
  const { random, work, year } = desk
  head(writer, desk)
  const bookish = random.chance(0.5)
  writer
    .mark(bookish ? '《' : '')
    .put('title', work.title)
    .mark(bookish ? '》' : '')
  if (!bookish) type(writer, desk, random.pick(['J', 'J', 'J/OL']))
  const section = random.chance(0.3)
    ? random.pick(['（哲学社会科学版）', '(自然科学版)', '（人文版）', '（社会科学版）'])
    : ''
  writer
    .mark(bookish ? '，《' : desk.dot)
    .put('journal', `${random.pick(words.journals)}${section}`)
    .mark(bookish ? '》' : '')
    .mark(desk.comma)
  const form = random.below(4)
  const number = String(random.between(1, 12))
  if (form === 0) writer.put('date', String(year)).mark('年第').put('issue', number).mark('期')
  else if (form === 1)
    writer
      .put('date', String(year))
      .mark(`${desk.comma}第`)
      .put('volume', String(random.between(1, 60)))
      .mark('卷')
      .mark(random.pick(['', desk.comma]))
      .mark('第')
      .put('issue', number)
      .mark('期')
  else if (form === 2)
    writer
      .mark('第')
      .put('volume', String(random.between(1, 60)))
      .mark('卷第')
      .put('issue', number)
      .mark(`期${desk.round[0]}`)
      .put('date', `${year}年${random.between(1, 12)}月`)
      .mark(desk.round[1])
  else
    writer
      .put('date', String(year))
      .mark(desk.round[0])
      .put('issue', random.pick([number, pad(Number(number)), 'S1', `${number}-${Number(number) + 1}`]))
      .mark(desk.round[1])
  if (random.chance(0.12)) writer.mark(`${desk.round[0]}总第${random.between(20, 300)}期${desk.round[1]}`)
  if (!random.chance(0.85)) return
  if (bookish)
    writer
      .mark(random.pick(['，第', '，', ', 第']))
      .put('page', range(desk))
      .mark('页')
  else writer.mark(desk.colon).put('page', range(desk))
}
