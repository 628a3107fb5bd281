/** How text looks, as far as a style or a run says so. */
export interface RunLook {
  bold?: boolean
  italic?: boolean
  /** Points. */
  size?: number
  hidden?: boolean
}

/** What a paragraph's style gives it. */
export interface FlowStyle extends RunLook {
  headingLevel?: number
  numberingId?: string
  numberingLevel?: number
  pageBreakBefore?: boolean
  /** Points. */
  indent?: number
}

/** Where something stands: by the page breaks that were last rendered, and by the explicit ones. */
export interface Place {
  readonly rendered: number
  readonly explicit: number
}

export interface FlowParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly marker: string | null
  readonly listLevel: number | null
  readonly headingLevel: number | null
  readonly fontSize: number | null
  readonly bold: boolean
  readonly italic: boolean
  /** Characters at the start set in bold before plain text follows; 0 where none are. */
  readonly leadIn: number
  /** Points the first line stands in from the margin, by its indent and the tabs before its first word. */
  readonly indent: number
  readonly place: Place
}

export interface FlowCell {
  readonly span: number
  readonly content: readonly FlowContent[]
}
export interface FlowRow {
  readonly place: Place
  readonly cells: readonly FlowCell[]
}
export interface FlowTable {
  readonly kind: 'table'
  readonly place: Place
  readonly rows: readonly FlowRow[]
}
export type FlowContent = FlowParagraph | FlowTable

/** A paragraph being read: its text with how much of it is bold, italic and of which size. */
export class ParagraphInProgress {
  styleId: string | undefined
  style: FlowStyle
  numberingId: string | undefined
  numberingLevel: number | undefined
  headingLevel: number | undefined
  pageBreakBefore: boolean | undefined
  indent: number | undefined
  endsSection = false
  text = ''
  place: Place
  /** Text boxes that hang on this paragraph; they follow it. */
  readonly attached: FlowContent[] = []
  private characters = 0
  private boldCharacters = 0
  private italicCharacters = 0
  private boldStart = 0
  private inBoldStart = true
  private readonly sizes = new Map<number, number>()

  constructor(style: FlowStyle, place: Place) {
    this.style = style
    this.place = place
  }

  add(text: string, look: RunLook): void {
    this.text += text
    const count = text.trim().length
    this.characters += count
    if (look.bold ?? this.style.bold ?? false) {
      this.boldCharacters += count
      if (this.inBoldStart) this.boldStart = this.text.length
    } else if (count > 0) this.inBoldStart = false
    if (look.italic ?? this.style.italic ?? false) this.italicCharacters += count
    const size = look.size ?? this.style.size
    if (size !== undefined) this.sizes.set(size, (this.sizes.get(size) ?? 0) + count)
  }

  finish(marker: string | null, listLevel: number | null): FlowParagraph {
    const heading = this.headingLevel ?? this.style.headingLevel ?? null
    const text = inColumns(this.text)
    const start = inColumns(this.text.slice(0, this.boldStart))
    return {
      kind: 'paragraph',
      text,
      marker,
      listLevel,
      headingLevel: heading === null || heading < 1 || heading > 9 ? null : heading,
      fontSize: [...this.sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? this.style.size ?? null,
      bold: this.characters > 0 && this.boldCharacters > 0.8 * this.characters,
      italic: this.characters > 0 && this.italicCharacters > 0.8 * this.characters,
      leadIn: start.length < text.length && text.startsWith(start) ? start.length : 0,
      indent: Math.max(0, (this.indent ?? this.style.indent ?? 0) + tabsBefore(this.text) * TAB_STOP),
      place: this.place,
    }
  }
}

/** Half an inch, the usual distance between tab stops, in points. */
const TAB_STOP = 36

function tabsBefore(text: string): number {
  const blank = text.length - text.trimStart().length
  return text.slice(0, blank).split('\t').length - 1
}

/** Columns set by spaces or leaders are columns all the same. */
function inColumns(text: string): string {
  return text
    .replaceAll(/ {3,}|[.-]{5,}/g, '\t')
    .replaceAll(/[^\S\n]*\t[^\S\n]*/g, '\t')
    .trim()
}
