import type { IdentifierDamage } from './types.ts'

/** Cyrillic and Greek letters that look like Latin ones. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdԛqԝwһhАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSοoΟOΑAΒBΕEΗHΙIΚKΜMΝNΡPΤTΧX'.matchAll(/(.)(.)/gu)].map(
    (pair) => [pair[1] as string, pair[2] as string],
  ),
)

export const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d'
export const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' }
const CLOSERS = '.,;:!?\'"*`|’”»“„…·。，；：、！？）】》」』）'

/**
 * Where an identifier that reaches at most to `end` ends, when closing marks are left to the sentence around it. A bracket
 * stays when its partner stands inside. Linear in `end - start`.
 */
export function trimClosing(text: string, start: number, end: number, closers: string = CLOSERS): number {
  const balance: Record<string, number> = { ')': 0, ']': 0, '}': 0, '>': 0 }
  for (let at = start; at < end; at++) {
    const sign = text[at] as string
    if (sign in balance) balance[sign] = (balance[sign] as number) - 1
    else for (const closing of ')]}>') if (PAIRS[closing] === sign) balance[closing] = (balance[closing] as number) + 1
  }
  let last = end
  while (last > start) {
    const sign = text[last - 1] as string
    const surplus = Object.hasOwn(balance, sign) ? -(balance[sign] as number) : 0
    if (surplus > 0) balance[sign] = (balance[sign] as number) + 1
    else if (!closers.includes(sign) && !'([{<'.includes(sign)) break
    else if ('([{<'.includes(sign)) {
      for (const closing of ')]}>') if (PAIRS[closing] === sign) balance[closing] = (balance[closing] as number) - 1
    }
    last--
  }
  return last
}

/** `[start, end)` with its damages mended. Damages are in order and do not overlap. */
export function mended(text: string, start: number, end: number, damages: readonly IdentifierDamage[]): string {
  let healed = ''
  let at = start
  for (const damage of damages) {
    if (damage.fixed === undefined || damage.start < at || damage.end > end) continue
    healed += text.slice(at, damage.start) + damage.fixed
    at = damage.end
  }
  return healed + text.slice(at, end)
}

export function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /\s/.test(sign)
}

/** Digits and X of a number with its separators left out; a Cyrillic Х counts as X. */
export function bareNumber(text: string): string {
  return text.replace(/[^\dXxХх]/g, '').replace(/[xХх]/g, 'X')
}
