import { readFileSync } from 'node:fs'
import { lazyParser } from '../../src/disk/model.ts'
import { understand } from '../../src/engine/pipeline.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { NOTHING_ACCEPTED, sourceFile } from '../support/example.ts'

const LIST = readFileSync('tests/cases/citations-list.txt', 'utf8').trim().split('\n')
const NUMBERED = LIST.map((entry, index) => `${index + 1}. ${entry}`).join('\n')
const PLAIN = LIST.join('\n\n')

/** A manuscript for each way of citing: the sentence among others that cite in this way. */
const MANUSCRIPTS: Readonly<Record<string, (sentence: string) => string>> = {
  years: (sentence) =>
    paper(['Ferries are slow (Barlow, 2012; Громов, 2014).', sentence, 'Bread is old (Müller, 2011).'], PLAIN),
  numbers: (sentence) =>
    paper(
      ['Ferries are slow [3, 6].', sentence, 'Bread is old [18], and so are roads [19], wells [5] and tea [15].'],
      NUMBERED,
    ),
  round: (sentence) =>
    paper(
      [
        'Ferries are slow (3, 6), and so is bread that rises at night (17).',
        sentence,
        'Bread is old (18), and so are roads (19), wells (4,5), mills (7–9) and tea (15).',
      ],
      NUMBERED,
    ),
  raised: (sentence) =>
    paper(
      [
        'Ferries are slow and seldom late,³ and so it is with the bread of the islands.⁶',
        `${sentence} This is said of the wells and of the people who dig them for a living in the valley.`,
        'Bread is old,¹⁸ and so are the roads¹⁹ that lead over the hills to the wells⁵ of the plain.¹⁵',
      ],
      NUMBERED,
    ),
  notes: (sentence) =>
    `# Roads\n\nPeople read.[^1] People write.[^2] People dig.[^3]\n\n[^1]: T. Barlow, Wells of the plain (Example Press, 2012), 3.\n\n[^2]: ${sentence}\n\n[^3]: K. Müller, Tiefe Brunnen, 2011, 6.\n\n## References\n\n${PLAIN}\n`,
}
/** Notes that lean on the note before, which is another entry than the first of the manuscript. */
const BEFORE: Readonly<Record<string, string>> = {
  ru: 'Громов А. Б. Колодцы равнины. 2014. С. 3.',
  uk: 'Лісовий Й. Колодязі степу. 2013. С. 3.',
}

function paper(paragraphs: readonly string[], list: string): string {
  return `# Roads\n\n${paragraphs.join('\n\n')}\n\n## References\n\n${list}\n`
}

/** The entries that the sentence of a row is found to cite, in order, `?` for one that no entry fits; `-` for none. */
export async function entriesOf(row: readonly string[]): Promise<string> {
  const [, kind = '', language = '', sentence = ''] = row
  const made = (MANUSCRIPTS[kind] as (sentence: string) => string)(sentence)
  const before = kind === 'notes' ? BEFORE[language] : undefined
  const text = before === undefined ? made : made.replace(/T\. Barlow, Wells.*$/mu, before)
  const start = text.indexOf(sentence)
  const document = await understand(
    {
      source: sourceFile('m.md', 'markdown', text),
      libraries: [],
      missingLibraries: [],
      settings: { rules: {}, accept: NOTHING_ACCEPTED, today: '2026-11-22' },
    },
    { reader: loadReader, rules: [], parser: lazyParser(createReferenceParser) },
  )
  const order = new Map(document.references.map(({ id, index }) => [id, String(index + 1)]))
  const found = document.citations
    .filter(({ kind: how, targets }) => how !== 'note' || targets.length > 0)
    .filter(({ span }) => start <= span.start && span.end <= start + sentence.length)
    .flatMap(({ targets }) => (targets.length === 0 ? ['?'] : targets.map((target) => order.get(target) ?? '?')))
  return found.length === 0 ? '-' : found.join(' ')
}
