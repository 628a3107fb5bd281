import { useEffect, useState } from 'react'
import { ORIGINAL_PIECE_BYTES } from '../../shared/contract/original-procedures.ts'
import type { ServiceClient } from '../../shared/contract/client.ts'
import type { OriginalInfo } from '../../shared/model/original.ts'
import { useAsk } from '../host/queries.ts'
import { useService } from '../host/service-context.tsx'
import type { OriginalPages, OriginalSource } from './original-pages.ts'

export type Original =
  | { readonly state: 'loading' }
  /** A form that has no pages to draw, or that cannot be drawn: its text is shown. */
  | { readonly state: 'text-only' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly pages: OriginalPages }

function sourceOf(client: ServiceClient, documentId: string, bytes: number): OriginalSource {
  return {
    bytes,
    async read(begin, end) {
      const whole = new Uint8Array(end - begin)
      for (let at = begin; at < end;) {
        const length = Math.min(end - at, ORIGINAL_PIECE_BYTES)
        // In order, so that no more than a piece is under way.
        // oxlint-disable-next-line no-await-in-loop
        const piece = (await client.call('originals.piece', { documentId, offset: at, length })).bytes
        if (piece.byteLength === 0) throw new Error('The original is shorter than it was')
        whole.set(piece, at - begin)
        at += piece.byteLength
      }
      return whole
    },
    async resource(kind, name) {
      return (await client.call('originals.resource', { kind, name })).bytes
    },
  }
}

async function openPages(info: OriginalInfo, source: OriginalSource): Promise<OriginalPages> {
  // Loaded when the first original is shown: most visits to the app need none.
  if (info.shape === 'picture') {
    const { openPictureDrawing } = await import('./picture-drawing.ts')
    return openPictureDrawing(source)
  }
  const { openPdfDrawing } = await import('./pdf-drawing.ts')
  return openPdfDrawing(source)
}

/** The original of a document, opened while it is shown and closed afterwards. */
export function useOriginal(documentId: string): Original {
  const { client } = useService()
  const asked = useAsk('originals.info', { documentId })
  const info = asked.data
  const [opened, setOpened] = useState<{ sha256: string; original: Original } | null>(null)
  const { shape, bytes, sha256 } = info ?? { shape: null, bytes: 0, sha256: '' }
  useEffect(() => {
    if (shape === null || shape === 'text-only') return
    let pages: OriginalPages | null = null
    let isOver = false
    const show = async (): Promise<void> => {
      try {
        pages = await openPages({ shape, bytes, sha256 }, sourceOf(client, documentId, bytes))
        if (isOver) pages.close()
        else setOpened({ sha256, original: { state: 'open', pages } })
      } catch {
        if (!isOver) setOpened({ sha256, original: { state: 'failed' } })
      }
    }
    void show()
    return () => {
      isOver = true
      pages?.close()
      setOpened(null)
    }
  }, [client, documentId, shape, bytes, sha256])
  if (asked.isError) return { state: 'failed' }
  if (info === undefined) return { state: 'loading' }
  if (info.shape === 'text-only') return { state: 'text-only' }
  return opened?.sha256 === sha256 ? opened.original : { state: 'loading' }
}
