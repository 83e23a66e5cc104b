import { type Known, knownNames, type NamesBeside, namesBeside } from '../../citations/index.ts'
import type { Citation } from '../../model/citation.ts'
import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { caseLanguages, compareFamilies, type NameIndex, personOf } from '../../names/index.ts'
import { familyOf, makersOf } from '../../text/csl.ts'
import { fold } from '../../text/fold.ts'
import { readingOffset, spanOf } from '../../text/passage.ts'
import { braked } from './authors/brake.ts'
import { makersSpan, nameSpan, pairNames, printed, referencesById } from './authors/named.ts'

export const wrongNumber: DocumentRule = {
  id: 'citations/wrong-number',
  summary: 'The number beside an author’s name is the number of that author’s entry.',
  why: 'A number that leads to somebody else’s work credits the wrong people and sends the reader to the wrong source, silently.',
  cannotSee:
    'Numbers without a name beside them, names of which the list has no entry unless “et al.” marks them as authors, and a source that is cited through another.',
  severity: 'error',
  messages: {
    other: 'The text names {names} at [{number}], but entry {number} is by {listed}; {names} is entry {meant}',
    absent: 'The text names {names} at [{number}], but entry {number} is by {listed}',
    spelling: 'The text names {names} at [{number}], the entry has “{listed}”',
    many: '{count} of {mentions} numbers stand beside a name that is not their entry’s',
  },

  *check(document) {
    const groups = numberGroups(document)
    if (groups.length === 0) return
    const byId = referencesById(document)
    const families = [...byId.values()].flatMap(({ csl }) => makersOf(csl).map(familyOf))
    const known = knownNames(families)
    const drafts = groups.flatMap((group) => judged(group, document, byId, known))
    yield* braked(
      drafts.filter(({ messageId }) => messageId !== 'spelling'),
      groups.length,
      'many',
    )
    yield* drafts.filter(({ messageId }) => messageId === 'spelling')
  },

  examples: [
    {
      title: 'the number of the named author',
      manuscript:
        'Quimby et al. [1] read, and Lakewood [2] showed how.\n\n## References\n\n1. Quimby A, Osten C, Ulm D. Literate machines. Journal of Invented Results. 2004;2(1):5–9.\n2. Lakewood B. Proofs that run. Journal of Invented Results. 2006;4(2):15–19.\n',
    },
    {
      title: 'the number of somebody else',
      manuscript:
        'Machines read [1], as ⟦Lakewood et al. [1]⟧ show; others prove [2].\n\n## References\n\n1. Quimby A, Osten C, Ulm D. Literate machines. Journal of Invented Results. 2004;2(1):5–9.\n2. Lakewood B, Osten C, Ulm D. Proofs that run. Journal of Invented Results. 2006;4(2):15–19.\n',
      says: ['The text names Lakewood at [1], but entry 1 is by Quimby, Osten, Ulm; Lakewood is entry 2'],
    },
    {
      title: 'имя и чужой номер',
      manuscript:
        'Машины читают [1]; по мнению ⟦Луговой [1]⟧, они доказывают [2].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Луговая Б. Б. Как доказывают машины // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The text names Луговой at [1], but entry 1 is by Ветров; Луговой is entry 2'],
    },
    {
      title: 'a method that bears a name',
      manuscript:
        'The Quimby test [2] is old [1].\n\n## References\n\n1. Quimby A, Osten C, Ulm D. Literate machines. Journal of Invented Results. 2004;2(1):5–9.\n2. Lakewood B. Proofs that run. Journal of Invented Results. 2006;4(2):15–19.\n',
    },
    {
      title: 'a letter off',
      severity: 'warning',
      manuscript:
        'Machines read, as ⟦Qiumby et al. [1]⟧ show; others prove [2].\n\n## References\n\n1. Quimby A, Osten C, Ulm D. Literate machines. Journal of Invented Results. 2004;2(1):5–9.\n2. Lakewood B, Osten C, Ulm D. Proofs that run. Journal of Invented Results. 2006;4(2):15–19.\n',
      says: ['The text names Qiumby at [1], the entry has “Quimby, A”'],
    },
  ],
}

interface NumberGroup {
  readonly citations: readonly Citation[]
  readonly from: number
  readonly to: number
}

/** Numbers that stand together, with the offsets of the whole in their block's reading; of doubtful ones none. */
function numberGroups({ citations, blocks }: Document): readonly NumberGroup[] {
  const groups: { citations: Citation[]; from: number; to: number }[] = []
  for (const citation of citations) {
    const passage = blocks[citation.block]?.passage
    if (citation.kind !== 'numeric' || passage === undefined) continue
    const from = readingOffset(passage, citation.group.start)
    const to = readingOffset(passage, citation.group.end - 1) + 1
    const last = groups.at(-1)
    const near = last !== undefined && last.citations[0]?.block === citation.block && from - last.to <= 3
    if (near && /^[\s,;–—-]*$/u.test(passage.text.slice(last.to, Math.max(from, last.to)))) {
      last.citations.push(citation)
      last.to = Math.max(last.to, to)
    } else groups.push({ citations: [citation], from, to })
  }
  return groups
}

