import type { Transferable } from 'node:worker_threads'

type Listener = (event: { readonly data: unknown }) => void

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A part of a page's text, as pdf.js sends it on while it reads. */
function isTextChunk(message: unknown): message is { readonly chunk: object } {
  if (!isObject(message) || !('chunk' in message) || !isObject(message.chunk)) return false
  return 'items' in message.chunk && Array.isArray(message.chunk.items)
}

/**
 * A message as its receiver may keep it: a copy, as between threads. The items of a text chunk are never written to
 * again by whoever sends them, only the chunk around them is, so they are handed over as they are.
 */
function handedOver(message: unknown, transfer: readonly Transferable[] | null | undefined): unknown {
  if (isTextChunk(message)) return { ...message, chunk: { ...message.chunk } }
  return structuredClone(message, transfer ? { transfer: [...transfer] } : undefined)
}

/**
 * The channel between the two halves of pdf.js, which run in one thread here. pdf.js's own copies every word of every
 * page, a tenth of all the time it takes.
 */
export class ReferencePort {
  private readonly listeners = new Set<Listener>()

  postMessage(message: unknown, transfer?: readonly Transferable[] | null): void {
    const event = { data: handedOver(message, transfer) }
    queueMicrotask(() => {
      for (const listener of this.listeners) listener(event)
    })
  }

  addEventListener(_type: 'message', listener: Listener, options?: { signal?: AbortSignal } | null): void {
    this.listeners.add(listener)
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener), { once: true })
  }

  removeEventListener(_type: 'message', listener: Listener): void {
    this.listeners.delete(listener)
  }

  terminate(): void {
    this.listeners.clear()
  }
}
