import { fold } from './fold.ts'

const MOST_WORDS = 100
const LONGEST = 2000

/** `RETRACTED:` and its like before a title, notes about it after; no part of it. */
const BEFORE =
  /^\s{0,9}(?:\[?(?:retracted|withdrawn|removed|withdrawal|retraction)(?: article| paper| chapter)?\]?\s?[:：.—–-]|\d{1,3}\.\s)\s{0,9}/i
const AFTER =
  /\s?[[(](?:in (?:russian|chinese|german|french|japanese|spanish|kazakh|ukrainian|english)|на [а-яё]{4,20} яз\.?|retracted|electronic resource|электронный ресурс|текст|text|dataset|data set|preprint|online)[\])]/giu

/** Words that spell one another, or mean the same sign. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '&': 'and',
    et: 'and',
    und: 'and',
    и: 'and',
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    π: 'pi',
    σ: 'sigma',
    τ: 'tau',
    φ: 'phi',
    χ: 'chi',
    ω: 'omega',
    ε: 'epsilon',
    θ: 'theta',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    ii: '2',
    iii: '3',
    iv: '4',
    vi: '6',
    vs: 'versus',
  }),
)

/** The words of a title in the form in which they are compared: no markup, no case, no accents, one word for one sign. */
export function wordsOfTitle(title: string): readonly string[] {
  const plain = withoutMarkup(title.slice(0, LONGEST)).replace(BEFORE, '').replace(AFTER, '')
  const words = fold(plain.replace(/[ʹʺ’'`ʼ]/g, ''))
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => ALIKE.get(word) ?? word)
  return words.flatMap((word) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? [...word] : word,
  )
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Tags, TeX commands and entities taken out; what they mark stays. Entities that were escaped twice are read. */
export function withoutMarkup(text: string): string {
  const named = (part: string): string =>
    part.replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as string) : whole
        const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
      },
    )
  const bare = text.includes('&') ? named(named(text)) : text
  return bare
    .replace(/<\/?(?:sub|sup|i|b|em|strong|scp|u|tt|mml:mi|mml:mn|mml:mo)\b[^<>]{0,200}>/gi, '')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ')
    .replace(/\\(?:text|math|emph|bf|it|rm)[a-z]{0,8}\s?(?=\{)/g, '')
    .replace(/\\([a-z]{2,12})\s?/gi, '$1 ')
    .replace(/[{}$]/g, '')
}
