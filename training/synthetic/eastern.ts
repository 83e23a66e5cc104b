import type { Random } from '../random.ts'
import * as words from './words/eastern.ts'
import { doi } from './work.ts'
import { Writer } from './writer.ts'

/** A Japanese entry: 「title」『journal』, SIST 02, or author and date. */
export function japanese(random: Random): Writer {
  const writer = new Writer()
  const people = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3]) }, () => {
    const blank = random.chance(0.15) ? ' ' : ''
    return random.pick(words.japaneseFamilies) + blank + random.pick(words.japaneseGiven)
  })
  const subject = random.pick(words.japaneseSubjects)
  const title = `${random.chance(0.3) ? `${random.pick(words.japaneseSubjects)}と` : ''}${subject}${random.pick(words.japaneseAspects)}${random.chance(0.2) ? `―${random.pick(words.japaneseSubjects)}を中心に` : ''}`
  const year = String(random.between(1970, 2024))
  const first = random.between(1, 300)
  const pages = `${first}${random.pick(['-', '–', '～', '‐'])}${first + random.between(1, 20)}`
  const volume = String(random.between(1, 80))
  const issue = String(random.between(1, 12))
  const wide = random.chance(0.5)
  const author = people.join(random.pick(['・', '・', ', ', '，', '、', '; ']))
  const isBook = random.chance(0.35)
  const form = random.below(3)
  if (form === 0) {
    writer
      .put('author', author)
      .mark(wide ? '（' : ' (')
      .put('date', year)
      .mark(wide ? '）' : ') ')
      .mark(isBook ? '『' : '「')
      .put('title', title)
      .mark(isBook ? '』' : '」')
    if (!isBook)
      writer
        .mark(random.pick(['『', '，『', ', 『']))
        .put('journal', random.pick(words.japaneseJournals))
        .mark('』')
  } else if (form === 1) {
    writer.put('author', author).mark('. ').put('title', title).mark('. ')
    if (!isBook) writer.put('journal', random.pick(words.japaneseJournals)).mark('. ').put('date', year).mark(', ')
  } else {
    writer
      .put('author', author)
      .mark(random.pick(['：', ': ', '，', ', ']))
      .put('title', title)
      .mark(random.pick(['，', ', ', '. ']))
    if (!isBook) writer.put('journal', random.pick(words.japaneseJournals)).mark(random.pick(['，', ', ']))
  }
  if (isBook) {
    if (random.chance(0.4))
      writer
        .mark(form === 0 ? '，' : '')
        .put('place', random.pick(words.japanesePlaces))
        .mark(random.pick(['：', ': ', ', ']))
    writer.put('publisher', random.pick(words.japanesePublishers))
    if (form !== 0)
      writer
        .mark(random.pick(['，', ', ']))
        .put('date', year)
        .mark(random.pick(['', '年']))
    if (form !== 0 && random.chance(0.4))
      writer
        .mark(', ')
        .put('extent', String(random.between(100, 500)))
        .mark(random.pick(['p', '頁', 'p.']))
    return writer.mark(random.pick(['.', '。', '']))
  }
  const numbers = random.below(3)
  if (numbers === 0)
    writer
      .mark(form === 0 ? ' ' : '')
      .put('volume', volume)
      .mark('(')
      .put('issue', issue)
      .mark(')')
  else if (numbers === 1)
    writer
      .mark('第')
      .put('volume', volume)
      .mark('巻')
      .mark(random.chance(0.2) ? '，' : '')
      .mark('第')
      .put('issue', issue)
      .mark('号')
  else
    writer
      .mark(random.pick(['vol. ', 'Vol. ', 'Vol.']))
      .put('volume', volume)
      .mark(random.pick([', no. ', ', No. ', ',No.']))
      .put('issue', issue)
  if (form === 2 && random.chance(0.6))
    writer
      .mark(random.pick(['（', ' (']))
      .put('date', year)
      .mark(random.pick(['）', ')']))
  writer.mark(random.pick(['，', ', ', '：', ': ']))
  const mark = random.below(4)
  if (mark === 0) writer.mark(random.pick(['pp. ', 'pp.', 'p. ', 'p.'])).put('page', pages)
  else if (mark === 1) writer.put('page', pages).mark('頁')
  else writer.put('page', pages)
  if (random.chance(0.1)) writer.mark(', ').put('doi', doi(random))
  return writer.mark(random.pick(['.', '。', '']))
}

