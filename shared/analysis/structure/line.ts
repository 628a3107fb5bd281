import type { Evidence } from '../../model/evidence.ts'

/**
 * One line of a text block, or one row of a table: the unit every parser looks at.
 * `text` is trimmed; a row's cells stand in it joined by tabs.
 */
export interface Line {
  text: string
  /** Number or bullet the format holds apart from the text. */
  marker: string | null
  page: number
  /** Index into the document's blocks. */
  block: number
  /** Index of the row in its table, null for text. */
  row: number | null
  cells: readonly string[] | null
  bold: boolean
  italic: boolean
  fontSize: number | null
  headingLevel: number | null
  listLevel: number | null
  /** Points from the left, or leading characters where there are no positions. */
  indent: number
  firstOfBlock: boolean
  lastOfBlock: boolean
  /** Characters at the start set apart in bold or underlined, 0 where none are. */
  leadIn: number
  /** True for the pieces after the first of one long line of running text. */
  unfolded: boolean
  /** True where a table's columns run together in the line: number, title, lead, purpose with nothing between. */
  columns: boolean
}

/** Evidence for a fact read from this line; the quote is kept short. */
export function evidenceAt(line: Pick<Line, 'page' | 'block'>, quote: string, rule: string): Evidence {
  return { page: line.page, block: line.block, quote: shorten(quote, 240), rule }
}

export function shorten(text: string, limit: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= limit ? plain : `${plain.slice(0, limit - 1)}…`
}
