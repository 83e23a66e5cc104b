/** A test statistic as printed, with its degrees of freedom and p. Offsets in the text it was read from. */
export interface Statistic {
  readonly kind: 't' | 'F' | 'chi2' | 'r' | 'z' | 'Q'
  readonly df1?: number
  readonly df2?: number
  /** the sample size, where it is told in place of degrees of freedom or beside them */
  readonly n?: number
  readonly value: Printed
  readonly comparison: '=' | '<' | '>'
  readonly p?: Printed
  readonly pComparison: '=' | '<' | '>' | 'ns'
  readonly start: number
  readonly end: number
  readonly pStart: number
  readonly pEnd: number
}

export interface Printed {
  readonly value: number
  readonly decimals: number
  readonly text: string
}

/*
 * The pieces of the grammar. All quantifiers are bounded, so that a hostile text costs no more than its length. `NUMBER` takes
 * decimal points, commas and raised points; thousands do not occur in statistics.
 */
const NUMBER = '[-−–]?(?:\\d{1,7}(?:[.,·]\\d{1,10})?|[.,]\\d{1,10})(?:e[-−+]?\\d{1,3})?'
const GAP = '[ $*_]{0,4}'
const JOIN = `${GAP}[,，;；]?${GAP}`
const EQUALS = `${GAP}(?<sign>[=<>≤≥])${GAP}`
const DF = `(?:df|d\\.f\\.|ddl|dof|自由度|ст\\. ?св\\.)${GAP}[=:]?${GAP}`
/** A Russian keyboard gives a Cyrillic р, which looks the same. */
const P = '[pPрР]'
const STATISTIC = new RegExp(
  '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\d_])(?<name>[tFrzZQ]|[χχΧX]\\^?[²2]|χ\\^\\{2\\}|chi-?square[d]?|chi2|χ|хи-квадрат|卡方)' +
    `${GAP}(?:[([]${GAP}(?:df ?=? ?)?(?<df1>\\d{1,7}(?:[.,]\\d{1,4})?)${GAP}(?:[,，;；]${GAP}(?:N ?= ?(?<n>\\d[\\d ,]{0,9})|(?<df2>\\d{1,7}(?:[.]\\d{1,4}|,\\d{1,4}(?=[)\\]]))?))${GAP})?[)\\]]|` +
    `(?<flat1>\\d{1,5})(?:,(?<flat2>\\d{1,7}))?)?` +
    `${EQUALS}(?<value>${NUMBER})`,
  'gu',
)
const AFTER_DF = new RegExp(
  `^${JOIN}(?:(?:при )?\\(?${DF}(?<df1>\\d{1,7}(?:[.,]\\d{1,4})?)(?:${GAP}[;；,]${GAP}(?<df2>\\d{1,7}))?\\)?|(?<before>\\d{1,4}) ?(?:df|d\\.f\\.|dof|ст\\. ?св\\.)(?=[ ,;，；]))`,
  'u',
)
const AFTER_N = new RegExp(`^${JOIN}[nN] ?= ?(?<n>\\d{1,7})`, 'u')
const AFTER_P = new RegExp(
  `^${JOIN}(?:уровень значимости )?(?:${P}(?:-values?|-значение|-мәні|值| values?)?)${GAP}(?<sign>[=<>≤≥])${GAP}(?<p>${NUMBER})`,
  'u',
)
const NOT_SIGNIFICANT = new RegExp(`^${JOIN}(?:n\\. ?s\\.|ns(?![\\p{L}])|н\\. ?з\\.?)`, 'u')
/** Nothing but an effect size or an interval may stand between the statistic and its p. */
const BETWEEN = /^[,;，； ]{1,3}(?:95 ?% CI ?[[(][^\])]{1,40}[\])]|[dgVηω²ₚp]{1,3} ?= ?[\d.,]{1,8})/u

const COMPARISON = /[=<>≤≥＝＜＞]/
/** Cheap gate: most texts have no p beside a comparison. */
const GATE = /[pPрР][-\p{L}值 $*_]{0,12}[=<>≤≥＝＜＞]|\bn\.? ?s\b|н\. ?з/u

/** Reads all test statistics of a plain text (full-width forms folded): APA, Vancouver, Russian, Kazakh and Chinese styles. */
export function readStatistics(text: string): readonly Statistic[] {
  if (!COMPARISON.test(text) || !GATE.test(text)) return []
  const found: Statistic[] = []
  for (const match of text.matchAll(STATISTIC)) {
    const one = readOne(text, match)
    if (one !== undefined) found.push(one)
  }
  return found
}