/** A Korean entry: 「title」, 『journal』, or Vancouver and APA with Korean marks. */
export function korean(random: Random): Writer {
  const writer = new Writer()
  const given = (): string => random.pick(words.koreanGiven) + random.pick(words.koreanGiven)
  const people = Array.from(
    { length: random.pick([1, 1, 2, 2, 3, 4]) },
    () => random.pick(words.koreanFamilies) + given(),
  )
  const coined = (): string =>
    Array.from({ length: random.between(2, 3) }, () => random.pick(words.koreanGiven)).join('')
  const aspect = random.pick(words.koreanAspects).replace(/_/g, ' ')
  const title = `${random.chance(0.3) ? `${coined()} ` : ''}${random.chance(0.3) ? `${random.pick(words.koreanSubjects)}과 ` : ''}${random.pick(words.koreanSubjects)}${aspect}${random.chance(0.2) ? `: ${random.pick(words.koreanSubjects)}을 중심으로` : ''}`
  const year = String(random.between(1975, 2024))
  const first = random.between(1, 400)
  const pages = `${first}${random.pick(['-', '–', '~', '∼'])}${first + random.between(1, 25)}`
  const volume = String(random.between(1, 60))
  const issue = String(random.between(1, 12))
  const author = people.join(random.pick([', ', ', ', '·', '; ', ' ']))
  const isBook = random.chance(0.3)
  const dateFirst = random.chance(0.5)
  const quotes = random.pick([
    ['', ''],
    ['', ''],
    ['“', '”'],
    ['「', '」'],
    ['『', '』'],
    ['"', '"'],
    ["'", "'"],
  ]) as [string, string]
  writer.put('author', author).mark(random.chance(0.08) ? ' 외' : '')
  if (dateFirst)
    writer
      .mark(random.pick([' (', '(', '. ']))
      .put('date', year)
      .mark(random.pick([') ', '). ', '. ', '), ']))
  else writer.mark(random.pick([', ', '. ', ': ']))
  writer
    .mark(quotes[0])
    .put('title', title)
    .mark(quotes[1])
    .mark(random.pick(['. ', ', ', ', ']))
  if (isBook) {
    if (random.chance(0.6)) writer.put('place', random.pick(words.koreanPlaces)).mark(random.pick([': ', ' : ']))
    writer.put('publisher', random.pick(words.koreanPublishers))
    if (!dateFirst) writer.mark(random.pick([', ', '. '])).put('date', year)
    return writer.mark(random.chance(0.8) ? '.' : '')
  }
  const serial = random.chance(0.3)
  writer
    .mark(serial ? '『' : '')
    .put('journal', random.pick(words.koreanJournals))
    .mark(serial ? '』' : '')
    .mark(random.pick([', ', ' ', '. ']))
  const dateBetween = !dateFirst && random.chance(0.4)
  if (dateBetween) writer.put('date', year).mark(random.pick(['; ', ';', ', ']))
  const numbers = random.below(4)
  if (numbers === 0)
    writer
      .mark('제')
      .put('volume', volume)
      .mark('권')
      .mark(random.pick([' ', ', ', '']))
      .mark('제')
      .put('issue', issue)
      .mark('호')
  else if (numbers === 1)
    writer
      .mark(random.pick(['Vol.', 'Vol. ', 'vol. ']))
      .put('volume', volume)
      .mark(random.pick([', No.', ', No. ', ', no. ']))
      .put('issue', issue)
  else {
    writer.put('volume', volume)
    if (random.chance(0.8)) writer.mark('(').put('issue', issue).mark(')')
  }
  writer.mark(random.pick([', ', ': ', ', ']))
  const mark = random.below(4)
  if (mark === 0) writer.mark(random.pick(['pp.', 'pp. ', 'p. '])).put('page', pages)
  else if (mark === 1) writer.put('page', pages).mark('쪽')
  else writer.put('page', pages)
  if (!dateFirst && !dateBetween) writer.mark(random.pick([', ', ' ('])).put('date', year)
  if (random.chance(0.1)) writer.mark('. ').put('doi', doi(random))
  return writer.mark(random.chance(0.8) ? '.' : '')
}
