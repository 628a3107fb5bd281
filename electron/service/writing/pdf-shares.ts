import type { WrittenShares } from './written-document.ts'
import { plainLine } from './written-document.ts'
import { HATCHED, SHARE_COLOURS, partsOfWhole } from './share-colours.ts'

type Pdf = PDFKit.PDFDocument

const ROW = 17
const BAR = 10
const TEXT = 9
const SWATCH = 8
const LABEL_PART = 0.2
const BAR_PART = 0.42
const FIGURE_PART = 0.19

/** The height of the whole chart, in points. */
export const heightOfShares = ({ rows }: WrittenShares): number => 22 + 18 + ROW * (rows.length + 1)

/** Stacked bars with their figures beside them, drawn in lines; the caller has made room. */
export function drawShares(
  pdf: Pdf,
  root: PDFKit.PDFStructureElement,
  shares: WrittenShares,
  left: number,
  width: number,
): void {
  const words = (
    text: string,
    x: number,
    y: number,
    look: 'regular' | 'bold' = 'regular',
    room = width,
  ): void => {
    pdf.font(look).fontSize(TEXT).fillColor('#000000')
    pdf.text(plainLine(text).slice(0, 80), x, y, {
      width: room,
      lineBreak: false,
      ellipsis: true,
      height: ROW,
    })
  }
  let y = pdf.y
  root.add(pdf.struct('P', {}, () => words(shares.caption, left, y, 'bold')))
  y += 20
  const inWords = shares.rows
    .map(
      (row) =>
        `${row.label}: ${shares.heads
          .slice(1)
          .map((head, index) => `${head} ${row.figures[index] ?? ''}`)
          .join(', ')}`,
    )
    .join('; ')
  root.add(
    pdf.struct('Figure', { alt: plainLine(`${shares.caption}. ${inWords}`).slice(0, 4000) }, () => {
      let x = left
      for (const { focus, label } of shares.legend) {
        paint(pdf, focus, x, y + 1, SWATCH, SWATCH, false)
        words(label, x + SWATCH + 4, y)
        x += SWATCH + 4 + pdf.widthOfString(plainLine(label)) + 16
      }
      y += 18
      const barLeft = left + width * LABEL_PART
      const figureLeft = barLeft + width * BAR_PART + 12
      const columns = shares.heads
        .slice(1)
        .map((head, index) => ({ head, x: figureLeft + index * width * FIGURE_PART }))
      words(shares.heads[0] ?? '', left, y, 'bold')
      for (const { head, x: at } of columns) words(head, at, y, 'bold')
      y += ROW
      for (const row of shares.rows) {
        words(row.label, left, y, 'regular', width * LABEL_PART - 6)
        let at = barLeft
        for (const { focus, part } of partsOfWhole(row.parts)) {
          const partWidth = width * BAR_PART * part
          if (partWidth > 0) paint(pdf, focus, at, y, partWidth, BAR, row.pale)
          at += partWidth
        }
        columns.forEach(({ x: place }, index) =>
          words(row.figures[index] ?? '', place, y, 'regular', width * FIGURE_PART),
        )
        y += ROW
      }
    }),
  )
  pdf.x = left
  pdf.y = y + 4
}

function paint(
  pdf: Pdf,
  focus: keyof typeof SHARE_COLOURS,
  x: number,
  y: number,
  width: number,
  height: number,
  pale: boolean,
): void {
  pdf.save()
  pdf.fillOpacity(pale ? 0.5 : 1).strokeOpacity(pale ? 0.5 : 1)
  pdf.rect(x, y, width, height).fill(SHARE_COLOURS[focus])
  if (focus === HATCHED) {
    pdf.rect(x, y, width, height).clip()
    pdf.lineWidth(1.6).strokeColor(SHARE_COLOURS.customer)
    for (let at = x - height; at < x + width; at += 4.5)
      pdf
        .moveTo(at, y + height)
        .lineTo(at + height, y)
        .stroke()
  }
  pdf.restore()
}
