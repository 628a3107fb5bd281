import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Sheet, TableBlock, Theme } from '../sheet.ts'
import { typographic } from '../words.ts'
import { readZip, writeZip } from '../zip-archive.ts'

const FONTS = { serif: 'Georgia', sans: 'Calibri' }
/** Twentieths of a point: A4 less its margins. */
const FULL_WIDTH = 9300
const NUMBERING = 'agenda'

/** Writes Word. Word's own dates are set to the sheet's, so that the same sheet gives the same bytes. */
export async function writeDocx(sheet: Sheet): Promise<Buffer> {
  const { theme } = sheet
  const document = new Document({
    title: sheet.title,
    creator: sheet.author,
    lastModifiedBy: sheet.author,
    styles: {
      default: {
        document: { run: { font: FONTS[theme.family], size: theme.size * 2 } },
        heading1: {
          run: { bold: true, size: theme.size * 2 + 4, color: theme.colour },
          paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
        },
        heading2: {
          run: { bold: true, size: theme.size * 2 + 1, color: theme.colour },
          paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
        },
        title: { run: { bold: true, size: theme.size * 2 + 16, color: theme.colour } },
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERING,
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.LEFT },
          ].map((level) => ({
            ...level,
            style: { paragraph: { indent: { left: 620, hanging: 620 } } },
          })),
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { left: 1300, right: 1300 } } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ text: typographic(sheet.header), size: 17, color: '555555' })],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({
                    size: 17,
                    color: '555555',
                    children: [
                      `${typographic(sheet.footer)} – Page `,
                      PageNumber.CURRENT,
                      ' of ',
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: sheet.blocks.flatMap((block) => blockOf(block, theme)),
      },
    ],
  })
  return settle(await Packer.toBuffer(document), sheet.written)
}

/** Replaces the clock that Word's properties and the archive carry. */
function settle(archive: Buffer, written: string): Buffer {
  const entries = readZip(archive)
    .map((entry) =>
      entry.name === 'docProps/core.xml'
        ? {
            ...entry,
            data: Buffer.from(
              entry.data.toString('utf8').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${written}T09:00:00Z`),
            ),
          }
        : entry,
    )
    .toSorted((one, two) => (one.name < two.name ? -1 : 1))
  return writeZip(entries)
}

function blockOf(block: Block, theme: Theme): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'bookmark':
      return []
    case 'space':
      return [new Paragraph({ spacing: { before: block.points * 20, after: 0 } })]
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun(typographic(block.text))],
        }),
      ]
    case 'text':
      return [textOf(block)]
    case 'numbered': {
      const words = typographic(block.text)
      return [
        new Paragraph({
          spacing: { after: 100 },
          ...(block.automatic
            ? { numbering: { reference: NUMBERING, level: block.level } }
            : {
                indent: { left: 620 + block.level * 400, hanging: 620 },
                tabStops: [{ type: 'left', position: 620 + block.level * 400 }],
              }),
          children: [
            new TextRun({
              children: block.automatic ? [words] : [block.label, new Tab(), words],
              bold: block.bold,
            }),
          ],
        }),
      ]
    }
    case 'bullet':
      return [
        new Paragraph({
          bullet: { level: block.level },
          spacing: { after: 60 },
          children: [new TextRun(typographic(block.text))],
        }),
      ]
    case 'table':
      return [tableOf(block, theme), new Paragraph({ spacing: { after: 60 } })]
  }
}

function textOf(block: Extract<Block, { kind: 'text' }>): Paragraph {
  const words = typographic(block.text)
  const spacing = { after: 110 }
  switch (block.look) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, spacing, children: [new TextRun(words)] })
    case 'subtitle':
      return new Paragraph({ spacing, children: [new TextRun({ text: words, size: 26 })] })
    case 'bold':
      return new Paragraph({ spacing, children: [new TextRun({ text: words, bold: true })] })
    case 'italic':
      return new Paragraph({ spacing, children: [new TextRun({ text: words, italics: true })] })
    case 'small':
      return new Paragraph({ spacing, children: [new TextRun({ text: words, size: 18 })] })
    case 'centre':
      return new Paragraph({
        spacing,
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: words, bold: true })],
      })
    case 'right-bold':
      return new Paragraph({
        spacing,
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: words, bold: true })],
      })
    case 'plain':
      return new Paragraph({ spacing, children: [new TextRun(words)] })
  }
}

function tableOf(block: TableBlock, theme: Theme): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'A0A0A0' }
  const side = block.rules === 'grid' ? thin : none
  const across = block.rules === 'none' ? none : thin
  const columnWidths = block.widths.map((share) => Math.round(share * FULL_WIDTH))
  const row = (cells: string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((cell, column) => {
        const filled = head && block.rules === 'grid'
        return new TableCell({
          width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
          margins: { top: block.roomy ? 100 : 50, bottom: block.roomy ? 100 : 50, left: 90, right: 90 },
          ...(filled ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: theme.colour } } : {}),
          children: cell.split('\n').map(
            (line) =>
              new Paragraph({
                alignment: block.right.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [
                  new TextRun({
                    text: typographic(line),
                    bold: head || (block.boldFirst && column === 0),
                    ...(filled ? { color: 'FFFFFF' } : {}),
                  }),
                ],
              }),
          ),
        })
      }),
    })
  return new Table({
    width: { size: FULL_WIDTH, type: WidthType.DXA },
    columnWidths,
    borders: {
      top: across,
      bottom: across,
      left: side,
      right: side,
      insideHorizontal: across,
      insideVertical: side,
    },
    rows: [
      ...(block.head === null ? [] : [row(block.head, true)]),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  })
}
