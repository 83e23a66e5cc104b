import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

type Fault = (request: IncomingMessage, response: ServerResponse, context: FaultContext) => void

export interface FaultContext {
  readonly doi: string
  /** how often this DOI was asked for before */
  readonly before: number
  readonly factor: number
  /** what would be answered if nothing went wrong */
  readonly answer: () => void
}

/** What goes wrong for a DOI `10.5555/fault.<name>`, whatever service is asked for it. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  html200: (_, response) => html(response, 200, '<html><title>Just a moment...</title></html>'),
  html404: (_, response) => html(response, 404, '<html><title>404</title></html>'),
  '429once': (_, response, { before, answer }) =>
    before === 0 ? plain(response, 429, 'slow down', { 'retry-after': '2' }) : answer(),
  '429plain': (_, response, { before, answer }) => (before === 0 ? plain(response, 429, 'slow down') : answer()),
  '429hours': (_, response) =>
    plain(response, 429, 'budget', { 'retry-after': '32400', 'x-ratelimit-remaining-usd': '0' }),
  '403': (_, response) => plain(response, 403, 'blocked'),
  '500': (_, response) => plain(response, 500, 'oops'),
  failed200: (_, response) => json(response, 200, { status: 'failed', 'message-type': 'work', message: {} }),
  rejected: (_, response) =>
    json(response, 400, {
      status: 'failed',
      'message-type': 'validation-failure',
      message: [{ type: 'unknown-parameter', value: 'x', message: 'unknown' }],
    }),
  drip(_, response, { factor }) {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 100 / factor)
    response.on('close', () => clearInterval(timer))
  },
  silent: () => {},
  bomb(_, response) {
    const body = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 })
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body)
  },
  huge(_, response) {
    response.writeHead(200, { 'content-type': 'application/json' })
    const part = Buffer.alloc(1024 * 1024, 0x20)
    let left = 60
    const more = (): void => {
      while (left-- > 0) if (!response.write(part)) return void response.once('drain', more)
      response.end()
    }
    more()
  },
  sixcodings: (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' })
      .end(gzipSync('{}')),
  cut(_, response) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('{"sta')
    setTimeout(() => response.destroy(), 5)
  },
  garbage: (request) => void request.socket.end('this is not HTTP\r\n\r\n'),
  smuggle: (request) =>
    void request.socket.end(
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ),
  bigheaders: (_, response) => response.writeHead(200, { 'x-big': 'x'.repeat(20 * 1024) }).end('{}'),
  reset: (request) => void request.socket.resetAndDestroy(),
  redirectloop: (request, response) => void response.writeHead(302, { location: request.url ?? '/' }).end(),
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export function plain(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body)
}

export function html(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}
