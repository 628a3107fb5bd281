import { readEngineFile } from '../../ingest/pdf/engine-files.ts'
import { drawShares, heightOfShares } from './pdf-shares.ts'
import type { WrittenBlock, WrittenCell, WrittenDocument, WrittenTable } from './written-document.ts'
import { plainLine } from './written-document.ts'

type Pdf = PDFKit.PDFDocument
type Look = 'regular' | 'bold' | 'italic'

const MARGIN = 57
const BODY = 10.5
const QUIET = 9
const HEADINGS = [18, 13.5, 11.5] as const
const PADDING = 4
const RULE = '#bbbbbb'
const FILES: Record<Look, string> = {
  regular: 'LiberationSans-Regular.ttf',
  bold: 'LiberationSans-Bold.ttf',
  italic: 'LiberationSans-Italic.ttf',
}

/**
 * The document as a PDF (A4): fonts embedded, tagged for screen readers, headings in the outline. No link, script,
 * form or attachment is ever made.
 */
export async function writePdf(document: WrittenDocument, now: Date): Promise<Uint8Array> {
  const { PdfDocument } = await import('./pdfkit-engine.ts')
  const regular = await readEngineFile('standard_fonts', FILES.regular)
  const pdf = new PdfDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: plainLine(document.title),
      Producer: 'Empty Chair',
      Creator: 'Empty Chair',
      CreationDate: now,
    },
    // The types know a path only; without one the engine looks for a font of its own.
    font: '',
  })
  for (const look of ['regular', 'bold', 'italic'] as const)
    pdf.registerFont(
      look,
      Buffer.from(look === 'regular' ? regular : await readEngineFile('standard_fonts', FILES[look])),
    )
  const pieces: Uint8Array[] = []
  pdf.on('data', (piece: Uint8Array) => pieces.push(piece))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', () => resolve())
    pdf.on('error', reject)
  })
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  for (const block of document.blocks) writeBlock(pdf, root, block)
  root.end()
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(pieces))
}

const bottom = (pdf: Pdf): number => pdf.page.height - MARGIN
const innerWidth = (pdf: Pdf): number => pdf.page.width - 2 * MARGIN

/** Breaks the page by hand, so that no marked text is ever torn in two. */
function makeRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height <= bottom(pdf) || pdf.y <= MARGIN + 1) return
  pdf.addPage()
  pdf.x = MARGIN
  pdf.y = MARGIN
}

interface Style {
  readonly look: Look
  readonly size: number
  readonly indent?: number
  readonly colour?: string
  readonly after: number
}

const SLICE = 1800

function writeText(
  pdf: Pdf,
  root: PDFKit.PDFStructureElement,
  tag: string,
  text: string,
  style: Style,
): void {
  const indent = style.indent ?? 0
  const width = innerWidth(pdf) - indent
  const words = plainLine(text)
  // No paragraph is taller than a page, however long a text is given.
  for (let at = 0; at < Math.max(1, words.length); at += SLICE) {
    const piece = words.slice(at, at + SLICE)
    pdf.font(style.look).fontSize(style.size)
    makeRoom(pdf, pdf.heightOfString(piece, { width }) + 2)
    root.add(
      pdf.struct(tag, {}, () => {
        pdf.fillColor(style.colour ?? '#000000').text(piece, MARGIN + indent, pdf.y, { width })
      }),
    )
  }
  pdf.y += style.after
}

function writeBlock(pdf: Pdf, root: PDFKit.PDFStructureElement, block: WrittenBlock): void {
  switch (block.kind) {
    case 'heading': {
      if (block.level > 1) pdf.y += 6
      makeRoom(pdf, 60)
      if (block.level < 3) pdf.outline.addItem(plainLine(block.text).slice(0, 200))
      const size = HEADINGS[block.level - 1] ?? BODY
      return writeText(pdf, root, `H${block.level}`, block.text, { look: 'bold', size, after: 5 })
    }
    case 'paragraph': {
      const quiet = block.look === 'quiet'
      return writeText(pdf, root, 'P', block.text, {
        look: block.look === 'strong' ? 'bold' : block.look === 'quote' ? 'italic' : 'regular',
        size: quiet ? QUIET : BODY,
        colour: quiet ? '#444444' : '#000000',
        indent: block.look === 'quote' ? 16 : 0,
        after: 6,
      })
    }
    case 'list':
      for (const item of block.items)
        writeText(pdf, root, 'P', `• ${item}`, { look: 'regular', size: BODY, indent: 8, after: 3 })
      pdf.y += 4
      return undefined
    case 'table':
      return writeTable(pdf, root, block)
    case 'shares':
      makeRoom(pdf, heightOfShares(block))
      return drawShares(pdf, root, block, MARGIN, innerWidth(pdf))
    case 'new page':
      pdf.addPage()
      return undefined
    case 'choices':
      return writeChoices(pdf, root, block.options)
    case 'lines':
      return ruleLines(pdf, block.count)
  }
}

