import type { Block, TableRow } from '../../../shared/model/document.ts'
import { startsNewItem } from '../layout/line-marks.ts'
import { tabbed } from '../text/text-paragraphs.ts'
import { boldStart, inlineText, isAllBold } from './inline-text.ts'

interface ListLevel {
  readonly indent: number
  readonly content: number
  next: number | null
}

const LIST_ITEM = /^(\s*)([-*+•]|\d{1,9}[.)])(?:(\s+)(.*))?$/
const DELIMITER_CELL = /^\s*:?-+:?\s*$/

const widthOf = (space: string): number => space.replaceAll('\t', '    ').length

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
}

const isDelimiterRow = (line: string): boolean =>
  line.includes('-') && line.includes('|') && cellsOf(line).every((cell) => DELIMITER_CELL.test(cell))

/** Builds blocks from Markdown lines, in one pass. */
export class MarkdownBlocks {
  private readonly blocks: Block[] = []
  private open: string[] = []
  private openMarker: string | null = null
  private openLevel: number | null = null
  private levels: ListLevel[] = []
  private afterBlank = false

  finish(): Block[] {
    this.flush()
    return this.blocks
  }

  heading(level: number, source: string): void {
    this.flush()
    this.levels = []
    this.push(inlineText(source), { headingLevel: level })
  }

  paragraph(lines: readonly string[]): void {
    this.flush()
    this.open = [...lines]
    this.flush()
  }

