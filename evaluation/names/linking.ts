import { existsSync, readFileSync } from 'node:fs'
import type { Tools } from '../../src/engine/pipeline.ts'
import { documentOf, type Paper } from './corpus.ts'

interface Truth {
  readonly citations: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly references: readonly number[]
  }[]
}

/** How many of the citations that an article's own markup links were found, and how many lead to the same entry. */
export interface Linking {
  citations: number
  found: number
  right: number
  readonly wrong: string[]
}

/** Compares the links of a converted article with its markup's; undefined where there is no truth beside it. */
export async function linkingOf(paper: Paper, folder: string, tools: Tools): Promise<Linking | undefined> {
  const path = `${folder}/${paper.id.replace(/\.md$/, '.truth.json')}`
  if (!paper.id.endsWith('.md') || !existsSync(path)) return undefined
  const truth = JSON.parse(readFileSync(path, 'utf8')) as Truth
  const document = await documentOf(paper, tools)
  const order = new Map(document.references.map(({ id, index }) => [id, index]))
  const result: Linking = { citations: 0, found: 0, right: 0, wrong: [] }
  for (const { start, end, text, references } of truth.citations) {
    for (const [at, index] of references.entries()) {
      result.citations++
      const near = document.citations.filter(({ span, group }) => {
        return (span.start < end && start < span.end) || (group.start <= start && end <= group.end)
      })
      const overlapping = near.filter(({ span }) => span.start < end && start < span.end)
      const own = overlapping.length > 0 ? overlapping : near
      if (own.length > 0) result.found++
      const targets = own.flatMap((citation) => citation.targets.map((target) => order.get(target)))
      if (targets.includes(index)) result.right++
      else if (at === 0 || own.length > 0)
        result.wrong.push(
          `${paper.id} @${start} “${text}” means ${index}, ${own.length === 0 ? 'not found' : `linked to ${targets.join(',') || 'nothing'}`}`,
        )
    }
  }
  return result
}
