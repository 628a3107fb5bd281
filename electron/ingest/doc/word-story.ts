import { symbolText } from '../docx/symbol-text.ts'
import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place, RunLook } from '../flow/flow-content.ts'
import { FlowTableBuilder } from '../flow/flow-table.ts'
import type { SpannedCell } from '../flow/flow-table.ts'
import { refuseIfAborted } from '../read-refusal.ts'
import type { WordFile } from './word-file.ts'
import { runAt } from './word-file.ts'
import type { WordLists } from './word-lists.ts'
import { takeParagraphSprms, takeRunSprms } from './word-sprms.ts'
import type { WordParagraph, WordRun } from './word-sprms.ts'
import type { readWordStyles } from './word-styles.ts'

const MOST_DEPTH = 20

interface OpenTable {
  readonly builder: FlowTableBuilder
  cells: FlowContent[][]
  content: FlowContent[]
}

export interface StoryOptions {
  readonly file: WordFile
  readonly styles: ReturnType<typeof readWordStyles>
  readonly lists: WordLists
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((fraction: number) => void) | undefined
}

/** Reads one story of a Word file (its body, its notes) into paragraphs and tables. */
export class WordStory {
  private readonly options: StoryOptions
  private readonly top: FlowContent[] = []
  private readonly tables: OpenTable[] = []
  private fieldsInCode: boolean[] = []
  place: Place

  constructor(options: StoryOptions, page = 1) {
    this.options = options
    this.place = { rendered: page, explicit: page }
  }

