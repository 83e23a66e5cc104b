import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { compareFamilies } from '../../names/index.ts'
import { familyOf, makersOf, shortName, yearOf } from '../../text/csl.ts'
import { distance } from '../../text/distance.ts'
import { fold, foldWords } from '../../text/fold.ts'
import { entryName } from '../lists/parallel/makers.ts'
import { compareTexts, type Sameness, suffixOf, textKeys } from './same/texts.ts'

/** Shorter titles (Editorial, Introduction, Preface) are shared by many works. */
const LEAST_TITLE = 15

export const duplicateReference: DocumentRule = {
  id: 'references/duplicate',
  summary: 'Each work stands once in a list.',
  why: 'A work that is listed twice is counted twice, and its citations are divided between two numbers or keys.',
  cannotSee: 'The same work under two titles, and a preprint beside its published version, which are left alone.',
  severity: 'warning',
  messages: {
    'same-work': 'Entries {first} and {second} are the same work ({name})',
    'same-doi': 'Entries {first} and {second} give the same DOI, {doi}',
  },

  *check(document) {
    for (const list of document.lists) {
      const entries = document.references.filter((reference) => reference.list === list.id)
      const seen = new Set<Reference>()
      for (const [first, second] of candidates(entries)) {
        if (seen.has(second)) continue
        const same = compare(first, second)
        if (same === undefined) continue
        seen.add(second)
        yield {
          span: second.key === undefined ? second.span : (second.labelSpan ?? second.span),
          messageId: same.messageId,
          data: {
            first: first.label,
            second: second.label,
            name: nameOf(second),
            doi: second.identifiers.doi ?? '',
          },
          confidence: same.confidence,
          subject: `${first.label} ${second.label}`,
          note:
            same.messageId === 'same-doi'
              ? 'One of the two DOIs belongs to another work, or one entry is a repeat.'
              : 'Keep one of them and point its citations at it.',
          related: [{ span: first.labelSpan ?? first.span, message: `entry ${first.label}` }],
          evidence: [{ about: same.by, ours: nameOf(second), theirs: nameOf(first), source: 'the same list' }],
          concerns: [first.id, second.id],
        }
      }
    }
  },

  examples: [
    {
      title: 'two works of one author',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines at work // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Roe A. Literate machines at rest // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'one work under two keys',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004; @roe04].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines at Work}, journal={Journal of Invented Results}, year={2004}}\n@article{⟦roe04⟧, author={Roe, A.}, title={Literate machines at work}, journal={J. Inv. Res.}, year={2004}}',
      says: ['Entries roe2004 and roe04 are the same work (Roe 2004)'],
    },
    {
      title: 'one DOI for two works',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004; @doe2006].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines at Work}, journal={Journal of Invented Results}, year={2004}, doi={10.5555/jir.12}}\n@article{⟦doe2006⟧, author={Doe, Bob}, title={Proofs that run by themselves}, journal={Journal of Invented Results}, year={2006}, doi={10.5555/JIR.12}}',
      says: ['Entries roe2004 and doe2006 give the same DOI, 10.5555/jir.12'],
    },
    {
      title: 'two yearly reports of one title',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@office2004; @office2005].',
      bibliography:
        '@techreport{office2004, author={{Invented Office}}, title={Annual report on numbers}, institution={Invented Office}, year={2004}}\n@techreport{office2005, author={{Invented Office}}, title={Annual report on numbers}, institution={Invented Office}, year={2005}}',
    },
    {
      title: 'one work with two years and two spellings of its author',
      manuscript:
        'See [1], [2] and [3].\n\n## References\n\n1. Quimby A. Literate machines at work // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n3. ⟦Quimbly A. Literate machines at work // Journal of Invented Results. 2005. Vol. 2. P. 5–9.⟧\n',
      says: ['Entries 1 and 3 are the same work (Quimbly 2005)'],
    },
    {
      title: 'одна работа в двух письменностях',
      manuscript:
        'См. [1], [2], [3].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины в работе // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства и числа // Вестник примеров. 2006. № 4. С. 15–19.\n3. ⟦Vetrov A. A. Chitaemye mashiny v rabote. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.⟧\n',
      says: ['Entries 1 and 3 are the same work (Vetrov 2004)'],
    },
    {
      title: 'parts of one series',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines at work, part 1 // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Roe A. Literate machines at work, part 2 // Journal of Invented Results. 2004. Vol. 2. P. 10–19.\n',
    },
    {
      title: 'повтор источника',
      manuscript:
        'См. [1], [2].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины в работе // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства и числа // Вестник примеров. 2006. № 4. С. 15–19.\n3. ⟦Ветров А. А. Читаемые машины в работе // Вестник примеров. 2004. № 2. С. 5–9.⟧\n',
      says: ['Entries 1 and 3 are the same work (Ветров 2004)'],
    },
  ],
}

