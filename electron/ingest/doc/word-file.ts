import type { CompoundFile } from '../ole/compound-file.ts'
import { openCompoundFile } from '../ole/compound-file.ts'
import { ReadRefusal } from '../read-refusal.ts'

const WORD_97 = 0xa5ec
const WORD_95 = 0xa5dc
const FIRST_VERSION = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const PAGE = 512
const MOST_CHARACTERS = 20_000_000
const MOST_RUNS = 2_000_000

/** Characters that stand together in the file. */
interface Piece {
  /** Of the document's characters. */
  readonly from: number
  readonly to: number
  /** Of the file's bytes. */
  readonly offset: number
  readonly width: 1 | 2
}

/** A stretch of the file's bytes with its list of properties; a paragraph's begins with its style's index. */
export interface FormatRun {
  readonly from: number
  readonly to: number
  readonly properties: Buffer
}

export type StoryName = 'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textboxes'

export interface WordFile {
  readonly compound: CompoundFile
  readonly main: Buffer
  readonly table: Buffer
  /** All stories' characters, one after another. */
  readonly text: string
  /** Where a story begins and ends in the text. */
  story(name: StoryName): readonly [number, number]
  /** A part of the table stream, by its place in the file's head. */
  part(headOffset: number): Buffer
  /** The place in the file of a character. */
  offsetOf(character: number): number
  readonly characterRuns: readonly FormatRun[]
  readonly paragraphRuns: readonly FormatRun[]
}

/** The run in which a byte of the file stands. */
export function runAt(runs: readonly FormatRun[], offset: number): FormatRun | null {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return null
    if (offset < run.from) high = middle - 1
    else if (offset >= run.to) low = middle + 1
    else return run
  }
  return null
}

/** Opens Word's binary format, versions 97 to 2003 ([MS-DOC]). @throws ReadRefusal */
export function openWordFile(bytes: Uint8Array): WordFile {
  try {
    return open(bytes)
  } catch (error) {
    // Offsets that lead out of the file show as range errors.
    throw error instanceof ReadRefusal ? error : new ReadRefusal('damaged', { cause: error })
  }
}

function open(bytes: Uint8Array): WordFile {
  const compound = openCompoundFile(bytes)
  const stream = compound.stream('WordDocument')
  if (!stream || stream.byteLength < 0x200) throw new ReadRefusal('damaged')
  const main = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  const magic = main.readUInt16LE(0)
  if (magic === WORD_95 || (magic === WORD_97 && main.readUInt16LE(2) < FIRST_VERSION))
    throw new ReadRefusal('unsupported-type', { hint: 'save-as-docx' })
  if (magic !== WORD_97) throw new ReadRefusal('damaged')
  const flags = main.readUInt16LE(0x0a)
  if ((flags & ENCRYPTED) !== 0) throw new ReadRefusal('encrypted', { hint: 'save-unprotected' })
  const named = compound.stream((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table')
  if (!named) throw new ReadRefusal('damaged')
  const table = Buffer.from(named.buffer, named.byteOffset, named.byteLength)
  const part = (at: number): Buffer => {
    if (at + 8 > main.byteLength) return Buffer.alloc(0)
    const start = main.readUInt32LE(at)
    return table.subarray(start, start + main.readUInt32LE(at + 4))
  }
  const pieces = readPieces(part(0x1a2))
  const text = pieces.map((piece) => pieceText(main, piece)).join('')
  const stories = readStories(main, text.length)
  let last = 0
  return {
    compound,
    main,
    table,
    text,
    part,
    story: (name) => stories[name],
    offsetOf: (character) => {
      // Asked for in reading order, so that the piece is mostly the last one.
      if ((pieces[last]?.from ?? 0) > character) last = 0
      while ((pieces[last]?.to ?? Infinity) <= character) last += 1
      const piece = pieces[last]
      return piece ? piece.offset + (character - piece.from) * piece.width : -1
    },
    characterRuns: readRuns(main, part(0xfa), characterPage),
    paragraphRuns: readRuns(main, part(0x102), paragraphPage),
  }
}

/** The story lengths stand one after another in the file's head. */
function readStories(main: Buffer, length: number): Record<StoryName, readonly [number, number]> {
  let at = 0
  const take = (offset: number): readonly [number, number] => {
    const from = Math.min(at, length)
    at += main.readUInt32LE(offset)
    return [from, Math.min(at, length)]
  }
  const body = take(0x4c)
  const footnotes = take(0x50)
  const headers = take(0x54)
  take(0x58)
  return { body, footnotes, headers, comments: take(0x5c), endnotes: take(0x60), textboxes: take(0x64) }
}

const PROPERTY_GROUP = 1
const PIECE_TABLE = 2

function readPieces(list: Buffer): Piece[] {
  let at = 0
  while (list.readUInt8(at) === PROPERTY_GROUP) at += 3 + list.readUInt16LE(at + 1)
  if (list.readUInt8(at) !== PIECE_TABLE) throw new ReadRefusal('damaged')
  const plan = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1))
  const count = Math.floor((plan.byteLength - 4) / 12)
  const pieces: Piece[] = []
  let end = 0
  for (let index = 0; index < count; index += 1) {
    const from = plan.readUInt32LE(index * 4)
    const to = plan.readUInt32LE(index * 4 + 4)
    const place = plan.readUInt32LE((count + 1) * 4 + index * 8 + 2)
    if (from !== end || to < from || to > MOST_CHARACTERS)
      throw new ReadRefusal(to > MOST_CHARACTERS ? 'too-large' : 'damaged')
    end = to
    const isNarrow = (place & 0x40_00_00_00) !== 0
    const offset = place & 0x3f_ff_ff_ff
    pieces.push({ from, to, offset: isNarrow ? offset >>> 1 : offset, width: isNarrow ? 1 : 2 })
  }
  return pieces
}

