import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { compareFamilies } from '../../names/index.ts'
import { fold } from '../../text/fold.ts'
import { spanOf } from '../../text/passage.ts'
import { type InnerDifference, innerDifferences } from './parallel/bilingual.ts'
import { type Difference, differencesOf } from './parallel/differences.ts'
import { entryName } from './parallel/makers.ts'
import { type Pair, type ParallelLists, parallelLists } from './parallel/pairs.ts'

const MESSAGES: Readonly<Record<Difference['kind'], string>> = {
  maker: 'differs',
  'maker-dropped': 'dropped',
  field: 'differs',
  'field-dropped': 'dropped',
  wording: 'differs',
  roles: 'roles',
}

export const counterpartDiffers: DocumentRule = {
  id: 'lists/counterpart-differs',
  summary: 'Two lists of the same works say the same of each work.',
  why: 'Where the two differ one of them is wrong, and a reader or an index follows whichever it happens to read.',
  cannotSee:
    'Errors that both lists share: they are copies and count as one witness. Which of the two is right is only said where the text or the title tells.',
  severity: 'warning',
  messages: {
    differs: 'The two lists differ on the {field} of {name}: {ours} here, {theirs} in {list}',
    dropped: '{list} lacks the {field} of {name}: {ours}',
    within: 'The {field} of entry {label} differs between the original and its translation: {ours} and {theirs}',
    roles: 'What is set off as the title of {name} differs: “{ours}” here, “{theirs}” in {list}',
  },

  *check(document) {
    for (const reference of document.references) {
      for (const difference of innerDifferences(reference)) yield within(reference, difference)
    }
    for (const lists of parallelLists(document)) {
      const found = lists.pairs.map((pair) => ({ pair, differences: differencesOf(pair, document.source.text) }))
      const bare = bareDois(lists)
      for (const { pair, differences } of found) {
        for (const difference of differences) {
          // where only one of the lists gives DOIs, that is its style
          if (difference.kind === 'field-dropped' && difference.field === 'DOI' && bare) continue
          yield describe(document, lists, pair, difference)
        }
      }
    }
  },

  examples: [
    {
      title: 'one work in two scripts',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Щукина, 2006).\n\n## Литература\n\n- Ветров А. А. Читаемые машины // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Щукина Б. Б. Хлеб и доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Chitaemye mashiny. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Shchukina B. B. Khleb i dokazatelʹstva. Vestnik primerov. 2006. Vol. 4, No. 4. P. 15–19.\n',
    },
    {
      title: 'страницы разные',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006).\n\n## Литература\n\n- Ветров А. А. Читаемые машины // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Лугова Б. Б. Доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Chitaemye mashiny. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Lugova B. B. Dokazatelʹstva. Vestnik primerov. 2006. Vol. 4, No. 4. P. ⟦15–91⟧.\n',
      says: ['The two lists differ on the pages of Lugova 2006: 15–91 here, 15–19 in Литература'],
    },
    {
      title: 'an author whom the text spells as one of the lists does',
      manuscript:
        'Machines read (Quimby, 2004), and people write (Doe, 2006).\n\n## Литература\n\n- ⟦Quimbly⟧, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n\n## References\n\n- Quimby, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['The two lists differ on the author of Quimbly 2004: Quimbly here, Quimby in References'],
    },
    {
      title: 'an author who was dropped, and a year',
      manuscript:
        'Machines read (Roe & Poe, 2004), and people write (Doe, 2006).\n\n## Литература\n\n- Roe, A., ⟦Poe⟧, C. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n\n## References\n\n- Roe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n- Doe, B. (⟦2007⟧). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: [
        'References lacks the author of Roe 2004: Poe',
        'The two lists differ on the year of Doe 2007: 2007 here, 2006 in Литература',
      ],
    },
    {
      title: 'an address that was romanised anew with its entry',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006).\n\n## Литература\n\n- Ветров А. А. (2004). Казахстан и машины. https://example.org/kazakhstan-i-mashiny\n- Лугова Б. Б. (2006). Доказательства // Вестник примеров. Т. 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. (2004). Kazahstan i mashiny. https://example.org/⟦kazahstan⟧-i-mashiny\n- Lugova B. B. (2006). Dokazatelʹstva. Vestnik primerov. Vol. 4. P. 15–19.\n',
      says: ['The two lists differ on the address of Vetrov 2004: kazahstan here, kazakhstan in Литература'],
    },
    {
      title: '一条文献的两种文字',
      manuscript:
        '见[1]、[2]、[3]。\n\n## 参考文献\n\n[1] 温如岚. 上学路上的茶馆. 街巷研究, 2008, 6(3): 40-46. [Wen Rulan. Teahouses on the way to school. Lane Studies, ⟦2009⟧, 6(3): 40-46.]\n\n[2] 翁思齐. 县城茶馆的一天. 街巷研究, 2004, 2(1): 9-17. [Weng Siqi. A day in a teahouse of a county town. Lane Studies, 2004, 2(1): 9-17.]\n\n[3] 贺兰舟. 一碗茶的价钱. 街巷研究, 2017, 15(2): 88-93. [⟦He Lanzhuo⟧. The price of a bowl of tea. Lane Studies, 2017, 15(2): 88-93.]\n',
      says: [
        'The year of entry 1 differs between the original and its translation: 2008 and 2009',
        'The author of entry 3 differs between the original and its translation: 贺兰舟 and He Lanzhuo',
      ],
    },
    {
      title: 'a volume, and a DOI',
      manuscript:
        'Machines read (Roe, 2004), and people write (Doe, 2006).\n\n## Литература\n\n- Roe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9. https://doi.org/10.5555/jir.2004.21\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n\n## References\n\n- Roe, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9. https://doi.org/⟦10.5555/jir.2004.12⟧\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, ⟦5⟧(2), 15–19.\n',
      says: [
        'The two lists differ on the DOI of Roe 2004: 10.5555/jir.2004.12 here, 10.5555/jir.2004.21 in Литература',
        'The two lists differ on the volume of Doe 2006: 5 here, 4 in Литература',
      ],
    },
    {
      title: 'one address, written in two ways',
      manuscript:
        'Machines read (Roe, 2004), and people write (Doe, 2006).\n\n## Литература\n\n- Roe, A. (2004). Literate machines. http://www.example.org/literate-machines/\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n\n## References\n\n- Roe, A. (2004). Literate machines. https://example.org/literate-machines\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'title and series change places',
      manuscript:
        'Machines read (Roe, 2004), and people write (Doe, 2006).\n\n## Литература\n\n- Roe, A. (2004). *Literate machines and their readers*. Papers of the Invented Programme.\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n\n## References\n\n- ⟦Roe, A. (2004). Literate machines and their readers. *Papers of the Invented Programme*.⟧\n- Doe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: [
        'What is set off as the title of Roe 2004 differs: “Papers of the Invented Programme” here, “Literate machines and their readers” in Литература',
      ],
    },
  ],
}

