/** Month names and their usual abbreviations, lower case without dots, to the number of the month. Own list. */

const names: Readonly<Record<number, string>> = {
  1: 'january jan januar janvier janv enero ene gennaio gen janeiro ocak stycznia leden январь января янв січень січня січ қаңтар қаң',
  2: 'february feb februar février févr fevrier febrero febbraio fevereiro fev şubat lutego únor февраль февраля фев февр лютий лютого ақпан ақп',
  3: 'march mar märz marz mars marzo março mart marca března март марта берез березень березня наурыз нау',
  4: 'april apr avril avr abril abr aprile nisan kwietnia dubna апрель апреля апр квітень квітня квіт сәуір сәу',
  5: 'may mai mayo maggio mag maio mayıs maja května май мая травень травня трав мамыр мам',
  6: 'june jun juni juin junio giugno giu junho haziran czerwca června июнь июня июн червень червня черв маусым мау',
  7: 'july jul juli juillet juil julio luglio lug julho temmuz lipca července июль июля июл липень липня лип шілде шіл',
  8: 'august aug août aout agosto ago ağustos sierpnia srpna август августа авг серпень серпня серп тамыз там',
  9: 'september sep sept septembre septiembre settembre set setembro eylül września září сентябрь сентября сен сент вересень вересня верес қыркүйек қыр',
  10: 'october oct oktober okt octobre octubre ottobre ott outubro out ekim października října октябрь октября окт жовтень жовтня жовт қазан қаз',
  11: 'november nov novembre noviembre novembro kasım listopada listopadu ноябрь ноября ноя нояб листопад листопада лист қараша қар',
  12: 'december dec dezember dez décembre déc diciembre dic dicembre dezembro aralık grudnia prosince декабрь декабря дек грудень грудня груд желтоқсан жел',
}

export const months: ReadonlyMap<string, number> = new Map(
  Object.entries(names).flatMap(([month, words]) => words.split(' ').map((word) => [word, Number(month)] as const)),
)
