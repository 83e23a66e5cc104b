import type { Unread } from '../registries/exchange.ts'

/** Why no reply came: the words of `Unread`, thrown inside this room and turned into data at its door. */
export class NetTrouble extends Error {
  readonly unread: Unread

  constructor(why: Unread['why'], detail: string) {
    super(`${why}: ${detail}`)
    this.name = 'NetTrouble'
    this.unread = { state: 'unknown', why, detail }
  }
}

interface Row {
  readonly code: RegExp
  readonly why: Unread['why']
  readonly detail: string
}

/** Error codes of Node, OpenSSL, llhttp and undici. */
const CODES: readonly Row[] = [
  {
    code: /^(?:UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/,
    why: 'timeout',
    detail: 'timeout',
  },
  { code: /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/, why: 'failed', detail: 'headers-too-large' },
  { code: /^ENOTFOUND$|^ENODATA$/, why: 'failed', detail: 'no-such-host' },
  { code: /^EAI_|^ESERVFAIL$|^ETIMEOUT$|^EREFUSED$/, why: 'failed', detail: 'name-not-resolved' },
  { code: /^ENETUNREACH$|^EHOSTUNREACH$|^ENETDOWN$/, why: 'failed', detail: 'unreachable' },
  { code: /^ECONNREFUSED$/, why: 'failed', detail: 'connection-refused' },
  { code: /^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$|^ECONNABORTED$/, why: 'failed', detail: 'cut-off' },
  { code: /^Z_|^ERR__ERROR|^ERR_BROTLI|^ERR_ZLIB/, why: 'failed', detail: 'bad-encoding' },
  { code: /^HPE_|^UND_ERR_(?:RESPONSE|RES_|REQ_|INFO|INVALID)/, why: 'failed', detail: 'protocol' },
  {
    code: /^ERR_TLS|^ERR_SSL|^EPROTO$|CERT|^DEPTH_ZERO|^UNABLE_TO_|^SELF_SIGNED|^HOSTNAME_MISMATCH/,
    why: 'failed',
    detail: 'tls-problem',
  },
]

/** What an error of the network means. */
export function troubleOf(error: unknown): NetTrouble {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof NetTrouble) return cause
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const row = CODES.find((one) => one.code.test(code))
    if (row !== undefined) return new NetTrouble(row.why, row.detail)
  }
  return new NetTrouble('failed', 'protocol')
}

/** Troubles that may be gone a little later. */
export function isPassing({ why, detail }: Unread): boolean {
  if (why === 'timeout') return true
  return why === 'failed' && PASSING.has(detail ?? '')
}

const PASSING: ReadonlySet<string> = new Set([
  ...['name-not-resolved', 'unreachable', 'connection-refused', 'cut-off', 'server-error', 'handle-code-2'],
])