function within({ passage, label, id }: Reference, difference: InnerDifference): Draft {
  const { field, original, translated, inOriginal, inTranslated } = difference
  return {
    span: spanOf(passage, inTranslated.start, inTranslated.end),
    messageId: 'within',
    data: { field, label, ours: original, theirs: translated },
    confidence: 'likely',
    subject: `${label} ${field} ${fold(original)} ${fold(translated)}`,
    note: 'Look at the work itself and correct the wrong one.',
    related: [{ span: spanOf(passage, inOriginal.start, inOriginal.end), message: 'the original' }],
    evidence: [{ about: field, ours: translated, theirs: original, source: `entry ${label}` }],
    concerns: [id],
  }
}

/** Fewer than half of the DOIs stand in both lists. */
function bareDois({ pairs }: ParallelLists): boolean {
  const given = pairs.filter(
    ({ original, repeated }) => (original.identifiers.doi ?? repeated.identifiers.doi) !== undefined,
  )
  const both = given.filter(
    ({ original, repeated }) => original.identifiers.doi !== undefined && repeated.identifiers.doi !== undefined,
  )
  return both.length * 2 < given.length
}

function describe(document: Document, lists: ParallelLists, pair: Pair, difference: Difference): Draft {
  const side = sideOf(document, difference)
  const here = side === 'original' ? pair.original : pair.repeated
  const there = side === 'original' ? pair.repeated : pair.original
  const [ours, theirs] =
    side === 'original' ? [difference.original, difference.repeated] : [difference.repeated, difference.original]
  const heading = (own: boolean): string =>
    ((side === 'original') === own ? lists.original : lists.repeated).heading ?? 'the other list'
  const span = placeIn(here, side === 'original' ? difference.inOriginal : difference.inRepeated)
  const other = placeIn(there, side === 'original' ? difference.inRepeated : difference.inOriginal)
  const name = entryName(here)
  const told = witnessOf(document, difference) !== undefined
  return {
    span,
    messageId: MESSAGES[difference.kind],
    data: { field: difference.field, name, ours, theirs, list: heading(false) },
    confidence: 'likely',
    subject: `${entryName(pair.original)} ${difference.field} ${fold(difference.original)} ${fold(difference.repeated)}`,
    note: told
      ? `${theirs} is also what the ${difference.field === 'address' ? 'title spells' : 'text writes'}.`
      : 'Look at the work itself and correct the wrong one.',
    related: [{ span: other, message: `the same work in ${heading(false)}` }],
    evidence: [
      {
        about: difference.field,
        ours: ours === '' ? '—' : ours,
        theirs: theirs === '' ? '—' : theirs,
        source: heading(false),
      },
    ],
    concerns: [here.id, there.id],
    explains: explained(document, pair, difference),
    echoes: ['citations/author', 'citations/year', 'citations/missing-coauthor', 'names/spelling'],
  }
}

