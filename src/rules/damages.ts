import type { Document } from '../model/document.ts'
import type { Draft, Edit, Fix } from '../model/finding.ts'
import type { Reference, WrittenField } from '../model/reference.ts'
import type { Passage, Span } from '../model/source.ts'
import { type DamageKind, type FieldDiagnosis, type IdentifierDamage, mended } from '../text/identifiers/index.ts'
import { segmentsOf, spanOf } from '../text/passage.ts'

/** An identifier with something wrong, wherever it stands. */
export interface Damaged {
  readonly span: Span
  /** as typed */
  readonly text: string
  /** as it would be without the damage, where every damage can be mended */
  readonly mended?: string
  readonly damages: readonly IdentifierDamage[]
  readonly edits: readonly Edit[]
  readonly reference?: Reference
}

/** What each damage is called in a message: `The DOI … has …`. */
export const DAMAGE_WORDS: Readonly<Record<DamageKind, string>> = {
  'space-inside': 'a space or line break inside',
  'trailing-punctuation': 'a mark at its end that is not part of it',
  'page-for-doi': 'page numbers in its place',
  'latex-escape': 'a TeX escape inside',
  'lookalike-letter': 'a letter of another script that looks like the right one',
  'unicode-dash': 'a dash where a hyphen belongs',
  'invisible-character': 'an invisible character inside',
  'doubled-prefix': 'its beginning twice',
  'http-doi-mirror': 'an outdated resolver',
  'wrong-scheme': 'a damaged beginning',
  'odd-case': 'capitals in its scheme',
  'cut-off': 'its end cut off',
  'missing-tld': 'a host without a domain',
  'not-an-identifier': 'something else in its place',
  'more-behind': 'something more behind it',
  'no-scheme': 'no `https://` before it',
  'check-digit': 'a wrong check digit',
}

/** A passage that may hold identifiers, and the entry that it belongs to. */
export interface Place {
  readonly passage: Passage
  readonly reference?: Reference
}

/** Every typed-out entry, then the prose outside the lists. */
export function* typedPlaces({ references, blocks, lists }: Document): Iterable<Place> {
  for (const reference of references)
    if (reference.written === undefined) yield { passage: reference.passage, reference }
  for (const { passage, span, kind } of blocks) {
    if (kind === 'code' || kind === 'comment' || kind === 'math') continue
    if (lists.some((list) => list.span.start <= span.start && span.end <= list.span.end)) continue
    yield { passage }
  }
}

/** The fields of library entries by one of the names, with their diagnosis. */
export function* writtenFields(
  { references }: Document,
  names: readonly string[],
  diagnose: (field: string) => FieldDiagnosis,
): Iterable<Damaged> {
  for (const reference of references) {
    for (const field of reference.written ?? []) {
      if (!names.includes(field.name.toLowerCase())) continue
      const { damages, isFiller } = diagnose(field.value)
      if (!isFiller && damages.length > 0) yield fieldDamage(reference, field, damages)
    }
  }
}

function fieldDamage(
  reference: Reference,
  { value, span }: WrittenField,
  damages: readonly IdentifierDamage[],
): Damaged {
  const at = (start: number, end: number): Span => ({
    path: span.path,
    start: span.start + start,
    end: span.start + end,
  })
  const edits = damages.flatMap(({ start, end, fixed }) =>
    fixed === undefined ? [] : [{ span: at(start, end), text: fixed }],
  )
  return {
    span: at(0, value.length),
    text: value,
    damages,
    edits,
    reference,
    ...(edits.length === damages.length ? { mended: mended(value, 0, value.length, damages) } : {}),
  }
}

/** `DOI:` before a DOI is no part of it. */
const LABEL = /^(?:doi|url)\s?[:：]?\s{0,3}(?=\S)/i

/** A damaged identifier in a passage, offsets led back to the source. */
export function passageDamage(
  { passage, reference }: Place,
  found: number,
  end: number,
  damages: readonly IdentifierDamage[],
): Damaged {
  const label = LABEL.exec(passage.text.slice(found, end))?.[0].length ?? 0
  const start = damages.some((damage) => damage.start < found + label) ? found : found + label
  const edits = damages.flatMap((damage) => {
    const segments = segmentsOf(passage, damage.start, damage.end)
    const [only] = segments
    return damage.fixed === undefined || only === undefined || segments.length > 1
      ? []
      : [{ span: only, text: damage.fixed }]
  })
  return {
    span: spanOf(passage, start, end),
    text: passage.text.slice(start, end),
    damages,
    edits,
    ...(reference === undefined ? {} : { reference }),
    ...(edits.length === damages.length ? { mended: mended(passage.text, start, end, damages) } : {}),
  }
}

/** The finding about one damaged identifier. `what` is `DOI` or `link`. */
export function damageDraft(what: string, { span, text, damages, edits, mended: whole, reference }: Damaged): Draft {
  const wrong = [...new Set(damages.map(({ kind }) => DAMAGE_WORDS[kind]))].join(' and ')
  const fix: Fix = { title: `Write \`${whole}\``, safety: 'safe', edits }
  return {
    span,
    messageId: 'damaged',
    data: { text, wrong },
    subject: `${reference?.label ?? ''} ${text}`,
    ...(whole === undefined
      ? { note: `Look the ${what} up and type it anew.` }
      : { fixes: [fix], evidence: [{ about: what, ours: text, theirs: whole, source: 'the form of the identifier' }] }),
    ...(reference === undefined ? {} : { concerns: [reference.id] }),
  }
}
