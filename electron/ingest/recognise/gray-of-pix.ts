import type { GrayPicture } from './gray-picture.ts'

/** A decoded picture in the engine's memory: rows of 32-bit words, the first pixel in a word's highest bits. */
export interface PixInMemory {
  readonly width: number
  readonly height: number
  /** Bits per pixel: 1, 2, 4, 8, 16 or 32. */
  readonly depth: number
  readonly wordsPerLine: number
  readonly address: number
  /** Four bytes each: blue, green, red, alpha. */
  readonly colours: { readonly address: number; readonly count: number } | null
}

/** Brightness as the eye weighs it, in whole numbers that sum to 256. */
export const brightness = (red: number, green: number, blue: number): number =>
  (77 * red + 150 * green + 29 * blue) >> 8

/** What each value of a narrow pixel means, 0 to 255. */
function levelsOf({ depth, colours }: PixInMemory, memory: Uint8Array): Uint8Array {
  const most = 2 ** depth - 1
  const levels = new Uint8Array(most + 1)
  for (let value = 0; value <= most; value += 1) {
    if (colours !== null) {
      const at = colours.address + 4 * Math.min(value, colours.count - 1)
      levels[value] = brightness(memory[at + 2] ?? 0, memory[at + 1] ?? 0, memory[at] ?? 0)
      // A single bit without colours is ink where it is set.
    } else levels[value] = depth === 1 ? 255 * (1 - value) : Math.round((255 * value) / most)
  }
  return levels
}

/** A decoded picture as brightness; null for depths no page comes in. */
export function grayOfPix(pix: PixInMemory, memory: Uint8Array): GrayPicture | null {
  const { width, height, depth, wordsPerLine, address } = pix
  if (![1, 2, 4, 8, 16, 32].includes(depth)) return null
  const words = new DataView(memory.buffer, memory.byteOffset + address, 4 * wordsPerLine * height)
  const data = new Uint8Array(width * height)
  const levels = depth <= 8 ? levelsOf(pix, memory) : null
  const perWord = 32 / depth
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const word = words.getUint32(4 * (y * wordsPerLine + Math.floor(x / perWord)), true)
      let level: number
      if (levels !== null) {
        const shift = 32 - depth * ((x % perWord) + 1)
        level = levels[(word >>> shift) & (2 ** depth - 1)] ?? 255
      } else if (depth === 16) level = (word >>> (x % 2 === 0 ? 24 : 8)) & 0xff
      else level = brightness(word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff)
      data[y * width + x] = level
    }
  }
  return { width, height, data }
}
