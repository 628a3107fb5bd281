/** A laid-out document, before it becomes Word, PDF, OpenDocument or text. */

export type Rules = 'grid' | 'rows' | 'none'

export interface TableBlock {
  kind: 'table'
  /** Shares of the width. */
  widths: number[]
  head: string[] | null
  rows: string[][]
  rules: Rules
  /** Columns set to the right. */
  right: number[]
  boldFirst: boolean
  /** Taller rows. */
  roomy: boolean
}

export type Look = 'plain' | 'title' | 'subtitle' | 'bold' | 'italic' | 'small' | 'centre' | 'right-bold'

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'text'; text: string; look: Look }
  | { kind: 'numbered'; label: string; text: string; level: 0 | 1; bold: boolean; automatic: boolean }
  | { kind: 'bullet'; text: string; level: 0 | 1 }
  | { kind: 'bookmark'; title: string; level: 1 | 2 }
  | { kind: 'page-break' }
  /** White space, in points. */
  | { kind: 'space'; points: number }
  | TableBlock

export interface Theme {
  family: 'serif' | 'sans'
  /** Hexadecimal, no hash. */
  colour: string
  /** Points. */
  size: number
}

export interface Sheet {
  title: string
  author: string
  /** `YYYY-MM-DD`: the fixed date in the file's own properties. */
  written: string
  header: string
  footer: string
  theme: Theme
  blocks: Block[]
}

export const heading = (words: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text: words })
export const text = (words: string, look: Look = 'plain'): Block => ({ kind: 'text', text: words, look })
export const bullet = (words: string, level: 0 | 1 = 0): Block => ({ kind: 'bullet', text: words, level })
export const bookmark = (title: string, level: 1 | 2 = 1): Block => ({ kind: 'bookmark', title, level })
export const space = (points: number): Block => ({ kind: 'space', points })
export const pageBreak = (): Block => ({ kind: 'page-break' })
export const numbered = (
  label: string,
  words: string,
  options: { level?: 0 | 1; bold?: boolean; automatic?: boolean } = {},
): Block => ({
  kind: 'numbered',
  label,
  text: words,
  level: options.level ?? 0,
  bold: options.bold ?? false,
  automatic: options.automatic ?? false,
})
export const table = (
  widths: number[],
  head: string[] | null,
  rows: string[][],
  options: { rules?: Rules; right?: number[]; boldFirst?: boolean; roomy?: boolean } = {},
): TableBlock => ({
  kind: 'table',
  widths,
  head,
  rows,
  rules: options.rules ?? 'grid',
  right: options.right ?? [],
  boldFirst: options.boldFirst ?? false,
  roomy: options.roomy ?? false,
})
