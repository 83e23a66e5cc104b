import type { Citation } from '../../model/citation.ts'
import type { Finding } from '../../model/finding.ts'
import type { FileReport, Report } from '../../model/report.ts'
import type { Rule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { type Folded, foldedFindings } from '../folded.ts'
import { Places } from '../places.ts'
import { citationAnchor, inOrder, type Mark, ownMarks, relatedMarks } from './marks.ts'

/** One file of the report with what is known of it for printing. The file is looked at anew each time: it may be elsewhere. */
export interface Leaf {
  readonly path: string
  readonly file: FileReport
  readonly folded: Folded
  /** before every id of this file, where a page shows several */
  readonly prefix: string
  /** where the file's page is; empty where all share one */
  readonly page: string
}

/** A leaf whose file is at hand for as long as it is printed. */
export function opened(leaf: Leaf): Leaf {
  const { path, file, prefix, page } = leaf
  return { path, file, folded: foldedFindings(file), prefix, page }
}

/** A whole report with the links between its parts. */
export class Sheet {
  readonly report: Report
  readonly rules: ReadonlyMap<string, Rule>
  readonly places: Places
  readonly leaves: readonly Leaf[]
  readonly #byPath: ReadonlyMap<string, Leaf>
  readonly #references = new Map<string, { readonly leaf: Leaf; readonly index: number }>()
  readonly #citations = new Map<string, Citation[]>()
  /** marks in a file that belong to findings of another */
  readonly #foreign = new Map<string, Mark[]>()

  /** `pages` names a page for each file; without them all files are on one. */
  constructor(report: Report, rules: readonly Rule[], pages?: readonly string[]) {
    this.report = report
    this.rules = new Map(rules.map((rule) => [rule.id, rule]))
    this.places = new Places(report)
    const alone = pages !== undefined || report.files.length === 1
    this.leaves = report.files.map(({ source: { path } }, index) => ({
      path,
      get file(): FileReport {
        return report.files[index] as FileReport
      },
      get folded(): Folded {
        return foldedFindings(this.file)
      },
      prefix: alone ? '' : `p${index + 1}-`,
      page: pages?.[index] ?? '',
    }))
    this.#byPath = new Map(this.leaves.map((leaf) => [leaf.path, leaf]))
    for (const leaf of this.leaves) this.#note(opened(leaf))
  }

  #note(leaf: Leaf): void {
    const { references, citations } = leaf.file
    // the leaf of the list, not this one, which holds its file
    const closed = this.#byPath.get(leaf.path) as Leaf
    for (const [index, { id }] of references.entries()) this.#references.set(id, { leaf: closed, index })
    for (const citation of citations) {
      for (const target of citation.targets) push(this.#citations, target, citation)
    }
    for (const [path, mark] of relatedMarks(leaf, this)) if (path !== leaf.path) push(this.#foreign, path, mark)
  }

  /** Is anything cited at all? A list alone is not full of uncited entries. */
  get isCiting(): boolean {
    return this.#citations.size > 0
  }

  /** Who cites an entry of `leaf`, or its counterpart in a parallel list. */
  citationsOf(id: string, { counterparts }: FileReport): readonly Citation[] {
    const twin = Object.hasOwn(counterparts, id) ? counterparts[id] : undefined
    return [...(this.#citations.get(id) ?? []), ...((twin !== undefined && this.#citations.get(twin)) || [])]
  }

  /** All marks in the text of a file, in order of place. */
  marks(leaf: Leaf): readonly Mark[] {
    const own = [...relatedMarks(leaf, this)].flatMap(([path, mark]) => (path === leaf.path ? [mark] : []))
    return inOrder([...ownMarks(leaf, this), ...own, ...(this.#foreign.get(leaf.path) ?? [])])
  }

  /** Where a reference stands, seen from the page of `from`. */
  referenceLink(id: string, from: Leaf): string | undefined {
    const found = this.#references.get(id)
    return found && hrefOf(found.leaf, referenceAnchor(found.leaf, found.index), from)
  }

  noteLink({ span, fingerprint }: Finding, from: Leaf): string {
    return this.#link(span, `n-${fingerprint}`, from)
  }

  /** the marked place of a finding, or of the k-th place that it is compared with */
  markLink({ fingerprint }: Finding, span: Span, from: Leaf, related?: number): string {
    return this.#link(span, related === undefined ? `m-${fingerprint}` : `x-${fingerprint}-${related}`, from)
  }

  /** where a citation stands in the text */
  citationLink(citation: Citation, from: Leaf): string {
    const leaf = this.#byPath.get(citation.span.path)
    return leaf === undefined ? '#' : hrefOf(leaf, citationAnchor(citation, leaf.prefix), from)
  }

  leafOf(path: string): Leaf | undefined {
    return this.#byPath.get(path)
  }

  #link({ path }: Span, anchor: string, from: Leaf): string {
    const leaf = this.#byPath.get(path)
    return leaf === undefined ? '#' : hrefOf(leaf, leaf.prefix + anchor, from)
  }
}

export function referenceAnchor({ prefix }: Leaf, index: number): string {
  return `${prefix}r-${index + 1}`
}

function hrefOf(leaf: Leaf, anchor: string, from: Leaf): string {
  return leaf.page === from.page ? `#${anchor}` : `${relativePage(leaf.page, from.page)}#${anchor}`
}

/** The way from one page to another, both below the folder of the report, as a relative reference. */
export function relativePage(to: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return up + to.split('/').map(encodeURIComponent).join('/')
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
