import type { Example } from '../model/rule.ts'
import { widthOf } from './terminal/glyphs.ts'

/** One line of a rule's example as shown, and what is under it. */
export interface ExampleLine {
  readonly code: string
  /** spaces and carets under the marked part; empty where nothing is marked */
  readonly carets: string
}

/** The text of an example with its `⟦…⟧` taken out and carets under what they held, right for wide characters. */
export function exampleLines(marked: string): readonly ExampleLine[] {
  let open = false
  return marked
    .replaceAll('\t', '    ')
    .split(/\r\n|\r|\n/)
    .map((line) => {
      let code = ''
      let carets = ''
      for (const part of line.split(/(?=[⟦⟧])|(?<=[⟦⟧])/u)) {
        if (part === '⟦' || part === '⟧') {
          open = part === '⟦'
          // a mark around nothing still shows its place
          if (!open && !carets.endsWith('^')) carets += '^'
          continue
        }
        code += part
        carets += (open ? '^' : ' ').repeat(widthOf(part))
      }
      return { code, carets: carets.trimEnd() }
    })
}

/** The example as it stands in a page: its parts by name, and what citelint says of it. */
export function exampleParts(example: Example): readonly (readonly [name: string, text: string])[] {
  return [
    ['', example.manuscript],
    ...(example.bibliography === undefined ? [] : ([['The library', example.bibliography]] as const)),
  ]
}
