const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const large: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

export function isHanNumeral(character: string | undefined): boolean {
  return character !== undefined && (character in digits || character in small || character in large)
}

/**
 * A Chinese numeral that begins at `at`: 三千五百万, 十二, 一百五十万, 十二点五. `plain` is true of a single digit such as 三,
 * which is a number only before a measure word.
 */
export function readHanNumber(
  text: string,
  at: number,
): { readonly value: number; readonly end: number; readonly plain: boolean } | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  let end = at
  let strung = ''
  for (; end < text.length && end - at < 24; end++) {
    const character = text[end] as string
    if (character in digits) {
      if (digit !== undefined) strung += character
      digit = digit === undefined || strung === '' ? digits[character] : digits[character]
      if (strung.length > 0 && section > 0) return undefined
      if (strung.length > 0) return undefined // digits read one by one: 二〇二一, 十四五 is no number
      continue
    }
    if (character in small) {
      section += (digit ?? 1) * (small[character] as number)
      digit = undefined
      continue
    }
    if (character in large) {
      const unit = large[character] as number
      const below = section + (digit ?? 0)
      if (below === 0 && total === 0) return undefined
      total = unit === 1e8 ? (total + below) * unit : total + below * unit
      section = 0
      digit = undefined
      continue
    }
    break
  }
  if (end === at) return undefined
  if (text[end] === '点' && (text[end + 1] ?? '') in digits) {
    let scale = 0.1
    let fraction = 0
    let after = end + 1
    for (; (text[after] ?? '') in digits; after++) {
      fraction += (digits[text[after] as string] as number) * scale
      scale /= 10
    }
    return { value: Number((total + section + (digit ?? 0) + fraction).toFixed(9)), end: after, plain: false }
  }
  // 十四五, 九一八: tens and a digit, then another digit
  return { value: total + section + (digit ?? 0), end, plain: end - at === 1 }
}

/** Measure words: a numeral before one of them counts something. */
export const measureWords =
  '个名户家座艘条项位种人所口株封张册只台辆艇间栋场部本件份起批组对双篇例处支颗头匹根块片段井次株棵镇村城国省市县校站船倍成元吨米克升度亩'
