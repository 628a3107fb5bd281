import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place, RunLook } from '../flow/flow-content.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { OdtCounter } from './odt-numbering.ts'
import type { OdtStyle, OdtStyles } from './odt-styles.ts'
import { OdtTable } from './odt-table.ts'

type Attributes = Readonly<Record<string, string>>

/** Deleted text, comments, drawings' descriptions and form definitions are no text of the document. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'text:note-citation',
  'text:ruby-text',
  'text:variable-decls',
  'text:sequence-decls',
])

interface OpenList {
  readonly counter: OdtCounter
  readonly style: string
  start: number | null
  /** The open item's first paragraph still has to get its number. */
  pending: boolean
}

class OdtParagraph extends ParagraphInProgress {
  marker: string | null = null
  readonly breakAfter: boolean

  constructor(style: OdtStyle, place: Place) {
    super(style, place)
    this.breakAfter = style.pageBreakAfter ?? false
  }
}

/** Which part of which file is read: the text, or the headers and footers of its pages. */
export type OdtPart = 'office:text' | 'style:header' | 'style:footer'

export interface OdtBody {
  readonly content: readonly FlowContent[]
  readonly notes: readonly FlowContent[]
  readonly lastPlace: Place
  readonly rendered: boolean
  readonly explicit: boolean
}

/** Reads an ODT part into paragraphs and tables, tracked changes accepted. */
export class OdtBodyReader {
  private readonly styles: OdtStyles
  private readonly part: OdtPart
  private readonly containers: FlowContent[][] = [[]]
  private readonly notes: FlowContent[] = []
  private readonly paragraphs: OdtParagraph[] = []
  private readonly spans: RunLook[] = []
  private readonly tables: OdtTable[] = []
  private readonly lists: OpenList[] = []
  private readonly counters = new Map<string, OdtCounter>()
  private readonly outline: OdtCounter
  private place: Place = { rendered: 1, explicit: 1 }
  private leftOut = 0
  private inside = 0
  private rendered = false
  private explicit = false

  constructor(styles: OdtStyles, part: OdtPart) {
    this.styles = styles
    this.part = part
    this.outline = new OdtCounter(styles.outline)
  }

