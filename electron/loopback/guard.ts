import type { IncomingHttpHeaders } from 'node:http'
import type { Sessions } from './sessions.ts'

/** What a request must show, from the weakest to the strongest. */
export type Demand = 'any' | 'page' | 'call'

export interface GuardContext {
  /** `http://127.0.0.1:PORT`, as this server itself knows it. */
  readonly origin: string
  readonly cookieName: string
  readonly sessions: Sessions
}

/**
 * May this request be answered? Every header is compared whole.
 * - any: it was sent to our own address (a rebound DNS name has another Host)
 * - page: and it holds a session
 * - call: and it was sent by our own page: same origin, and with a header no foreign form or link can set
 */
export function isAllowed(headers: IncomingHttpHeaders, demand: Demand, context: GuardContext): boolean {
  if (headers.host !== new URL(context.origin).host) return false
  if (headers.origin !== undefined && headers.origin !== context.origin) return false
  if (demand === 'any') return true
  const session = readCookie(headers.cookie, context.cookieName)
  if (session === null || !context.sessions.holds(session)) return false
  if (demand === 'page') return true
  const site = headers['sec-fetch-site']
  return (
    (site === undefined || site === 'same-origin') &&
    headers.origin === context.origin &&
    headers['x-empty-chair'] === '1'
  )
}

/** A stream of events is asked for by EventSource, which sends no Origin and no header of ours. */
export function mayListen(headers: IncomingHttpHeaders, context: GuardContext): boolean {
  const site = headers['sec-fetch-site']
  return isAllowed(headers, 'page', context) && (site === undefined || site === 'same-origin')
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}
