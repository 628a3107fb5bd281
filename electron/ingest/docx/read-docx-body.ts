import { parseXml } from '../xml/parse-xml.ts'
import type { DocxNumbering } from './docx-numbering.ts'
import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place, RunLook } from '../flow/flow-content.ts'
import { WORD_PREFIXES } from './docx-parts.ts'
import { indentOf, isOn, takeRunProperty } from './docx-styles.ts'
import type { DocxStyles } from './docx-styles.ts'
import { DocxTable } from './docx-table.ts'
import { symbolText } from './symbol-text.ts'

type Attributes = Readonly<Record<string, string>>

/** Text that was deleted or moved away, codes of fields, and what a property looked like before a change. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:numberingChange',
  'w:tblGridChange',
  'w:docPartObj',
])

export interface DocxBody {
  readonly content: readonly FlowContent[]
  readonly lastPlace: Place
  /** Whether Word's own rendered page breaks are in it, and whether explicit ones. */
  readonly rendered: boolean
  readonly explicit: boolean
  /** Other documents stitched in that are not opened. */
  readonly embedded: number
}

/** Reads a document, header, footer or notes part into paragraphs and tables, tracked changes accepted. */
export class DocxBodyReader {
  private readonly styles: DocxStyles
  private readonly numbering: DocxNumbering
  private readonly containers: FlowContent[][] = [[]]
  private readonly paragraphs: ParagraphInProgress[] = []
  private readonly tables: DocxTable[] = []
  private readonly runs: RunLook[] = []
  private readonly choices: boolean[] = []
  /** Fields that are still in their code, innermost last. */
  private readonly fieldsInCode: boolean[] = []
  private readonly placeholders: boolean[] = []
  private place: Place = { rendered: 1, explicit: 1 }
  private leftOut = 0
  private inParagraphProperties = 0
  private inRunProperties = 0
  private inRowProperties = 0
  private inText = false
  private rendered = false
  private explicit = false
  private embedded = 0
  private breakAfter = false

  constructor(styles: DocxStyles, numbering: DocxNumbering) {
    this.styles = styles
    this.numbering = numbering
  }

  read(bytes: Uint8Array): DocxBody {
    parseXml(
      bytes,
      {
        open: (name, attributes) => this.open(name, attributes),
        close: (name) => this.close(name),
        text: (text) => this.addText(text),
      },
      WORD_PREFIXES,
    )
    return {
      content: this.containers[0] ?? [],
      lastPlace: this.place,
      rendered: this.rendered,
      explicit: this.explicit,
      embedded: this.embedded,
    }
  }

