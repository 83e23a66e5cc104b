import { Signs, Stems } from './inflection.ts'

/** Words of money after a number, to ISO 4217. */
export const currencyWords: Stems<string> = new Stems([
  ['usd dollar dollars dollar* долл доллар* $', 'USD'],
  ['eur euro euros евро* еуро*', 'EUR'],
  ['gbp pound pounds sterling фунт*', 'GBP'],
  ['rub rur ruble* rouble* руб рубл* рубль рублей р', 'RUB'],
  ['kzt tenge тенге теңге* тг', 'KZT'],
  ['cny rmb yuan renminbi юан* юань юаней', 'CNY'],
  ['jpy yen иен* йен*', 'JPY'],
  ['uzs sum сум* сумов', 'UZS'],
  ['inr rupee* рупи*', 'INR'],
  ['krw won вон*', 'KRW'],
  ['chf franc* франк*', 'CHF'],
  ['uah hryvnia* гривен гривн*', 'UAH'],
  ['try lira* лир*', 'TRY'],
  ['cad', 'CAD'],
  ['aud', 'AUD'],
])

export const currencySigns: Signs<string> = new Signs([
  ['us$ usd $ $us', 'USD'],
  ['a$ aud', 'AUD'],
  ['c$ cad', 'CAD'],
  ['hk$ hkd', 'HKD'],
  ['€ eur', 'EUR'],
  ['£ gbp', 'GBP'],
  ['¥ jp¥', 'JPY'],
  ['₽ rub', 'RUB'],
  ['₸ kzt', 'KZT'],
  ['₹ inr', 'INR'],
  ['₩ krw', 'KRW'],
  ['₴ uah', 'UAH'],
  ['人民币 rmb cny cn¥', 'CNY'],
  ['chf', 'CHF'],
  ['jpy', 'JPY'],
])

/** Chinese words of money after a number; the longest first by `Signs`. */
export const hanCurrencies: Signs<string> = new Signs([
  ['美元 美金', 'USD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['卢布', 'RUB'],
  ['坚戈', 'KZT'],
  ['日元', 'JPY'],
  ['韩元', 'KRW'],
  ['元人民币 元 人民币', 'CNY'],
])
