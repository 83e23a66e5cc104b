import type { CslItem } from '../model/csl.ts'

/** GB/T 7714 marks of the kind of work, without the medium after the slash. */
const chineseMarks: Readonly<Record<string, string>> = {
  J: 'article-journal',
  M: 'book',
  D: 'thesis',
  C: 'paper-conference',
  G: 'book',
  N: 'article-newspaper',
  R: 'report',
  S: 'standard',
  P: 'patent',
  A: 'chapter',
  DB: 'dataset',
  DS: 'dataset',
  CP: 'software',
  EB: 'webpage',
  Z: 'document',
}

const chineseMark = /[[［【]\s?([JMDCGNRSPAZ]|DB|DS|CP|EB)\s?(?:\/\/?\s?[A-Z]{1,3})?\s?[\]］】]/

interface Evidence {
  readonly type: string
  readonly pattern: RegExp
}

const evidence: readonly Evidence[] = [
  {
    type: 'thesis',
    pattern:
      /\b(?:ph\.?\s?d\.?|doctoral|master'?s?'?|m\.?\s?sc?\.?|bachelor'?s?)\s+(?:thesis|dissertation)|\b(?:thesis|dissertation|thèse|tesis|tesi\s+di|diss\.)\b|автореф|дис\.\s|диссертаци|дисертаці|学位论文|博士论文|硕士论文|学位論文|박사|석사/iu,
  },
  { type: 'patent', pattern: /\b(?:u\.?s\.?\s+)?patent\b|патент\s|пат\.\s\d|专利|특허/iu },
  {
    type: 'legislation',
    pattern:
      /федеральный закон|закон\s(?:республики|рф|україни)|қазақстан республикасының заңы|туралы заң|указ\s+президента|\bact\s+of\s+\d{4}/iu,
  },
  { type: 'standard', pattern: /\bгост\s(?:р\s)?[\d.]+|\bдсту\s[\d.]+|\biso(?:\/iec)?\s\d{3,}|\bGB\/?T?\s?\d{4}/iu },
  {
    type: 'paper-conference',
    pattern:
      /\bproc(?:eedings|\.)\b|\bconference\b|\bsymposium\b|\bworkshop\b|материалы\s.{0,40}конф|матеріали\s.{0,40}конф|конференция\s?материалдары|конференци|会议论文|学术大会/iu,
  },
  {
    type: 'report',
    pattern: /\btech(?:nical|\.)\s+(?:report|rep\.)|\bworking\s+paper|\breport\s+no|\bпрепринт|доклад\s+о|研究报告/iu,
  },
]

/** The CSL type by the evidence of the entry: its mark, its words, then the fields that it has. */
export function typeOf(item: CslItem, text: string, journal: boolean): string {
  const mark = chineseMark.exec(text)
  if (mark !== null) {
    const type = chineseMarks[mark[1] as string] as string
    return (type === 'book' || type === 'paper-conference') && item['container-title'] !== undefined && type === 'book'
      ? 'chapter'
      : type
  }
  const clues = item.genre === undefined ? text : `${String(item.genre)} ${text}`
  const named = evidence.find(({ type, pattern }) => (!journal || type === 'patent') && pattern.test(clues))
  if (
    named !== undefined &&
    !(named.type === 'paper-conference' && item['container-title'] === undefined && item.publisher !== undefined)
  ) {
    return named.type
  }
  if (journal) return 'article-journal'
  if (item['container-title'] !== undefined)
    return item.publisher !== undefined || item.editor !== undefined || item['publisher-place'] !== undefined
      ? 'chapter'
      : 'article-journal'
  if (
    item.publisher !== undefined ||
    item['publisher-place'] !== undefined ||
    item.ISBN !== undefined ||
    item['number-of-pages'] !== undefined
  )
    return 'book'
  if (item.volume !== undefined && item.page !== undefined) return 'article-journal'
  if (item.URL !== undefined) return 'webpage'
  return item.title !== undefined && item.author !== undefined ? 'book' : 'document'
}
