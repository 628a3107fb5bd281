const SECTOR = 512

/** A small OLE container in memory: streams at the top, by name. All are padded to whole sectors. */
export function writeCompound(streams: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const names = Object.keys(streams)
  const contents = names.map((name) => Buffer.from(streams[name] ?? ''))
  const sizes = contents.map((content) => Math.max(Math.ceil(content.byteLength / SECTOR), 1))
  const directorySectors = Math.ceil(((names.length + 1) * 128) / SECTOR)
  const total = 1 + directorySectors + sizes.reduce((sum, size) => sum + size, 0)
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(0xff_ff_ff_fd, 0)
  const chain = (start: number, count: number): void => {
    for (let at = 0; at < count; at += 1)
      table.writeUInt32LE(at === count - 1 ? 0xff_ff_ff_fe : start + at + 1, (start + at) * 4)
  }
  chain(1, directorySectors)
  const directory = Buffer.alloc(directorySectors * SECTOR)
  const entry = (
    id: number,
    name: string,
    type: number,
    right: number,
    start: number,
    size: number,
  ): void => {
    const at = id * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(type, at + 66)
    directory.writeUInt32LE(0xff_ff_ff_ff, at + 68)
    directory.writeUInt32LE(right, at + 72)
    directory.writeUInt32LE(type === 5 && names.length > 0 ? 1 : 0xff_ff_ff_ff, at + 76)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  entry(0, 'Root Entry', 5, 0xff_ff_ff_ff, 0xff_ff_ff_fe, 0)
  let next = 1 + directorySectors
  names.forEach((name, at) => {
    const count = sizes[at] ?? 1
    const isLast = at === names.length - 1
    entry(at + 1, name, 2, isLast ? 0xff_ff_ff_ff : at + 2, next, count * SECTOR)
    chain(next, count)
    next += count
  })
  const header = Buffer.alloc(SECTOR)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xff_fe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(0, 56)
  header.writeUInt32LE(0xff_ff_ff_fe, 60)
  header.writeUInt32LE(0xff_ff_ff_fe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const body = contents.map((content, at) => {
    const padded = Buffer.alloc((sizes[at] ?? 1) * SECTOR)
    content.copy(padded)
    return padded
  })
  return new Uint8Array(Buffer.concat([header, table, directory, ...body]).subarray(0, (total + 1) * SECTOR))
}
