// oxlint-disable-next-line import/no-named-as-default -- its types know the default export only
import PDFDocument from 'pdfkit'
import type { Block, Sheet, TableBlock } from '../sheet.ts'
import { typographic } from '../words.ts'

const MARGIN = 62
const PADDING = 4
const ROOMY_PADDING = 7
const FACES = {
  serif: { plain: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' },
  sans: { plain: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' },
}

export interface WrittenPdf {
  data: Buffer
  pages: number
  /** First page of each bookmark, by its title. */
  bookmarks: Map<string, number>
}

/** Lays a sheet out on A4 with running header, page numbers and, where it has bookmarks, an outline. */
export async function writePdf(sheet: Sheet): Promise<WrittenPdf> {
  const face = FACES[sheet.theme.family]
  const colour = `#${sheet.theme.colour}`
  const size = sheet.theme.size
  const created = new Date(`${sheet.written}T09:00:00Z`)
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 78, bottom: 72, left: MARGIN, right: MARGIN },
    bufferPages: true,
    lang: 'en-GB',
    info: { Title: sheet.title, Author: sheet.author, CreationDate: created, ModDate: created },
  })
  const finished = collect(pdf)
  const bookmarks = new Map<string, number>()
  const full = pdf.page.width - 2 * MARGIN
  const bottom = (): number => pdf.page.height - pdf.page.margins.bottom
  let chapter: PDFKit.PDFOutline = pdf.outline
  let fresh = true

  const need = (height: number): void => {
    if (pdf.y + height > bottom()) pdf.addPage()
  }
  const prose = (
    words: string,
    font: string,
    points: number,
    options: PDFKit.Mixins.TextOptions = {},
  ): void => {
    pdf.font(font).fontSize(points)
    need(pdf.currentLineHeight() * 2)
    pdf.text(words, MARGIN, pdf.y, { width: full, lineGap: 1.5, ...options })
  }

  const row = (block: TableBlock, cells: string[], head: boolean): void => {
    const widths = block.widths.map((share) => share * full)
    const fontOf = (column: number): string =>
      head || (block.boldFirst && column === 0) ? face.bold : face.plain
    const points = size - 1
    const inner = (column: number): number => (widths[column] ?? 0) - 2 * PADDING
    const heights = cells.map((cell, column) =>
      pdf
        .font(fontOf(column))
        .fontSize(points)
        .heightOfString(cell || ' ', { width: inner(column) }),
    )
    const above = block.roomy ? ROOMY_PADDING : PADDING
    const height = Math.max(...heights) + 2 * above
    if (pdf.y + height > bottom()) {
      pdf.addPage()
      if (!head && block.head !== null) row(block, block.head.map(typographic), true)
    }
    const top = pdf.y
    let left = MARGIN
    if (head && block.rules === 'grid') {
      pdf.rect(MARGIN, top, full, height).fill(colour)
    }
    cells.forEach((cell, column) => {
      pdf
        .font(fontOf(column))
        .fontSize(points)
        .fillColor(head && block.rules === 'grid' ? '#ffffff' : '#111111')
        .text(cell, left + PADDING, top + above, {
          width: inner(column),
          align: block.right.includes(column) ? 'right' : 'left',
        })
      if (block.rules === 'grid') {
        pdf
          .lineWidth(0.5)
          .strokeColor('#8a8a8a')
          .rect(left, top, widths[column] ?? 0, height)
          .stroke()
      }
      left += widths[column] ?? 0
    })
    if (block.rules === 'rows') {
      pdf.lineWidth(head ? 1 : 0.4).strokeColor(head ? colour : '#b5b5b5')
      pdf
        .moveTo(MARGIN, top + height)
        .lineTo(MARGIN + full, top + height)
        .stroke()
    }
    pdf.fillColor('#111111')
    pdf.x = MARGIN
    pdf.y = top + height
  }

  const place = (block: Block): void => {
    switch (block.kind) {
      case 'page-break':
        if (!fresh) pdf.addPage()
        break
      case 'space':
        pdf.y += block.points
        break
      case 'bookmark': {
        need(80)
        bookmarks.set(block.title, pdf.bufferedPageRange().count)
        const words = typographic(block.title)
        if (block.level === 1) chapter = pdf.outline.addItem(words)
        else chapter.addItem(words)
        break
      }
      case 'heading':
        need(60)
        pdf.moveDown(block.level === 1 ? 0.7 : 0.4).fillColor(colour)
        prose(typographic(block.text), face.bold, size + (block.level === 1 ? 2 : 0.5))
        pdf.fillColor('#111111').moveDown(0.25)
        break
      case 'text': {
        const words = typographic(block.text)
        if (block.look === 'title') prose(words, face.bold, size + 9, { align: 'left' })
        else if (block.look === 'subtitle') prose(words, face.plain, size + 3)
        else if (block.look === 'bold') prose(words, face.bold, size)
        else if (block.look === 'italic') prose(words, face.italic, size)
        else if (block.look === 'small') prose(words, face.plain, size - 1.5)
        else if (block.look === 'centre') prose(words, face.bold, size + 1, { align: 'center' })
        else if (block.look === 'right-bold') prose(words, face.bold, size, { align: 'right' })
        else prose(words, face.plain, size)
        pdf.moveDown(0.45)
        break
      }
      case 'numbered': {
        const indent = block.level * 22
        const hang = 34
        const font = block.bold ? face.bold : face.plain
        pdf.font(font).fontSize(size)
        need(pdf.currentLineHeight() * 2)
        const page = pdf.bufferedPageRange().count
        const top = pdf.y
        pdf.text(block.label, MARGIN + indent, top, { width: hang, lineGap: 1.5 })
        if (pdf.bufferedPageRange().count === page) pdf.y = top
        pdf.text(typographic(block.text), MARGIN + indent + hang, pdf.y, {
          width: full - indent - hang,
          lineGap: 1.5,
        })
        pdf.x = MARGIN
        pdf.moveDown(0.4)
        break
      }
      case 'bullet': {
        const indent = 12 + block.level * 18
        pdf.font(face.plain).fontSize(size)
        need(pdf.currentLineHeight() * 2)
        const top = pdf.y
        pdf.text('•', MARGIN + indent, top, { width: 12 })
        pdf.y = top
        pdf.text(typographic(block.text), MARGIN + indent + 14, top, {
          width: full - indent - 14,
          lineGap: 1,
        })
        pdf.x = MARGIN
        pdf.moveDown(0.25)
        break
      }
      case 'table':
        if (block.head !== null) row(block, block.head.map(typographic), true)
        for (const cells of block.rows) row(block, cells.map(typographic), false)
        pdf.moveDown(0.6)
        break
    }
    fresh = block.kind === 'page-break'
  }
  for (const block of sheet.blocks) place(block)
  furnish(pdf, sheet, face.plain, colour)
  const pages = pdf.bufferedPageRange().count
  pdf.end()
  return { data: await finished, pages, bookmarks }
}

function furnish(pdf: PDFKit.PDFDocument, sheet: Sheet, font: string, colour: string): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    pdf.page.margins.bottom = 0
    const width = pdf.page.width - 2 * MARGIN
    pdf.font(font).fontSize(8.5).fillColor('#555555')
    pdf.text(typographic(sheet.header), MARGIN, 38, { width, align: 'right', lineBreak: false })
    pdf
      .lineWidth(0.8)
      .strokeColor(colour)
      .moveTo(MARGIN, 54)
      .lineTo(MARGIN + width, 54)
      .stroke()
    const foot = pdf.page.height - 44
    pdf.text(typographic(sheet.footer), MARGIN, foot, { width: width * 0.75, lineBreak: false })
    pdf.text(`Page ${page + 1} of ${count}`, MARGIN, foot, { width, align: 'right', lineBreak: false })
  }
}

function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', reject)
  })
}
