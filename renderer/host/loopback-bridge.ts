import type { HostBridge } from '../../shared/contract/client.ts'

const PIECE = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  // A single call with a million arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  }
  return btoa(binary)
}

/** Bytes are the one value JSON has no form for. */
function encode(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { $bytes: base64(value) } : value
}

function decode(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value
  if (typeof value.$bytes !== 'string') return value
  const binary = atob(value.$bytes)
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Calls and events over HTTP to the process that served this page. */
export function createLoopbackBridge(): HostBridge {
  return {
    async call(name, input) {
      const answer = await fetch(`/call/${name}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', 'x-empty-chair': '1' },
        body: JSON.stringify(input, encode),
      })
      const reply: unknown = JSON.parse(await answer.text(), decode)
      return reply
    },
    subscribe(listener) {
      const source = new EventSource('/events')
      let opened = false
      source.addEventListener('open', () => {
        // Events are not replayed, so after a reconnect everything shown may be old.
        if (opened) listener({ type: 'library-changed', meetingIds: [] })
        opened = true
      })
      source.addEventListener('message', (message) => {
        const event: unknown = JSON.parse(String(message.data))
        listener(event)
      })
      return () => source.close()
    },
  }
}
