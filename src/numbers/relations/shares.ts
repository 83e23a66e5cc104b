import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { countedNouns } from '../lexicon/labels.ts'
import { skipSpaces, wordEnd } from '../plain.ts'
import { transpositionsOf } from '../slips.ts'
import { between, brief, meant, overlap, relate } from './relation.ts'
import { fractionBeside, partAndWhole } from './share-frames.ts'

/** Part, whole and percentage that stand together: `84 of 420 (20 %)`, `из 420 опрошенных 84 (20 %)`, `420名中有84人（占20%）`. */
export function* sharesIn(sentence: SentenceText): Iterable<Relation> {
  const { figures } = sentence
  for (let index = 0; index < figures.length; index++) {
    const share = figures[index] as Figure
    if (share.kind !== 'percent' || share.unit !== '%' || share.found.upper !== undefined) continue
    const pair = partAndWhole(sentence, index)
    const fraction = pair === undefined ? fractionBeside(sentence, share) : undefined
    if (pair !== undefined) yield* shareOf(pair.part, pair.whole, share)
    else if (fraction !== undefined) yield ofFraction(fraction, share)
    else yield* possibleShare(sentence, share, figures[index + 1])
  }
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

/** `120/210 (57.1 %)`. */
function ofFraction({ part, whole, text }: NonNullable<ReturnType<typeof fractionBeside>>, share: Figure): Relation {
  const exact = (100 * part) / whole
  const [least, most] = meant(share)
  const unit = share.high - share.low
  const holds = overlap(exact, exact, least - unit / 2, most + unit / 2)
  const computation = `${text} = ${between(exact, exact)} %`
  return relate(
    'share',
    [share],
    computation,
    holds,
    holds
      ? undefined
      : {
          rule: 'share',
          messageId: 'wrong',
          data: { said: share.text, part, whole, share: `${between(exact, exact)} %` },
          about: 'share',
          ours: share.text,
          theirs: computation,
        },
  )
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