function placeIn(reference: Reference, place: { readonly start: number; readonly end: number } | undefined): Span {
  return place === undefined ? reference.span : spanOf(reference.passage, place.start, place.end)
}

/** Where the finding stands: at the form that a witness is against, at what the other list lacks, or in the second list. */
function sideOf(document: Document, difference: Difference): 'original' | 'repeated' {
  const witness = witnessOf(document, difference)
  if (witness !== undefined) return witness === 'original' ? 'repeated' : 'original'
  if (difference.inRepeated === undefined && difference.inOriginal !== undefined) return 'original'
  return 'repeated'
}

/** The form that the text of the manuscript uses, where it uses only one of the two. The lists are no witnesses. */
function witnessOf({ citations }: Document, { kind, original, repeated, witness }: Difference): Difference['witness'] {
  if (witness !== undefined || kind !== 'maker') return witness
  const cited = new Set(citations.flatMap(({ cited: { names = [] } }) => names.map(({ family }) => fold(family))))
  const [left, right] = [cited.has(fold(original)), cited.has(fold(repeated))]
  return left === right ? undefined : left ? 'original' : 'repeated'
}

/** Citations that agree with one of the two lists: what is said of them comes from the difference. */
function explained(
  { citations }: Document,
  pair: Pair,
  { kind, field, original, repeated }: Difference,
): readonly string[] {
  const targets = new Set([pair.original.id, pair.repeated.id])
  return citations
    .filter(({ links, cited }) => {
      if (!links.some(({ reference }) => targets.has(reference))) return false
      if (field === 'year') return [original, repeated].includes(String(cited.year))
      if (kind !== 'maker') return false
      return (
        cited.names?.some(({ family }) =>
          [original, repeated].some((form) => compareFamilies(form, family).verdict === 'same'),
        ) === true
      )
    })
    .map(({ id }) => id)
}