  private open(name: string, attributes: Attributes): void {
    if (this.leftOut > 0) {
      this.leftOut += 1
      return
    }
    if (LEFT_OUT.has(name)) {
      if (name === 'w:del' && this.inRowProperties > 0) this.tables.at(-1)?.deleteRow()
      this.leftOut = 1
      return
    }
    if (name === 'mc:AlternateContent') this.choices.push(false)
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      if (this.choices.at(-1) === true) {
        this.leftOut = 1
        return
      }
      this.choices[this.choices.length - 1] = true
    } else if (this.inParagraphProperties > 0) this.openParagraphProperty(name, attributes)
    else if (this.tables.length > 0 && this.openTablePart(name, attributes)) return
    else this.openFlow(name, attributes)
  }

  private openFlow(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:p':
        this.paragraphs.push(new ParagraphInProgress(this.styles.paragraph(undefined), this.place))
        break
      case 'w:pPr':
        this.inParagraphProperties += 1
        break
      case 'w:r':
        this.runs.push({})
        break
      case 'w:rPr':
        this.inRunProperties += 1
        break
      case 'w:t':
        this.inText = true
        break
      case 'w:tbl':
        this.tables.push(new DocxTable(this.place))
        break
      case 'w:txbxContent':
        this.containers.push([])
        break
      case 'w:sdt':
        this.placeholders.push(false)
        break
      case 'w:showingPlcHdr':
        if (isOn(attributes)) this.placeholders[this.placeholders.length - 1] = true
        break
      case 'w:fldChar':
        this.field(attributes['w:fldCharType'])
        break
      case 'w:altChunk':
        this.embedded += 1
        break
      default:
        if (this.inRunProperties > 0) this.openRunProperty(name, attributes)
        else this.openRunContent(name, attributes)
    }
  }

  private openRunProperty(name: string, attributes: Attributes): void {
    const look = this.runs.at(-1)
    if (!look) return
    if (name === 'w:rStyle')
      Object.assign(look, { ...this.styles.character(attributes['w:val'] ?? ''), ...look })
    else takeRunProperty(look, name, attributes)
  }

  private openRunContent(name: string, attributes: Attributes): void {
    if (name === 'w:tab' || name === 'w:ptab') this.add('\t')
    else if (name === 'w:cr') this.add('\n')
    else if (name === 'w:noBreakHyphen') this.add('-')
    else if (name === 'w:br') {
      if (attributes['w:type'] === 'page') this.turnPage('explicit')
      else this.add('\n')
    } else if (name === 'w:lastRenderedPageBreak') this.turnPage('rendered')
    else if (name === 'w:sym') this.add(symbolText(attributes['w:char'] ?? ''))
  }

  private openParagraphProperty(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1)
    const value = attributes['w:val']
    if (name === 'w:pPr') this.inParagraphProperties += 1
    if (!paragraph) return
    if (name === 'w:pStyle') {
      paragraph.styleId = value
      paragraph.style = this.styles.paragraph(value)
    } else if (name === 'w:numId') paragraph.numberingId = value
    else if (name === 'w:ilvl') paragraph.numberingLevel = Number(value) || 0
    else if (name === 'w:ind') paragraph.indent = indentOf(attributes)
    else if (name === 'w:outlineLvl') paragraph.headingLevel = Number(value) + 1
    else if (name === 'w:pageBreakBefore') paragraph.pageBreakBefore = isOn(attributes)
    else if (name === 'w:sectPr') paragraph.endsSection = true
    else if (name === 'w:type' && (value === 'continuous' || value === 'nextColumn'))
      paragraph.endsSection = false
  }

  private openTablePart(name: string, attributes: Attributes): boolean {
    const table = this.tables.at(-1)
    if (!table) return false
    if (name === 'w:tr') table.openRow(this.place)
    else if (name === 'w:trPr') this.inRowProperties += 1
    else if (name === 'w:tc') {
      table.openCell()
      this.containers.push([])
    } else return table.takeProperty(name, attributes['w:val'])
    return true
  }

  private close(name: string): void {
    if (this.leftOut > 0) {
      this.leftOut -= 1
      return
    }
    switch (name) {
      case 'mc:AlternateContent':
        this.choices.pop()
        break
      case 'w:p':
        this.closeParagraph()
        break
      case 'w:pPr':
        this.inParagraphProperties -= 1
        this.applyPageBreakBefore()
        break
      case 'w:r':
        this.runs.pop()
        break
      case 'w:rPr':
        if (this.inParagraphProperties === 0) this.inRunProperties -= 1
        break
      case 'w:t':
        this.inText = false
        break
      case 'w:sdt':
        this.placeholders.pop()
        break
      case 'w:trPr':
        this.inRowProperties -= 1
        break
      case 'w:txbxContent':
        this.closeTextBox()
        break
      case 'w:tc':
        this.tables.at(-1)?.closeCell(this.containers.pop() ?? [])
        break
      case 'w:tr':
        this.tables.at(-1)?.closeRow()
        break
      case 'w:tbl':
        this.closeTable()
        break
      default:
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fieldsInCode.push(true)
    else if (type === 'separate') this.fieldsInCode[this.fieldsInCode.length - 1] = false
    else if (type === 'end') this.fieldsInCode.pop()
  }

  private addText(text: string): void {
    if (this.inText && this.leftOut === 0) this.add(text.replaceAll('\n', ' '))
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    const look = this.runs.at(-1)
    if (!paragraph || !look || this.fieldsInCode.includes(true) || this.placeholders.includes(true)) return
    if (look.hidden ?? paragraph.style.hidden ?? false) return
    paragraph.add(text, look)
  }

  private turnPage(kind: 'rendered' | 'explicit'): void {
    // A break before anything was read only opens the first page.
    const paragraph = this.paragraphs.at(-1)
    const begun = this.containers.some((content) => content.length > 0) || this.tables.length > 0
    if (!begun && (paragraph?.text ?? '').trim() === '') return
    this[kind] = true
    this.place = { ...this.place, [kind]: this.place[kind] + 1 }
    if (!paragraph) return
    if (paragraph.text.trim() === '') {
      paragraph.place = this.place
      this.tables.at(-1)?.turnPage(this.place)
    } else if (kind === 'explicit') {
      paragraph.text += '\n'
    }
  }

  private applyPageBreakBefore(): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    if (this.breakAfter || (paragraph.pageBreakBefore ?? paragraph.style.pageBreakBefore ?? false)) {
      this.breakAfter = false
      this.turnPage('explicit')
    }
  }

  private markerOf(paragraph: ParagraphInProgress): { marker: string | null; listLevel: number | null } {
    const own = paragraph.numberingId
    const id = own ?? paragraph.style.numberingId
    if (id === undefined || id === '0') return { marker: null, listLevel: null }
    const byStyle =
      own === undefined && paragraph.styleId !== undefined
        ? this.numbering.levelOfStyle(id, paragraph.styleId)
        : null
    const level = paragraph.numberingLevel ?? byStyle ?? paragraph.style.numberingLevel ?? 0
    return { marker: this.numbering.next(id, level), listLevel: level }
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    const container = this.containers.at(-1)
    const hasText = paragraph.text.trim() !== ''
    // An empty numbered paragraph still counts, and still shows its number.
    const { marker, listLevel } = this.markerOf(paragraph)
    if (hasText || (marker !== null && /[\p{L}\p{N}]/u.test(marker)))
      container?.push(paragraph.finish(marker, listLevel))
    container?.push(...paragraph.attached)
    if (paragraph.endsSection) this.breakAfter = true
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
