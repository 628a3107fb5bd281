import type { Document, TableBlock, TextBlock } from '../../model/document.ts'
import { footnoteBlocks } from './footnotes.ts'
import type { Line } from './line.ts'
import type { ColumnCount } from './unfold-running-text.ts'
import { columnPieces, opensColumns, unfoldRunningText } from './unfold-running-text.ts'

const EMPHASIS = /\*\*|__|`/g

/** All lines of the document that are neither page furniture nor footnotes, in reading order; a table's row is one line. */
export function documentLines(document: Document): Line[] {
  const lines: Line[] = []
  const running: Running = { columns: null }
  const footnotes = footnoteBlocks(document)
  document.blocks.forEach((block, index) => {
    if (footnotes.has(block)) return
    if (block.kind === 'table') addRows(lines, block, index)
    else if (block.furniture === null) addText(lines, block, index, running)
  })
  return withNumbersJoined(withOutlineStars(lines))
}

const LONE_NUMBER = /^(?!\(\d{1,2}\.\d{2}\))\(?(?:[IVXL]{1,6}|\d{1,3}(?:\.\d{1,2})?|[A-Z])[.)]$/

/** A number alone on its line belongs to the title on the next. */
function withNumbersJoined(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    const next = lines[at + 1]
    if (!line) continue
    const alone = !line.cells && line.marker === null && LONE_NUMBER.test(line.text)
    if (
      alone &&
      next &&
      !next.cells &&
      next.marker === null &&
      /^["“‘(]?[A-Z0-9]/.test(next.text) &&
      !LONE_NUMBER.test(next.text)
    ) {
      joined.push({ ...next, marker: line.text, firstOfBlock: true })
      at += 1
    } else joined.push(line)
  }
  return joined
}

/** Org-mode text marks headings with stars, two or more somewhere in the file. */
function withOutlineStars(lines: readonly Line[]): Line[] {
  const stars = lines.filter((l) => /^\*{2,5}\s\S/.test(l.text)).length
  if (stars < 2) return [...lines]
  return lines.map((line) => {
    const match = /^(\*{1,5})\s+(\S.*)$/.exec(line.text)
    return match?.[1] && match[2] && !line.cells
      ? { ...line, text: match[2], headingLevel: match[1].length }
      : line
  })
}

/** Set once a table with run-together columns has begun: the lines after it go on with it. */
interface Running {
  columns: ColumnCount | null
}

function addText(lines: Line[], block: TextBlock, index: number, running: Running): void {
  const raw = block.text.split('\n')
  const texts = raw.filter((t) => t.trim() !== '')
  texts.forEach((text, at) => {
    const trimmed = tidy(text)
    if (trimmed === '') return
    const base: Line = {
      text: trimmed,
      marker: at === 0 ? block.marker : null,
      page: block.page,
      block: index,
      row: null,
      cells: null,
      bold: block.style.bold,
      italic: block.style.italic,
      fontSize: block.style.fontSize,
      headingLevel: block.style.headingLevel,
      listLevel: block.style.listLevel,
      indent: block.box
        ? block.box.x
        : ((at === 0 ? block.style.indent : undefined) ?? text.length - text.trimStart().length),
      firstOfBlock: at === 0,
      lastOfBlock: at === texts.length - 1,
      leadIn: at === 0 ? (block.style.leadIn ?? 0) : 0,
      unfolded: false,
      columns: false,
    }
    if (running.columns === null && trimmed.length < 4_000 && opensColumns(trimmed))
      running.columns = { section: 0, last: 0 }
    const { pieces, columns } = running.columns
      ? { pieces: columnPieces(trimmed, running.columns), columns: true }
      : unfoldRunningText(trimmed)
    if (pieces.length <= 1) lines.push({ ...base, columns })
    else {
      pieces.forEach((piece, i) => {
        lines.push({
          ...base,
          text: piece,
          marker: i === 0 ? base.marker : null,
          firstOfBlock: true,
          lastOfBlock: true,
          unfolded: i > 0,
          columns,
        })
      })
    }
  })
}

const ROW_NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,2})?|[A-Za-z])[.)]?$/

/** Numbers set off from their titles by position alone are a list, not a table. */
function isNumberedList(block: TableBlock): boolean {
  if (block.ruled) return false
  return block.rows.every((row) => {
    const filled = row.cells.filter((c) => c.text.trim() !== '')
    return (
      row.cells.length === 2 &&
      filled.length > 0 &&
      (ROW_NUMBER.test(row.cells[0]?.text.trim() ?? '') || row.cells[0]?.text.trim() === '')
    )
  })
}

function addRows(lines: Line[], block: TableBlock, index: number): void {
  const list = isNumberedList(block)
  block.rows.forEach((row, at) => {
    // One entry per column: a cell over several columns is followed by empty ones.
    const cells = row.cells.flatMap((c) => [
      c.text.split('\n').map(tidy).filter(Boolean).join('\n'),
      ...Array.from({ length: Math.min(c.span, 40) - 1 }, () => ''),
    ])
    if (cells.every((c) => c === '')) return
    lines.push({
      text: cells
        .map((c) => c.replace(/\n/g, ' '))
        .filter(Boolean)
        .join('\t'),
      marker: row.marker,
      page: row.page,
      block: index,
      row: at,
      cells: list ? null : cells,
      bold: row.cells.every((c) => c.bold || c.text.trim() === ''),
      italic: false,
      fontSize: null,
      headingLevel: null,
      listLevel: null,
      indent: block.box?.x ?? 0,
      firstOfBlock: list || at === 0,
      lastOfBlock: list || at === block.rows.length - 1,
      leadIn: 0,
      unfolded: false,
      columns: false,
    })
  })
}

function tidy(text: string): string {
  return text
    .replace(EMPHASIS, '')
    .replace(/\[([^\][]{1,300})\]\([^()\s]{1,500}(?:\([^()]{0,80}\))?[^()\s]{0,80}\)/g, '$1')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/ {3,}/g, '\t')
    .trim()
}
