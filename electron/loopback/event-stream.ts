import type { ServerResponse } from 'node:http'
import type { ServiceEvent } from '../../shared/contract/events.ts'

export interface EventSourceOfService {
  subscribe(listener: (event: ServiceEvent) => void): () => void
}

const HEARTBEAT_MS = 15_000
/** A page that does not read is let go rather than kept in memory; it fetches anew when it reconnects. */
const MAXIMUM_WAITING_BYTES = 8 * 1024 * 1024

/** Keeps one page told of what changes, as server-sent events, until it leaves. */
export function openEventStream(
  response: ServerResponse,
  service: EventSourceOfService,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' })
  response.write(': open\n\n')
  const write = (text: string): void => {
    if (response.writableLength > MAXIMUM_WAITING_BYTES) response.destroy()
    else response.write(text)
  }
  const unsubscribe = service.subscribe((event) => write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}
