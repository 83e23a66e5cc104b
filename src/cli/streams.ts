import { once } from 'node:events'
import process from 'node:process'
import { codeOf } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'

/**
 * Standard output that may be closed by whoever reads it (`| head`): writing then ends quietly and the run keeps its
 * exit code.
 */
export class Output {
  readonly #stream: NodeJS.WriteStream
  #closed = false

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
    stream.on('error', (error) => {
      this.#closed = true
      if (codeOf(error) !== 'EPIPE') process.exitCode = 2
    })
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true
  }

  get columns(): number | undefined {
    return this.#stream.isTTY ? this.#stream.columns : undefined
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** Writes part after part, never more than the reader takes. */
  async write(parts: string | Iterable<string>): Promise<void> {
    let waiting = ''
    for (const part of typeof parts === 'string' ? [parts] : parts) {
      waiting += part
      if (waiting.length < CHUNK) continue
      await this.#push(waiting)
      waiting = ''
      if (this.#closed) return
    }
    if (waiting !== '') await this.#push(waiting)
  }

  async #push(text: string): Promise<void> {
    if (this.#closed || this.#stream.write(text)) return
    await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]).catch(() => {})
  }
}

const CHUNK = 1 << 16

export const stdout: Output = new Output(process.stdout)
export const stderr: Output = new Output(process.stderr)

/** Says on standard error what stopped us, with help where there is some; no stack for a mistake of the user's. */
export async function complain(error: unknown): Promise<void> {
  if (error instanceof Failure) {
    for (const line of error.message.split('\n')) await stderr.write(`citelint: ${line}\n`)
    if (error.help !== undefined) await stderr.write(`  ${error.help}\n`)
    return
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  await stderr.write(`citelint: internal error, please report it\n${text}\n`)
}

/** Says on standard error what the user should know, though nothing is wrong. */
export async function tell(notes: readonly string[]): Promise<void> {
  for (const note of notes) await stderr.write(`citelint: ${note}\n`)
}

/** Bytes of standard input, at most `limit`. */
export async function readStdin(limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of process.stdin as AsyncIterable<Buffer>) {
    length += part.length
    if (length > limit) throw new Failure('too-large', `standard input has more than ${limit >> 20} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** May colours be used on this stream? `--no-color` and NO_COLOR forbid them, FORCE_COLOR asks for them. */
export function wantsColor(allowed: boolean, isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  if (!allowed || (env.NO_COLOR ?? '') !== '') return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
