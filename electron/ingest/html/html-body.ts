import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place, RunLook } from '../flow/flow-content.ts'
import { FlowTableBuilder } from '../flow/flow-table.ts'
import type { SpannedCell } from '../flow/flow-table.ts'
import { formatNumber } from '../lists/format-number.ts'
import type { NumberStyle } from '../lists/format-number.ts'
import { isLayoutTable, tableContent } from './html-layout-table.ts'
import { eachHtmlToken } from './html-tokens.ts'

type Attributes = ReadonlyMap<string, string>

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol option p pre search section summary table tbody td tfoot th thead tr ul',
)
/** Not read aloud to anyone: programs, pictures, controls, and the menus of a web site. */
const LEFT_OUT = words(
  'script style template noscript iframe object embed svg math canvas audio video map select datalist textarea button nav head title applet noembed noframes xmp',
)
const VOID = words('area base br col embed frame hr img input link meta param source track wbr')
const BOLD = words('b strong th dt')
const ITALIC = words('i em cite')
const LISTS = words('ul ol menu dir')
const MOST_OPEN = 4000
const MOST_TABLES = 24

interface Open {
  readonly name: string
  readonly look: RunLook
  readonly isLeftOut: boolean
  readonly isPre: boolean
  readonly list: OpenList | null
  readonly item: { marker: string | null; level: number } | null
}
interface OpenList {
  readonly style: NumberStyle | null
  readonly hasMarks: boolean
  next: number
}
interface OpenTable {
  readonly builder: FlowTableBuilder
  readonly isPresentation: boolean
  row: SpannedCell[]
  cell: { content: FlowContent[]; columns: number; rows: number } | null
  hasHead: boolean
}

export interface HtmlContent {
  readonly content: readonly FlowContent[]
  readonly title: string | null
  readonly pictures: number
}

const PLACE: Place = { rendered: 1, explicit: 1 }
const TYPES: Readonly<Record<string, NumberStyle>> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}
const LIST_STYLES: readonly (readonly [RegExp, NumberStyle])[] = [
  [/lower-(?:alpha|latin)/, 'lower-letter'],
  [/upper-(?:alpha|latin)/, 'upper-letter'],
  [/lower-roman/, 'lower-roman'],
  [/upper-roman/, 'upper-roman'],
]

/** Reads HTML into paragraphs, lists and tables as a browser would show them; nothing of it is run or fetched. */
export class HtmlBody {
  private readonly top: FlowContent[] = []
  private readonly open: Open[] = []
  private readonly tables: OpenTable[] = []
  private paragraph: ParagraphInProgress | null = null
  private title = ''
  private inTitle = false
  private pictures = 0

  read(html: string): HtmlContent {
    eachHtmlToken(html, {
      open: (name, attributes) => this.openTag(name, attributes),
      close: (name) => this.closeTag(name),
      text: (text) => this.addText(text),
    })
    this.flush()
    while (this.tables.length > 0) this.closeTable()
    const title = this.title.replaceAll(/\s+/g, ' ').trim()
    return { content: this.top, title: title === '' ? null : title, pictures: this.pictures }
  }

