import type { Block, Box, Page } from '../../../shared/model/document.ts'
import type { Line, Rule } from '../layout/text-run.ts'
import type { PlacedWord } from './lines-of-picture.ts'

/** A page whose words were recognised, upright and in points. */
export interface RecognisedPage {
  readonly lines: readonly Line[]
  readonly rules: readonly Rule[]
  readonly words: readonly PlacedWord[]
  readonly confidence: number
  readonly turns: number
  /** The page's size after turning. */
  readonly width: number
  readonly height: number
}

/** A box on the page turned upright, put back where it is on the page as it lies. */
export function boxAsItLies(box: Box, turns: number, upright: { width: number; height: number }): Box {
  const { x, y, width, height } = box
  if (turns === 1) return { x: y, y: upright.width - x - width, width: height, height: width }
  if (turns === 2) return { x: upright.width - x - width, y: upright.height - y - height, width, height }
  if (turns === 3) return { x: upright.height - y - height, y: x, width: height, height: width }
  return box
}

const holds = (box: Box, word: PlacedWord): boolean => {
  const x = word.x + word.width / 2
  const y = word.y + word.height / 2
  return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1
}

function confidenceIn(box: Box | null, page: RecognisedPage): number {
  const inside = box === null ? [] : page.words.filter((word) => holds(box, word))
  const letters = inside.reduce((sum, word) => sum + word.letters, 0)
  if (letters === 0) return page.confidence
  return inside.reduce((sum, word) => sum + word.letters * word.confidence, 0) / letters
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** Says of each block how sure its words are, and where it stands on the page as it lies. */
export function withRecognition(blocks: readonly Block[], page: RecognisedPage): Block[] {
  const lying = (box: Box | null): Box | null => (box === null ? null : boxAsItLies(box, page.turns, page))
  return blocks.map((block) => {
    const confidence = rounded(confidenceIn(block.box, page))
    const box = lying(block.box)
    if (block.kind === 'text') return { ...block, box, confidence }
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, box: lying(cell.box) })),
    }))
    return { ...block, box, rows, confidence }
  })
}

export const recognitionOf = ({ confidence, turns }: RecognisedPage): NonNullable<Page['recognition']> => ({
  confidence: rounded(confidence),
  turns,
})
