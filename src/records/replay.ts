import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import process from 'node:process'
import { Failure } from '../model/failure.ts'
import { type AnyAnswer, type Registry, storeKey } from '../model/query.ts'
import { readLine, writeLine } from './segment.ts'

const HEADER_KEY = 'citelint replay 1'

export interface Recording extends Registry {
  /** writes what was answered, whole or not at all, in the order of the questions' keys */
  save(): void
}

/** Passes questions on and remembers the answers, also those that nobody knew. */
export function recordAnswers(registry: Registry, path: string): Recording {
  const answers = new Map<string, AnyAnswer>()
  return {
    async ask(queries) {
      const given = await registry.ask(queries)
      for (const [index, query] of queries.entries()) {
        const answer = given[index]
        if (answer !== undefined) answers.set(storeKey(query), answer)
      }
      return given
    },
    save() {
      const temporary = `${path}.${process.pid}.tmp`
      try {
        const file = openSync(temporary, 'wx', 0o600)
        try {
          writeSync(file, writeLine({ key: HEADER_KEY, at: 0, value: answers.size }))
          for (const [key, value] of [...answers].sort(([left], [right]) => (left < right ? -1 : 1))) {
            writeSync(file, writeLine({ key, at: 0, value }))
          }
          fsyncSync(file)
        } finally {
          closeSync(file)
        }
        renameSync(temporary, path)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw new Failure('cannot-write', `${path} cannot be written: ${reason(error)}`, { cause: error })
      }
    },
  }
}

/** Answers as a recorded run was answered; a question that it did not put is `not-asked`. Throws a `Failure` for no recording. */
export function replayAnswers(path: string): Registry {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Failure('cannot-read', `${path} cannot be read: ${reason(error)}`, { cause: error })
  }
  const lines = text.split('\n').slice(0, -1).map(readLine)
  const [header, ...rest] = lines
  if (header?.key !== HEADER_KEY || header.value !== rest.length || rest.includes(undefined)) {
    throw new Failure('bad-replay', `${path} is no whole recording of citelint`, {
      help: 'Record again with --online --record FILE.',
    })
  }
  const answers = new Map(
    rest.flatMap((line) => (line === undefined ? [] : [[line.key, line.value as AnyAnswer] as const])),
  )
  return {
    ask: async (queries) =>
      queries.map(
        (query) => answers.get(storeKey(query)) ?? { state: 'unknown', why: 'not-asked', detail: 'not-recorded' },
      ),
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
