import { ParagraphInProgress } from '../flow/flow-content.ts'
import type { FlowContent, Place } from '../flow/flow-content.ts'
import { bulletOf } from '../lists/format-number.ts'
import { codePageOfCharset, decoderOf } from './rtf-encoding.ts'
import { LEFT_OUT, newParagraph } from './rtf-state.ts'
import type { Destination, RtfParagraph, RtfState, RtfStyle } from './rtf-state.ts'
import { RtfTables } from './rtf-tables.ts'
import { eachRtfToken } from './rtf-tokens.ts'

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': ' ',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  listtext: 'marker',
  pntext: 'marker',
  footnote: 'note',
  title: 'title',
}

/** Text on its way from one place of the file to one part of the document. */
interface Story {
  readonly content: FlowContent[]
  readonly tables: RtfTables
  open: ParagraphInProgress | null
  paragraph: RtfParagraph
  marker: string
}

function newStory(): Story {
  const content: FlowContent[] = []
  return { content, tables: new RtfTables(content), open: null, paragraph: newParagraph(), marker: '' }
}

export interface RtfContent {
  readonly body: readonly FlowContent[]
  readonly notes: readonly FlowContent[]
  readonly headers: readonly FlowContent[]
  readonly footers: readonly FlowContent[]
  readonly title: string | null
  readonly pages: number
  readonly pictures: number
}

/** Reads RTF into paragraphs and tables; pictures, objects and field codes are passed over, hidden text is left out. */
export class RtfBody {
  private readonly stories = { body: newStory(), note: newStory(), header: newStory(), footer: newStory() }
  private readonly states: RtfState[] = []
  private state: RtfState = { destination: 'body', look: {}, isDeleted: false, font: 0, fallback: 1 }
  private readonly fonts = new Map<number, number>()
  private readonly styles = new Map<number, RtfStyle>()
  private style: RtfStyle = { name: '', outline: null, look: {} }
  private styleIndex = 0
  private codePage = 1252
  private standardFont = 0
  private title = ''
  private pictures = 0
  private place: Place = { rendered: 1, explicit: 1 }
  /** The group has just begun: its first word may say where its text goes. */
  private atStart = false
  private isOptional = false
  private toSkip = 0
  private waiting: Uint8Array[] = []

  read(bytes: Uint8Array, onBytes: (at: number) => void): RtfContent {
    eachRtfToken(
      bytes,
      {
        openGroup: () => this.openGroup(),
        closeGroup: () => this.closeGroup(),
        control: (word, value) => this.control(word, value),
        bytes: (some) => this.takeBytes(some),
      },
      onBytes,
    )
    this.flushBytes()
    for (const story of Object.values(this.stories)) {
      this.closeParagraph(story)
      story.tables.enter(0, this.place)
    }
    const { body, note, header, footer } = this.stories
    return {
      body: body.content,
      notes: note.content,
      headers: header.content,
      footers: footer.content,
      title: this.title.trim() === '' ? null : this.title.trim(),
      pages: this.place.explicit,
      pictures: this.pictures,
    }
  }

  private get story(): Story | null {
    const { destination } = this.state
    if (destination === 'marker') return this.stories.body
    return destination === 'body' ||
      destination === 'note' ||
      destination === 'header' ||
      destination === 'footer'
      ? this.stories[destination]
      : null
  }

  private openGroup(): void {
    this.flushBytes()
    this.states.push(this.state)
    this.state = { ...this.state, look: { ...this.state.look } }
    this.atStart = true
    this.isOptional = false
    this.toSkip = 0
  }

  private closeGroup(): void {
    this.flushBytes()
    const before = this.states.pop()
    if (!before) return
    const { destination } = this.state
    const ended = destination !== before.destination
    if (destination === 'styles') this.keepStyle()
    if (ended && (destination === 'note' || destination === 'header' || destination === 'footer')) {
      this.closeParagraph(this.stories[destination])
      this.stories[destination].tables.enter(0, this.place)
      this.stories[destination].paragraph = newParagraph()
    }
    this.state = before
    this.atStart = false
    this.toSkip = 0
  }

