import type { Citation } from '../../model/citation.ts'
import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { nearest } from '../../text/distance.ts'
import { fold } from '../../text/fold.ts'

/** Citations of kinds whose entries must be in a list or a library; identifiers are resolved elsewhere, notes by the markup. */
const LISTED: ReadonlySet<Citation['kind']> = new Set(['key', 'narrative', 'parenthetical', 'numeric'])

export const undefinedCitation: DocumentRule = {
  id: 'citations/undefined',
  summary: 'Every citation has an entry in a reference list or library.',
  why: 'A citation without an entry prints as a question mark or a dead end, and nobody can check the claim that leans on it.',
  cannotSee:
    'Citations in a form that is not recognised as one, entries that a build step adds later, and whether the entry is the work that was meant.',
  severity: 'error',
  messages: {
    key: 'No reference has the key `{key}`',
    number: 'The list has no entry {number}; it ends with {last}',
    name: 'No entry of the list is by {names} {year}',
    'no-library': '{count} citation keys, but the manuscript names no library that holds them',
  },

  *check(document) {
    if (!document.hasBody || document.missingLibraries.length > 0) return
    const keys = keysOf(document)
    const open = document.citations.filter((citation) => LISTED.has(citation.kind) && citation.links.length === 0)
    if (open.length === 0) return
    const texts = document.references.map(({ passage }) => fold(passage.text.slice(0, LONGEST)))
    const keyed = open.filter((citation) => citation.kind === 'key')
    const first = keyed[0]
    if (first !== undefined && keys.length === 0) {
      yield {
        span: first.span,
        messageId: 'no-library',
        data: { count: keyed.length },
        note: 'Name the library in the front matter (`bibliography: references.bib`) or with `--bibliography`.',
        subject: 'no-library',
      }
    }
    for (const citation of open) {
      if (citation.kind === 'key' && keys.length === 0) continue
      if (standsInside(citation, texts)) continue
      const draft = describe(citation, document, keys)
      if (draft !== undefined) yield draft
    }
  },

  examples: [
    {
      title: 'a key that is there',
      manuscript: '---\nbibliography: refs.bib\n---\n\nPrograms are literature [@roe1984].',
      bibliography:
        '@book{roe1984, author={Roe, Ann}, title={Literate Machines}, year={1984}, publisher={Example Press}}',
    },
    {
      title: 'a misspelt key',
      manuscript: '---\nbibliography: refs.bib\n---\n\nPrograms are literature [⟦@reo1984⟧].',
      bibliography:
        '@book{roe1984, author={Roe, Ann}, title={Literate Machines}, year={1984}, publisher={Example Press}}',
      says: ['No reference has the key `reo1984`'],
    },
    {
      title: 'no library at all is one finding, not one for each key',
      manuscript: 'Programs are literature [⟦@roe1984⟧; @doe1990], and so are proofs [@poe2001].',
      says: ['3 citation keys, but the manuscript names no library that holds them'],
    },
    {
      title: 'a number past the end of the list',
      manuscript:
        'The first result [1] was repeated ⟦[3]⟧.\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
      says: ['The list has no entry 3; it ends with 2'],
    },
    {
      title: 'numbers that the list has',
      manuscript:
        'The first result [1] was repeated [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'an author and year that no entry has',
      manuscript:
        'Machines read (Roe, 2004), and people write ⟦(Quimby, 2011)⟧.\n\n## References\n\nRoe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['No entry of the list is by Quimby 2011'],
    },
    {
      title: 'число больше длины списка',
      manuscript:
        'Первый результат [1] повторён ⟦[4]⟧.\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The list has no entry 4; it ends with 2'],
    },
  ],
}

const LONGEST = 4000
const REACH = 240

/** Whether an entry holds the name and, not far behind it, the year: two entries that were read as one hold the second so. */
function standsInside({ cited }: Citation, texts: readonly string[]): boolean {
  const [name] = cited.names ?? []
  if (name === undefined || cited.year === undefined) return false
  const [family, year] = [fold(name.family), String(cited.year)]
  return texts.some((text) => {
    for (let at = text.indexOf(family); at >= 0; at = text.indexOf(family, at + 1)) {
      const isWord = !/\p{L}/u.test(text[at - 1] ?? ' ') && !/\p{L}/u.test(text[at + family.length] ?? ' ')
      if (isWord && text.slice(at, at + REACH).includes(year)) return true
    }
    return false
  })
}

function keysOf({ libraries, references }: Document): readonly string[] {
  const listed = references.flatMap(({ key }) => (key === undefined ? [] : [key]))
  return [...listed, ...libraries.flatMap((library) => library.references.map((reference) => reference.label))]
}

function describe(citation: Citation, document: Document, keys: readonly string[]): Draft | undefined {
  const { cited } = citation
  const common = { span: citation.span, concerns: [citation.id] }
  if (citation.kind === 'key') {
    const key = cited.key ?? citation.text
    const meant = nearest(key, keys)
    return {
      ...common,
      messageId: 'key',
      data: { key },
      subject: key,
      note: meant === undefined ? 'Add the reference, or drop the citation.' : `The nearest key is \`${meant}\`.`,
    }
  }
  const list = document.lists.find((one) => one.kind === 'references')
  if (list === undefined) return undefined
  if (citation.kind === 'numeric') {
    const numbers = document.references.filter((one) => one.list === list.id).map((one) => one.number ?? one.index + 1)
    const last = Math.max(0, ...numbers)
    const number = cited.numbers?.find((one) => !numbers.includes(one))
    if (number === undefined) return undefined
    return {
      ...common,
      messageId: 'number',
      data: { number, last },
      subject: String(number),
      note: 'Correct the number, or add the entry.',
      ...(list.headingSpan === undefined ? {} : { related: [{ span: list.headingSpan, message: 'the list' }] }),
    }
  }
  const names = cited.names?.map((name) => name.family).join(', ') ?? ''
  if (names === '') return undefined
  const year = cited.year === undefined ? '' : `${cited.year}${cited.suffix ?? ''}`
  return {
    ...common,
    messageId: 'name',
    data: { names, year },
    confidence: 'likely',
    subject: `${names} ${year}`,
    note: 'Add the entry to the list, or correct the name or year.',
  }
}
