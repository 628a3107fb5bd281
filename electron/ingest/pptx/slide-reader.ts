import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place, RunLook } from '../flow/flow-content.ts'
import { FlowTableBuilder } from '../flow/flow-table.ts'
import type { SpannedCell } from '../flow/flow-table.ts'
import { ListCounter } from '../lists/list-counter.ts'
import type { NumberStyle } from '../lists/format-number.ts'
import { parseXml } from '../xml/parse-xml.ts'

type Attributes = Readonly<Record<string, string>>

/** The prefixes by which the reader knows these namespaces. */
export const SLIDE_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
}

/** Placeholders that repeat on every slide. */
const FURNITURE = new Set(['sldNum', 'ftr', 'dt', 'hdr'])
const TITLES = new Set(['title', 'ctrTitle'])
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

const NUMBERS: readonly (readonly [RegExp, NumberStyle])[] = [
  [/^arabic/, 'decimal'],
  [/^alphaLc/, 'lower-letter'],
  [/^alphaUc/, 'upper-letter'],
  [/^romanLc/, 'lower-roman'],
  [/^romanUc/, 'upper-roman'],
]

interface Shape {
  /** Of its placeholder; null for a box of its own. */
  readonly kind: string | null
  readonly content: FlowContent[]
  counter: ListCounter | null
  counted: string
}

interface ParagraphState {
  readonly open: ParagraphInProgress
  level: number
  bullet: string | null
  numbered: string | null
  start: number
  hasBullet: boolean | null
}

export interface SlideContent {
  readonly content: readonly FlowContent[]
  readonly isHidden: boolean
  /** Relations of the diagrams on it. */
  readonly diagrams: readonly string[]
  readonly pictures: number
}

/** Reads a slide, its notes or a diagram: the title first, then boxes and tables in the order they stand in the file. */
export class SlideReader {
  private readonly place: Place
  private readonly shapes: Shape[] = []
  private shape: Shape | null = null
  private paragraph: ParagraphState | null = null
  private look: RunLook = {}
  private inText = false
  private isHidden = false
  private leftOut = 0
  private pictures = 0
  private readonly diagrams: string[] = []
  private readonly choices: boolean[] = []
  private table: FlowTableBuilder | null = null
  private row: SpannedCell[] = []
  private cell: { content: FlowContent[]; columns: number; rows: number; isJoined: boolean } | null = null

  constructor(page: number) {
    this.place = { rendered: page, explicit: page }
  }

  read(bytes: Uint8Array): SlideContent {
    parseXml(
      bytes,
      {
        open: (name, attributes) => this.open(name, attributes),
        close: (name) => this.close(name),
        text: (text) => {
          if (this.inText && this.leftOut === 0) this.add(text)
        },
      },
      SLIDE_PREFIXES,
    )
    const shown = this.shapes.filter(({ kind }) => kind === null || !FURNITURE.has(kind))
    const titled = shown.filter(({ kind }) => kind !== null && TITLES.has(kind))
    const rest = shown.filter((shape) => !titled.includes(shape))
    return {
      content: [...titled, ...rest].flatMap(({ content }) => content),
      isHidden: this.isHidden,
      diagrams: this.diagrams,
      pictures: this.pictures,
    }
  }