const KINDS: Readonly<Record<string, Statistic['kind']>> = { t: 't', F: 'F', r: 'r', z: 'z', Z: 'z', Q: 'Q' }

function readOne(text: string, match: RegExpMatchArray): Statistic | undefined {
  const groups = match.groups ?? {}
  const kind = KINDS[groups.name ?? ''] ?? 'chi2'
  const start = match.index ?? 0
  let end = start + match[0].length
  // t34, F2,87 and χ²2; the 2 of χ2 is no exponent where digits follow
  const raised = kind === 'chi2' && /²|\^/.test(groups.name ?? '')
  if (groups.flat1 !== undefined && kind !== 't' && kind !== 'F' && !raised) return undefined
  // F(2,87): the comma separates, in t(37,4) it is decimal
  const [first, second] = kind === 'F' && groups.df2 === undefined ? (groups.df1 ?? '').split(',') : []
  let df1 = numberOf(second === undefined ? (groups.df1 ?? groups.flat1) : first)
  let df2 = numberOf(groups.df2 ?? groups.flat2 ?? second)
  let n = numberOf(groups.n?.replace(/[ ,]/g, ''))
  let p: RegExpMatchArray | undefined
  let pStart = end
  let pEnd = end
  let insignificant = false
  for (let round = 0; round < 5; round++) {
    const rest = text.slice(end, end + 80)
    const degrees = df1 === undefined ? AFTER_DF.exec(rest) : null
    if (degrees !== null) {
      df1 = numberOf(degrees.groups?.df1 ?? degrees.groups?.before)
      df2 ??= numberOf(degrees.groups?.df2)
      end += degrees[0].length
      continue
    }
    const sample = n === undefined ? AFTER_N.exec(rest) : null
    if (sample !== null) {
      n = numberOf(sample.groups?.n)
      end += sample[0].length
      continue
    }
    if (p !== undefined || insignificant) break
    const chance = AFTER_P.exec(rest)
    if (chance !== null) {
      p = chance
      end += chance[0].length
      pStart = end - (chance.groups?.p?.length ?? 0)
      pEnd = end
      continue
    }
    const none = NOT_SIGNIFICANT.exec(rest)
    if (none !== null) {
      insignificant = true
      end += none[0].length
      pStart = end - 2
      pEnd = end
      continue
    }
    const between = BETWEEN.exec(rest)
    if (between === null || !AFTER_P.test(text.slice(end + between[0].length, end + between[0].length + 60))) break
    end += between[0].length
  }
  if (p === undefined && !insignificant) return undefined
  const value = printed(groups.value ?? '')
  const chance = printed(p?.groups?.p ?? '')
  if (value === undefined || (p !== undefined && chance === undefined)) return undefined
  if (!enoughKnown(kind, df1, df2, n)) return undefined
  return {
    kind,
    ...(df1 === undefined ? {} : { df1 }),
    ...(df2 === undefined ? {} : { df2 }),
    ...(n === undefined ? {} : { n }),
    value,
    comparison: comparisonOf(groups.sign),
    ...(chance === undefined ? {} : { p: chance }),
    pComparison: insignificant ? 'ns' : comparisonOf(p?.groups?.sign),
    start,
    end: text[end - 1] === ')' && !text.slice(start, end).includes('(') ? end - 1 : end,
    pStart,
    pEnd,
  }
}

function enoughKnown(
  kind: Statistic['kind'],
  df1: number | undefined,
  df2: number | undefined,
  n: number | undefined,
): boolean {
  if (kind === 'z') return df1 === undefined
  if (kind === 'F') return df1 !== undefined && df2 !== undefined && df1 > 0 && df2 > 0
  if (kind === 'r') return (df1 ?? (n ?? 0) - 2) > 0
  return df1 !== undefined && df1 > 0
}

function comparisonOf(sign: string | undefined): '=' | '<' | '>' {
  if (sign === '<' || sign === '≤') return '<'
  return sign === '>' || sign === '≥' ? '>' : '='
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text.replace(',', '.'))
}

/** The number with the decimals that stand there; an exponent shifts them. */
function printed(text: string): Printed | undefined {
  const plain = text.replace(/[−–]/g, '-').replace(/[,·]/g, '.')
  const [mantissa = '', exponent = '0'] = plain.split('e')
  const value = Number(plain.replace('e', 'E'))
  if (text === '' || !Number.isFinite(value)) return undefined
  const point = mantissa.indexOf('.')
  const decimals = (point === -1 ? 0 : mantissa.length - point - 1) - Number(exponent.replace('+', ''))
  return { value, decimals, text }
}
