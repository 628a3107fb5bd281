import { tiffPages } from './tiff-pages.ts'

const APP1 = 0xe1
const START_OF_SCAN = 0xda

/** How a JPEG says it is to be held (Exif, 1 to 8); 1 where it does not say. */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint8(at + 1)
      if (marker === START_OF_SCAN) return 1
      const isExif = marker === APP1 && view.getUint32(at + 4) === 0x45786966
      if (isExif)
        return tiffPages(bytes.subarray(at + 10, at + 2 + view.getUint16(at + 2)))[0]?.orientation ?? 1
    }
  } catch {
    // Cut off: then nothing is said.
  }
  return 1
}

/** Quarter turns clockwise that an orientation asks for; mirrored ones count as the turn they come with. */
export function turnsOf(orientation: number): number {
  if (orientation === 3 || orientation === 4) return 2
  if (orientation === 5 || orientation === 6) return 1
  return orientation === 7 || orientation === 8 ? 3 : 0
}
