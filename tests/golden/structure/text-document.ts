import type { Block, Document, TextStyle } from '../../../shared/model/document.ts'

const PLAIN: TextStyle = { fontSize: null, bold: false, italic: false, headingLevel: null, listLevel: null }

/**
 * A Document from a golden case's text, so that these cases test structure and no reader: blocks are separated by
 * blank lines, `#` marks headings, `**…**` a bold block, rows in `|` a table, `- ` list items at two spaces a level.
 */
export function textDocument(source: string): Document {
  const blocks: Block[] = []
  const text = (value: string, style: Partial<TextStyle> = {}, marker: string | null = null) => {
    blocks.push({
      kind: 'text',
      page: 1,
      text: value,
      marker,
      box: null,
      style: { ...PLAIN, ...style },
      furniture: null,
    })
  }
  for (const chunk of source.split(/\n{2,}/)) {
    const lines = chunk.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) continue
    if (lines.every((line) => line.startsWith('|'))) {
      const rows = lines.map((line) =>
        line.slice(1, line.trimEnd().endsWith('|') ? line.trimEnd().length - 1 : undefined).split('|'),
      )
      const columns = Math.max(...rows.map((row) => row.length))
      blocks.push({
        kind: 'table',
        page: 1,
        box: null,
        ruled: true,
        rows: rows.map((row) => ({
          page: 1,
          marker: null,
          cells: Array.from({ length: columns }, (_, i) => ({
            text: (row[i] ?? '').trim().replaceAll('<br>', '\n'),
            span: 1,
            bold: false,
            box: null,
          })),
        })),
      })
      continue
    }
    let plain: string[] = []
    const flush = () => {
      const joined = plain.join('\n')
      plain = []
      if (joined === '') return
      const bold = /^\*\*(.+)\*\*$/s.exec(joined)?.[1]
      if (bold) text(bold, { bold: true })
      else text(joined)
    }
    for (const line of lines) {
      const heading = /^(#{1,6})\s+(.*)$/.exec(line)
      const item = /^(\s*)-\s+(.*)$/.exec(line)
      const number = /^(\s*)(\d{1,2}\.)\s+(.*)$/.exec(line)
      if (heading?.[1] && heading[2]) {
        flush()
        text(heading[2], { headingLevel: heading[1].length })
      } else if (item?.[2]) {
        flush()
        text(item[2], { listLevel: (item[1] ?? '').length / 2 }, '-')
      } else if (number?.[3] && source.startsWith('#')) {
        flush()
        text(number[3], { listLevel: (number[1] ?? '').length / 2 }, number[2] ?? null)
      } else plain.push(line)
    }
    flush()
  }
  return {
    format: 'text',
    paged: false,
    pages: [{ number: 1, width: null, height: null, hasText: true }],
    blocks,
    outline: [],
    properties: { title: null },
    warnings: [],
  }
}
