import { resolve } from 'node:path'
import { LARGEST_FILE, readBytes } from '../disk/load.ts'
import { lazyParser } from '../disk/model.ts'
import type { CslItem } from '../model/csl.ts'
import { Failure } from '../model/failure.ts'
import type { ParsedReference } from '../model/parser.ts'
import { decode } from '../readers/decode.ts'
import { createReferenceParser } from '../reference-parser/index.ts'
import { keyMaker } from './libraries/keys.ts'
import { toBibtex, toRis } from './libraries/write.ts'
import { readStdin, stderr, stdout } from './streams.ts'

export interface ParseOptions {
  readonly format: 'csl-json' | 'jsonl' | 'bibtex' | 'ris'
  readonly explain?: boolean
}

interface Read {
  readonly parsed: ParsedReference
  readonly csl: CslItem
}

/** `citelint parse`: one reference a line. */
export async function parse(file: string, { format, explain = false }: ParseOptions): Promise<void> {
  if (explain && format !== 'csl-json' && format !== 'jsonl') {
    throw new Failure('usage', `--explain needs --format csl-json or jsonl, ${format} has no place for it`)
  }
  const bytes = file === '-' ? await readStdin(LARGEST_FILE) : await readBytes(resolve(file), { shown: file })
  const lines = linesOf(decode(bytes).text)
  const unread: number[] = []
  await stdout.write(WRITERS[format](readAll(lines, unread), explain))
  if (unread.length === 0 || stdout.isClosed) return
  const some = unread.slice(0, 10).join(', ')
  const more = unread.length > 10 ? ` and ${unread.length - 10} more` : ''
  await stderr.write(`citelint: no reference could be read in line ${some}${more}\n`)
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** An entry for each line, null where it holds no reference; `unread` collects the numbers of those that hold something. */
function* readAll(lines: readonly string[], unread: number[]): Iterable<Read | null> {
  const parser = lazyParser(createReferenceParser)
  const keyOf = keyMaker()
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    const parsed = text === '' ? null : parser.parse(text)
    if (parsed === null && text !== '') unread.push(index + 1)
    yield parsed === null ? null : { parsed, csl: { ...parsed.csl, id: keyOf(parsed.csl) } }
  }
}

type Writer = (entries: Iterable<Read | null>, explain: boolean) => Iterable<string>

const WRITERS: Readonly<Record<ParseOptions['format'], Writer>> = {
  *'csl-json'(entries, explain) {
    let before = '[\n'
    for (const entry of entries) {
      if (entry === null) continue
      yield `${before}  ${JSON.stringify(shown(entry, explain))}`
      before = ',\n'
    }
    yield before === '[\n' ? '[]\n' : '\n]\n'
  },
  *jsonl(entries, explain) {
    for (const entry of entries) yield `${entry === null ? 'null' : JSON.stringify(shown(entry, explain))}\n`
  },
  *bibtex(entries) {
    for (const entry of entries) if (entry !== null) yield toBibtex(entry.csl, entry.csl.id)
  },
  *ris(entries) {
    for (const entry of entries) if (entry !== null) yield toRis(entry.csl, entry.csl.id)
  },
}

/** With `--explain` the item is wrapped: `{csl, confidence, language, fields: [{field, text, start, end, confidence}]}`. */
function shown({ parsed, csl }: Read, explain: boolean): object {
  if (!explain) return csl
  const { confidence, language, fields } = parsed
  return { csl, confidence, language, fields }
}
