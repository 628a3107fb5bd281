import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from './docx-engine.ts'
import type { FileChild } from './docx-engine.ts'
import { writable } from './paper.ts'
import type { Paper, PaperBlock } from './paper.ts'

const POINT = 20
const A4 = { width: 595 * POINT, height: 842 * POINT }
const MARGIN = 54 * POINT
const FAINT = '55595F'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B8B5AD' }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }

const text = (words: string, look: { bold?: boolean; size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: writable(words), ...look })

function tableOf(block: Extract<PaperBlock, { kind: 'table' }>, width: number): Table {
  const sum = block.columns.reduce((total, column) => total + column.width, 0)
  const widths = block.columns.map((column) => Math.round((column.width / sum) * width))
  const cell = (words: string, column: number, head: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 40, right: 100 },
      borders: { top: NONE, left: NONE, right: NONE, bottom: RULE },
      children: words.split('\n').map(
        (line) =>
          new Paragraph({
            children: [text(line, { size: 18, bold: head, ...(head ? { color: FAINT } : {}) })],
          }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map((column, at) => cell(column.head, at, true)),
      }),
      ...block.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((words, at) => cell(words, at, false)) }),
      ),
    ],
  })
}

function childrenOf(block: PaperBlock, width: number): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_3,
          keepNext: true,
          spacing: { before: 220, after: 80 },
          children: [text(block.text, { bold: true, size: 21 })],
        }),
      ]
    case 'text':
      return [
        new Paragraph({
          spacing: { after: 100 },
          children: [text(block.text, { size: 19, ...(block.faint === true ? { color: FAINT } : {}) })],
        }),
      ]
    case 'table':
      return [tableOf(block, width), new Paragraph({ children: [] })]
    case 'choices':
      return [
        new Paragraph({
          spacing: { after: 120 },
          children: [
            text(block.options.map((option) => `☐ ${option.replaceAll(' ', '\u00a0')}`).join('    '), {
              size: 19,
            }),
          ],
        }),
      ]
    case 'lines':
      return Array.from(
        { length: block.count },
        () => new Paragraph({ border: { bottom: RULE }, spacing: { after: 160 }, children: [text(' ')] }),
      )
  }
}

/** The paper as a Word file (Office Open XML). */
export async function writeWord(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const width = (paper.landscape ? A4.height : A4.width) - 2 * MARGIN
  const document = new Document({
    title: writable(paper.title),
    creator: 'Empty Chair',
    styles: { default: { document: { run: { font: 'Calibri', size: 20 } } } },
    sections: [
      {
        properties: {
          page: {
            // docx turns the sides itself for landscape.
            size: {
              ...A4,
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.LEFT,
                children: [
                  text(`${paper.foot} · page `, { size: 16, color: FAINT }),
                  new TextRun({ children: [PageNumber.CURRENT], size: 16, color: FAINT }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            spacing: { after: 60 },
            children: [text(paper.title, { bold: true, size: 34, color: '1A1D22' })],
          }),
          ...(paper.subtitle === null
            ? []
            : [
                new Paragraph({
                  spacing: { after: 200 },
                  children: [text(paper.subtitle, { size: 19, color: FAINT })],
                }),
              ]),
          ...paper.sections.flatMap((section, at) => [
            ...(section.heading === null
              ? []
              : [
                  new Paragraph({
                    heading: HeadingLevel.HEADING_2,
                    keepNext: true,
                    pageBreakBefore: at > 0,
                    spacing: { before: 160, after: 100 },
                    children: [text(section.heading, { bold: true, size: 26, color: '1A1D22' })],
                  }),
                ]),
            ...section.blocks.flatMap((block) => childrenOf(block, width)),
          ]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
