import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { Failure } from '../../model/failure.ts'
import { LineIndex } from '../../text/lines.ts'

export type Path = readonly (string | number)[]

/** A settings file as data that remembers where each key and value stands. */
export interface Parsed {
  readonly value: unknown
  /** `file:line:column` of a key or a value; of the nearest thing above it where it is not there */
  place(path: Path, part: 'key' | 'value'): string
}

/** Reads JSON (comments allowed) or YAML. `shown` is the file's name in messages. */
export async function parseSettings(text: string, shown: string): Promise<Parsed> {
  const lines = new LineIndex(text)
  const at = (offset: number): string => {
    const { line, column } = lines.position(offset)
    return `${shown}:${line}:${column}`
  }
  const isJson = shown.toLowerCase().endsWith('.json')
  const { value, offset } = await (isJson ? parseJson(text, at) : parseYaml(text, at)).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause
    // both parsers call themselves for each level
    const why = cause instanceof RangeError ? 'nested too deeply' : String(cause)
    throw new Failure('configuration', `${shown}: not readable as ${isJson ? 'JSON' : 'YAML'}: ${why}`, { cause })
  })
  return {
    value,
    place(path, part) {
      for (let length = path.length; length > 0; length--) {
        const found = offset(path.slice(0, length), length === path.length ? part : 'key')
        if (found !== undefined) return at(found)
      }
      return shown
    },
  }
}

interface Located {
  readonly value: unknown
  offset(path: Path, part: 'key' | 'value'): number | undefined
}

async function parseJson(text: string, at: (offset: number) => string): Promise<Located> {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false })
  const [error] = errors
  if (error !== undefined) {
    const what = printParseErrorCode(error.error)
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
    throw new Failure('configuration', `${at(error.offset)}: not readable as JSON: ${what}`)
  }
  return {
    value: tree === undefined ? undefined : getNodeValue(tree),
    offset(path, part) {
      const node = tree === undefined ? undefined : findNodeAtLocation(tree, [...path])
      if (node === undefined) return undefined
      return part === 'key' && node.parent?.type === 'property' ? node.parent.offset : node.offset
    },
  }
}

async function parseYaml(text: string, at: (offset: number) => string): Promise<Located> {
  const { isMap, isNode, isPair, isScalar, parseDocument } = await import('yaml')
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) {
    throw new Failure('configuration', `${at(error.pos[0])}: not readable as YAML: ${lowerFirst(error.message)}`)
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 50 })
  } catch (cause) {
    throw new Failure('configuration', `${at(0)}: not readable as YAML: ${(cause as Error).message}`, { cause })
  }
  return {
    value,
    offset(path, part) {
      if (part === 'key') {
        const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
        if (isMap(parent)) {
          const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
          if (isPair(pair) && isNode(pair.key)) return pair.key.range?.[0]
        }
      }
      const node = document.getIn(path, true)
      return isNode(node) ? node.range?.[0] : undefined
    },
  }
}

function lowerFirst(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1)
}
