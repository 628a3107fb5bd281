const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_NAMES = 20_000

function findEnd(buffer: Buffer): number {
  const last = buffer.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (buffer.readUInt32LE(at) === END) return at
  return -1
}

/**
 * The names in a ZIP's own directory, in its order; those of archives inside it are not among them. Null where the
 * directory is not where it should be.
 */
export function directoryNames(bytes: Uint8Array): readonly string[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(buffer)
  if (end < 0) return null
  const names: string[] = []
  // Counted back from its end, since a preamble shifts what the archive says of its place.
  let at = end - buffer.readUInt32LE(end + 12)
  if (at < 0 || at >= end) return null
  while (at + 46 <= end && names.length < MOST_NAMES && buffer.readUInt32LE(at) === ENTRY) {
    const length = buffer.readUInt16LE(at + 28)
    names.push(buffer.toString('utf8', at + 46, at + 46 + length).replace(/^\/+/, ''))
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return names.length > 0 ? names : null
}