  private openTag(name: string, attributes: Attributes): void {
    if (name === 'title') this.inTitle = !this.open.some((one) => one.name === 'svg')
    if (name === 'br') return this.addBreak()
    if (name === 'hr') return this.flush()
    if (name === 'img') {
      this.pictures += 1
      return undefined
    }
    if (name === 'input') return this.addControl(attributes)
    if (VOID.has(name) || this.open.length >= MOST_OPEN) return undefined
    this.closeImplied(name)
    if (BLOCKS.has(name)) this.flush()
    const above = this.open.at(-1)
    const style = (attributes.get('style') ?? '').toLowerCase().replaceAll(/\s/g, '')
    const isLeftOut =
      (above?.isLeftOut ?? false) ||
      LEFT_OUT.has(name) ||
      attributes.has('hidden') ||
      /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)/.test(style) ||
      (name === 'dialog' && !attributes.has('open'))
    const list = isLeftOut || !LISTS.has(name) ? null : newList(name, attributes, style)
    const entry: Open = {
      name,
      look: lookOf(name, style, above?.look ?? {}),
      isLeftOut,
      isPre: (above?.isPre ?? false) || name === 'pre' || style.includes('white-space:pre'),
      list,
      item: !isLeftOut && name === 'li' ? this.newItem(attributes) : null,
    }
    this.open.push(entry)
    if (isLeftOut) return undefined
    if (name === 'table') this.openTable(attributes)
    else if (name === 'td' || name === 'th') this.openCell(name, attributes)
    return undefined
  }

  /** End tags that HTML lets an author leave out. */
  private closeImplied(name: string): void {
    if (name === 'li') this.closeWithin('li', LISTS)
    else if (name === 'td' || name === 'th') {
      this.closeWithin('td', TABLES)
      this.closeWithin('th', TABLES)
    } else if (name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot')
      this.closeWithin('tr', TABLES)
    else if (name === 'dt' || name === 'dd') {
      this.closeWithin('dt', DEFINITIONS)
      this.closeWithin('dd', DEFINITIONS)
    } else if (name === 'body') this.closeWithin('head', NONE)
    else if (name === 'option') this.closeWithin('option', NONE)
    if (BLOCKS.has(name)) this.closeWithin('p', CELLS)
  }

  private closeWithin(name: string, stop: ReadonlySet<string>): void {
    for (let at = this.open.length - 1; at >= 0 && at > this.open.length - 60; at -= 1) {
      const { name: own } = this.open[at] ?? { name: '' }
      if (own === name) return this.closeTo(at)
      if (stop.has(own)) return undefined
    }
    return undefined
  }

  private closeTag(name: string): void {
    if (name === 'title') this.inTitle = false
    if (name === 'br' || name === 'p') {
      if (name === 'br') return this.addBreak()
      this.flush()
    }
    for (let at = this.open.length - 1; at >= 0 && at > this.open.length - 200; at -= 1) {
      const { name: own } = this.open[at] ?? { name: '' }
      if (own === name) return this.closeTo(at)
      // An end tag gone astray in a cell does not end the table around it.
      if (own === 'table' && name !== 'body' && name !== 'html') return undefined
    }
    return undefined
  }

  private closeTo(at: number): void {
    while (this.open.length > at) {
      const last = this.open.at(-1)
      // What was begun still belongs to the element that ends here.
      if (last && !last.isLeftOut && BLOCKS.has(last.name)) this.flush()
      const entry = this.open.pop()
      if (!entry || entry.isLeftOut) continue
      if (entry.name === 'td' || entry.name === 'th') this.closeCell()
      else if (entry.name === 'tr') this.closeRow()
      else if (entry.name === 'table') this.closeTable()
    }
  }

  private newItem(attributes: Attributes): Open['item'] {
    const lists = this.open.flatMap((one) => (one.list ? [one.list] : []))
    const list = lists.at(-1)
    const level = Math.max(lists.length - 1, 0)
    if (!list) return { marker: '•', level }
    const value = Number(attributes.get('value'))
    if (attributes.has('value') && Number.isInteger(value)) list.next = value
    if (list.style === null) return { marker: list.hasMarks ? '•' : null, level }
    const marker = list.hasMarks ? `${formatNumber(list.next, list.style)}.` : null
    list.next += 1
    return { marker, level }
  }

  private addBreak(): void {
    if (this.open.at(-1)?.isLeftOut) return
    if (this.paragraph) this.paragraph.text = `${this.paragraph.text.trimEnd()}\n`
  }

  /** A check box says whether something is done. */
  private addControl(attributes: Attributes): void {
    if ((attributes.get('type') ?? '').toLowerCase() !== 'checkbox' || this.open.at(-1)?.isLeftOut) return
    this.append(attributes.has('checked') ? '[x] ' : '[ ] ')
  }

  private addText(text: string): void {
    if (this.inTitle && this.title.length < 1000) this.title += text
    const above = this.open.at(-1)
    if (above?.isLeftOut) return
    if (above?.isPre) {
      this.append(text.replaceAll(/\r\n?/g, '\n'))
      return
    }
    const plain = text.replaceAll(/[ \t\n\r\f]+/g, ' ')
    const before = this.paragraph?.text.at(-1)
    const atStart = before === undefined || before === ' ' || before === '\n'
    const shown = (atStart && plain.startsWith(' ') ? plain.slice(1) : plain).replaceAll('\u00a0', ' ')
    if (shown !== '') this.append(shown)
  }

  private append(text: string): void {
    if (this.tables.at(-1)?.cell === null && text.trim() === '') return
    const above = this.open.at(-1)
    if (!this.paragraph) {
      this.paragraph = new ParagraphInProgress({}, PLACE)
      const heading = this.open.findLast((one) => /^h[1-6]$/.test(one.name))
      if (heading) this.paragraph.headingLevel = Number(heading.name[1])
    }
    this.paragraph.add(text, above?.look ?? {})
  }

  private flush(): void {
    const { paragraph } = this
    this.paragraph = null
    if (!paragraph || paragraph.text.trim() === '') return
    const entry = this.open.findLast((one) => one.item !== null || CELLS.has(one.name))
    const item = entry?.item ?? null
    this.container().push(paragraph.finish(item?.marker ?? null, item?.level ?? null))
    // Only the first paragraph of an item shows its number.
    if (item) item.marker = null
  }

  private container(): FlowContent[] {
    return this.tables.findLast((table) => table.cell !== null)?.cell?.content ?? this.top
  }

  private openTable(attributes: Attributes): void {
    if (this.tables.length >= MOST_TABLES) return
    const role = attributes.get('role')
    const isPresentation = role === 'presentation' || role === 'none'
    this.tables.push({
      builder: new FlowTableBuilder(PLACE),
      isPresentation,
      row: [],
      cell: null,
      hasHead: false,
    })
  }

  private openCell(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1)
    if (!table) return
    const columns = Number(attributes.get('colspan') ?? 1)
    const rows = Number(attributes.get('rowspan') ?? 1)
    table.cell = { content: [], columns, rows }
    table.hasHead ||= name === 'th'
  }

  private closeCell(): void {
    const table = this.tables.at(-1)
    if (!table?.cell) return
    table.row.push(table.cell)
    table.cell = null
  }

  private closeRow(): void {
    this.closeCell()
    const table = this.tables.at(-1)
    if (!table || table.row.length === 0) return
    table.builder.addRow(table.row, PLACE)
    table.row = []
  }

  private closeTable(): void {
    this.closeRow()
    const table = this.tables.pop()
    const finished = table?.builder.finish()
    if (!table || !finished) return
    if (isLayoutTable(finished, table.isPresentation, table.hasHead))
      this.container().push(...tableContent(finished))
    else this.container().push(finished)
  }
}

const TABLES = words('table')
const DEFINITIONS = words('dl')
const CELLS = words('td th table caption')
const NONE = words('')

function lookOf(name: string, style: string, above: RunLook): RunLook {
  const look: RunLook = { ...above }
  if (BOLD.has(name)) look.bold = true
  if (ITALIC.has(name)) look.italic = true
  const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1]
  if (weight !== undefined) look.bold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  const size = /(?:^|;)font-size:(\d{1,3}(?:\.\d{1,3})?)(pt|px)/.exec(style)
  if (size) look.size = Number(size[1]) * (size[2] === 'px' ? 0.75 : 1)
  return look
}

function newList(name: string, attributes: Attributes, style: string): OpenList {
  const hasMarks = !/list-style(?:-type)?:none/.test(style)
  if (name !== 'ol') return { style: null, hasMarks, next: 1 }
  const start = Number(attributes.get('start') ?? 1)
  const byStyle = LIST_STYLES.find(([pattern]) => pattern.test(style))?.[1]
  const type = attributes.get('type') ?? ''
  const byType = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  return { style: byStyle ?? byType ?? 'decimal', hasMarks, next: Number.isInteger(start) ? start : 1 }
}
