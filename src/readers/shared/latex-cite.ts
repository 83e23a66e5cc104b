/** One key of a LaTeX citation command inside other markup. */
export interface LatexKey {
  readonly start: number
  readonly end: number
  readonly key: string
}

export interface LatexCite {
  readonly end: number
  readonly keys: readonly LatexKey[]
  /** `\nocite`: names works that the text does not cite */
  readonly silent: boolean
  readonly suppressAuthor: boolean
  readonly narrative: boolean
  readonly prefix?: string
  readonly locator?: string
}

// the commands of LaTeX, natbib and biblatex; the brackets and braces are read by hand
const COMMAND =
  /\\(nocite|[Cc]ite(?:p|t|alp|alt|author|year|yearpar|title|num)?|[Pp]arencite|[Tt]extcite|[Aa]utocite|[Ff]ootcite|[Ss]martcite|[Ss]upercite|[Ff]ullcite)(\*?)/y
const LONGEST_ARGUMENT = 2000

/** The citation command whose `\` stands at `offset`, or null. */
export function latexCiteAt(text: string, offset: number): LatexCite | null {
  COMMAND.lastIndex = offset
  const command = COMMAND.exec(text)
  if (command === null || /[A-Za-z]/.test(text[COMMAND.lastIndex] ?? '')) return null
  let at = COMMAND.lastIndex
  const optional: string[] = []
  while (text[at] === '[' && optional.length < 2) {
    const close = closing(text, at, ']')
    if (close < 0) return null
    optional.push(text.slice(at + 1, close))
    at = close + 1
  }
  if (text[at] !== '{') return null
  const close = closing(text, at, '}')
  if (close < 0) return null
  const name = (command[1] as string).toLowerCase()
  const locator = optional.at(-1)
  return {
    end: close + 1,
    keys: splitKeys(text, at + 1, close),
    silent: name === 'nocite',
    suppressAuthor: name.startsWith('citeyear'),
    narrative: name === 'citet' || name === 'textcite' || name === 'citealt',
    ...(optional.length === 2 && optional[0] ? { prefix: optional[0] } : {}),
    ...(locator ? { locator } : {}),
  }
}

function closing(text: string, open: number, mark: string): number {
  const limit = Math.min(text.length, open + LONGEST_ARGUMENT)
  for (let at = open + 1; at < limit; at++) if (text[at] === mark) return at
  return -1
}

function splitKeys(text: string, from: number, to: number): LatexKey[] {
  const keys: LatexKey[] = []
  let at = from
  while (at <= to) {
    const comma = text.indexOf(',', at)
    const end = comma < 0 || comma > to ? to : comma
    const written = text.slice(at, end)
    const key = written.trim()
    const start = at + (written.length - written.trimStart().length)
    if (key !== '') keys.push({ start, end: start + key.length, key })
    at = end + 1
  }
  return keys
}
