import type { Block, TableCell, TableRow, TextBlock } from '../../../shared/model/document.ts'
import type { FlowContent, FlowParagraph, FlowTable, Place } from './flow-content.ts'

export type PageOf = (place: Place) => number

const paragraphsOf = (content: readonly FlowContent[]): FlowParagraph[] =>
  content.flatMap((part) =>
    part.kind === 'paragraph'
      ? [part]
      : part.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.content))),
  )

const withMarker = (paragraph: FlowParagraph): string =>
  paragraph.marker === null ? paragraph.text : `${paragraph.marker} ${paragraph.text}`

/** A nested table inside a cell becomes lines, its cells set apart by tabs. */
function contentText(content: readonly FlowContent[]): string {
  return content
    .map((part) =>
      part.kind === 'paragraph'
        ? withMarker(part)
        : part.rows.map((row) => row.cells.map((cell) => contentText(cell.content)).join('\t')).join('\n'),
    )
    .filter((text) => text.trim() !== '')
    .join('\n')
}

function textBlock(paragraph: FlowParagraph, pageOf: PageOf): TextBlock {
  return {
    kind: 'text',
    page: pageOf(paragraph.place),
    text: paragraph.text,
    marker: paragraph.marker,
    box: null,
    style: {
      fontSize: paragraph.fontSize,
      bold: paragraph.bold,
      italic: paragraph.italic,
      headingLevel: paragraph.headingLevel,
      listLevel: paragraph.headingLevel === null ? paragraph.listLevel : null,
      ...(paragraph.leadIn > 0 && !paragraph.bold ? { leadIn: paragraph.leadIn } : {}),
      ...(paragraph.indent > 0 && paragraph.listLevel === null ? { indent: paragraph.indent } : {}),
    },
    furniture: null,
  }
}

/** Tables that only frame text: one column, or one row that holds whole pages. */
function isFrame(table: FlowTable): boolean {
  const columns = Math.max(...table.rows.map((row) => row.cells.length))
  if (columns === 1) return true
  return (
    table.rows.length === 1 &&
    (table.rows[0]?.cells ?? []).some((cell) => paragraphsOf(cell.content).length > 12)
  )
}

function tableRows(table: FlowTable, pageOf: PageOf): TableRow[] {
  const columns = Math.max(...table.rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)))
  return table.rows.map((row) => {
    let marker: string | null = null
    const cells: TableCell[] = row.cells.map((cell, at) => {
      const paragraphs = paragraphsOf(cell.content)
      const first = paragraphs[0]
      let text = contentText(cell.content)
      if (at === 0 && first && first.marker !== null && cell.content[0]?.kind === 'paragraph') {
        marker = first.marker
        text = text.slice(first.marker.length).trimStart()
      }
      const worded = paragraphs.filter((paragraph) => paragraph.text !== '')
      const bold = worded.length > 0 && worded.every((paragraph) => paragraph.bold)
      return { text, span: cell.span, bold, box: null }
    })
    const width = cells.reduce((sum, cell) => sum + cell.span, 0)
    if (width < columns) cells.push({ text: '', span: columns - width, bold: false, box: null })
    return { page: pageOf(row.place), marker, cells }
  })
}

/** Paragraphs and tables of a part to blocks; frames are opened, empty tables left out. */
export function flowBlocks(content: readonly FlowContent[], pageOf: PageOf): Block[] {
  return content.flatMap((part): Block[] => {
    if (part.kind === 'paragraph') return [textBlock(part, pageOf)]
    if (isFrame(part))
      return part.rows.flatMap((row) => row.cells.flatMap((cell) => flowBlocks(cell.content, pageOf)))
    const rows = tableRows(part, pageOf).filter(
      (row) => row.marker !== null || row.cells.some((cell) => cell.text !== ''),
    )
    const first = rows[0]
    return first ? [{ kind: 'table', page: first.page, box: null, rows, ruled: true }] : []
  })
}

/** The same as plain lines of page furniture. */
export function furnitureBlocks(
  content: readonly FlowContent[],
  furniture: 'header' | 'footer',
  page: number,
): TextBlock[] {
  const lines = content.flatMap((part): TextBlock[] => {
    if (part.kind === 'paragraph') return [textBlock(part, () => page)]
    const text = contentText([part])
    const style = { fontSize: null, bold: false, italic: false, headingLevel: null, listLevel: null }
    return text === '' ? [] : [{ kind: 'text', page, text, marker: null, box: null, style, furniture: null }]
  })
  return lines.map((block) => ({
    ...block,
    furniture: /^(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(block.text.trim())
      ? 'page-number'
      : furniture,
  }))
}
