import { after, type Field, labelOf, outside } from './labels.ts'
import { months } from './lexicons/months.ts'
import { conjunctions } from './lexicons/people.ts'
import { isParticle, isSuffix } from './person.ts'
import { doi, number, punctuation, spaced, type Tokens, tokenText, url, word } from './tokens.ts'

/**
 * Labels the tokens of a reference by the punctuation of APA, Vancouver, GOST and GB/T 7714. It needs no weights: this is
 * what the parser falls back on without a model, and it says so by low confidence.
 */
export function labelByPattern(tokens: Tokens): Uint8Array {
  const labels = new Uint8Array(tokens.count)
  const reader = new Reader(tokens, labels)
  reader.links()
  reader.numbers()
  const title = reader.authors()
  reader.titles(title)
  for (let index = 1; index < tokens.count; index++) {
    if (labels[index] === outside) labels[index] = after(labels[index - 1] as number)
  }
  return labels
}

const yearPattern = /^(?:1[5-9]\d\d|20\d\d)$/
const pageMark = /^(?:pp?|pages?|s|ss|с|стр|б|页)$/i
const volumeMark = /^(?:vol|volume|т|том|bd|v|tom)$/i
const issueMark = /^(?:no|nr|issue|№|вып|n)$/i
const accessMark = /^(?:accessed|retrieved|обращения|қаралған|звернення|abgerufen|consulté)$/i

class Reader {
  readonly #tokens: Tokens
  readonly #labels: Uint8Array
  readonly #texts: string[]

  constructor(tokens: Tokens, labels: Uint8Array) {
    this.#tokens = tokens
    this.#labels = labels
    this.#texts = Array.from({ length: tokens.count }, (_, index) => tokenText(tokens, index))
  }

  #set(field: Field, first: number, last: number = first): void {
    for (let index = first; index <= last; index++) this.#labels[index] = labelOf(field)
  }

  #at(index: number): string {
    return this.#texts[index] ?? ''
  }

  links(): void {
    for (let index = 0; index < this.#tokens.count; index++) {
      const kind = this.#tokens.kinds[index]
      if (kind === url) this.#set('url', index)
      if (kind === doi) this.#set('doi', index)
      if (!accessMark.test(this.#at(index))) continue
      let last = index
      while (last + 1 < this.#tokens.count && last < index + 9 && !/[)\]]/.test(this.#at(last + 1))) last++
      for (let seen = index + 1; seen <= last; seen++) {
        if (this.#tokens.kinds[seen] === number || months.has(this.#at(seen).toLowerCase())) this.#set('accessed', seen)
      }
    }
  }

  /** Years, pages, volumes and issues by their marks, or by the marks between them: `12(3): 45–67`. */
  numbers(): void {
    for (let index = 0; index < this.#tokens.count; index++) {
      if (this.#tokens.kinds[index] !== number || this.#labels[index] !== outside) continue
      const text = this.#at(index)
      const before = this.#at(index - 1) === '.' ? this.#at(index - 2) : this.#at(index - 1)
      const ranged = /^[-–—]$/.test(this.#at(index + 1)) && this.#tokens.kinds[index + 2] === number
      if (pageMark.test(before) || (ranged && !yearPattern.test(text)))
        this.#set('page', index, ranged ? index + 2 : index)
      else if (yearPattern.test(text)) this.#set('date', index)
      else if (volumeMark.test(before)) this.#set('volume', index)
      else if (issueMark.test(before)) this.#set('issue', index)
      else if (this.#at(index + 1) === '(' && this.#at(index + 3) === ')') {
        this.#set('volume', index)
        if (this.#tokens.kinds[index + 2] === number) this.#set('issue', index + 2)
      } else if (/^[,:]$/.test(this.#at(index + 1)) && this.#tokens.kinds[index + 2] === number && index > 4) {
        this.#set('volume', index)
      }
      if (ranged) index += 2
    }
  }

  /** The leading names; answers where the title can begin. */
  authors(): number {
    let end = 0
    let last = -1
    for (let index = 0; index < Math.min(this.#tokens.count, 120); index++) {
      const text = this.#at(index)
      if (
        this.#labels[index] !== outside ||
        text === '(' ||
        text === '（' ||
        text === '«' ||
        text === '"' ||
        text === '“'
      )
        break
      if (this.#tokens.kinds[index] === punctuation) {
        const initial = /^\p{Lu}{1,3}$/u.test(this.#at(index - 1))
        if ((text === '.' || text === '．') && !initial) break
        if (text === ':' || text === '[') break
        continue
      }
      if (this.#tokens.kinds[index] !== word && !/\p{Script=Han}/u.test(text)) break
      const named = /^\p{Lu}/u.test(text) || /^\p{Script=Han}/u.test(text) || conjunctions.has(text) || isParticle(text)
      if (!named && !isSuffix(text) && text !== 'al' && text !== 'др') {
        // a lower-case word: the names ended at the last mark before it
        end = this.#lastMark(last)
        break
      }
      last = index
      end = index + 1
    }
    while (end > 0 && end < this.#tokens.count && this.#at(end) === '.' && !spaced(this.#tokens, end)) end++
    if (end > 0) this.#set('author', 0, end - 1)
    return end
  }

  #lastMark(from: number): number {
    for (let index = from; index > 0; index--) if (/^[.,]$/.test(this.#at(index))) return index + 1
    return 0
  }

  /** Title up to the first strong mark, then the container up to the numbers. */
  titles(from: number): void {
    let start = from
    while (start < this.#tokens.count && (this.#labels[start] !== outside || this.#tokens.kinds[start] === punctuation))
      start++
    const end = this.#sentence(start)
    if (end <= start) return
    this.#set('title', start, end - 1)
    let next = end
    while (next < this.#tokens.count && (this.#labels[next] !== outside || this.#tokens.kinds[next] === punctuation))
      next++
    const close = this.#sentence(next)
    if (close > next) this.#set('journal', next, close - 1)
  }

  #sentence(start: number): number {
    let index = start
    for (; index < this.#tokens.count; index++) {
      if (this.#labels[index] !== outside) break
      const text = this.#at(index)
      const capitalised = /^[\p{Lu}\p{Script=Han}[«“"—–-]/u.test(this.#at(index + 1))
      if ((text === '.' || text === '?' || text === '．') && this.#at(index - 1).length > 1 && capitalised) break
      if (text === '/' || text === '[' || text === '”' || text === '»') break
    }
    return index
  }
}
