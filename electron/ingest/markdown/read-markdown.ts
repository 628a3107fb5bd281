import type { Block, Document } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { ReadRefusal } from '../read-refusal.ts'
import {
  decodeTextOrRefuse,
  isOtherTextType,
  looksLikeText,
  splitLines,
  textHead,
} from '../text/decode-text.ts'
import { MOST_TEXT_BYTES } from '../text/read-text.ts'
import { withoutAttributeMarks } from './attribute-marks.ts'
import { inlineText } from './inline-text.ts'
import { MarkdownBlocks } from './markdown-blocks.ts'

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/i
const TOLD =
  /^\s*["']?(title|date|subtitle|name|time|location|place|venue|subject|description|author|authors)["']?\s*:\s*(.*)$/i

/** HTML comments, wherever they begin and end. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = text.indexOf('<!--', at)
    const end = start < 0 ? -1 : text.indexOf('-->', start)
    if (end < 0) return kept + text.slice(at)
    kept += text.slice(at, start)
    at = end + 3
  }
}

interface FrontMatter {
  readonly told: readonly { key: string; value: string }[]
  readonly rest: readonly string[]
}

/** What a YAML head tells of the document; other keys are for web sites. */
function takeFrontMatter(lines: readonly string[]): FrontMatter {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || lines[first]?.trim() !== '---') return { told: [], rest: lines }
  const end = lines.findIndex((line, at) => at > first && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0 || end - first > 200) return { told: [], rest: lines }
  const told = lines.slice(first + 1, end).flatMap((line) => {
    const match = TOLD.exec(line)
    const value = (match?.[2] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
    return match && value !== '' ? [{ key: (match[1] ?? '').toLowerCase(), value }] : []
  })
  return { told, rest: lines.slice(end + 1) }
}

/** Share of lines that are set as Markdown, for files whose name does not say. */
function markdownness(head: string): number {
  const lines = splitLines(head).filter((line) => line.trim() !== '')
  const marked = lines.filter((line) =>
    /^#{1,6} \S|^\s*[-*+] \S|^\|.*\|$|\]\(https?:|\*\*\S/.test(line.slice(0, 300)),
  )
  const headed = lines.some((line) => /^#{1,6} \S/.test(line))
  return lines.length === 0 || !headed ? 0 : marked.length / lines.length
}

/** Markdown in its common dialects (CommonMark with GitHub's tables and task lists). */
export const markdownReader: DocumentReader = {
  format: 'markdown',
  score: (bytes, fileName) => {
    if (!looksLikeText(bytes)) return null
    const head = textHead(bytes)
    if (MARKDOWN_NAME.test(fileName)) return 0.7
    return isOtherTextType(head) || markdownness(head) < 0.2 ? null : 0.5
  },
  read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    return new Promise((resolve) => {
      if (bytes.byteLength > MOST_TEXT_BYTES) throw new ReadRefusal('too-large')
      const { told, rest } = takeFrontMatter(
        splitLines(withoutAttributeMarks(withoutComments(decodeTextOrRefuse(bytes)))),
      )
      const builder = new MarkdownBlocks()
      for (const { key, value } of told) {
        if (key === 'title') builder.heading(1, value)
        else builder.paragraph([`${key[0]?.toUpperCase() ?? ''}${key.slice(1)}: ${value}`])
      }
      builder.addLines(rest)
      const blocks: Block[] = builder.finish()
      if (blocks.length === 0) throw new ReadRefusal('empty')
      options.onProgress?.(1)
      const title = told.find(({ key }) => key === 'title')
      resolve({
        format: 'markdown',
        paged: false,
        pages: [{ number: 1, width: null, height: null, hasText: true }],
        blocks,
        outline: [],
        properties: { title: title ? inlineText(title.value) : null },
        warnings: [],
      })
    })
  },
}