  private open(name: string, attributes: Attributes): void {
    if (this.leftOut > 0) {
      this.leftOut += 1
      return
    }
    if (name === 'mc:AlternateContent') this.choices.push(false)
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.choices.at(-1) === true) this.leftOut = 1
      else this.choices[this.choices.length - 1] = true
    } else if (name === 'p:sld') this.isHidden = ['0', 'false'].includes(attributes['show'] ?? '1')
    else if (name === 'p:sp' || name === 'p:cxnSp' || name === 'p:graphicFrame' || name === 'dgm:pt')
      this.openShape(null)
    else if (name === 'p:pic' || name === 'a:blip') this.pictures += 1
    else if (name === 'p:ph') this.openShape(attributes['type'] ?? 'body')
    else if (name === 'p:cNvPr' && isOn(attributes['hidden'])) this.openShape('sldNum')
    else if (name === 'dgm:relIds') this.diagrams.push(attributes['r:dm'] ?? '')
    else if (this.openTable(name, attributes)) return
    else this.openParagraph(name, attributes)
  }

  private openShape(kind: string | null): void {
    // A placeholder's name comes inside the shape that was just begun.
    if (kind !== null && this.shape?.content.length === 0) this.shapes.pop()
    this.shape = { kind, content: [], counter: null, counted: '' }
    this.shapes.push(this.shape)
  }

  private openTable(name: string, attributes: Attributes): boolean {
    if (name === 'a:tbl') this.table = new FlowTableBuilder(this.place)
    else if (name === 'a:tr') this.row = []
    else if (name === 'a:tc')
      this.cell = {
        content: [],
        columns: Number(attributes['gridSpan'] ?? 1),
        rows: Number(attributes['rowSpan'] ?? 1),
        isJoined: isOn(attributes['hMerge']) || isOn(attributes['vMerge']),
      }
    else return false
    return true
  }

  private openParagraph(name: string, attributes: Attributes): void {
    const { paragraph } = this
    if (name === 'a:p')
      this.paragraph = {
        open: new ParagraphInProgress({}, this.place),
        level: 0,
        bullet: null,
        numbered: null,
        start: 1,
        hasBullet: null,
      }
    else if (name === 'a:t') this.inText = true
    else if (name === 'a:r' || name === 'a:fld') this.look = {}
    else if (!paragraph) return
    else if (name === 'a:br') this.add('\n')
    else if (name === 'a:pPr') paragraph.level = Math.min(Math.max(Number(attributes['lvl'] ?? 0) || 0, 0), 8)
    else if (name === 'a:buNone') paragraph.hasBullet = false
    else if (name === 'a:buChar') {
      paragraph.hasBullet = true
      paragraph.bullet = '•'
    } else if (name === 'a:buAutoNum') {
      paragraph.hasBullet = true
      paragraph.numbered = attributes['type'] ?? 'arabicPeriod'
      paragraph.start = Number(attributes['startAt'] ?? 1) || 1
    } else if (name === 'a:rPr') {
      const size = Number(attributes['sz']) / 100
      this.look = {
        ...(attributes['b'] === undefined ? {} : { bold: isOn(attributes['b']) }),
        ...(attributes['i'] === undefined ? {} : { italic: isOn(attributes['i']) }),
        ...(size > 0 && size < 2000 ? { size } : {}),
      }
    }
  }

  private close(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1
      return
    }
    if (name === 'mc:AlternateContent') this.choices.pop()
    else if (name === 'a:t') this.inText = false
    else if (name === 'a:p') this.closeParagraph()
    else if (name === 'a:tc' && this.cell) {
      // Cells a span covers are written all the same; those to the right and below fall to the builder.
      if (!this.cell.isJoined) this.row.push(this.cell)
      this.cell = null
    } else if (name === 'a:tr') this.table?.addRow(this.row, this.place)
    else if (name === 'a:tbl') {
      const table = this.table?.finish()
      this.table = null
      if (table) this.shape?.content.push(table)
    }
  }

  private add(text: string): void {
    this.paragraph?.open.add(text.replaceAll('\v', '\n'), this.look)
  }

  private closeParagraph(): void {
    const { paragraph, shape } = this
    this.paragraph = null
    if (!paragraph || paragraph.open.text.trim() === '') return
    const isTitle = shape?.kind !== null && shape?.kind !== undefined && TITLES.has(shape.kind)
    if (isTitle && !this.cell) paragraph.open.headingLevel = 1
    const isListed = paragraph.hasBullet ?? (!this.cell && (shape?.kind === 'body' || shape?.kind === 'obj'))
    const marker = !isListed || isTitle ? null : this.markerOf(paragraph, shape)
    const finished = paragraph.open.finish(marker, marker === null ? null : paragraph.level)
    if (this.cell) this.cell.content.push(finished)
    else (shape ?? this.looseShape()).content.push(finished)
  }

  private markerOf(paragraph: ParagraphState, shape: Shape | null): string {
    const { numbered } = paragraph
    if (numbered === null || !shape) return paragraph.bullet ?? '•'
    const key = `${numbered}/${paragraph.level}/${paragraph.start}`
    if (shape.counted !== key || !shape.counter) {
      const style = NUMBERS.find(([pattern]) => pattern.test(numbered))?.[1] ?? 'decimal'
      const text = numbered.endsWith('ParenBoth') ? '(%1)' : numbered.endsWith('ParenR') ? '%1)' : '%1.'
      shape.counter = new ListCounter([{ start: paragraph.start, style, text }])
      shape.counted = key
    }
    return shape.counter.next(0) ?? '•'
  }

  private looseShape(): Shape {
    this.openShape(null)
    return this.shape ?? { kind: null, content: [], counter: null, counted: '' }
  }
}
