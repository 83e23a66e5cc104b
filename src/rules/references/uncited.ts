import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { CollectionRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { shortName } from '../../text/csl.ts'
import { mentionsOf } from './same/mentions.ts'

/** Where more than these, and more than this part of a list, seem uncited, it is the form of citing that was not understood. */
const MANY = 5
const MOST = 0.2

/** What is noted of one list or library as one manuscript uses it. */
interface Use {
  readonly list: string
  readonly library: boolean
  readonly entries: readonly {
    readonly id: string
    readonly label: string
    readonly name: string
    readonly span: Span
  }[]
  /** ids of the entries that the manuscript does not cite */
  readonly uncited: readonly string[]
}

export const uncitedReference: CollectionRule<Use> = {
  id: 'references/uncited',
  scope: 'collection',
  summary: 'Every entry of the list is cited in the text.',
  why: 'An entry that nothing cites pads the list, or its citation was lost or misspelt.',
  cannotSee:
    'Citations in figures, supplements and forms that are not recognised, and entries that are meant as further reading.',
  severity: 'warning',
  messages: {
    entry: 'Entry {label} ({name}) is not cited in the text',
    many: '{count} of {total} entries are not cited in a form that citelint recognises: {labels}',
    library: '{count} of {total} entries of the library are cited by no manuscript: {labels}',
  },

  *note(document) {
    if (document.kind !== 'manuscript' || !document.hasBody || document.metadata.nocite.includes('*')) return
    const cited = citedIds(document)
    // without a single linked citation the form of citing was not understood, which is no fault of the entries
    if (cited.size === 0) return
    const isMentioned = mentionsOf(document)
    for (const list of document.lists) {
      if (list.kind !== 'references') continue
      const entries = document.references.filter((reference) => reference.list === list.id)
      const uncited = new Set(missing(entries, cited))
      const silent = entries.filter((entry) => uncited.has(entry.id) && !isMentioned(entry)).map(({ id }) => id)
      yield { list: list.id, library: false, entries: entries.map(brief), uncited: silent }
    }
    for (const library of document.libraries) {
      const { references, path } = library
      yield { list: path, library: true, entries: references.map(brief), uncited: missing(references, cited) }
    }
  },

  *check(uses) {
    for (const use of uses) {
      if (use.library) continue
      const uncited = new Set(use.uncited)
      const entries = use.entries.filter(({ id }) => uncited.has(id))
      if (entries.length > MANY && entries.length > use.entries.length * MOST) {
        yield { ...several('many', entries, use), confidence: 'likely', severity: 'info' }
        continue
      }
      for (const { id, label, name, span } of entries) {
        yield { span, messageId: 'entry', data: { label, name }, subject: name, confidence: 'likely', concerns: [id] }
      }
    }
    for (const shared of librariesOf(uses)) {
      const everywhere = shared.map(({ uncited }) => new Set(uncited))
      const [use] = shared
      const idle = use.entries.filter(({ id }) => everywhere.every((uncited) => uncited.has(id)))
      if (idle.length > 0) yield { ...several('library', idle, use), severity: 'info' }
    }
  },

  examples: [
    {
      title: 'every entry is cited',
      manuscript:
        'Machines read [1] and prove [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'an entry that nothing cites',
      manuscript:
        'Machines read [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. ⟦Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.⟧\n',
      says: ['Entry 2 (Doe 2006) is not cited in the text'],
    },
    {
      title: 'ненужный источник',
      manuscript:
        'Машины читают (Ветров, 2004).\n\n## Литература\n\nВетров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n\n⟦Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.⟧\n',
      says: ['Entry 2 (Лугова 2006) is not cited in the text'],
    },
    {
      title: 'a pasted list has no text that could cite it',
      manuscript:
        '## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
  ],
}

function citedIds({ citations, counterparts, metadata, libraries }: Document): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const { links } of citations) {
    for (const { reference } of links) {
      cited.add(reference)
      const counterpart = counterparts[reference]
      if (counterpart !== undefined) cited.add(counterpart)
    }
  }
  if (cited.size === 0) return cited
  const nocite = new Set(metadata.nocite)
  for (const { references } of libraries) {
    for (const { id, label } of references) if (nocite.has(label)) cited.add(id)
  }
  return cited
}

function missing(entries: readonly { id: string }[], cited: ReadonlySet<string>): readonly string[] {
  return entries.filter(({ id }) => !cited.has(id)).map(({ id }) => id)
}

function brief({ id, label, csl, span }: Document['references'][number]): Use['entries'][number] {
  return { id, label, name: shortName(csl), span }
}

/** One finding for many entries, at the first of them. */
function several(messageId: string, entries: Use['entries'], { list, entries: all }: Use): Draft {
  const [first] = entries as readonly [Use['entries'][number]]
  const labels = entries.slice(0, 5).map(({ label }) => `\`${label}\``)
  return {
    span: first.span,
    messageId,
    data: {
      count: entries.length,
      total: all.length,
      labels: entries.length > 5 ? `${labels.join(', ')}, …` : labels.join(', '),
    },
    subject: list,
  }
}

/** The uses of each library, together. */
function librariesOf(uses: readonly Use[]): Iterable<readonly [Use, ...Use[]]> {
  const groups = new Map<string, [Use, ...Use[]]>()
  for (const use of uses) {
    if (!use.library) continue
    const group = groups.get(use.list)
    if (group === undefined) groups.set(use.list, [use])
    else group.push(use)
  }
  return groups.values()
}
