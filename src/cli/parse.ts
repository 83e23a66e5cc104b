import { resolve } from 'node:path'
import { LARGEST_FILE, readBytes } from '../disk/load.ts'
import { lazyParser } from '../disk/model.ts'
import type { CslItem } from '../model/csl.ts'
import { Failure } from '../model/failure.ts'
import type { ExplainedReference, LabelledToken, ParsedReference } from '../model/parser.ts'
import { binaryKind } from '../readers/encoding/binary.ts'
import { createReferenceParser } from '../reference-parser/index.ts'
import { keyMaker } from './libraries/keys.ts'
import { readStdin, stderr, stdout } from './streams.ts'

export type ParseFormat = 'csl-json' | 'jsonl' | 'bibtex' | 'ris' | 'text'

export interface ParseOptions {
  readonly format: ParseFormat
  readonly explain?: boolean
}

interface Read {
  readonly line: string
  readonly parsed: ParsedReference | null
  readonly csl: CslItem | undefined
  /** only where an explanation is wanted */
  readonly tokens: readonly LabelledToken[]
}

/** `citelint parse`: one reference a line. */
export async function parse(file: string, { format, explain = false }: ParseOptions): Promise<void> {
  if (explain && (format === 'bibtex' || format === 'ris')) {
    throw new Failure(
      'usage',
      `--explain needs --format csl-json or jsonl, or text for people; ${format} has no place for it`,
    )
  }
  if (!explain && format === 'text') {
    throw new Failure('usage', '--format text shows how references were read: it needs --explain')
  }
  const bytes = file === '-' ? await readStdin(LARGEST_FILE) : await readBytes(resolve(file), { shown: file })
  const lines = linesOf(await textOf(bytes))
  const write = await WRITERS[format]()
  const unread: number[] = []
  await stdout.write(write(readAll(lines, unread, explain), explain))
  if (unread.length === 0 || stdout.isClosed) return
  const some = unread.slice(0, 10).join(', ')
  const more = unread.length > 10 ? ` and ${unread.length - 10} more` : ''
  await stderr.write(`citelint: no reference could be read in line ${some}${more}\n`)
}

/** Plain UTF-8 needs none of the tables of encodings, which take longer to load than a reference to read. */
async function textOf(bytes: Uint8Array): Promise<string> {
  if (!bytes.includes(0) && binaryKind(bytes) === undefined) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      // another encoding, or damage
    }
  }
  const { decode } = await import('../readers/decode.ts')
  return decode(bytes).text
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** An entry for each line, null where it is blank; `unread` collects the numbers of those that hold something and no reference. */
function* readAll(lines: readonly string[], unread: number[], explain: boolean): Iterable<Read | null> {
  const parser = lazyParser(createReferenceParser)
  const keyOf = keyMaker()
  const read = (text: string): ExplainedReference =>
    explain ? parser.explain(text) : { parsed: parser.parse(text), tokens: [] }
  for (const [index, whole] of lines.entries()) {
    const line = whole.trim()
    if (line === '') {
      yield null
      continue
    }
    const { parsed, tokens } = read(line)
    if (parsed === null) unread.push(index + 1)
    yield { line, parsed, tokens, csl: parsed === null ? undefined : { ...parsed.csl, id: keyOf(parsed.csl) } }
  }
}

type Writer = (entries: Iterable<Read | null>, explain: boolean) => Iterable<string>

/** What writes each format; the libraries that BibTeX and RIS need are loaded for them alone. */
const WRITERS: Readonly<Record<ParseFormat, () => Writer | Promise<Writer>>> = {
  'csl-json': () =>
    function* (entries, explain) {
      let before = '[\n'
      for (const entry of entries) {
        const item = shown(entry, explain)
        if (item === null) continue
        yield `${before}  ${JSON.stringify(item)}`
        before = ',\n'
      }
      yield before === '[\n' ? '[]\n' : '\n]\n'
    },
  jsonl: () =>
    function* (entries, explain) {
      for (const entry of entries) yield `${JSON.stringify(shown(entry, explain))}\n`
    },
  bibtex: async () => written((await import('./libraries/write.ts')).toBibtex),
  ris: async () => written((await import('./libraries/write.ts')).toRis),
  text: async () => {
    const { explained } = await import('./parse-explained.ts')
    return function* (entries) {
      for (const entry of entries) if (entry !== null) yield explained(entry)
    }
  },
}

function written(write: (item: CslItem, key: string) => string): Writer {
  return function* (entries) {
    for (const entry of entries) if (entry?.csl !== undefined) yield write(entry.csl, entry.csl.id)
  }
}

/**
 * With `--explain` the item is wrapped: `{csl, confidence, language, fields, tokens}`, where `fields` are `{field, start, end,
 * confidence}` and `tokens` `{text, start, end, label, confidence}`.
 */
function shown(entry: Read | null, explain: boolean): object | null {
  if (entry === null || entry.parsed === null || entry.csl === undefined) return null
  if (!explain) return entry.csl
  const { confidence, language, fields } = entry.parsed
  return { csl: entry.csl, confidence, language, fields, tokens: entry.tokens }
}