function judged(
  { citations, from, to }: NumberGroup,
  { blocks, blockLanguages }: Document,
  byId: ReadonlyMap<string, Reference>,
  known: Known,
): readonly Draft[] {
  const [citation] = citations
  const block = blocks[citation?.block ?? -1]
  if (citation === undefined || block === undefined) return []
  const links = citations.flatMap((one) => one.links)
  const targets = links.flatMap(({ reference }) => byId.get(reference) ?? [])
  const asked = citations.reduce((sum, { cited }) => sum + (cited.numbers?.length ?? 0), 0)
  if (targets.length < asked || links.some(({ probability }) => probability < 1)) return []
  const { text } = block.passage
  if (!/\p{Lu}|\p{Script=Han}/u.test(text.slice(Math.max(0, from - 40), from))) return []
  const beside = namesBeside(text, from, to, known, blockLanguages[citation.block] ?? 'und')
  if (beside === undefined || !(beside.etAl || beside.joined || beside.said)) return []
  if (targets.some((target) => makersOf(target.csl).length === 0 || mentions(target, beside))) return []
  const draft = describe(beside, citation, targets, byId, known)
  if (draft === undefined) return []
  return [{ ...draft, span: spanOf(block.passage, beside.names[0]?.from ?? from, to) }]
}

/** Whether the entry has one of the names, among its makers or anywhere in its text. */
function mentions({ csl, passage }: Reference, { names }: NamesBeside): boolean {
  const cited = names.map(({ family, given }) => ({
    family,
    ...(given === undefined ? {} : { given }),
    span: { path: passage.path, start: 0, end: 0 },
  }))
  const makers = makersOf(csl).slice(0, 40).map(personOf)
  if (pairNames(cited, makers).some(({ fit }) => fit === 'same' || fit === 'given' || fit === 'forename')) return true
  const text = fold(passage.text.slice(0, 4000))
  return names.some(({ family }) => text.includes(fold(family)))
}

function describe(
  { names, etAl, said, joined }: NamesBeside,
  citation: Citation,
  targets: readonly Reference[],
  byId: ReadonlyMap<string, Reference>,
  known: Known,
): Omit<Draft, 'span'> | undefined {
  const [name] = names
  const [target] = targets
  const [number] = citation.cited.numbers ?? []
  if (name === undefined || target === undefined || number === undefined) return undefined
  const shown = names.map(({ family }) => family).join(', ')
  const makers = makersOf(target.csl).slice(0, 40).map(personOf)
  const cited = { family: name.family, span: citation.span }
  const [pair] = pairNames([cited], makers)
  const common = { subject: `${shown} ${number}`, concerns: [citation.id] }
  if (targets.length === 1 && pair?.fit === 'near' && pair.maker !== undefined) {
    return {
      ...common,
      messageId: 'spelling',
      data: { names: shown, number, listed: printed(pair.maker) },
      confidence: 'likely',
      severity: 'warning',
      note: 'The two disagree: see which is right, and use one spelling.',
      related: [{ span: nameSpan(target, pair.maker), message: `the entry has “${printed(pair.maker)}”` }],
      evidence: [{ about: 'author', ours: shown, theirs: printed(pair.maker), source: 'the reference list' }],
    }
  }
  const listed = makers
    .slice(0, 3)
    .map(({ family }) => family)
    .join(', ')
  const meant = entryOf(name.family, byId, known.index, targets)
  const evidence = [
    { about: 'author', ours: shown, theirs: listed, source: `entry ${target.label} of the reference list` },
  ]
  const related = [{ span: makersSpan(target), message: `entry ${target.label} is by ${listed}` }]
  if (meant === undefined) {
    // nobody of the list: only "et al." says that this is an author
    if (!etAl || known.index.find(name.family, caseLanguages(name.family)[0] ?? 'en').length > 0) return undefined
    return {
      ...common,
      messageId: 'absent',
      data: { names: shown, number, listed },
      confidence: 'likely',
      severity: 'warning',
      note: 'Correct the number or the name, or add the entry.',
      related,
      evidence,
    }
  }
  const sure = etAl || (said && joined) || (said && /^\p{Lu}/u.test(name.family))
  return {
    ...common,
    messageId: 'other',
    data: { names: shown, number, listed, meant: meant.label },
    confidence: sure ? 'certain' : 'likely',
    note: `Cite [${meant.label}] if ${shown} is meant, or correct the name.`,
    related: [...related, { span: makersSpan(meant), message: `entry ${meant.label} is by ${shown}` }],
    evidence,
  }
}

/** The one entry whose first maker has the name. */
function entryOf(
  family: string,
  byId: ReadonlyMap<string, Reference>,
  index: NameIndex<string>,
  targets: readonly Reference[],
): Reference | undefined {
  const forms = new Set(
    caseLanguages(family).flatMap((language) => index.find(family, language).map(({ value }) => value)),
  )
  if (forms.size === 0) return undefined
  for (const reference of byId.values()) {
    const [first] = makersOf(reference.csl)
    if (first === undefined || targets.includes(reference)) continue
    const own = familyOf(first)
    if (forms.has(own) || [...forms].some((form) => compareFamilies(form, own).verdict === 'same')) return reference
  }
  return undefined
}
