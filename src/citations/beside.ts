import { ET_AL, LEADING, REPORTING } from './lexicon.ts'
import { type FoundName, hanNameBefore, type Known, namesBefore } from './names.ts'
import { isHan, tokensOf } from './tokens.ts'

/** The authors whom a sentence names right before a number in brackets: "Smith et al. [7]". */
export interface NamesBeside {
  readonly names: readonly FoundName[]
  readonly etAl: boolean
  /** joined by "and" */
  readonly joined: boolean
  /** a verb of saying follows, or "according to" stands before: the names are those of authors, not of a method */
  readonly said: boolean
  /** `Smith (2009) [7]` */
  readonly year?: number
}

const WINDOW = 160
const YEAR_BEFORE = /[(（]((?:1[5-9]|20)\d\d)[a-zа-г]?[)）]\s*$/u

/** Reads the names that end right before `at`, the place of the bracket that closes at `end`; undefined where no name stands. */
export function namesBeside(
  text: string,
  at: number,
  end: number,
  known: Known,
  language: string,
): NamesBeside | undefined {
  const floor = Math.max(0, at - WINDOW)
  const window = text.slice(floor, at)
  const dated = YEAR_BEFORE.exec(window)
  const before = dated === null ? window : window.slice(0, dated.index)
  const others = ET_AL.exec(before)
  const stop = floor + (others === null ? before : before.slice(0, others.index)).replace(/[\s,]{0,8}$/u, '').length
  if (at - stop > 60) return undefined
  const etAl = others !== null
  const found = isHan(text[stop - 1] ?? '')
    ? hanBeside(text, stop, known)
    : latinBeside(text, floor, stop, etAl, known, language)
  const [first] = found?.names ?? []
  if (found === undefined || first === undefined) return undefined
  const lead = text.slice(Math.max(0, first.from - 30), first.from)
  return {
    names: found.names,
    etAl,
    joined: found.joined,
    said: REPORTING.test(text.slice(end, end + 40)) || LEADING.test(lead),
    ...(dated === null ? {} : { year: Number(dated[1]) }),
  }
}

function latinBeside(
  text: string,
  floor: number,
  stop: number,
  etAl: boolean,
  known: Known,
  language: string,
): { names: readonly FoundName[]; joined: boolean } | undefined {
  const tokens = tokensOf(text, floor, stop)
  if (tokens.at(-1)?.to !== stop) return undefined
  return namesBefore(tokens, tokens.length, { commas: false, known, language, etAl })
}

function hanBeside(
  text: string,
  stop: number,
  known: Known,
): { names: readonly FoundName[]; joined: boolean } | undefined {
  const name = hanNameBefore(text, stop, known)
  return name === undefined ? undefined : { names: [{ family: name.family, from: name.from, to: stop }], joined: false }
}
