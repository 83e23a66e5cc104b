import type { Document } from '../../model/document.ts'
import type { CollectionRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { shortName } from '../../text/csl.ts'

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
    library: '{count} of {total} entries of the library are cited by no manuscript: {labels}',
  },

  *note(document) {
    if (document.kind !== 'manuscript' || !document.hasBody || document.metadata.nocite.includes('*')) return
    const cited = citedIds(document)
    // without a single linked citation the form of citing was not understood, which is no fault of the entries
    if (cited.size === 0) return
    for (const list of document.lists) {
      if (list.kind !== 'references') continue
      const entries = document.references.filter((reference) => reference.list === list.id)
      yield { list: list.id, library: false, entries: entries.map(brief), uncited: missing(entries, cited) }
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
      for (const { id, label, name, span } of use.entries) {
        if (!uncited.has(id)) continue
        yield { span, messageId: 'entry', data: { label, name }, subject: name, confidence: 'likely', concerns: [id] }
      }
    }
    for (const [path, shared] of groupByLibrary(uses)) {
      const everywhere = shared.map(({ uncited }) => new Set(uncited))
      const entries = shared[0]?.entries ?? []
      const idle = entries.filter(({ id }) => everywhere.every((uncited) => uncited.has(id)))
      const first = idle[0]
      if (first === undefined) continue
      const labels = idle.slice(0, 5).map(({ label }) => `\`${label}\``)
      yield {
        span: first.span,
        messageId: 'library',
        severity: 'info',
        data: {
          count: idle.length,
          total: entries.length,
          labels: idle.length > 5 ? `${labels.join(', ')}, …` : labels.join(', '),
        },
        subject: path,
      }
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

function groupByLibrary(uses: readonly Use[]): ReadonlyMap<string, readonly Use[]> {
  const groups = new Map<string, Use[]>()
  for (const use of uses) {
    if (use.library) groups.set(use.list, [...(groups.get(use.list) ?? []), use])
  }
  return groups
}
