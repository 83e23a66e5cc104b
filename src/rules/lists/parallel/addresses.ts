import type { Reference } from '../../../model/reference.ts'
import { nameKeys } from '../../../names/index.ts'
import { fold, foldWords } from '../../../text/fold.ts'

/** Two parts of two addresses that do not agree. */
export interface AddressDifference {
  readonly left: string
  readonly right: string
  /** the part that the title of the entry spells, if one of the two does */
  readonly titled: 'left' | 'right' | undefined
}

/**
 * Where two addresses of one page differ. One word by two schemes of romanisation differs too: a page has one address, and
 * whoever romanised it with its entry broke it. Scheme, `www.`, a slash at the end and case are no difference.
 */
export function addressDifference(left: Reference, right: Reference): AddressDifference | undefined {
  const [a, b] = [addressOf(left), addressOf(right)]
  if (a === undefined || b === undefined) return undefined
  const ours = partsOf(a)
  const theirs = partsOf(b)
  if (ours.length !== theirs.length) return whole(a, b)
  const unlike = ours.flatMap((part, index) => {
    const other = theirs[index] as string
    return part === other ? [] : [[part, other] as const]
  })
  const [first, ...more] = unlike
  if (first === undefined) return undefined
  if (more.length > 0) return whole(a, b)
  const [one, two] = first
  const words = new Set([...titleKeys(left), ...titleKeys(right)])
  const told = [one, two].map((part) => nameKeys(part).keys.some((key) => words.has(key)))
  const titled = told[0] === told[1] ? undefined : told[0] ? 'left' : 'right'
  return { left: one, right: two, titled }
}

/** As read; as printed, where it was read with the words before it. DOIs are compared by themselves. */
function addressOf({ identifiers, passage }: Reference): string | undefined {
  if (identifiers.url !== undefined) return identifiers.url
  const found = /https?:\/\/(?!(?:dx\.)?doi\.org)[^\s<>)\]]{4,}/iu.exec(passage.text.slice(0, 4000))?.[0]
  return found?.replace(/[.,;]+$/, '')
}

function whole(a: string, b: string): AddressDifference {
  return { left: a, right: b, titled: undefined }
}

function partsOf(url: string): readonly string[] {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
  let text = bare
  try {
    text = decodeURIComponent(bare)
  } catch {
    // a lone percent sign: as it stands
  }
  return fold(text.slice(0, 1000))
    .split(/[/_.?&=%+-]+/)
    .filter((part) => part !== '')
}

function titleKeys({ passage }: Reference): readonly string[] {
  return foldWords(passage.text.slice(0, 600).replace(/https?:\S+/g, ' '))
    .split(' ')
    .filter((word) => word.length > 3)
    .flatMap((word) => nameKeys(word).keys)
}
