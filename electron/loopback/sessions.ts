import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const MAXIMUM_SESSIONS = 32

export interface Sessions {
  /** A new one-time token; the ones before it stop working. */
  issueToken(): string
  /** Takes a token, once: returns the new session's id, or null. */
  redeem(token: string): string | null
  holds(session: string): boolean
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: Buffer, b: Buffer): boolean => timingSafeEqual(a, b)

/** Who may speak to the loopback host: whoever held the one-time token of its address. Kept in memory only. */
export function createSessions(): Sessions {
  let token: Buffer | null = null
  const sessions: Buffer[] = []

  return {
    issueToken() {
      const text = randomBytes(32).toString('hex')
      token = digest(text)
      return text
    },
    redeem(text) {
      if (!token || !same(token, digest(text))) return null
      token = null
      const session = randomBytes(32).toString('hex')
      sessions.push(digest(session))
      if (sessions.length > MAXIMUM_SESSIONS) sessions.shift()
      return session
    },
    holds(session) {
      const asked = digest(session)
      return sessions.some((known) => same(known, asked))
    },
  }
}
