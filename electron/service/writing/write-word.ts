import type { Paragraph, ParagraphChild, Table, TableRow } from './docx-engine.ts'
import type { WrittenBlock, WrittenCell, WrittenDocument, WrittenTable } from './written-document.ts'
import { sharesInWord } from './word-shares.ts'
import { plainLine } from './written-document.ts'

/** Twentieths of a point: A4 with margins of two centimetres. */
const PAGE = { width: 11906, height: 16838, margin: 1134 }
const INNER = PAGE.width - 2 * PAGE.margin
const FONT = 'Arial'
const GREY = '555555'

/** Half-points, as Word counts. */
const SIZE = { body: 21, quiet: 18, heading: [36, 27, 23] } as const

type Docx = typeof import('./docx-engine.ts')

/**
 * The document as a Word file: styled headings, a real table whose head repeats, plain text runs only. Nothing in it
 * leads outside: no link, field, picture or macro is ever made.
 */
export async function writeWord(document: WrittenDocument): Promise<Uint8Array> {
  // Loaded when first asked for: few sessions export anything.
  const docx = await import('./docx-engine.ts')
  const file = new docx.Document({
    title: plainLine(document.title),
    creator: 'Empty Chair',
    lastModifiedBy: 'Empty Chair',
    description: '',
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE.body }, paragraph: { spacing: { after: 120 } } },
        heading1: headingStyle(0),
        heading2: headingStyle(1),
        heading3: headingStyle(2),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        children: document.blocks.flatMap((block) => blockOf(docx, block)),
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toArrayBuffer(file))
}

const headingStyle = (level: 0 | 1 | 2) => ({
  run: { font: FONT, size: SIZE.heading[level], bold: true, color: '000000' },
  paragraph: { spacing: { before: level === 0 ? 0 : 240, after: 100 }, keepNext: true },
})

function run(
  docx: Docx,
  text: string,
  look: { bold?: boolean; quiet?: boolean; italics?: boolean } = {},
): ParagraphChild {
  return new docx.TextRun({
    text: plainLine(text),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italics === true ? { italics: true } : {}),
    ...(look.quiet === true ? { size: SIZE.quiet, color: GREY } : {}),
  })
}

function blockOf(docx: Docx, block: WrittenBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading': {
      const levels = [docx.HeadingLevel.HEADING_1, docx.HeadingLevel.HEADING_2, docx.HeadingLevel.HEADING_3]
      const heading = levels[block.level - 1] ?? docx.HeadingLevel.HEADING_3
      return [new docx.Paragraph({ heading, children: [run(docx, block.text)] })]
    }
    case 'paragraph': {
      const look = {
        bold: block.look === 'strong',
        quiet: block.look === 'quiet',
        italics: block.look === 'quote',
      }
      const indent = block.look === 'quote' ? { indent: { left: 400 } } : {}
      return [new docx.Paragraph({ children: [run(docx, block.text, look)], ...indent })]
    }
    case 'list':
      return block.items.map(
        (item) =>
          new docx.Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: [run(docx, item)] }),
      )
    case 'table':
      return [tableOf(docx, block), new docx.Paragraph({ children: [] })]
    case 'shares':
      return sharesInWord(docx, block, INNER, (text, look) => run(docx, text, look))
    case 'new page':
      return [new docx.Paragraph({ children: [new docx.PageBreak()] })]
    case 'choices':
      return [
        new docx.Paragraph({
          children: block.options.flatMap((option) => [run(docx, `□ ${option}`), new docx.TextRun('      ')]),
        }),
      ]
    case 'lines': {
      const bottom = { style: docx.BorderStyle.SINGLE, size: 4, color: 'BBBBBB' }
      return Array.from(
        { length: block.count },
        () => new docx.Paragraph({ border: { bottom }, spacing: { before: 240 }, children: [] }),
      )
    }
  }
}

function tableOf(docx: Docx, table: WrittenTable): Table {
  const widths = table.columns.map(({ width }) => Math.round((INNER * width) / 100))
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: 'BBBBBB' }
  const row = (cells: readonly WrittenCell[], head: boolean): TableRow =>
    new docx.TableRow({
      tableHeader: head,
      cantSplit: true,
      children: table.columns.map((column, index) => {
        const { text, below = [] } = cells[index] ?? { text: '' }
        const alignment = column.align === 'right' ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT
        const spacing = { after: 0 }
        return new docx.TableCell({
          width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 90, right: 90 },
          ...(head ? { shading: { fill: 'EFECE6', type: docx.ShadingType.CLEAR, color: 'auto' } } : {}),
          children: [
            new docx.Paragraph({ alignment, spacing, children: [run(docx, text, { bold: head })] }),
            ...below.map(
              (words) => new docx.Paragraph({ spacing, children: [run(docx, words, { quiet: true })] }),
            ),
          ],
        })
      }),
    })
  return new docx.Table({
    width: { size: INNER, type: docx.WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      row(
        table.columns.map(({ head }) => ({ text: head })),
        true,
      ),
      ...table.rows.map((cells) => row(cells, false)),
    ],
  })
}
