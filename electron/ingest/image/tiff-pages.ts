const MOST_PAGES = 2_000
const ENTRY_BYTES = 12
const ORIENTATION = 0x0112

export interface TiffPage {
  /** Where its directory stands in the file. */
  readonly offset: number
  /** 1 to 8, as in TIFF and Exif. */
  readonly orientation: number
}

/** The directories of a TIFF, or of the Exif part of a JPEG, in order; cut short where they make no sense. */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  try {
    for (let at = view.getUint32(4, little); at !== 0 && pages.length < MOST_PAGES;) {
      if (seen.has(at)) break
      seen.add(at)
      const entries = view.getUint16(at, little)
      let orientation = 1
      for (let entry = 0; entry < entries; entry += 1) {
        const from = at + 2 + entry * ENTRY_BYTES
        if (view.getUint16(from, little) === ORIENTATION) orientation = view.getUint16(from + 8, little)
      }
      pages.push({ offset: at, orientation })
      at = view.getUint32(at + 2 + entries * ENTRY_BYTES, little)
    }
  } catch {
    // It ends before it says it does.
  }
  return pages
}

/** The same TIFF with this directory for its first, since the decoder reads no other. */
export function tiffOfPage(bytes: Uint8Array, page: TiffPage): Uint8Array {
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(4, page.offset, bytes[0] === 0x49)
  return copy
}
