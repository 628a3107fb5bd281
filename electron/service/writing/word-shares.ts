import type { Paragraph, ParagraphChild, Table, TableCell } from './docx-engine.ts'
import { HATCHED, SHARE_COLOURS, partsOfWhole } from './share-colours.ts'
import type { WrittenShares } from './written-document.ts'

type Docx = typeof import('./docx-engine.ts')

/** Parts of the width: the label, the bar, and each column of figures. */
const LABEL = 0.24
const BAR = 0.38

const hex = (colour: string): string => colour.slice(1).toUpperCase()

/**
 * Stacked bars as Word's own shaded cells, with the figures beside them as text: nothing is a picture, so that it
 * prints, scales, and can be read aloud.
 */
export function sharesInWord(
  docx: Docx,
  shares: WrittenShares,
  inner: number,
  run: (text: string, look?: { bold?: boolean; quiet?: boolean }) => ParagraphChild,
): (Paragraph | Table)[] {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  const shadingOf = (focus: keyof typeof SHARE_COLOURS) =>
    focus === HATCHED
      ? {
          type: docx.ShadingType.DIAGONAL_STRIPE,
          fill: hex(SHARE_COLOURS.numbers),
          color: hex(SHARE_COLOURS.customer),
        }
      : { type: docx.ShadingType.CLEAR, fill: hex(SHARE_COLOURS[focus]), color: 'auto' }
  const cell = (
    width: number,
    children: (Paragraph | Table)[],
    shading?: ReturnType<typeof shadingOf>,
  ): TableCell =>
    new docx.TableCell({
      width: { size: Math.round(width), type: docx.WidthType.DXA },
      margins: { top: 20, bottom: 20, left: 60, right: 60 },
      verticalAlign: docx.VerticalAlign.CENTER,
      ...(shading === undefined ? {} : { shading }),
      children,
    })
  const line = (children: ParagraphChild[]): Paragraph =>
    new docx.Paragraph({ spacing: { after: 0 }, children })
  const figure = ((1 - LABEL - BAR) * inner) / Math.max(1, shares.heads.length - 1)

  const barOf = (parts: WrittenShares['rows'][number]['parts']): Table => {
    // A cell narrower than a point is not drawn everywhere alike.
    const drawn = partsOfWhole(parts).filter(({ part }) => part >= 0.01)
    const room = BAR * inner - 160
    return new docx.Table({
      width: { size: Math.round(room), type: docx.WidthType.DXA },
      columnWidths: drawn.map(({ part }) => Math.round(room * part)),
      layout: docx.TableLayoutType.FIXED,
      borders,
      rows: [
        new docx.TableRow({
          height: { value: 200, rule: docx.HeightRule.EXACT },
          children: drawn.map(({ focus, part }) => cell(room * part, [line([])], shadingOf(focus))),
        }),
      ],
    })
  }
  const head = new docx.TableRow({
    tableHeader: true,
    children: [
      cell(LABEL * inner, [line([run(shares.heads[0] ?? '', { bold: true })])]),
      cell(BAR * inner, [line([])]),
      ...shares.heads.slice(1).map((words) => cell(figure, [line([run(words, { bold: true })])])),
    ],
  })
  const rows = shares.rows.map(
    (row) =>
      new docx.TableRow({
        cantSplit: true,
        children: [
          cell(LABEL * inner, [line([run(row.label)])]),
          cell(
            BAR * inner,
            row.parts.every(({ share }) => share === 0) ? [line([])] : [barOf(row.parts), line([])],
          ),
          ...row.figures.map((words) => cell(figure, [line([run(words)])])),
        ],
      }),
  )
  const swatch = 260
  const key = (inner - swatch * shares.legend.length) / Math.max(1, shares.legend.length)
  const legend = new docx.Table({
    width: { size: inner, type: docx.WidthType.DXA },
    layout: docx.TableLayoutType.FIXED,
    columnWidths: shares.legend.flatMap(() => [swatch, Math.round(key)]),
    borders,
    rows: [
      new docx.TableRow({
        children: shares.legend.flatMap(({ focus, label }) => [
          cell(swatch, [line([])], shadingOf(focus)),
          cell(key, [line([run(label, { quiet: true })])]),
        ]),
      }),
    ],
  })
  return [
    new docx.Paragraph({ keepNext: true, children: [run(shares.caption, { bold: true })] }),
    legend,
    line([]),
    new docx.Table({
      width: { size: inner, type: docx.WidthType.DXA },
      layout: docx.TableLayoutType.FIXED,
      columnWidths: [LABEL * inner, BAR * inner, ...shares.heads.slice(1).map(() => figure)].map(Math.round),
      borders,
      rows: [head, ...rows],
    }),
    line([]),
  ]
}
