/** Enough of an entry to tell what it is; what follows is not looked at. */
const sample = 1500

/** Signs of a bibliographic reference in any script; each counts once. */
const signs: readonly RegExp[] = [
  /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)[a-zа-я]?/u,
  /\(\s?(?:1[5-9]|20)\d\d[a-zа-я]?(?:,[^)]{1,20})?\)|[,.] (?:1[5-9]|20)\d\d[.;,]/u,
  /\p{Lu}\p{L}+,? \p{Lu}\.|\p{Lu}\. ?(?:\p{Lu}\. ?)?\p{Lu}\p{Ll}|^\p{Lu}\p{Ll}+ \p{Lu}{1,3}[,.]/u,
  /\d ?[-–—] ?\d{1,5}(?!\d{3})|\bp{1,2}\. ?\d|\bS\. ?\d|[СсБбP]\. ?\d|\d ?(?:p|с|б|бет)\./u,
  /\d{1,4} ?\(\d{1,4}(?:[-–/]\d+)?\)|\bvol\.? ?\d|\bno\.? ?\d|[Тт]\. ?\d|№ ?\d|\d+ ?\(\d+\) ?:/iu,
  /\/\/|https?:|www\.|\bdoi\b|10\.\d{4,9}\//iu,
  /retrieved from|accessed|access date|available (?:at|from|online)|режим доступа|дата обращения|электронный ресурс|electronic resource|\bURL\b|қаралған|访问/iu,
  /\bet al\b|\beds?\.|\(eds?\)|\(ed\.?\)|и др\.|под ред|және т\.?б|编|\bin:? |press\b|university|journal|вестник|журнал|хабаршы|学报|出版社|изд-?во|publish|\[[A-Z](?:\/[A-Z]{2})?\]|《[^》]{1,60}》|proceedings|\bHrsg|verlag|édit/iu,
]

/** How many signs of a reference a text shows, 0 to 8. Prose of an article shows none or one in most paragraphs. */
export function referenceLook(text: string): number {
  const head = text.slice(0, sample)
  return signs.filter((sign) => sign.test(head)).length
}

