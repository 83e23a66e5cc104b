import type { Draft, Prose } from './draft.ts'
import { CONNECTORS, ENGLISH_WORK, KAZAKH_WORK, NO_NAME, PLACES, WORKS, YEAR_WORD } from './lexicon.ts'
import {
  type FoundName,
  hanNameBefore,
  isKnown,
  isKnownExactly,
  isKnownHan,
  isPlausible,
  isRespelledChinese,
} from './names.ts'
import { isCapitalised, isInitial, type Token, tokensOf } from './tokens.ts'

const YEARS = /(?<![\p{L}\d])(?:1[5-9]|20)\d\d(?![\d])/gu
/** "работы Ветрова 2012 года и Лугова 2013 года": between two works after one noun */
const CHAIN = /^\s?(?:года|году|годов|г\.|року|р\.)?\s?(?:,|и|та|,\s?а также)\s$/u
const BEFORE = 160
const AFTER = 60
/** The offset, or the blank before it, so that no word is cut. */
function wordStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  const blank = text.lastIndexOf(' ', offset)
  return offset - blank > 40 || blank < 0 ? offset : blank
}

const lower = (token: Token | undefined): string => token?.text.toLowerCase().replace(/\.$/, '') ?? ''

/**
 * Works named in the sentence without brackets: "статья Ву и Чена 2004 года", "Жүсіпованың 2019 жылғы еңбегі",
 * "Smith's 2012 article". Only names that the lists have, in some script and case, or that are Chinese in Cyrillic. Years
 * inside `whole`, citations in brackets in order of the text, are theirs.
 */
