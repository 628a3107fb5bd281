/**
 * The browser host: the same service and the same page over HTTP, on 127.0.0.1 and nowhere else.
 *
 * - `GET /?token=…` takes the one-time token of the printed address, sets the session cookie (HttpOnly,
 *   SameSite=Strict) and answers 303 to `/`.
 * - `POST /call/<procedure>` with `content-type: application/json` and `x-empty-chair: 1`; the body is the input as
 *   JSON, a Uint8Array being `{ "$bytes": "<base64>" }` both ways; at most 2 MiB. The answer is a Reply
 *   (shared/contract/client.ts) whatever its status: 200 for all that the core said, 4xx for what the guards turned away.
 * - `GET /events` is a stream of server-sent events; each `data` is one ServiceEvent. Nothing is replayed, so a page
 *   fetches anew after a reconnect.
 * - `GET` of anything else is a file of the built page, by an allow-list made at the start.
 *
 * Other programs of the same user can read what this one can; what is kept out are other sites in the browser (Host,
 * Origin, Sec-Fetch-Site, no CORS, a header that needs a preflight) and other users of the machine (token, session).
 */
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { Reply } from '../../shared/contract/client.ts'
import { failed } from '../service/dispatch.ts'
import { describeError } from '../service/log.ts'
import type { Log } from '../service/log.ts'
import { pageHeaders } from '../service/page-headers.ts'
import { listPageFiles } from '../service/page-files.ts'
import { openEventStream } from './event-stream.ts'
import type { EventSourceOfService } from './event-stream.ts'
import { isAllowed, mayListen } from './guard.ts'
import type { GuardContext } from './guard.ts'
import { createSessions } from './sessions.ts'
import { decodeWire, encodeWire } from './wire.ts'

export const MAXIMUM_BODY_BYTES = 2 * 1024 * 1024
const ADDRESS = '127.0.0.1'

export interface LoopbackOptions {
  readonly service: EventSourceOfService & { call(name: unknown, input: unknown): Promise<Reply> }
  /** The folder of the built page. */
  readonly pageFolder: string
  /** 0 or left out: any free port. */
  readonly port?: number
  readonly log: Log
  /** Called with a new start address each time one was used, so that the page can be opened again. */
  readonly onAddress?: (address: string) => void
}

export interface Loopback {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** The start address with its one-time token. */
  readonly address: string
  close(): Promise<void>
}

/** Starts the browser host. Rejects with the system's error when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const files = listPageFiles(options.pageFolder)
  const sessions = createSessions()
  const headers = pageHeaders("'self'")
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 60_000, headersTimeout: 15_000 })
  server.maxConnections = 64
  const origin = await listen(server, options.port ?? 0)
  const context: GuardContext = { origin, cookieName: `empty-chair-${new URL(origin).port}`, sessions }
  const newAddress = (): string => `${origin}/?token=${sessions.issueToken()}`
  const address = newAddress()

  const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
    response.writeHead(status, {
      ...headers,
      'content-type': type,
      'content-length': Buffer.byteLength(body),
    })
    response.end(response.req.method === 'HEAD' ? undefined : body)
  }
  const reply = (response: ServerResponse, status: number, value: Reply): void => {
    // A request that is turned away may still be sending; its connection is not used again.
    if (status !== 200) response.setHeader('connection', 'close')
    send(response, status, 'application/json; charset=utf-8', encodeWire(value))
  }

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
  ): Promise<void> => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST')
      return reply(response, 405, failed('bad-request'))
    }
    if (!isAllowed(request.headers, 'call', context)) return reply(response, 403, failed('not-allowed'))
    if (request.headers['content-type'] !== 'application/json')
      return reply(response, 415, failed('bad-request'))
    const body = await readBody(request)
    if (body === null) return reply(response, 413, failed('too-large'))
    let input: unknown
    try {
      input = decodeWire(body)
    } catch {
      return reply(response, 400, failed('bad-request'))
    }
    reply(response, 200, await options.service.call(name, input))
  }

  const answerStart = (response: ServerResponse, token: string): void => {
    const session = sessions.redeem(token)
    if (session === null) return send(response, 403, PLAIN, WORDS_USED)
    response.writeHead(303, {
      ...headers,
      location: '/',
      'set-cookie': `${context.cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    })
    response.end()
    options.onAddress?.(newAddress())
  }

  const answerFile = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> => {
    if (!isAllowed(request.headers, 'page', context)) {
      const site = request.headers['sec-fetch-site']
      const withheld = path === '/' && (site === 'cross-site' || site === 'same-site')
      // A strict cookie is withheld when another page led here; a reload from our own address brings it.
      return withheld
        ? send(response, 200, 'text/html; charset=utf-8', RELOAD)
        : send(response, 403, PLAIN, WORDS_CLOSED)
    }
    const file = files.get(path)
    if (!file) return send(response, 404, PLAIN, WORDS_NOT_FOUND)
    send(response, 200, file.type, await readFile(file.path))
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isAllowed(request.headers, 'any', context)) return reply(response, 403, failed('not-allowed'))
    const url = URL.parse(request.url ?? '/', origin)
    if (!url || url.origin !== origin) return reply(response, 400, failed('bad-request'))
    const path = url.pathname
    if (path.startsWith('/call/')) return answerCall(request, response, path.slice('/call/'.length))
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return reply(response, 405, failed('bad-request'))
    }
    if (path === '/events') {
      return mayListen(request.headers, context)
        ? openEventStream(response, options.service, headers)
        : reply(response, 403, failed('not-allowed'))
    }
    const token = url.searchParams.get('token')
    if (path === '/' && token !== null && request.method === 'GET') return answerStart(response, token)
    await answerFile(request, response, path)
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.log({ level: 'error', event: 'loopback-failed', ...describeError(error) })
      if (response.headersSent) response.destroy()
      else reply(response, 500, failed('internal'))
    })
  })

  return {
    origin,
    address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const PLAIN = 'text/plain; charset=utf-8'
const WORDS_USED =
  'This address was used already. Start Empty Chair again, or use the newest address it printed.\n'
const WORDS_CLOSED = 'Open Empty Chair with the address it printed when it started.\n'
const WORDS_NOT_FOUND = 'There is nothing at this address.\n'
const RELOAD =
  '<!doctype html><html lang="en"><title>Empty Chair</title><meta http-equiv="refresh" content="0; url=/"></html>\n'

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', reject)
      const bound = server.address()
      if (bound === null || typeof bound === 'string') reject(new Error('No port was bound'))
      else resolve(`http://${ADDRESS}:${bound.port}`)
    })
  })
}

/** The body as text, or null when it is larger than the limit: counted as it arrives, whatever was declared. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY_BYTES) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) return null
    size += chunk.byteLength
    if (size > MAXIMUM_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