  private control(word: string, value: number | null): void {
    this.flushBytes()
    const atStart = this.atStart
    if (word === '*') {
      this.isOptional = true
      return
    }
    this.atStart = false
    if (atStart && this.openDestination(word)) return
    if (word === 'u') return this.addUnicode(value ?? 0)
    if (this.state.destination === 'left-out') return
    if (Object.hasOwn(CHARACTERS, word)) return this.add(CHARACTERS[word] ?? '')
    if (this.takeTable(word, value)) return
    this.takeProperty(word, value)
  }

  private openDestination(word: string): boolean {
    const { state } = this
    if (state.destination === 'left-out') return false
    const named = Object.hasOwn(DESTINATIONS, word) ? DESTINATIONS[word] : undefined
    if (named !== undefined && !(named === 'note' && state.destination !== 'body')) state.destination = named
    else if (/^header[lrf]?$/.test(word)) state.destination = 'header'
    else if (/^footer[lrf]?$/.test(word)) state.destination = 'footer'
    else if (word === 'pict' || word === 'object') {
      this.pictures += 1
      state.destination = word === 'pict' ? 'left-out' : state.destination
    } else if (word === 'info') state.destination = 'info'
    else if (LEFT_OUT.has(word)) state.destination = 'left-out'
    else if (this.isOptional && !KEPT.has(word) && state.destination !== 'styles')
      state.destination = 'left-out'
    else return false
    if (word === 'title') state.look = {}
    return true
  }

  private takeBytes(bytes: Uint8Array): void {
    this.atStart = false
    if (this.state.destination === 'left-out') return
    let from = 0
    if (this.toSkip > 0) {
      from = Math.min(this.toSkip, bytes.byteLength)
      this.toSkip -= from
    }
    if (from < bytes.byteLength) this.waiting.push(from === 0 ? bytes : bytes.subarray(from))
  }

  /** Bytes are decoded together: a character may be made of two. */
  private flushBytes(): void {
    if (this.waiting.length === 0) return
    const bytes = this.waiting.length === 1 ? this.waiting[0] : Buffer.concat(this.waiting)
    this.waiting = []
    const page = this.fonts.get(this.state.font) ?? this.codePage
    if (bytes) this.add(decoderOf(page).decode(bytes))
  }

  private addUnicode(value: number): void {
    this.toSkip = this.state.fallback
    if (this.state.destination === 'left-out') return
    const code = value < 0 ? value + 0x1_00_00 : value
    if (code < 1 || code > 0xff_ff) return
    // Glyphs of symbol fonts stand in the private area.
    this.add(
      code >= 0xe0_00 && code < 0xf9_00
        ? code === 0xf0_b7 || code === 0xf0_a7
          ? '•'
          : ''
        : String.fromCharCode(code),
    )
  }

  private add(text: string): void {
    const { state } = this
    if (state.destination === 'title') this.title += text
    else if (state.destination === 'styles') this.style.name += text
    if (state.look.hidden || state.isDeleted || text === '') return
    const { story } = this
    if (!story) return
    if (state.destination === 'marker') {
      if (story.marker.length < 60) story.marker += text
      return
    }
    if (!story.open) {
      const style = this.styles.get(story.paragraph.style)
      story.open = new ParagraphInProgress(style?.look ?? {}, this.place)
    }
    story.open.add(text, state.look)
  }

  private takeTable(word: string, value: number | null): boolean {
    const { story } = this
    if (!story) return false
    if (story.tables.takePlan(word)) return true
    if (word === 'cell' || word === 'nestcell') {
      const depth = word === 'cell' ? 1 : Math.max(story.paragraph.depth, 2)
      this.closeParagraph(story, depth)
      story.tables.enter(depth, this.place)
      story.tables.closeCell()
    } else if (word === 'row' || word === 'nestrow')
      story.tables.closeRow(this.place, word === 'row' ? 1 : Math.max(story.paragraph.depth, 2))
    else if (word === 'intbl') story.paragraph.inTable = true
    else if (word === 'itap') story.paragraph.depth = value ?? 1
    else return false
    return true
  }

