import { hasYear, isComplete, referenceLook, startsLikeEntry } from '../../../reference-list/look.ts'
import { headNames } from '../parallel/makers.ts'

const LEAST = 40
const LEAST_HAN = 18
const LONGEST = 3000
const SIGNS = 3
const MOST_PLACES = 60
const PARTICLE = '(?:van|von|de|del|della|di|du|dos|da|le|la|ten|ter|den|der|el|al)'
const BOUNDARY = new RegExp(
  `(?<=[.;)\\]»”">\\d/。．]|(?:\\/\\/|10\\.\\d{4})\\S{4,80})\\s+(?=[\\p{Lu}\\p{Script=Han}"“«„[]|(?:${PARTICLE} ){1,2}\\p{Lu})|(?<=[。．])(?=\\p{Script=Han})`,
  'gu',
)
/** What leads to a person who is not the author of another entry. */
const LEADS_ON =
  /(?:\bin|\beds?|\bed\. by|\bby|\btrans(?:l|lated)?|\bwith|\band|\bvon|пер|ред|сост|отв|под|науч|рец|\/\/?|编|译|主编)[\s.:,]{0,3}$/iu
/** The last thing an entry says: pages, a year, a volume, an identifier. */
const CLOSED =
  /(?:\d{1,5}\s?[-–—]\s?[A-Za-z]?\d{1,6}|\d{1,6}|(?<!\p{L})(?:p|с|б|бет|pp)|[)\]]|(?:https?:\/\/|10\.\d{4,9}\/)\S{3,300})[.;。．]?$/u

const YEAR = '(?:1[5-9]|20)\\d\\d[a-zа-г]?'
const PEOPLE = `(?:${PARTICLE} ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{1,30},? (?:\\p{Lu}{1,3}(?!\\p{L})|(?:\\p{Lu}\\.[ ,-]?){1,4})[^()\\d:“"«]{0,600}?`
/** A body of a few words, and nothing before its year but a full stop. */
const BODY = `\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30}(?: (?:of|the|and|for|on|de|do|da|и|по|в|&|\\p{Lu}[\\p{L}\\p{M}.'’-]{0,30})){0,9}?`
/** The two ways in which a list gives the year next to the makers; all its entries use one of them. */
const FORMS = [`\\(${YEAR}\\)`, `(?<=[.,] )${YEAR}\\.(?= )`].map((year, index) => ({
  people: new RegExp(`^${PEOPLE}${year}`, 'u'),
  // without brackets a place before a year is where a book or a meeting was
  body: index === 0 ? new RegExp(`^${BODY}[.,]? ?${year}[.,:]? `, 'u') : /^(?!)/u,
  early: new RegExp(`^[^\\n]{2,200}?${year}`, 'u'),
}))
type Form = (typeof FORMS)[number]
/** A word of a title, not of a name: prepositions lead to people of whom the title speaks. */
const WORD_OF_TITLE = /(?<!\p{L})\p{Ll}{4,}/u
const ENDS_WITH_WORD = /(?<!\p{L})\p{Ll}[\p{L}’'-]*$/u

/** Where a second work begins in the text of an entry, if both parts are whole works. Looks at 60 places at most. */
export function secondWork(text: string): number | undefined {
  if (text.length < 2 * LEAST_HAN || text.length > LONGEST) return undefined
  const form = FORMS.find(({ people, early }) => people.test(text) || (early.test(text) && /^\p{Lu}/u.test(text)))
  if (form === undefined && !startsLikeEntry(text) && !/^\p{Lu}/u.test(text)) return undefined
  return closedBefore(text, form) ?? (form === undefined ? undefined : headAlike(text, form))
}

/** After the end of an entry, where another one clearly begins. */
function closedBefore(text: string, form: Form | undefined): number | undefined {
  let looked = 0
  for (const { 0: gap, index } of text.matchAll(BOUNDARY)) {
    const at = index + gap.length
    const right = text.slice(at)
    const least = /^\p{Script=Han}/u.test(right) ? LEAST_HAN : LEAST
    if (index < least || right.length < least || !beginsWork(right, form)) continue
    if (++looked > MOST_PLACES) return undefined
    const left = text.slice(0, index)
    if (!isWhole(left) || !CLOSED.test(left.slice(-320)) || LEADS_ON.test(left.slice(-30)) || isOpen(left)) continue
    const whole = least === LEAST_HAN ? hasYear(right) && /\[[A-Z](?:\/[A-Z]{2})?\]/.test(right) : isWork(right, form)
    if (whole && referenceLook(right) >= SIGNS - 1) return at
  }
  return undefined
}

/** A body before a year may as well be a title: only where the list puts the year there is it a maker. */
function beginsWork(right: string, form: Form | undefined): boolean {
  if (form?.body.test(right.slice(0, 200)) === true || form?.people.test(right.slice(0, 700)) === true) return true
  return startsLikeEntry(right) && ((headNames(right)[0]?.initials ?? '') !== '' || /^\p{Script=Han}/u.test(right))
}

function isWork(right: string, form: Form | undefined): boolean {
  return isComplete(right) || (right.length >= LEAST && form?.body.test(right.slice(0, 200)) === true)
}

/** People and a year like those at the head, though the entry before them ends with a publisher or a place. */
function headAlike(text: string, form: Form): number | undefined {
  let looked = 0
  for (const { 0: gap, index } of text.matchAll(/\s+(?=\p{Lu}|(?:van|von|de|den|der|di|da) )/gu)) {
    const at = index + gap.length
    if (index < LEAST || text.length - at < 2 * LEAST) continue
    if (++looked > 4 * MOST_PLACES) return undefined
    const head = form.people.exec(text.slice(at, at + 700))?.[0]
    if (head === undefined || WORD_OF_TITLE.test(head.replace(/(?<!\p{L})et al\b/u, ''))) continue
    const left = text.slice(0, index)
    const right = text.slice(at)
    if (!isWhole(left) || LEADS_ON.test(left.slice(-30)) || isOpen(left) || ENDS_WITH_WORD.test(left)) continue
    // a name or an initial before it would be the beginning of the people
    if (/[,&;:]$|(?<!\p{L})\p{Lu}\.?$/u.test(left)) continue
    if (isComplete(right) && referenceLook(right) >= SIGNS) return at
  }
  return undefined
}

/** `[J].`: the journal is still to come. */
const KIND_AT_END = /\[[A-Z](?:\/[A-Z]{2})?\][.．]?$/

/** People and a year at the end: the title is still to come. */
const UNTITLED = /^[^()\d:]{3,600}[(（]?(?:1[5-9]|20)\d\d[a-zа-г]?[)）]?[.,]?$/u

function isWhole(left: string): boolean {
  return !UNTITLED.test(left) && hasYear(left) && referenceLook(left) >= SIGNS - 1 && !KIND_AT_END.test(left)
}

/** A bracket is open: what follows belongs to what stands before it. */
function isOpen(text: string): boolean {
  let depth = 0
  for (const unit of text) {
    if ('([（［{'.includes(unit)) depth++
    else if (')]）］}'.includes(unit)) depth--
  }
  return depth > 0
}
