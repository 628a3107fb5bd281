import { readEngineFile } from '../../ingest/pdf/engine-files.ts'
import { PdfDocument } from './pdfkit-engine.ts'
import { writable } from './paper.ts'
import type { Paper, PaperBlock } from './paper.ts'

const MARGIN = 54
const INK = '#1a1d22'
const FAINT = '#55595f'
const RULE = '#b8b5ad'
const LINE = 22

interface Page {
  readonly document: PDFKit.PDFDocument
  readonly width: number
  readonly bottom: number
  /** Begins a page when less than this is left. */
  needs(height: number): void
}

const plain = (page: Page, size = 9.5): PDFKit.PDFDocument =>
  page.document.font('plain').fontSize(size).fillColor(INK)
const bold = (page: Page, size = 9.5): PDFKit.PDFDocument =>
  page.document.font('bold').fontSize(size).fillColor(INK)

function writeTable(page: Page, block: Extract<PaperBlock, { kind: 'table' }>): void {
  const { document } = page
  const sum = block.columns.reduce((total, column) => total + column.width, 0)
  const widths = block.columns.map((column) => (column.width / sum) * page.width)
  const heightOf = (cells: readonly string[]): number =>
    8 +
    Math.max(
      ...cells.map((words, at) =>
        document.heightOfString(writable(words) || ' ', { width: (widths[at] ?? 10) - 8 }),
      ),
    )
  const row = (cells: readonly string[], isHead: boolean): void => {
    const look = isHead ? bold(page, 8.5).fillColor(FAINT) : plain(page, 9)
    const height = Math.min(heightOf(cells), page.bottom - MARGIN - 40)
    const before = document.page
    page.needs(height)
    if (!isHead && document.page !== before) {
      row(
        block.columns.map(({ head }) => head),
        true,
      )
      plain(page, 9)
    }
    const top = document.y
    let x = MARGIN
    cells.forEach((words, at) => {
      look.text(writable(words), x, top + 4, {
        width: (widths[at] ?? 10) - 8,
        height: height - 4,
        ellipsis: true,
      })
      x += widths[at] ?? 0
    })
    document
      .moveTo(MARGIN, top + height)
      .lineTo(MARGIN + page.width, top + height)
      .lineWidth(0.5)
      .strokeColor(RULE)
      .stroke()
    document.x = MARGIN
    document.y = top + height
  }
  row(
    block.columns.map(({ head }) => head),
    true,
  )
  for (const cells of block.rows) row(cells, false)
  document.y += 10
}

function writeChoices(page: Page, options: readonly string[]): void {
  const { document } = page
  const box = 9
  let x = MARGIN
  page.needs(LINE)
  for (const option of options) {
    const words = writable(option)
    const width = box + 6 + plain(page).widthOfString(words) + 16
    if (x > MARGIN && x + width > MARGIN + page.width) {
      x = MARGIN
      document.y += 17
      page.needs(LINE)
    }
    const top = document.y
    document
      .rect(x, top + 1, box, box)
      .lineWidth(0.8)
      .strokeColor(INK)
      .stroke()
    plain(page).text(words, x + box + 6, top, { lineBreak: false })
    document.y = top
    x += width
  }
  document.x = MARGIN
  document.y += 22
}

function writeBlock(page: Page, block: PaperBlock): void {
  const { document } = page
  switch (block.kind) {
    case 'heading':
      page.needs(60)
      document.y += 6
      bold(page, 10.5).text(writable(block.text), MARGIN, document.y, { width: page.width })
      document.y += 4
      return
    case 'text': {
      const look = block.faint === true ? plain(page, 9).fillColor(FAINT) : plain(page)
      look.text(writable(block.text), MARGIN, document.y, { width: page.width })
      document.y += 6
      return
    }
    case 'table':
      return writeTable(page, block)
    case 'choices':
      return writeChoices(page, block.options)
    case 'lines':
      for (let at = 0; at < block.count; at += 1) {
        page.needs(LINE)
        document.y += LINE - 4
        document
          .moveTo(MARGIN, document.y)
          .lineTo(MARGIN + page.width, document.y)
          .lineWidth(0.5)
          .strokeColor(RULE)
          .stroke()
        document.y += 4
      }
      document.y += 6
  }
}

/** The paper as a PDF, with fonts inside it, so that it prints alike everywhere. */
export async function writePdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const [regular, strong] = await Promise.all(
    ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'].map((name) =>
      readEngineFile('standard_fonts', name),
    ),
  )
  if (regular === undefined || strong === undefined) throw new Error('The fonts are missing')
  const document = new PdfDocument({
    size: 'A4',
    layout: paper.landscape ? 'landscape' : 'portrait',
    margin: MARGIN,
    bufferPages: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: writable(paper.title), Creator: 'Empty Chair' },
  })
  document.registerFont('plain', Buffer.from(regular))
  document.registerFont('bold', Buffer.from(strong))
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((done, failed) => {
    document.once('end', done)
    document.once('error', failed)
  })
  const bottom = document.page.height - MARGIN - 14
  const page: Page = {
    document,
    width: document.page.width - 2 * MARGIN,
    bottom,
    needs: (height) => {
      if (document.y + height > bottom) document.addPage()
    },
  }
  bold(page, 17).text(writable(paper.title), MARGIN, MARGIN, { width: page.width })
  if (paper.subtitle !== null)
    plain(page).fillColor(FAINT).text(writable(paper.subtitle), { width: page.width }).moveDown(0.8)
  paper.sections.forEach((section, at) => {
    if (at > 0) document.addPage()
    if (section.heading !== null) {
      bold(page, 13).text(writable(section.heading), MARGIN, document.y, { width: page.width })
      document.y += 6
    }
    for (const block of section.blocks) writeBlock(page, block)
  })
  const { count } = document.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    document.switchToPage(at)
    // Below the margin, where writing would otherwise begin another page.
    document.page.margins.bottom = 0
    plain(page, 8)
      .fillColor(FAINT)
      .text(
        `${writable(paper.foot)} · page ${at + 1} of ${count}`,
        MARGIN,
        document.page.height - MARGIN + 8,
        {
          lineBreak: false,
        },
      )
  }
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
