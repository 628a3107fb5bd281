import type { WrittenBlock, WrittenCell, WrittenDocument } from './written-document.ts'
import { plainLine } from './written-document.ts'

const SIGNS = /[\\`*_[\]{}|~#$]/g
const LINE_START = /^([-+=:])|^(\d{1,9})([.)])/

/**
 * Words as Markdown that shows them and does nothing else: no emphasis, link, picture, tag or code, and no address
 * that a reader would make into a link by itself.
 */
export function markdownText(text: string): string {
  return (
    plainLine(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(SIGNS, (sign) => `\\${sign}`)
      .replaceAll(':', '&#58;')
      .replaceAll('@', '&#64;')
      .replace(/www\./gi, (word) => `${word.slice(0, 3)}&#46;`)
      .replace(LINE_START, (_all, mark?: string, digits?: string, after?: string) =>
        mark === undefined ? `${digits ?? ''}\\${after ?? ''}` : `\\${mark}`,
      )
      // A clock time is no address, and reads better as it is.
      .replace(/(\d)&#58;(?=\d)/g, '$1:')
      .replace(/&#58;(?= |$)/g, ':')
  )
}

const cell = ({ text, below = [] }: WrittenCell): string =>
  [markdownText(text), ...below.map((line) => markdownText(line))].join('<br>')

function blockLines(block: WrittenBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${markdownText(block.text)}`]
    case 'paragraph': {
      const text = markdownText(block.text)
      if (block.look === 'quote') return [`> ${text}`]
      return [block.look === 'strong' ? `**${text}**` : text]
    }
    case 'list':
      return block.items.map((item) => `- ${markdownText(item)}`)
    case 'new page':
      return ['---']
    case 'choices':
      return block.options.map((option) => `- \\[ \\] ${markdownText(option)}`)
    case 'lines':
      return ['']
    case 'shares':
      return [
        `| ${block.heads.map(markdownText).join(' | ')} |`,
        `| ${block.heads.map(() => '---').join(' | ')} |`,
        ...block.rows.map((row) => `| ${[row.label, ...row.figures].map(markdownText).join(' | ')} |`),
      ]
    case 'table':
      return [
        `| ${block.columns.map(({ head }) => markdownText(head)).join(' | ')} |`,
        `| ${block.columns.map(({ align }) => (align === 'right' ? '--:' : '---')).join(' | ')} |`,
        ...block.rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
      ]
  }
}

/** The document as Markdown (CommonMark with tables), UTF-8. */
export function writeMarkdown(document: WrittenDocument): Uint8Array {
  const text = document.blocks.map((block) => blockLines(block).join('\n')).join('\n\n')
  return new TextEncoder().encode(`${text}\n`)
}
