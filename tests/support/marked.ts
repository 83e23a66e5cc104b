import type { Field } from '../../src/reference-parser/labels.ts'
import type { Run } from '../../src/reference-parser/runs.ts'

/** A reference whose labels stand in it, `{title:Rivers}, {date:1992}`, as its text and the runs of its labels. */
export function readMarked(marked: string): { text: string; runs: Run[] } {
  const runs: Run[] = []
  let text = ''
  for (const piece of marked.split(/(\{[a-z-]+:[^}]*\})/)) {
    const found = /^\{([a-z-]+):([^}]*)\}$/.exec(piece)
    const start = text.length
    text += found?.[2] ?? piece
    if (found !== null)
      runs.push({ field: found[1] as Field, first: 0, last: 0, start, end: text.length, confidence: 0.9 })
  }
  return { text, runs }
}

/** Runs as they are read in a test: `title: Rivers | date: 1992`. */
export function writtenRuns(text: string, runs: readonly Run[]): string {
  return runs.map(({ field, start, end }) => `${field}: ${text.slice(start, end)}`).join(' | ')
}
