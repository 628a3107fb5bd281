import { imageKindOf } from './image-kind.ts'
import { tiffPages } from './tiff-pages.ts'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Frames other than the tables C4, C8 and CC carry the size. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(view: DataView): PictureSize {
  let at = 2
  while (!isFrame(view.getUint8(at + 1))) at += 2 + view.getUint16(at + 2)
  return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
}

function webpSize(view: DataView): PictureSize | null {
  const form = view.getUint32(12)
  if (form === 0x56503858)
    return {
      width: 1 + (view.getUint32(24, true) & 0xffffff),
      height: 1 + (view.getUint32(27, true) & 0xffffff),
    }
  if (form === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

/** The largest page of a TIFF. */
function tiffSize(bytes: Uint8Array, view: DataView): PictureSize {
  const little = bytes[0] === 0x49
  let largest = { width: 0, height: 0 }
  for (const { offset } of tiffPages(bytes)) {
    const size = { width: 0, height: 0 }
    for (let entry = 0; entry < view.getUint16(offset, little); entry += 1) {
      const at = offset + 2 + entry * 12
      const tag = view.getUint16(at, little)
      const isShort = view.getUint16(at + 2, little) === 3
      const value = isShort ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
      if (tag === 0x100) size.width = value
      if (tag === 0x101) size.height = value
    }
    if (size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

/** Width and height in pixels as the file itself says, before anything is decoded; null where it says nothing. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (imageKindOf(bytes)) {
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'bmp':
        return { width: view.getUint32(18, true), height: Math.abs(view.getInt32(22, true)) }
      case 'jpeg':
        return jpegSize(view)
      case 'webp':
        return webpSize(view)
      case 'tiff':
        return tiffSize(bytes, view)
      default:
        return null
    }
  } catch {
    return null
  }
}
