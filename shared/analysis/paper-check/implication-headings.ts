import type { Block } from '../../model/document.ts'
import { wordsOf } from './customer-nouns.ts'

const LONGEST_HEADING = 90
const IMPLICATIONS = new Set(
  'implication implications impact impacts consideration considerations consequence consequences assessment effect effects'.split(
    ' ',
  ),
)
const OTHER_SUBJECTS = new Set(
  'financial finance budget budgetary cost legal risk risks equality equalities diversity staff staffing workforce people hr environmental sustainability climate carbon resource resources regulatory compliance reputational property procurement'.split(
    ' ',
  ),
)

export interface HeadingLine {
  readonly text: string
  readonly page: number
  readonly block: number
}

export interface ImplicationHeadings {
  /** Headings on what a proposal means for money, law, staff and the like. */
  readonly others: readonly HeadingLine[]
  /** The same for customers. */
  readonly customers: readonly HeadingLine[]
}

/** Lines short enough to be a heading or the label of a front sheet's row: block starts, run-in heads, cells. */
function headingLines(blocks: readonly Block[]): HeadingLine[] {
  return blocks.flatMap((block, index): HeadingLine[] => {
    if (block.kind === 'table')
      return block.rows.flatMap((row) =>
        row.cells.slice(0, 2).map((cell) => ({ text: cell.text, page: row.page, block: index })),
      )
    if (block.furniture !== null) return []
    const [first = ''] = block.text.split('\n', 1)
    const colon = first.indexOf(':')
    const lead = block.style.leadIn === undefined ? '' : first.slice(0, block.style.leadIn)
    const text = lead !== '' ? lead : colon > 0 && colon < 60 ? first.slice(0, colon) : first
    return [{ text, page: block.page, block: index }]
  })
}

/** The headings of a paper that say for whom or what it has implications. */
export function implicationHeadings(
  blocks: readonly Block[],
  isCustomer: (word: string) => boolean,
): ImplicationHeadings {
  const others: HeadingLine[] = []
  const customers: HeadingLine[] = []
  for (const line of headingLines(blocks)) {
    const text = line.text.replace(/\s+/gu, ' ').trim()
    if (text === '' || text.length > LONGEST_HEADING || /[.!?]$/.test(text)) continue
    const words = wordsOf(text)
    const meaning = /\bwhat (?:this|it) means for\b/iu.test(text)
    const implies = meaning || words.some((word) => IMPLICATIONS.has(word))
    if (!implies) continue
    if (words.some(isCustomer)) customers.push({ ...line, text })
    else if (words.some((word) => OTHER_SUBJECTS.has(word))) others.push({ ...line, text })
  }
  return { others, customers }
}
