import type { Document, DocumentFormat, OutlineEntry } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import { ReadRefusal } from '../read-refusal.ts'
import { flowBlocks, furnitureBlocks } from './flow-blocks.ts'
import type { FlowContent } from './flow-content.ts'

export interface FlowParts {
  readonly format: DocumentFormat
  readonly content: readonly FlowContent[]
  readonly headers?: readonly FlowContent[]
  readonly footers?: readonly FlowContent[]
  readonly title: string | null
  /** Pages by explicit breaks; all is page 1 without. */
  readonly paged?: boolean
  readonly pages?: number
  readonly outline?: readonly OutlineEntry[]
  readonly warnings?: readonly Warning[]
  /** Whether it holds pictures: then a document without words is one that needs OCR. */
  readonly pictured?: boolean
}

/** A document of flowing text from its parts. @throws ReadRefusal empty or no-text-needs-ocr where it has no words */
export function flowDocument(parts: FlowParts): Document {
  const pages = Math.max(parts.pages ?? 1, 1)
  const headers = furnitureBlocks(parts.headers ?? [], 'header', 1)
  const blocks = flowBlocks(parts.content, (place) => place.explicit)
  if (blocks.length === 0 && headers.length === 0)
    throw new ReadRefusal(parts.pictured ? 'no-text-needs-ocr' : 'empty')
  const spoken = new Set(blocks.map((block) => block.page))
  return {
    format: parts.format,
    paged: parts.paged ?? pages > 1,
    pages: Array.from({ length: pages }, (_, at) => ({
      number: at + 1,
      width: null,
      height: null,
      hasText: pages === 1 || spoken.has(at + 1),
    })),
    blocks: [...headers, ...blocks, ...furnitureBlocks(parts.footers ?? [], 'footer', pages)],
    outline: [...(parts.outline ?? [])],
    properties: { title: parts.title },
    warnings: [...(parts.warnings ?? [])],
  }
}
