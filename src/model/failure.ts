/** A mistake of the user's that stops what was asked for: shown as one message with help, exit code 2. */
export class Failure extends Error {
  readonly code: string
  /** what to do about it */
  readonly help: string | undefined

  constructor(code: string, message: string, options: { help?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = code
    this.help = options.help
  }
}