function nameOf(reference: Reference): string {
  return reference.key === undefined ? entryName(reference) : shortName(reference.csl)
}

/** Pairs that share a DOI or the beginning of a title, found through an index; each entry meets the first of its bucket. */
function* candidates(entries: readonly Reference[]): Iterable<readonly [Reference, Reference]> {
  const buckets = new Map<string, Reference>()
  for (const entry of entries) {
    for (const key of bucketKeys(entry)) {
      const first = buckets.get(key)
      if (first === undefined) buckets.set(key, entry)
      else yield [first, entry]
    }
  }
}

function bucketKeys(reference: Reference): readonly string[] {
  const { csl, identifiers, key } = reference
  const keys: string[] = []
  if (key === undefined) keys.push(...textKeys(reference))
  if (identifiers.doi !== undefined) keys.push(`doi ${identifiers.doi}`)
  const title = foldWords(csl.title ?? '')
  if (title.length >= LEAST_TITLE) keys.push(`title ${title.slice(0, 24)} ${yearOf(csl) ?? ''}`)
  return keys
}

function compare(first: Reference, second: Reference): Sameness | undefined {
  return compareFields(first, second) ?? (first.key === undefined ? compareTexts(first, second) : undefined)
}

function compareFields(first: Reference, second: Reference): Sameness | undefined {
  const titles = [foldWords(first.csl.title ?? ''), foldWords(second.csl.title ?? '')] as const
  const alike = titles[0].length >= LEAST_TITLE && nearlyEqual(titles[0], titles[1])
  const { doi } = first.identifiers
  const other = second.identifiers.doi
  if (doi !== undefined && doi === other) {
    return alike || titles[0] === '' || titles[1] === ''
      ? { messageId: 'same-work', confidence: 'certain', by: 'DOI and title' }
      : { messageId: 'same-doi', confidence: 'likely', by: 'DOI' }
  }
  if (!alike || !shareMaker(first, second) || differ(first, second)) return undefined
  if (first.key === undefined && suffixOf(first) !== suffixOf(second)) return undefined
  if (doi !== undefined && other !== undefined) return undefined
  return { messageId: 'same-work', confidence: 'likely', by: 'title, year and author' }
}

function nearlyEqual(left: string, right: string): boolean {
  const limit = Math.floor(Math.max(left.length, right.length) / 20)
  return distance(left, right, limit) <= limit
}

function shareMaker(first: Reference, second: Reference): boolean {
  const [left] = makersOf(first.csl)
  const [right] = makersOf(second.csl)
  if (left === undefined || right === undefined) return left === right
  const a = fold(familyOf(left))
  const b = fold(familyOf(right))
  return distance(a, b, 1) <= 1 || compareFamilies(familyOf(left), familyOf(right)).verdict !== 'different'
}

/** Fields that two records of one work would not print differently. */
function differ({ csl: first }: Reference, { csl: second }: Reference): boolean {
  if (yearOf(first) !== yearOf(second)) return true
  if (isPreprint(first.type) !== isPreprint(second.type)) return true
  return (['volume', 'issue', 'page', 'number'] as const).some((field) => {
    const left = foldWords(String(first[field] ?? ''))
    const right = foldWords(String(second[field] ?? ''))
    return (
      left !== '' && right !== '' && left !== right && !left.startsWith(`${right} `) && !right.startsWith(`${left} `)
    )
  })
}

function isPreprint(type: string): boolean {
  return type === 'article' || type === 'manuscript'
}
