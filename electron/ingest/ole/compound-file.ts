import { ReadRefusal } from '../read-refusal.ts'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LAST_SECTOR = 0xff_ff_ff_fa
const NO_ENTRY = 0xff_ff_ff_ff
const MOST_ENTRIES = 100_000
const HEADER_LISTED = 109

/** An OLE compound file ([MS-CFB]): the box that Office's binary formats, and its encrypted ones, come in. */
export interface CompoundFile {
  /** The streams and storages at the top; what is embedded lies deeper. */
  readonly names: ReadonlySet<string>
  /** A stream's bytes; null where there is none of this name. @throws ReadRefusal damaged */
  stream(name: string): Uint8Array | null
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte)
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** Opens a compound file held in memory; every chain is followed once at most. @throws ReadRefusal damaged */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u16 = (at: number): number => (at + 2 <= bytes.byteLength ? view.getUint16(at, true) : 0)
  const u32 = (at: number): number => (at + 4 <= bytes.byteLength ? view.getUint32(at, true) : NO_ENTRY)
  const shift = u16(30)
  const miniShift = u16(32)
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12) || miniShift < 4 || miniShift > shift)
    throw new ReadRefusal('damaged')
  const sectorBytes = 1 << shift
  const sectors = Math.ceil(bytes.byteLength / sectorBytes)
  const offsetOf = (sector: number): number => (sector + 1) * sectorBytes
  const perSector = sectorBytes / 4

  const tableSectors = (): number[] => {
    const found: number[] = []
    for (let at = 0; at < HEADER_LISTED; at += 1) {
      const sector = u32(76 + at * 4)
      if (sector < sectors) found.push(sector)
    }
    let list = u32(68)
    for (let turn = 0; list < sectors && turn < sectors; turn += 1) {
      for (let at = 0; at < perSector - 1; at += 1) {
        const sector = u32(offsetOf(list) + at * 4)
        if (sector < sectors) found.push(sector)
      }
      list = u32(offsetOf(list) + (perSector - 1) * 4)
    }
    return found.slice(0, Math.ceil(sectors / perSector) + 1)
  }
  const table = tableSectors()
  const nextOf = (sector: number): number => {
    const holder = table[Math.floor(sector / perSector)]
    return holder === undefined ? NO_ENTRY : u32(offsetOf(holder) + (sector % perSector) * 4)
  }

  /** The bytes of a chain of sectors; a chain that comes back to itself ends with the size asked for. */
  const chain = (start: number, size: number | null): Buffer => {
    const parts: Uint8Array[] = []
    let length = 0
    for (let sector = start; sector < LAST_SECTOR && parts.length <= sectors; sector = nextOf(sector)) {
      if (sector >= sectors) throw new ReadRefusal('damaged')
      if (size !== null && length >= size) break
      parts.push(bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorBytes))
      length += sectorBytes
    }
    if (parts.length > sectors) throw new ReadRefusal('damaged')
    return Buffer.concat(parts).subarray(0, size ?? undefined)
  }

  const directory = chain(u32(48), null)
  const entryAt = (id: number): Entry | null => {
    const at = id * 128
    if (id >= MOST_ENTRIES || at + 128 > directory.byteLength) return null
    const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64)
    return {
      name: directory.toString('utf16le', at, at + Math.max(nameBytes - 2, 0)),
      type: directory.readUInt8(at + 66),
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    }
  }
  const root = entryAt(0)
  if (!root) throw new ReadRefusal('damaged')
  const entries = new Map<string, Entry>()
  const seen = new Set<number>()
  const open = [root.child]
  while (open.length > 0) {
    const id = open.pop() ?? NO_ENTRY
    const entry = seen.has(id) ? null : entryAt(id)
    seen.add(id)
    if (!entry) continue
    open.push(entry.left, entry.right)
    if (!entries.has(entry.name)) entries.set(entry.name, entry)
  }

  let small: Buffer | null = null
  let smallTable: Buffer | null = null
  const smallStream = (start: number, size: number): Buffer => {
    small ??= chain(root.start, root.size)
    smallTable ??= chain(u32(60), null)
    const step = 1 << miniShift
    const parts: Uint8Array[] = []
    let length = 0
    const most = Math.ceil(small.byteLength / step)
    for (let at = start; at < LAST_SECTOR && length < size && parts.length <= most;) {
      parts.push(small.subarray(at * step, (at + 1) * step))
      length += step
      at = at * 4 + 4 <= smallTable.byteLength ? smallTable.readUInt32LE(at * 4) : NO_ENTRY
    }
    return Buffer.concat(parts).subarray(0, size)
  }
  return {
    names: new Set(entries.keys()),
    stream: (name) => {
      const entry = entries.get(name)
      if (!entry || entry.type !== 2) return null
      return entry.size < u32(56) ? smallStream(entry.start, entry.size) : chain(entry.start, entry.size)
    },
  }
}
