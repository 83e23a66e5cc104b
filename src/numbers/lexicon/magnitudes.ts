import { Signs, Stems } from './inflection.ts'

/** Magnitude words beside digits, as powers of ten. */
export const magnitudeWords: Stems<number> = new Stems([
  ['thousand thousands тыс тысяч тысяча тысяче тысячи тысячу тысячей тысячами тысячах мың* k', 3],
  ['million* mn mln mio млн миллион*', 6],
  ['billion* bn bln mrd млрд миллиард*', 9],
  ['trillion* tn trn трлн триллион*', 12],
])

export const hanMagnitudes: Signs<number> = new Signs([
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
])

/** `m` and `k` are magnitudes only beside a currency sign. */
export const moneyMagnitudes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
])