export function oblique(prose: Prose, whole: readonly Draft[] = []): readonly Draft[] {
  const { text, language } = prose
  if (prose.known.size === 0) return []
  const found: Draft[] = [...chinese(prose)]
  let next = 0
  for (const { index } of text.matchAll(YEARS)) {
    while ((whole[next]?.to ?? index) < index) next++
    if (index > (whole[next]?.from ?? index) || !mayFollowName(text, index)) continue
    // names and the word for the work are near the year
    const start = wordStart(text, index - BEFORE)
    const tokens = tokensOf(text, start, Math.min(text.length, index + AFTER))
    const at = tokens.findIndex((token) => token.from === index)
    const token = tokens[at]
    if (token === undefined || token.kind !== 'number' || token.to !== index + 4) continue
    const after = tokens[at + 1]
    const others = etAlBefore(tokens, at)
    if (others !== undefined) {
      const draft = unbracketed(prose, tokens, at, others)
      if (draft !== undefined) found.push(draft)
      continue
    }
    if (tokens[at - 1]?.text === ',') {
      const draft = inSentence(prose, tokens, at)
      if (draft !== undefined) found.push(draft)
      continue
    }
    const names = namesUpTo(tokens, at)
    if (names === undefined) continue
    const work = tokens[names.first - 1]
    const chained = CHAIN.test(text.slice(found.at(-1)?.to ?? text.length, (names.names[0] as FoundName).from))
    const works = work !== undefined && WORKS.test(lower(work))
    // "исследование Стоуна 2012", or with the word for the year and in a chain
    const russian = works || (chained && YEAR_WORD.test(lower(after)))
    const kazakh = lower(after) === 'жылғы' && KAZAKH_WORK.test(lower(tokens[at + 2]))
    const english = ENGLISH_WORK.test(lower(after)) && /['’]s?$/u.test(tokens[at - 1]?.text ?? '')
    if (!russian && !kazakh && !english) continue
    const spoken = english ? 'en' : kazakh ? 'kk' : language
    const good = names.names.every((name) => isPlausible(name, prose.known, spoken))
    const listed = names.names.some(
      (name) => isKnown(name.family, prose.known, spoken) || isRespelledChinese(name.family, spoken, prose.known),
    )
    if (!good || !listed) continue
    const from = (names.names[0] as FoundName).from
    found.push({
      kind: 'narrative',
      from,
      to: token.to,
      group: [from, token.to],
      names: names.names,
      year: Number(token.text),
      yearAt: [token.from, token.to],
      sure: 1,
    })
  }
  return found
}

const HAN_WORK =
  /(?<=\p{Script=Han})(等人?)?(?:[于在])?((?:1[5-9]|20)\d\d)年(?:的|发表的|出版的|所做的|做的)?(?:研究|论文|文章|著作|专著|报告|工作|一文|一书)/gu

/** 张宁2017年的研究 */
function chinese({ text, known }: Prose): readonly Draft[] {
  if (!text.includes('年')) return []
  const found: Draft[] = []
  for (const match of text.matchAll(HAN_WORK)) {
    const name = hanNameBefore(text, match.index, known)
    if (name === undefined || !isKnownHan(name.family, known)) continue
    const from = match.index + match[0].indexOf(match[2] as string)
    found.push({
      kind: 'narrative',
      from: name.from,
      to: from + 4,
      group: [name.from, from + 4],
      names: [{ family: name.family, from: name.from, to: match.index }],
      ...(match[1] === undefined ? {} : { etAl: true }),
      year: Number(match[2]),
      yearAt: [from, from + 4],
      sure: 1,
    })
  }
  return found
}

/** Whether what stands right before a year lets a name stand there: a comma, a capitalised word, the end of "et al.". */
function mayFollowName(text: string, year: number): boolean {
  let end = year
  while (end > 0 && /\s/.test(text[end - 1] as string)) end--
  const last = text[end - 1] ?? ''
  if (last === ',') return true
  if (!/[\p{L}\p{M}.'’]/u.test(last)) return false
  let start = end
  while (start > 0 && year - start < 60 && /[\p{L}\p{M}\p{N}.'’ʼ‐‑&-]/u.test(text[start - 1] as string)) start--
  return /^\p{Lu}|^(?:al|др)\.?$/u.test(text.slice(start, end))
}

/** Index after the names where "et al.," stands right before the year. */
function etAlBefore(tokens: readonly Token[], year: number): number | undefined {
  const al = tokens[year - 1]?.text === ',' ? year - 2 : year - 1
  const last = lower(tokens[al])
  if (last === 'al' && lower(tokens[al - 1]) === 'et') return al - 1
  return last === 'др' && lower(tokens[al - 1]) === 'и' ? al - 1 : undefined
}

/** `Lin et al., 2012` in the sentence, without brackets: where the lists have the name as it stands. */
function unbracketed(prose: Prose, tokens: readonly Token[], at: number, end: number): Draft | undefined {
  const [year, name] = [tokens[at], tokens[end - 1]]
  if (year === undefined || name === undefined || !isKnownExactly(name.text, prose.known, prose.language))
    return undefined
  return {
    kind: 'narrative',
    from: name.from,
    to: year.to,
    group: [name.from, year.to],
    names: [{ family: name.text, from: name.from, to: name.to }],
    etAl: true,
    year: Number(year.text),
    yearAt: [year.from, year.to],
    sure: 1,
  }
}

/** "See Roe, 2002 and Doe and Poe, 2016": without brackets, every name as the lists have it. */
function inSentence(prose: Prose, tokens: readonly Token[], at: number): Draft | undefined {
  const year = tokens[at]
  const before = prose.text[(year?.from ?? 0) - 1] ?? ''
  // a blank, and no range, decade or decimal after
  if (
    year === undefined ||
    before !== ' ' ||
    /^(?:\s?[-–—]|[-.,]\d|\p{L})/u.test(prose.text.slice(year.to, year.to + 2))
  )
    return undefined
  const found = namesUpTo(tokens.slice(0, at - 1), at - 1)
  const [first] = found?.names ?? []
  if (found === undefined || first === undefined) return undefined
  const sound = found.names.every(
    (name) =>
      !NO_NAME.has(name.family.toLowerCase()) &&
      !PLACES.has(name.family.toLowerCase()) &&
      isKnownExactly(name.family, prose.known, prose.language),
  )
  if (!sound) return undefined
  return {
    kind: 'narrative',
    from: first.from,
    to: year.to,
    group: [first.from, year.to],
    names: found.names,
    year: Number(year.text),
    yearAt: [year.from, year.to],
    sure: 0.8,
  }
}

const MOST_WORDS = 12

/** Capitalised names that end right before token `end`, joined by words or commas. */
function namesUpTo(tokens: readonly Token[], end: number): { names: readonly FoundName[]; first: number } | undefined {
  const names: FoundName[] = []
  let at = end - 1
  let words: Token[] = []
  let first = end
  const close = (): void => {
    const surnames = words.filter((word) => !isInitial(word.text))
    const surname = surnames.at(-1)
    const start = words[0]
    const stop = words.at(-1)
    if (surname !== undefined && start !== undefined && stop !== undefined) {
      const given = words.filter((word) => word !== surname).map((word) => word.text)
      names.unshift({
        family: surname.text.replace(/['’]s$|['’]$/u, ''),
        ...(given.length === 0 ? {} : { given: given.join(' ') }),
        from: start.from,
        to: stop.to,
      })
      first = tokens.indexOf(start, Math.max(0, end - MOST_WORDS - 1))
    }
    words = []
  }
  for (; at >= 0 && end - at <= MOST_WORDS; at--) {
    const token = tokens[at] as Token
    const plain = token.text.toLowerCase()
    if (token.kind === 'word' && isCapitalised(token.text) && !WORKS.test(lower(token))) words.unshift(token)
    else if (words.length > 0 && (CONNECTORS.has(plain) || plain === ',')) close()
    else break
  }
  close()
  return names.length === 0 ? undefined : { names, first }
}
