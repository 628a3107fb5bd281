import type { FlowStyle } from '../flow/flow-content.ts'
import { takeParagraphSprms, takeRunSprms } from './word-sprms.ts'
import type { WordParagraph, WordRun } from './word-sprms.ts'

interface RawStyle {
  readonly name: string
  /** Number that Word gives its own styles: 1 to 9 are the headings. */
  readonly builtIn: number
  readonly isParagraph: boolean
  readonly base: number
  readonly paragraph: Buffer
  readonly run: Buffer
}

export interface WordStyle {
  readonly name: string
  readonly flow: FlowStyle
  readonly paragraph: WordParagraph
}

const MOST_ANCESTORS = 12
const NO_STYLE = 0xfff

function rawStyle(entry: Buffer, baseBytes: number): RawStyle | null {
  if (entry.byteLength < baseBytes + 2) return null
  const kind = entry.readUInt16LE(2)
  const isParagraph = (kind & 0xf) === 1
  const nameLength = entry.readUInt16LE(baseBytes)
  const name = entry.toString('utf16le', baseBytes + 2, baseBytes + 2 + nameLength * 2)
  let at = baseBytes + 2 + (nameLength + 1) * 2
  const take = (): Buffer => {
    if (at + 2 > entry.byteLength) return Buffer.alloc(0)
    const size = entry.readUInt16LE(at)
    const list = entry.subarray(at + 2, at + 2 + size)
    at += 2 + size + (size & 1)
    return list
  }
  const paragraph = isParagraph ? take().subarray(2) : Buffer.alloc(0)
  return {
    name,
    builtIn: entry.readUInt16LE(0) & 0xfff,
    isParagraph,
    base: kind >> 4,
    paragraph,
    run: take(),
  }
}

/** Reads the style sheet; `style` answers with all it inherits. */
export function readWordStyles(sheet: Buffer): { style(index: number): WordStyle } {
  const raw: (RawStyle | null)[] = []
  if (sheet.byteLength > 6) {
    const headBytes = sheet.readUInt16LE(0)
    const baseBytes = sheet.readUInt16LE(4)
    let at = 2 + headBytes
    while (at + 2 <= sheet.byteLength && raw.length < NO_STYLE) {
      const size = sheet.readUInt16LE(at)
      raw.push(size === 0 ? null : rawStyle(sheet.subarray(at + 2, at + 2 + size), baseBytes))
      at += 2 + size + (size & 1)
    }
  }
  const known = new Map<number, WordStyle>()
  const resolve = (index: number, depth: number): WordStyle => {
    const found = known.get(index)
    if (found) return found
    const own = raw[index]
    if (!own || depth > MOST_ANCESTORS) return { name: '', flow: { size: 10 }, paragraph: {} }
    const base = own.base === NO_STYLE ? null : resolve(own.base, depth + 1)
    const run: WordRun = { ...base?.flow }
    takeRunSprms(run, own.run, base?.flow ?? {})
    const paragraph: WordParagraph = { ...base?.paragraph }
    takeParagraphSprms(paragraph, own.paragraph)
    const byName = Number(/^heading ([1-9])$/i.exec(own.name)?.[1] ?? 0)
    const heading = own.builtIn >= 1 && own.builtIn <= 9 ? own.builtIn : byName
    if (own.isParagraph && heading > 0) paragraph.outline ??= heading - 1
    const { bold, italic, hidden, size } = run
    const style: WordStyle = {
      name: own.name,
      flow: {
        ...(bold === undefined ? {} : { bold }),
        ...(italic === undefined ? {} : { italic }),
        ...(hidden === undefined ? {} : { hidden }),
        ...(size === undefined ? (own.isParagraph ? { size: 10 } : {}) : { size }),
      },
      paragraph,
    }
    known.set(index, style)
    return style
  }
  return { style: (index) => resolve(index, 0) }
}
