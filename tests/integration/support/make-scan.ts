import { createCanvas } from '@napi-rs/canvas'
import { makePdf } from '../ingest/make-pdf.ts'

/** A sheet of A4 in points. */
const WIDTH = 595
const HEIGHT = 842

export interface SheetOptions {
  /** Pixels to the inch. */
  readonly dots?: number
  /** Quarter turns clockwise by which the sheet lay wrong. */
  readonly turns?: number
  /** Degrees by which it lay askew. */
  readonly askew?: number
  readonly type?: 'image/png' | 'image/jpeg' | 'image/webp'
}

/** Lines of words as a scanner would take them: black on white, 11 points, a heading larger and bold. */
export function drawSheet(lines: readonly string[], options: SheetOptions = {}): Buffer {
  const { dots = 200, turns = 0, askew = 0, type = 'image/png' } = options
  const scale = dots / 72
  const onSide = turns % 2 === 1
  const canvas = createCanvas((onSide ? HEIGHT : WIDTH) * scale, (onSide ? WIDTH : HEIGHT) * scale)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((turns * Math.PI) / 2 + (askew * Math.PI) / 180)
  pen.scale(scale, scale)
  pen.translate(-WIDTH / 2, -HEIGHT / 2)
  pen.fillStyle = '#111'
  lines.forEach((line, index) => {
    const isHeading = line.startsWith('# ')
    pen.font = isHeading ? 'bold 16px sans-serif' : '11px sans-serif'
    const cells = line.replace('# ', '').split('|')
    cells.forEach((cell, column) => pen.fillText(cell.trim(), 60 + column * 170, 80 + index * 20))
  })
  return type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer(type)
}

/** A PDF of sheets that are nothing but pictures; text pages in between where a page is a list of words. */
export function makeScan(pages: readonly (Buffer | string[])[]): Promise<Uint8Array> {
  return makePdf(
    (pdf) => {
      for (const page of pages) {
        pdf.addPage({ size: 'A4', margin: 0 })
        if (Buffer.isBuffer(page)) pdf.image(page, 0, 0, { width: WIDTH, height: HEIGHT })
        else for (const [index, line] of page.entries()) pdf.fontSize(11).text(line, 60, 80 + index * 20)
      }
    },
    { autoFirstPage: false },
  )
}