  private takeProperty(word: string, value: number | null): void {
    const { state } = this
    // A number's own group sets its paragraph up anew for itself alone.
    const story = state.destination === 'marker' ? null : this.story
    const isOn = value !== 0
    switch (word) {
      case 'par':
      case 'sect':
        if (story) this.closeParagraph(story)
        if (word === 'sect') this.turnPage()
        break
      case 'page':
        if (story === this.stories.body) {
          this.closeParagraph(story)
          this.turnPage()
        }
        break
      case 'pard':
        if (story) story.paragraph = newParagraph()
        break
      case 's':
        if (state.destination === 'styles') this.styleIndex = value ?? 0
        else if (story) story.paragraph.style = value ?? 0
        break
      case 'outlinelevel':
        if (state.destination === 'styles') this.style.outline = value
        else if (story) story.paragraph.outline = value
        break
      case 'ls':
      case 'pnlvlblt':
      case 'pnlvlbody':
        if (story) story.paragraph.isListed = true
        break
      case 'ilvl':
        if (story) story.paragraph.listLevel = Math.min(Math.max(value ?? 0, 0), 8)
        break
      case 'pagebb':
        if (story) story.paragraph.breakBefore = isOn
        break
      case 'plain':
        state.look = {}
        break
      case 'b':
        this.look().bold = isOn
        break
      case 'i':
        this.look().italic = isOn
        break
      case 'v':
        state.look.hidden = isOn
        break
      case 'fs':
        if ((value ?? 0) > 0) this.look().size = (value ?? 24) / 2
        break
      case 'deleted':
        state.isDeleted = isOn
        break
      case 'uc':
        state.fallback = Math.min(Math.max(value ?? 1, 0), 20)
        break
      case 'f':
        state.font = value ?? 0
        break
      case 'deff':
        this.standardFont = value ?? 0
        state.font = this.standardFont
        break
      case 'fcharset': {
        const page = codePageOfCharset(value ?? 1)
        if (state.destination === 'fonts' && page !== null) this.fonts.set(state.font, page)
        break
      }
      case 'ansicpg':
        if ((value ?? 0) > 0) this.codePage = value ?? 1252
        break
      case 'mac':
        this.codePage = 10_000
        break
      default:
    }
  }

  /** The look that is being described: a style's own, or that of the text to come. */
  private look(): RtfStyle['look'] {
    return this.state.destination === 'styles' ? this.style.look : this.state.look
  }

  private keepStyle(): void {
    const name = this.style.name.replace(/;\s*$/, '').trim()
    if (name !== '') this.styles.set(this.styleIndex, { ...this.style, name })
    this.style = { name: '', outline: null, look: {} }
    this.styleIndex = 0
  }

  private turnPage(): void {
    if (this.stories.body.content.length === 0) return
    this.place = { rendered: this.place.rendered + 1, explicit: this.place.explicit + 1 }
  }

  private closeParagraph(story: Story, cellDepth?: number): void {
    const { open, paragraph, marker } = story
    story.open = null
    story.marker = ''
    if (!open || open.text.trim() === '') return
    if (paragraph.breakBefore && story === this.stories.body) {
      this.turnPage()
      open.place = this.place
    }
    const style = this.styles.get(paragraph.style)
    const byName = Number(/^heading ([1-9])$/i.exec(style?.name ?? '')?.[1] ?? 0)
    const outline = paragraph.outline ?? style?.outline ?? (byName > 0 ? byName - 1 : null)
    if (outline !== null && outline >= 0 && outline < 9) open.headingLevel = outline + 1
    const shown = marker.replaceAll(/\s+/g, ' ').trim()
    const isListed = paragraph.isListed || shown !== ''
    story.tables.enter(cellDepth ?? (paragraph.inTable ? Math.max(paragraph.depth, 1) : 0), this.place)
    const mark = shown === '' ? null : bulletOf(shown)
    story.tables.content.push(open.finish(mark, isListed ? paragraph.listLevel : null))
  }
}

/** Destinations that readers may pass over but that hold text of the document. */
const KEPT: ReadonlySet<string> = new Set([
  'shptxt',
  'shpinst',
  'nesttableprops',
  'ud',
  'cs',
  'ds',
  'ts',
  'shppict',
])
