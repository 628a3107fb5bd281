import type { Block, Document } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { findFurniture } from '../layout/find-furniture.ts'
import type { LinedPage } from '../layout/find-furniture.ts'
import type { Line } from '../layout/text-run.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { decodeTextOrRefuse, isOtherTextType, looksLikeText, splitLines, textHead } from './decode-text.ts'
import { readHeadings } from './text-headings.ts'
import { textBlock, textParagraphs, usualWidth } from './text-paragraphs.ts'

export const MOST_TEXT_BYTES = 64 * 1024 * 1024
const TEXT_NAME = /\.(?:txt|text|rst|vtt|srt|org|log|asc)$/i

/** A line of text as if set on a page, so that headers and footers are found in the same way. */
function lineAt(text: string, baseline: number): Line {
  const segment = {
    text,
    x: 0,
    right: text.length,
    size: 1,
    characters: text.length,
    boldCharacters: 0,
    italicCharacters: 0,
  }
  return { segments: [segment], baseline, size: 1, x: 0, right: text.length }
}

const LINE_HEIGHT = 10

function withoutFurniture(pages: readonly (readonly string[])[]): { lines: string[]; furniture: Block[] }[] {
  const lined = pages.map((lines, index): LinedPage & { places: Map<Line, number> } => {
    const places = new Map<Line, number>()
    lines.forEach((text, at) => {
      if (text.trim() !== '') places.set(lineAt(text.trim(), (at + 1) * LINE_HEIGHT), at)
    })
    return { number: index + 1, height: (lines.length + 1) * LINE_HEIGHT, lines: [...places.keys()], places }
  })
  const found = pages.length > 1 ? findFurniture(lined) : new Map()
  return pages.map((lines, index) => {
    const kept = [...lines]
    const furniture: Block[] = []
    for (const [line, at] of lined[index]?.places ?? []) {
      const kind = found.get(line)
      if (kind === undefined) continue
      furniture.push({ ...textBlock(line.segments[0]?.text ?? '', index + 1, null), furniture: kind })
      kept[at] = ''
    }
    return { lines: kept, furniture }
  })
}

/** Plain text, reStructuredText, captions: anything that is text by its bytes. */
export const textReader: DocumentReader = {
  format: 'text',
  score: (bytes, fileName) => {
    if (!looksLikeText(bytes) || isOtherTextType(textHead(bytes))) return null
    return TEXT_NAME.test(fileName) ? 0.6 : 0.3
  },
  read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    return new Promise((resolve) => {
      if (bytes.byteLength > MOST_TEXT_BYTES) throw new ReadRefusal('too-large')
      const text = decodeTextOrRefuse(bytes)
      const sheets = text.split('\f')
      if (sheets.length > 1 && (sheets.at(-1) ?? '').trim() === '') sheets.pop()
      const pages = sheets.map(splitLines)
      const width = usualWidth(pages.flat())
      const parts = withoutFurniture(pages)
      const blocks: Block[] = []
      parts.forEach((part, index) => {
        refuseIfAborted(options.signal)
        blocks.push(...textParagraphs(readHeadings(part.lines), index + 1, width), ...part.furniture)
        options.onProgress?.((index + 1) / parts.length)
      })
      if (!blocks.some((block) => block.kind === 'text' && block.furniture === null))
        throw new ReadRefusal('empty')
      resolve({
        format: 'text',
        paged: sheets.length > 1,
        pages: sheets.map((sheet, index) => ({
          number: index + 1,
          width: null,
          height: null,
          hasText: sheet.trim() !== '',
        })),
        blocks,
        outline: [],
        properties: { title: null },
        warnings: [],
      })
    })
  },
}
