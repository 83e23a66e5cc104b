import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { countedNouns } from '../lexicon/labels.ts'
import { skipSpaces, wordEnd } from '../plain.ts'
import { transpositionsOf } from '../slips.ts'
import { between, brief, meant, overlap, relate } from './relation.ts'

/** Part, whole and percentage that stand together: `84 of 420 (20 %)`, `из 420 опрошенных 84 (20 %)`, `420名中有84人（占20%）`. */
export function* sharesIn(sentence: SentenceText): Iterable<Relation> {
  const { figures } = sentence
  for (let index = 0; index < figures.length; index++) {
    const share = figures[index] as Figure
    if (share.kind !== 'percent' || share.unit !== '%' || share.found.upper !== undefined) continue
    const pair = partAndWhole(sentence, index)
    if (pair !== undefined) yield* shareOf(pair.part, pair.whole, share)
    else yield* possibleShare(sentence, share, figures[index + 1])
  }
}

function partAndWhole(
  { figures, line, start }: SentenceText,
  index: number,
): { readonly part: Figure; readonly whole: Figure } | undefined {
  const { lower } = line.plain
  const share = figures[index] as Figure
  const gap = (left: Figure, right: Figure): string => lower.slice(left.end, right.start)
  const one = figures[index - 2]
  const two = figures[index - 1]
  if (one !== undefined && two !== undefined && alike(one, two)) {
    const close =
      /^[^.;]{0,24}?(?:[(（]|, (?:or|или|то есть|i\.e\.,?)) ?(?:or |или |то есть |占|即|about |примерно )?$/u.test(
        gap(two, share),
      ) || /^ ?[,(（] ?占?$/u.test(gap(two, share))
    const between = gap(one, two)
    if (close && /^ (?:\p{L}+ ){0,2}(?:out of|of|из) (?:the |a total of |all )?$/u.test(between))
      return { part: one, whole: two }
    // whole first: Of 420 respondents, 84 (20%)
    const lead = lower.slice(Math.max(start, one.start - 24), one.start)
    const tight =
      /^[^.;,]{0,14}[(（] ?(?:about |примерно )?(?:占|即)?$/u.test(gap(two, share)) && gap(two, share).length < 24
    if (
      tight &&
      between.length < 70 &&
      /(?:^|[.;,] |\()(?:out )?of (?:the |these |those |all |our )?(?:\p{L}+ )?$/u.test(lead) &&
      !/\b(?:and|while)\b/.test(between)
    )
      return { part: two, whole: one }
    if (tight && between.length < 60 && /(?:^| )из (?:\p{L}+ )?$/u.test(lead)) return { part: two, whole: one }
    if (tight && between.length < 16 && /[中里](?:有|共有)?$/u.test(between)) return { part: two, whole: one }
    if (tight && line.language === 'kk' && between.length < 40 && /[нтд][іы]ң ?$/u.test(between))
      return { part: two, whole: one }
  }
  // percentage first: 20 % (84 of 420)
  const part = figures[index + 1]
  const whole = figures[index + 2]
  if (part !== undefined && whole !== undefined && alike(part, whole)) {
    if (
      /^[^.;,]{0,4}[(（](?:n ?= ?)?$/.test(gap(share, part)) &&
      /^ (?:\p{L}+ )?(?:out of|of|из) (?:the )?$/u.test(gap(part, whole))
    ) {
      return { part, whole }
    }
  }
  return undefined
}

function alike(part: Figure, whole: Figure): boolean {
  if (part.kind === 'percent' || part.kind === 'ratio' || part.kind === 'share' || part.kind === 'points') return false
  if (part.found.upper !== undefined || whole.found.upper !== undefined || whole.value <= 0) return false
  return part.unit === whole.unit
}

function* shareOf(part: Figure, whole: Figure, share: Figure): Iterable<Relation> {
  const low = (100 * part.low) / whole.high
  const high = (100 * part.high) / whole.low
  const [least, most] = meant(share)
  const holds = overlap(low, high, least, most)
  const computation = `${part.text} / ${whole.text} = ${between(low, high)} %`
  // one unit off in the last place is cut off instead of rounded
  const unit = share.high - share.low
  const nearly = !holds && overlap(low, high, least - unit / 2, most + unit / 2)
  if (holds || nearly) {
    yield relate('share', [part, whole, share], computation, true)
    return
  }
  if (part.hedge !== undefined || whole.hedge !== undefined) return
  const swapped = transpositionsOf(share.found.digits).find((value) => overlap(low, high, value, value))
  yield relate('share', [part, whole, share], computation, false, {
    rule: 'share',
    messageId: 'wrong',
    data: { said: share.text, part: part.text, whole: whole.text, share: `${between(low, high)} %` },
    at: share,
    about: 'share',
    ours: share.text,
    theirs: computation,
    ...(swapped === undefined ? {} : { note: `Two digits may be exchanged: ${brief(swapped)} % would fit.` }),
  })
}

/** `38.1 % of 24 firms`: some whole number of them must round to the percentage. */
function* possibleShare(
  { line, start, end }: SentenceText,
  share: Figure,
  next: Figure | undefined,
): Iterable<Relation> {
  if (next === undefined || share.hedge !== undefined || next.kind !== 'count' || next.hedge !== undefined) return
  const { text, lower } = line.plain
  if (!/^ (?:of|из) (?:the |our |these |all )?$/.test(lower.slice(share.end, next.start))) return
  const noun = skipSpaces(text, next.end)
  const word = lower.slice(noun, wordEnd(text, noun))
  if (word === '' || countedNouns.find(word) === undefined) return
  const { value: count } = next
  const { decimals } = share.found
  if (!Number.isInteger(count) || count < 2 || count >= 10 ** (decimals + 2)) return
  if (/weight|взвеш|加权/.test(lower.slice(start, end))) return
  const parts = [Math.floor((share.value * count) / 100), Math.ceil((share.value * count) / 100)]
  const half = 0.5 * 10 ** -decimals
  const holds = parts.some((part) => Math.abs((100 * part) / count - share.value) <= half + 1e-9)
  const nearest = [...new Set(parts)].map(
    (part) => `${part}/${count} = ${((100 * part) / count).toFixed(Math.max(1, decimals))} %`,
  )
  yield relate(
    'granularity',
    [share, next],
    nearest.join(', '),
    holds,
    holds
      ? undefined
      : {
          rule: 'granularity',
          messageId: 'share',
          data: { said: share.text, count, nearest: nearest.join(' and ') },
          confidence: 'likely',
          at: share,
          about: 'share of a whole number',
          ours: share.text,
          theirs: nearest.join(', '),
        },
  )
}