  read(bytes: Uint8Array): OdtBody {
    parseXml(bytes, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.inside > 0 && this.leftOut === 0) this.add(text.replaceAll(/\s+/g, ' '))
      },
    })
    return {
      content: this.containers[0] ?? [],
      notes: this.notes,
      lastPlace: this.place,
      rendered: this.rendered,
      explicit: this.explicit,
    }
  }

  private open(name: string, attributes: Attributes): void {
    if (this.leftOut > 0 || LEFT_OUT.has(name)) {
      this.leftOut += 1
      return
    }
    if (name === this.part) this.inside += 1
    if (this.inside === 0) return
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.openParagraph(name, attributes)
        break
      case 'text:span':
        this.spans.push(this.styles.find('text', attributes['text:style-name']))
        break
      case 'text:s':
        this.add(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 200)))
        break
      case 'text:tab':
        this.add('\t')
        break
      case 'text:line-break':
        this.add('\n')
        break
      case 'text:soft-page-break':
        this.turnPage('rendered')
        break
      case 'text:list':
        this.openList(attributes)
        break
      case 'text:list-item':
        this.openItem(attributes)
        break
      case 'draw:text-box':
      case 'text:note-body':
        this.containers.push([])
        break
      case 'table:table':
        this.tables.push(new OdtTable(this.place))
        break
      default:
        this.openTablePart(name, attributes)
    }
  }

  private openTablePart(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1)
    if (name === 'table:table-row') table?.openRow(attributes, this.place)
    else if (name === 'table:table-cell') table?.openCell(attributes)
    else if (name === 'table:covered-table-cell') table?.openCoveredCell(attributes)
    if (table && (name === 'table:table-cell' || name === 'table:covered-table-cell'))
      this.containers.push([])
  }

  private openParagraph(name: string, attributes: Attributes): void {
    const style = this.styles.find('paragraph', attributes['text:style-name'])
    if (style.pageBreakBefore) this.turnPage('explicit')
    const paragraph = new OdtParagraph(style, this.place)
    const level = Number(attributes['text:outline-level'])
    if (name === 'text:h') paragraph.headingLevel = level >= 1 && level <= 9 ? level : 1
    paragraph.marker = this.takeMarker(name === 'text:h' ? paragraph.headingLevel : undefined)
    this.paragraphs.push(paragraph)
  }

  private takeMarker(heading: number | undefined): string | null {
    const list = this.lists.at(-1)
    if (list?.pending) {
      list.pending = false
      const start = list.start
      list.start = null
      return list.counter.next(this.lists.length, start)
    }
    return heading !== undefined && this.lists.length === 0 ? this.outline.next(heading, null) : null
  }

  private openList(attributes: Attributes): void {
    const style = attributes['text:style-name'] ?? this.lists.at(-1)?.style ?? ''
    const level = this.lists.length + 1
    const known = this.counters.get(style)
    const continued =
      attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined
    const counter = known ?? new OdtCounter(this.styles.lists.get(style) ?? new Map())
    this.counters.set(style, counter)
    if (level === 1 && !continued) counter.restart(1)
    this.lists.push({ counter, style, start: null, pending: false })
  }

  private openItem(attributes: Attributes): void {
    const list = this.lists.at(-1)
    if (!list) return
    const start = Number(attributes['text:start-value'])
    list.start = attributes['text:start-value'] === undefined || Number.isNaN(start) ? null : start
    list.pending = true
  }

  private close(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1
      return
    }
    if (this.inside === 0) return
    if (name === this.part) this.inside -= 1
    if (name === 'text:p' || name === 'text:h') this.closeParagraph()
    else if (name === 'text:span') this.spans.pop()
    else if (name === 'text:list') this.lists.pop()
    else if (name === 'text:note-body') this.notes.push(...(this.containers.pop() ?? []))
    else if (name === 'draw:text-box') this.closeTextBox()
    else if (name === 'table:table-cell') this.tables.at(-1)?.closeCell(this.containers.pop() ?? [])
    else if (name === 'table:covered-table-cell' && this.tables.length > 0) this.containers.pop()
    else if (name === 'table:table-row') this.tables.at(-1)?.closeRow()
    else if (name === 'table:table') this.closeTable()
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    const look = this.spans.at(-1) ?? {}
    if (paragraph && !(look.hidden ?? paragraph.style.hidden ?? false)) paragraph.add(text, look)
  }

  private turnPage(kind: 'rendered' | 'explicit'): void {
    // A break before anything was read only opens the first page.
    const paragraph = this.paragraphs.at(-1)
    const begun = this.containers.some((content) => content.length > 0) || this.tables.length > 0
    if (!begun && (paragraph?.text ?? '').trim() === '') return
    this[kind] = true
    this.place = { ...this.place, [kind]: this.place[kind] + 1 }
    if (paragraph?.text.trim() === '') paragraph.place = this.place
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    const container = this.containers.at(-1)
    const inList = this.lists.length > 0
    if (paragraph.text.trim() !== '')
      container?.push(paragraph.finish(paragraph.marker, inList ? this.lists.length - 1 : null))
    container?.push(...paragraph.attached)
    if (paragraph.breakAfter) this.turnPage('explicit')
  }

  private closeTextBox(): void {
    const content = this.containers.pop() ?? []
    const host = this.paragraphs.at(-1)
    if (host) host.attached.push(...content)
    else this.containers.at(-1)?.push(...content)
  }

  private closeTable(): void {
    const table = this.tables.pop()?.finish()
    if (table) this.containers.at(-1)?.push(table)
  }
}