const BOX = 9
const LINE = 22

/** Boxes with their words, side by side while they fit. */
function writeChoices(pdf: Pdf, root: PDFKit.PDFStructureElement, options: readonly string[]): void {
  let x = MARGIN
  makeRoom(pdf, LINE)
  pdf.font('regular').fontSize(BODY)
  for (const option of options) {
    const words = plainLine(option)
    const width = BOX + 6 + pdf.widthOfString(words) + 18
    if (x > MARGIN && x + width > MARGIN + innerWidth(pdf)) {
      x = MARGIN
      pdf.y += 18
      makeRoom(pdf, LINE)
    }
    const top = pdf.y
    const left = x
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf
      .lineWidth(0.8)
      .strokeColor('#000000')
      .rect(left, top + 1, BOX, BOX)
      .stroke()
    pdf.endMarkedContent()
    root.add(
      pdf.struct('P', {}, () => {
        pdf.fillColor('#000000').text(words, left + BOX + 6, top, { lineBreak: false })
      }),
    )
    pdf.y = top
    x += width
  }
  pdf.x = MARGIN
  pdf.y += LINE
}

function ruleLines(pdf: Pdf, count: number): void {
  for (let at = 0; at < count; at += 1) {
    makeRoom(pdf, LINE)
    pdf.y += LINE
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf
      .lineWidth(0.5)
      .strokeColor(RULE)
      .moveTo(MARGIN, pdf.y)
      .lineTo(MARGIN + innerWidth(pdf), pdf.y)
      .stroke()
    pdf.endMarkedContent()
  }
  pdf.y += 10
}

interface Part {
  readonly text: string
  readonly size: number
  readonly look: Look
}

/** Cells beyond any agenda's are cut to what a page can hold. */
const cut = (words: string): string => plainLine(words).slice(0, 600)

function partsOf({ text, below = [] }: WrittenCell, head: boolean): Part[] {
  return [
    { text: cut(text), size: BODY, look: head ? 'bold' : 'regular' },
    ...below.slice(0, 20).map((line) => ({ text: cut(line), size: QUIET, look: 'regular' as const })),
  ]
}

function writeTable(pdf: Pdf, root: PDFKit.PDFStructureElement, table: WrittenTable): void {
  const element = pdf.struct('Table')
  root.add(element)
  const inner = innerWidth(pdf)
  const widths = table.columns.map(({ width }) => (inner * width) / 100)
  const lefts = widths.map(
    (_, index) => MARGIN + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  )

  const heightOf = (cells: readonly Part[][]): number => {
    const heights = cells.map((parts, index) =>
      parts.reduce((sum, part) => {
        pdf.font(part.look).fontSize(part.size)
        return (
          sum +
          pdf.heightOfString(part.text === '' ? ' ' : part.text, {
            width: (widths[index] ?? 0) - 2 * PADDING,
          })
        )
      }, 0),
    )
    return Math.max(...heights) + 2 * PADDING
  }
  const writeRow = (row: readonly WrittenCell[], head: boolean): void => {
    const cells = table.columns.map((_, index) => partsOf(row[index] ?? { text: '' }, head))
    const height = heightOf(cells)
    if (pdf.y + height > bottom(pdf) && pdf.y > MARGIN + 1) {
      makeRoom(pdf, height)
      if (!head)
        writeRow(
          table.columns.map((column) => ({ text: column.head })),
          true,
        )
    }
    const top = pdf.y
    // Rules are no content: a screen reader passes them over.
    pdf.markContent('Artifact', { type: 'Layout' })
    if (head) pdf.rect(MARGIN, top, inner, height).fill('#efece6')
    pdf.lineWidth(0.5).strokeColor(RULE)
    widths.forEach((width, index) => pdf.rect(lefts[index] ?? MARGIN, top, width, height).stroke())
    pdf.endMarkedContent()
    const line = pdf.struct('TR')
    element.add(line)
    cells.forEach((parts, index) => {
      const align = table.columns[index]?.align ?? 'left'
      line.add(
        pdf.struct(head ? 'TH' : 'TD', {}, () => {
          let y = top + PADDING
          for (const part of parts) {
            pdf.font(part.look).fontSize(part.size).fillColor('#000000')
            const width = (widths[index] ?? 0) - 2 * PADDING
            pdf.text(part.text, (lefts[index] ?? MARGIN) + PADDING, y, { width, align, lineBreak: true })
            y += pdf.heightOfString(part.text === '' ? ' ' : part.text, { width })
          }
        }),
      )
    })
    line.end()
    pdf.x = MARGIN
    pdf.y = top + height
  }
  writeRow(
    table.columns.map((column) => ({ text: column.head })),
    true,
  )
  for (const row of table.rows) writeRow(row, false)
  element.end()
  pdf.y += 12
}