  read(from: number, to: number): FlowContent[] {
    const { text } = this.options.file
    let start = from
    let count = 0
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at)
      const isEnd = code === 13 || code === 7 || code === 12
      if (!isEnd && at < to - 1) continue
      this.paragraph(start, isEnd ? at : at + 1, at)
      if (code === 12) this.turnPage()
      start = at + 1
      count += 1
      if (count % 2000 !== 0) continue
      refuseIfAborted(this.options.signal)
      this.options.onProgress?.((at - from) / (to - from))
    }
    while (this.tables.length > 0) this.closeTable()
    return this.top
  }

  private turnPage(): void {
    // A break before anything was read only opens the first page.
    if (this.top.length === 0 && this.tables.length === 0) return
    this.place = { rendered: this.place.rendered + 1, explicit: this.place.explicit + 1 }
  }

  private propertiesAt(end: number): { index: number; own: WordParagraph } {
    const { file } = this.options
    const list = runAt(file.paragraphRuns, file.offsetOf(end))?.properties
    const own: WordParagraph = {}
    if (!list || list.byteLength < 2) return { index: 0, own }
    takeParagraphSprms(own, list.subarray(2))
    if (own.elsewhere !== undefined) {
      const data = Buffer.from(file.compound.stream('Data') ?? [])
      if (own.elsewhere + 2 <= data.byteLength) {
        const size = data.readUInt16LE(own.elsewhere)
        takeParagraphSprms(own, data.subarray(own.elsewhere + 2, own.elsewhere + 2 + size))
      }
    }
    return { index: list.readUInt16LE(0), own }
  }

  private paragraph(from: number, to: number, end: number): void {
    const { styles, lists, file } = this.options
    const { index, own } = this.propertiesAt(end)
    const style = styles.style(index)
    const properties = { ...style.paragraph, ...own }
    if (own.breakBefore ?? style.paragraph.breakBefore) this.turnPage()
    const depth = properties.inTable ? Math.min(Math.max(properties.depth ?? 1, 1), MOST_DEPTH) : 0
    while (this.tables.length > depth) this.closeTable()
    while (this.tables.length < depth)
      this.tables.push({ builder: new FlowTableBuilder(this.place), cells: [], content: [] })
    if (properties.endsRow || properties.endsInnerRow) return this.closeRow(own)
    const paragraph = new ParagraphInProgress(style.flow, this.place)
    this.addRuns(paragraph, from, to, style.flow)
    const outline = properties.outline
    if (outline !== undefined && outline < 9) paragraph.headingLevel = outline + 1
    const listed = (properties.list ?? 0) > 0 && (properties.list ?? 0) < 0x7ff
    const level = properties.listLevel ?? 0
    const hasText = paragraph.text.trim() !== ''
    const marker = listed && hasText ? lists.next(properties.list ?? 0, level) : null
    const container = this.tables.at(-1)?.content ?? this.top
    if (hasText) container.push(paragraph.finish(marker, listed ? level : null))
    if (file.text.charCodeAt(end) === 7 || properties.endsInnerCell) this.closeCell()
    return undefined
  }

  private addRuns(paragraph: ParagraphInProgress, from: number, to: number, style: RunLook): void {
    const { file, styles } = this.options
    let at = from
    while (at < to) {
      const offset = file.offsetOf(at)
      const run = runAt(file.characterRuns, offset)
      const look: WordRun = {}
      let end = at + 1
      if (run) {
        takeRunSprms(look, run.properties, style)
        if (look.styleIndex !== undefined) {
          const named = styles.style(look.styleIndex).flow
          const again: WordRun = { ...named }
          takeRunSprms(again, run.properties, { ...style, ...named })
          Object.assign(look, again)
        }
        while (end < to) {
          const next = file.offsetOf(end)
          if (next < run.from || next >= run.to) break
          end += 1
        }
      }
      this.addRun(paragraph, file.text.slice(at, end), look, look.hidden ?? style.hidden ?? false)
      at = end
    }
  }

  private addRun(paragraph: ParagraphInProgress, text: string, look: WordRun, isHidden: boolean): void {
    if (look.deleted) return
    let shown = ''
    for (const mark of text) {
      const code = mark.charCodeAt(0)
      if (code === 19) this.fieldsInCode.push(true)
      else if (code === 20) {
        if (this.fieldsInCode.length > 0) this.fieldsInCode[this.fieldsInCode.length - 1] = false
      } else if (code === 21) this.fieldsInCode.pop()
      else if (isHidden || this.fieldsInCode.includes(true)) continue
      else if (look.symbol !== undefined && (code === 40 || look.special))
        shown += symbolText(look.symbol.toString(16))
      else shown += characterText(mark, code, look.special ?? false)
    }
    if (shown !== '') paragraph.add(shown, look)
  }

  private closeCell(): void {
    const table = this.tables.at(-1)
    if (!table) return
    table.cells.push(table.content)
    table.content = []
  }

  private closeRow(own: WordParagraph): void {
    const table = this.tables.at(-1)
    if (!table) return
    if (table.content.length > 0) this.closeCell()
    const row: SpannedCell[] = []
    table.cells.forEach((content, at) => {
      const join = own.cells?.[at]
      const last = row.at(-1)
      if (join?.joinsLeft && last)
        row[row.length - 1] = { ...last, columns: last.columns + 1, content: [...last.content, ...content] }
      else row.push({ columns: 1, rows: 1, content: join?.joinsAbove ? [] : content })
    })
    table.builder.addRow(row, this.place)
    table.cells = []
  }

  private closeTable(): void {
    const table = this.tables.at(-1)
    if (!table) return
    if (table.content.length > 0 || table.cells.length > 0) this.closeRow({})
    this.tables.pop()
    const finished = table.builder.finish()
    if (finished) (this.tables.at(-1)?.content ?? this.top).push(finished)
  }
}

/** Word's own control characters as text: breaks, hyphens, spaces; what stands for a picture or a note is none. */
function characterText(mark: string, code: number, isSpecial: boolean): string {
  if (code >= 32) return code >= 0xf000 && code <= 0xf0ff ? symbolText(code.toString(16)) : mark
  if (code === 9) return '\t'
  if (code === 11 || code === 14) return '\n'
  if (code === 30) return '-'
  return isSpecial || code !== 31 ? '' : ''
}