  addLines(lines: readonly string[]): void {
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] ?? ''
      const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
      if (fence !== undefined) {
        at = this.addFence(lines, at, fence)
        continue
      }
      if (line.includes('|') && isDelimiterRow(lines[at + 1] ?? '')) {
        at = this.addTable(lines, at)
        continue
      }
      this.addLine(line.replace(/^(?:\s{0,3}> ?){1,8}/, ''), lines[at + 1] ?? '')
    }
    this.flush()
  }

  private addLine(line: string, below: string): void {
    const text = line.trim()
    if (text === '') {
      this.flush()
      this.afterBlank = true
      return
    }
    if (/^\{[%{].*[%}]\}$/.test(text) || /^\[[^\]]{1,200}\]:\s*\S+/.test(text)) return
    const atx = /^ {0,3}(#{1,6})(?:\s+(.*))?$/.exec(line)
    if (atx) return this.heading((atx[1] ?? '#').length, (atx[2] ?? '').replace(/\s#+\s*$/, '').trim())
    if (
      /^(?:=+|-{2,})$/.test(text) &&
      this.open.length === 1 &&
      this.openMarker === null &&
      !this.afterBlank
    ) {
      const source = this.open[0] ?? ''
      this.open = []
      return this.heading(text.startsWith('=') ? 1 : 2, source.trim())
    }
    if (/^([-*_])(?:\s*\1){2,}$/.test(text)) {
      this.flush()
      this.levels = []
      return undefined
    }
    const item = LIST_ITEM.exec(line)
    // A number at the start of a paragraph's later line is part of its text unless it begins a list at 1.
    if (item && (item[3] !== undefined || below.trim() !== '')) return this.addItem(item)
    return this.addText(line, text)
  }

  private addItem(match: RegExpExecArray): void {
    this.flush()
    const indent = widthOf(match[1] ?? '')
    const mark = match[2] ?? '-'
    while (
      (this.levels.at(-1)?.indent ?? -1) > indent ||
      (this.levels.at(-1)?.indent === indent && !this.sameList(mark))
    )
      this.levels.pop()
    const top = this.levels.at(-1)
    const content = indent + mark.length + Math.min(Math.max(widthOf(match[3] ?? ' '), 1), 4)
    const typed = /^\d+/.exec(mark)?.[0]
    let level = top
    if (!top || indent >= top.content - 1 || indent > top.indent + 1 || top.indent > indent) {
      level = { indent, content, next: typed === undefined ? null : Number(typed) }
      this.levels.push(level)
    }
    const ending = mark.slice(-1)
    let marker = typed === undefined ? '-' : `${level?.next ?? typed}${ending}`
    if (level && level.next !== null) level.next += 1
    const task = /^\[([ xX])\]\s+(.*)$/.exec(match[4] ?? '')
    if (task) marker = task[1] === ' ' ? '[ ]' : '[x]'
    this.openMarker = marker
    this.openLevel = this.levels.length - 1
    this.open = [task ? (task[2] ?? '') : (match[4] ?? '')]
    this.afterBlank = false
  }

  private sameList(mark: string): boolean {
    return (this.levels.at(-1)?.next === null) === !/^\d/.test(mark)
  }

  private addText(line: string, text: string): void {
    // "a. …" and "7:30 pm …" are no Markdown lists, but each is a line of its own to whoever wrote them.
    const own = this.open.length > 0 && startsNewItem(text)
    if (this.open.length > 0 && !own) {
      this.open.push(text)
      return
    }
    if (own) {
      const level = this.levels.length > 0 && /^\s/.test(line) ? this.levels.length : null
      this.flush()
      this.openLevel = level
    }
    const indent = line.length - line.trimStart().length
    if (this.afterBlank) {
      while (this.levels.length > 0 && indent < (this.levels.at(-1)?.content ?? 0) - 1) this.levels.pop()
      this.openLevel = this.levels.length > 0 ? this.levels.length - 1 : null
    }
    this.openMarker = null
    this.open = [text]
    this.afterBlank = false
  }

  private addFence(lines: readonly string[], start: number, fence: string): number {
    this.flush()
    let end = start + 1
    while (end < lines.length && !(lines[end] ?? '').trim().startsWith(fence)) end += 1
    const code = lines.slice(start + 1, end).map(tabbed)
    if (code.some((line) => line !== '')) this.push(code.join('\n').trim(), {})
    return end
  }

  private addTable(lines: readonly string[], start: number): number {
    this.flush()
    const head = cellsOf(lines[start] ?? '')
    const sources = [head]
    let end = start + 2
    while (end < lines.length && (lines[end] ?? '').includes('|') && (lines[end] ?? '').trim() !== '') {
      sources.push(cellsOf(lines[end] ?? ''))
      end += 1
    }
    const columns = head.length
    const rows = sources
      .map((source): TableRow => ({
        page: 1,
        marker: null,
        cells: Array.from({ length: columns }, (_, at) => ({
          text: inlineText(source[at] ?? '').trim(),
          span: 1,
          bold: isAllBold(source[at] ?? ''),
          box: null,
        })),
      }))
      .filter((row) => row.cells.some((cell) => cell.text !== ''))
    if (rows.length > 0) this.blocks.push({ kind: 'table', page: 1, box: null, rows, ruled: true })
    return end - 1
  }

  private flush(): void {
    const { open, openMarker, openLevel } = this
    this.open = []
    this.openMarker = null
    this.openLevel = null
    if (open.length === 0) return
    const text = inlineText(open.map((line) => line.replace(/\\$/, '')).join('\n'))
      .split('\n')
      .map(tabbed)
      .filter((line) => line !== '')
      .join('\n')
    this.push(text, {
      marker: openMarker,
      listLevel: openLevel,
      bold: open.length === 1 && isAllBold(open[0] ?? ''),
      leadIn: boldStart(open[0] ?? '', text),
    })
  }

  private push(
    text: string,
    look: {
      headingLevel?: number
      marker?: string | null
      listLevel?: number | null
      bold?: boolean
      leadIn?: number
    },
  ): void {
    if (text.trim() === '') return
    this.blocks.push({
      kind: 'text',
      page: 1,
      text: text.trim(),
      marker: look.marker ?? null,
      box: null,
      style: {
        fontSize: null,
        bold: look.bold ?? false,
        italic: false,
        headingLevel: look.headingLevel ?? null,
        listLevel: look.listLevel ?? null,
        ...(look.leadIn && !look.bold ? { leadIn: look.leadIn } : {}),
      },
      furniture: null,
    })
  }
}
