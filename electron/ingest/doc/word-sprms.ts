import type { RunLook } from '../flow/flow-content.ts'

/** Calls back for each property change of a list ([MS-DOC] 2.2.5); what is cut short ends it. */
export function eachSprm(list: Buffer, take: (code: number, operand: Buffer) => void): void {
  let at = 0
  while (at + 2 < list.byteLength) {
    const code = list.readUInt16LE(at)
    at += 2
    const size = operandBytes(list, at, code)
    if (size === null || at + size > list.byteLength) return
    take(code, list.subarray(at, at + size))
    at += size
  }
}

const SIZES: readonly (number | null)[] = [1, 1, 2, 4, 2, 2, null, 3]
const DEFINE_TABLE = 0xd608
const CHANGE_TABS = 0xc615

function operandBytes(list: Buffer, at: number, code: number): number | null {
  const size = SIZES[code >> 13]
  if (typeof size === 'number') return size
  if (at + 2 > list.byteLength) return null
  if (code === DEFINE_TABLE) return list.readUInt16LE(at) + 1
  const length = list.readUInt8(at)
  return code === CHANGE_TABS && length === 255 ? null : length + 1
}

/** How a run of characters looks, and what it is beside text. */
export interface WordRun extends RunLook {
  deleted?: boolean
  /** The character stands for something else: a picture, a note's mark, a field's edge. */
  special?: boolean
  /** A glyph of a symbol font. */
  symbol?: number
  styleIndex?: number
}

const byte = (operand: Buffer): number => operand[0] ?? 0

/** A switch that may also say "as the style" or "not as the style". */
function toggled(value: number, ofStyle: boolean | undefined): boolean {
  if (value === 0x80) return ofStyle ?? false
  if (value === 0x81) return !(ofStyle ?? false)
  return (value & 1) === 1
}

/** Takes the character properties of a list into a run. */
export function takeRunSprms(run: WordRun, list: Buffer, style: RunLook): void {
  eachSprm(list, (code, operand) => {
    if (code === 0x0835) run.bold = toggled(byte(operand), style.bold)
    else if (code === 0x0836) run.italic = toggled(byte(operand), style.italic)
    else if (code === 0x083c) run.hidden = toggled(byte(operand), style.hidden)
    else if (code === 0x0800) run.deleted = byte(operand) === 1
    else if (code === 0x0855) run.special = byte(operand) === 1
    else if (code === 0x4a30) run.styleIndex = operand.readUInt16LE(0)
    else if (code === 0x4a43) {
      const size = operand.readUInt16LE(0) / 2
      if (size > 0 && size < 2000) run.size = size
    } else if (code === 0x6a09) run.symbol = operand.readUInt16LE(2)
  })
}

/** What a paragraph is: its place in a list or a table, its level in the outline. */
export interface WordParagraph {
  list?: number
  listLevel?: number
  outline?: number
  inTable?: boolean
  depth?: number
  endsRow?: boolean
  endsInnerCell?: boolean
  endsInnerRow?: boolean
  breakBefore?: boolean
  /** Where the real list stands in the Data stream. */
  elsewhere?: number
  /** Of a row's end: how each cell is joined with those before and above it. */
  cells?: readonly { joinsLeft: boolean; joinsAbove: boolean }[]
}

const BYTES_A_CELL = 20

function cellsOf(operand: Buffer): WordParagraph['cells'] {
  const count = operand[2] ?? 0
  const start = 3 + (count + 1) * 2
  return Array.from({ length: count }, (_, at) => {
    const place = start + at * BYTES_A_CELL
    const flags = place + 2 <= operand.byteLength ? operand.readUInt16LE(place) : 0
    return { joinsLeft: (flags & 2) !== 0, joinsAbove: (flags & 0x20) !== 0 && (flags & 0x40) === 0 }
  })
}

/** Takes the paragraph properties of a list. */
export function takeParagraphSprms(paragraph: WordParagraph, list: Buffer): void {
  eachSprm(list, (code, operand) => {
    if (code === 0x2416) paragraph.inTable = byte(operand) === 1
    else if (code === 0x2417) paragraph.endsRow = byte(operand) === 1
    else if (code === 0x244b) paragraph.endsInnerCell = byte(operand) === 1
    else if (code === 0x244c) paragraph.endsInnerRow = byte(operand) === 1
    else if (code === 0x6649) paragraph.depth = operand.readInt32LE(0)
    else if (code === 0x2407) paragraph.breakBefore = byte(operand) === 1
    else if (code === 0x2640) paragraph.outline = byte(operand)
    else if (code === 0x260a) paragraph.listLevel = byte(operand)
    else if (code === 0x460b) paragraph.list = operand.readUInt16LE(0)
    else if (code === 0x6645 || code === 0x6646) paragraph.elsewhere = operand.readUInt32LE(0)
    else if (code === DEFINE_TABLE) paragraph.cells = cellsOf(operand)
  })
}
