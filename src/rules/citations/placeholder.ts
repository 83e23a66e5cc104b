import type { Block } from '../../model/block.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { spanOf } from '../../text/passage.ts'
import { findPlaceholders, IN_TEXT } from '../placeholders.ts'

const PROSE: ReadonlySet<Block['kind']> = new Set(['heading', 'paragraph', 'item', 'quote', 'note', 'caption', 'row'])

export const placeholderInText: DocumentRule = {
  id: 'citations/placeholder',
  summary: 'No placeholder stands where a citation was to come.',
  why: 'A placeholder in print tells the reader that a claim was never given its source.',
  cannotSee: 'Placeholders of the author’s own making, and marks that also have another meaning.',
  severity: 'warning',
  messages: {
    placeholder: 'The placeholder “{text}” is left in the text',
  },

  *check({ blocks, lists }) {
    for (const block of blocks) {
      if (!PROSE.has(block.kind)) continue
      for (const { start, end, text } of findPlaceholders(block.passage.text, IN_TEXT)) {
        const span = spanOf(block.passage, start, end)
        if (lists.some((list) => list.span.start <= span.start && span.end <= list.span.end)) continue
        yield {
          span,
          messageId: 'placeholder',
          data: { text },
          note: 'Put in the citation that was meant, or drop the mark.',
        }
      }
    }
  },

  examples: [
    { title: 'an ordinary sentence', manuscript: 'Is it really so? Many say yes (and some no).' },
    {
      title: 'a citation that never came',
      manuscript: 'Machines read ⟦[CITE]⟧.',
      says: ['The placeholder “[CITE]” is left in the text'],
    },
    {
      title: 'an unresolved cross-reference',
      manuscript: 'As section ⟦??⟧ shows, machines read.',
      says: ['The placeholder “??” is left in the text'],
    },
    {
      title: 'недописанная ссылка',
      manuscript: 'Машины читают ⟦(Автор, год)⟧.',
      says: ['The placeholder “(Автор, год)” is left in the text'],
    },
    {
      title: '没有填写的引文',
      manuscript: '机器会阅读⟦（作者，年份）⟧。',
      says: ['The placeholder “（作者，年份）” is left in the text'],
    },
    { title: 'an exclamation', manuscript: 'What?? asked the reader of the first machine.' },
  ],
}
