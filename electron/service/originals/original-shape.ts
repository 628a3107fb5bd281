import type { OriginalShape } from '../../../shared/model/original.ts'
import { imageKindOf } from '../../ingest/image/image-kind.ts'

export const HEAD_BYTES = 1024

/** How the page can show a file with these first bytes; browsers do not draw TIFF. */
export function shapeOfOriginal(head: Uint8Array): OriginalShape {
  const kind = imageKindOf(head)
  if (kind !== null) return kind === 'tiff' ? 'text-only' : 'picture'
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return text.includes('%PDF-') ? 'pdf' : 'text-only'
}