const narrow = new TextDecoder('windows-1252')

function pieceText(main: Buffer, piece: Piece): string {
  const count = piece.to - piece.from
  const bytes = main.subarray(piece.offset, piece.offset + count * piece.width)
  const text = piece.width === 1 ? narrow.decode(bytes) : bytes.toString('utf16le')
  return text.length === count ? text : text.slice(0, count).padEnd(count, '\0')
}

type ReadPage = (page: Buffer, index: number, count: number) => Buffer

const characterPage: ReadPage = (page, index, count) => {
  const at = page.readUInt8((count + 1) * 4 + index) * 2
  return at === 0 ? Buffer.alloc(0) : page.subarray(at + 1, at + 1 + page.readUInt8(at))
}

const paragraphPage: ReadPage = (page, index, count) => {
  const at = page.readUInt8((count + 1) * 4 + index * 13) * 2
  if (at === 0) return Buffer.alloc(0)
  const size = page.readUInt8(at)
  if (size !== 0) return page.subarray(at + 1, at + 2 * size)
  return page.subarray(at + 2, at + 2 + 2 * page.readUInt8(at + 1))
}

/** Formatting stands on pages of 512 bytes, each with its stretches and their lists. */
function readRuns(main: Buffer, plan: Buffer, readPage: ReadPage): FormatRun[] {
  const count = Math.max(Math.floor((plan.byteLength - 4) / 8), 0)
  const runs: FormatRun[] = []
  for (let index = 0; index < count && runs.length < MOST_RUNS; index += 1) {
    const start = (plan.readUInt32LE((count + 1) * 4 + index * 4) & 0x3f_ff_ff) * PAGE
    const page = main.subarray(start, start + PAGE)
    if (page.byteLength < PAGE) continue
    const stretches = Math.min(page.readUInt8(PAGE - 1), 0x65)
    for (let at = 0; at < stretches; at += 1) {
      const from = page.readUInt32LE(at * 4)
      const to = page.readUInt32LE(at * 4 + 4)
      if (to > from) runs.push({ from, to, properties: readPage(page, at, stretches) })
    }
  }
  return runs.toSorted((a, b) => a.from - b.from)
}
