import type { Block, Box, TableBlock, TextBlock } from '../../../shared/model/document.ts'
import { carrySpans, findPassage } from './find-passage.ts'
import type { Marked } from './page-block.tsx'

/** A place on the page in points; `deciding` for the words that decided the label. */
export interface MarkBox extends Box {
  readonly deciding: boolean
}

/** How wide words are set, in any unit. */
export type MeasureText = (text: string) => number

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The parts of a block's lines that a span covers. A block says where it stands as a whole, so lines are taken as
 * equally high, and words as far along their line as their letters are wide.
 */
function linesOfSpan(text: string, box: Box, span: Span, measure: MeasureText): Box[] {
  const lines = text.split('\n')
  const widest = Math.max(1e-6, ...lines.map(measure))
  const height = box.height / lines.length
  const found: Box[] = []
  let from = 0
  lines.forEach((line, index) => {
    const start = Math.max(span.start - from, 0)
    const end = Math.min(span.end - from, line.length)
    from += line.length + 1
    if (end <= start) return
    const y = box.y + index * height
    // How wide a gap between columns is set is not known.
    const [left, right] = line.includes('\t')
      ? [0, 1]
      : [measure(line.slice(0, start)) / widest, measure(line.slice(0, end)) / widest]
    found.push({ x: box.x + left * box.width, y, width: (right - left) * box.width, height })
  })
  return found
}

function marksInText(block: TextBlock, marked: Marked, measure: MeasureText): MarkBox[] {
  const { box, text } = block
  if (box === null) return []
  const found = findPassage(text, marked.text)
  if (found === null) return [{ ...box, deciding: false }]
  const words = carrySpans(text, marked.text, marked.evidence)
  return [
    ...linesOfSpan(text, box, found, measure).map((line) => ({ ...line, deciding: false })),
    ...words.flatMap((span) =>
      linesOfSpan(text, box, span, measure).map((line) => ({ ...line, deciding: true })),
    ),
  ]
}

function around(boxes: readonly Box[]): Box | null {
  const [first] = boxes
  if (!first) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

function marksInTable(block: TableBlock, marked: Marked): MarkBox[] {
  const rows = block.rows.filter(
    (row) => findPassage(row.cells.map((cell) => cell.text).join(' '), marked.text) !== null,
  )
  const boxes = rows.flatMap((row) => {
    const box = around(row.cells.flatMap((cell) => (cell.text === '' ? [] : (cell.box ?? []))))
    return box === null ? [] : [{ ...box, deciding: false }]
  })
  if (boxes.length > 0) return boxes
  return block.box === null ? [] : [{ ...block.box, deciding: false }]
}

/** Where a passage stands on its page; empty where the document does not say. */
export function markBoxes(block: Block, marked: Marked, measure: MeasureText): MarkBox[] {
  return block.kind === 'table' ? marksInTable(block, marked) : marksInText(block, marked, measure)
}