const particle =
  /^(?:van|von|de|da|del|della|di|du|dos|la|le|el|al|bin|ibn|ter|ten|den|der|d|t|ben|zu|zur|af|av)[\s'’-]/i

const starts: readonly RegExp[] = [
  // Smith, J. · Smith J. · Smith JA, · Иванов И.И.
  /^\p{Lu}[\p{L}'’ʼ-]{1,30}(?: \p{Lu}[\p{L}'’ʼ-]{1,30}){0,2},? \p{Lu}(?:\p{Ll}?\.|[\p{Lu}-]{0,2}[,.:;\s(])/u,
  // J. Smith · А. Б. Иванов
  /^(?:\p{Lu}\p{Ll}?\.[ -]?){1,4}\p{Lu}[\p{L}'’ʼ-]{1,30}/u,
  // Smith, John
  /^\p{Lu}[\p{L}'’ʼ-]{1,30}(?: \p{Lu}[\p{L}'’ʼ-]{1,30})?, \p{Lu}\p{Ll}{1,20}/u,
  // Ada Smith, Berta B. Jones · Ada Smith and Berta Jones
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]{1,30}){1,2}(?:,? (?:and|und|et|y|&) |, )\p{Lu}\p{Ll}*\.?(?: \p{Lu}[\p{L}'.’-]{0,30}){1,2}(?:[,.]| and)/u,
  // Organisation (2019)
  /^\p{Lu}.{2,90}?\((?:1[5-9]|20)\d\d[a-zа-я]?[,)]/u,
  // ———. 1975. · --- (1975): the authors of the entry before
  /^(?:[—–―_]{2,8}|-{3,8})[.,:]? ?(?:[(\p{Lu}]|(?:1[5-9]|20)\d\d)/u,
  // 张宁. · 高鑫, · 金某某
  /^[\p{Script=Han}\p{Script=Hangul}·]{2,6} ?[,，.．、:：;；]/u,
]

/** `Cambridge, MA: MIT Press.` looks like a person and is the end of an entry. */
const placeAndPublisher =
  /^\p{L}[\p{L} .'’-]{1,30}(?:, \p{Lu}{2})?: \p{Lu}[\p{L} .&'’-]{2,40}$|^[^.:(\d]{3,40}: .{0,60}?(?:press|publish|verlag|books|wiley|springer|routledge|elsevier|издательство|изд-во|наука|univers)/iu

/** Whether a text begins as entries do: with people, or with a body and a year. */
export function startsLikeEntry(text: string): boolean {
  if (text.length < 200 && placeAndPublisher.test(text)) return false
  const head = text
    .slice(0, 120)
    .replace(/^[\s"“«„'*_]+/u, '')
    .normalize('NFC')
  const name = head.replace(particle, '').replace(particle, '')
  return starts.some((start) => start.test(head) || (name !== head && start.test(name)))
}

/** Organisation (2019), and as well a title with a year in brackets. */
const bodyAndYear = /^\p{Lu}.{2,90}?\((?:1[5-9]|20)\d\d[a-zа-я]?[,)]/u

/** Whether a text begins with people; a body before a year may as well be a title. */
export function startsWithPeople(text: string): boolean {
  return startsLikeEntry(bodyAndYear.test(text) ? text.replace(/\((?=\d{4})/g, '') : text)
}

/** An entry that needs nothing more: who, when, and enough text for a title. Two such are never joined. */
export function isComplete(text: string): boolean {
  return text.length >= 40 && hasYear(text) && startsLikeEntry(text)
}

export function hasYear(text: string): boolean {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(text.slice(0, 4 * sample))
}

/** Initials and abbreviations: the full stop is theirs, not the entry's. */
const abbreviated =
  /(?:^|[\s.(-])(?:\p{Lu}|Phys|Lett|Rev|Proc|Int|Sci|Chem|Math|Soc|Trans|Conf|Am|Res|Eng|Univ|Eds?|Vol|vol|No|no|pp?|St|al|Acad|Natl|Nucl|Mod|Synth|Annu?|Adv|Nat|Appl|Вып|вып|[ТтСс]|др|изд|ред)\.$/u

/** Whether a text ends as an entry may: full stop, bracket, year, pages, identifier or address. */
export function endsLikeEntry(text: string): boolean {
  const tail = text.slice(-120)
  if (abbreviated.test(tail)) return false
  if (/(?:[-‐,:&/(]|\s(?:and|the|of|in|for|und|et|и|в|на|және|мен)|\bURL|\bfrom|\bvol\.|\bno\.|\bpp?\.)$/iu.test(tail))
    return /:\/\/\S*\/$/.test(tail)
  return /[.!?。)\]>”»"’]$|\d[a-z]?$/u.test(tail) || /(?:\/\/|\bdoi:?|10\.\d{4})\S*$/i.test(tail)
}

const accessDate =
  /^[([]?\s*(?:access(?:ed)?(?: date| on)?|date of access|retrieved|last accessed|visited|дата обращения|дата доступа|обращение|дата звернення|жүгінген күні|қаралған күні|қаралған уақыты|өтініш берген күні|пайдаланылған күні|访问日期|引用日期|访问时间|zugriff(?: am)?|abgerufen(?: am)?|consulté le|consultado(?: el| em)?|accesso|erişim(?: tarihi)?|dostęp|acess?o(?: em)?|aces[sc]ado(?: em)?)[\s:：-]{0,4}[\p{L}\d ./,:-]{0,40}[)\]]?[.;,]?$/iu

/** Whether a text is nothing but the date on which a web page was read. */
export function isAccessDate(text: string): boolean {
  return text.length <= 80 && /\d/.test(text) && accessDate.test(text.trim())
}

/** Lower case first, names with particles aside: such a text goes on with another one. */
export function startsLower(text: string): boolean {
  const head = text.slice(0, 40).replace(/^[\s"“«„'’*_([]+/u, '')
  return (
    /^\p{Ll}/u.test(head) &&
    !(particle.test(head) && startsLikeEntry(text)) &&
    !/^(?:e-|i[A-Z]|https?:|www\.|doi)/.test(head)
  )
}
