import type { CslItem } from '../../model/csl.ts'
import type { DocumentRule } from '../../model/rule.ts'

type Need = readonly (keyof CslItem & string)[]

const MAKER: Need = ['author', 'editor']
const TITLE: Need = ['title']
const YEAR: Need = ['issued']
const CONTAINER: Need = ['container-title']

/** The bare minimum by type: of each row one of the fields must be there. Types that are not named need a title. */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  'article-journal': [MAKER, TITLE, YEAR, CONTAINER],
  'article-magazine': [TITLE, YEAR, CONTAINER],
  'article-newspaper': [TITLE, YEAR, CONTAINER],
  book: [[...MAKER, 'translator'], TITLE, YEAR],
  chapter: [MAKER, TITLE, YEAR, CONTAINER],
  'paper-conference': [MAKER, TITLE, YEAR],
  thesis: [MAKER, TITLE, YEAR],
  report: [[...MAKER, 'publisher'], TITLE, YEAR],
  software: [TITLE],
  webpage: [['title', 'URL']],
}

const WORDS: Readonly<Record<string, string>> = {
  author: 'author',
  editor: 'editor',
  translator: 'translator',
  title: 'title',
  issued: 'year',
  'container-title': 'journal or book',
  publisher: 'publisher',
  URL: 'URL',
}

/** A typed-out entry that was read less surely than this may hold the field unread. */
const SURE = 0.8

export const missingField: DocumentRule = {
  id: 'references/missing-field',
  summary:
    'Every entry has what its type needs to be found: author or editor, title, year, and the journal or book it is in.',
  why: 'A work without these cannot be looked up, and its citation prints with holes.',
  cannotSee:
    'Fields that are there in a form that was not understood; entries that were read with little confidence are left alone.',
  severity: 'info',
  messages: {
    missing: 'Entry {label} has no {fields}',
  },

  *check(document) {
    for (const { csl, label, span, labelSpan, confidence, key, id } of document.references) {
      if (confidence < SURE) continue
      const missing = (NEEDS[csl.type] ?? [TITLE]).filter((need) => need.every((field) => !hasField(csl, field)))
      // a work in press has no year yet
      const fields = missing.filter((need) => need !== YEAR || csl.status === undefined).map(wording)
      if (fields.length === 0) continue
      yield {
        span: key !== undefined && labelSpan !== undefined ? labelSpan : span,
        messageId: 'missing',
        data: { label, fields: fields.join(', no ') },
        subject: `${label} ${fields.join(' ')}`,
        confidence: key === undefined ? 'likely' : 'certain',
        concerns: [id],
      }
    }
  },

  examples: [
    {
      title: 'an article with everything',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={Journal of Invented Results}, year={2004}}',
    },
    {
      title: 'an article without its journal',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography: '@article{⟦roe2004⟧, author={Roe, Ann}, title={Literate Machines}, year={2004}}',
      says: ['Entry roe2004 has no journal or book'],
    },
    {
      title: 'a book by an editor',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@book{roe2004, editor={Roe, Ann}, title={Literate Machines}, publisher={Example Press}, year={2004}}',
    },
  ],
}

function hasField(csl: CslItem, field: string): boolean {
  const value = csl[field]
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== '' && value !== null
}

function wording(need: Need): string {
  return need.map((field) => WORDS[field] ?? field).join(' or ')
}
