import { z } from 'zod'
import { brightness } from '../recognise/gray-of-pix.ts'

/** How pdf.js hands over a decoded image (its ImageKind). */
const ONE_BIT = 1
const RGB = 2
const RGBA = 3

const bytesSchema = z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)])
export const imageSchema = z.object({
  width: z.int().min(1),
  height: z.int().min(1),
  kind: z.int().optional(),
  data: bytesSchema,
})
export type PdfImage = z.infer<typeof imageSchema>

export interface ImageLayer {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  readonly alpha: Uint8Array | null
}

/** Bits, rows filled up to whole bytes, each as one of two levels. */
function spread({ width, height, data }: PdfImage, clear: number, set: number): Uint8Array {
  const spreadOut = new Uint8Array(width * height)
  const perRow = (width + 7) >> 3
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bit = ((data[y * perRow + (x >> 3)] ?? 0xff) >> (7 - (x & 7))) & 1
      spreadOut[y * width + x] = bit === 1 ? set : clear
    }
  }
  return spreadOut
}

/** A decoded image as brightness; null for a kind that is not known. */
export function layerOfImage(image: PdfImage): ImageLayer | null {
  const { width, height, data, kind } = image
  if (kind === ONE_BIT) return { width, height, data: spread(image, 0, 255), alpha: null }
  if (kind !== RGB && kind !== RGBA) return null
  const step = kind === RGB ? 3 : 4
  const gray = new Uint8Array(width * height)
  const alpha = kind === RGBA ? new Uint8Array(width * height) : null
  for (let at = 0; at < gray.length; at += 1) {
    const from = at * step
    gray[at] = brightness(data[from] ?? 255, data[from + 1] ?? 255, data[from + 2] ?? 255)
    if (alpha) alpha[at] = data[from + 3] ?? 255
  }
  return { width, height, data: gray, alpha }
}

/** A stencil through which one level of brightness is painted where its bits are 0. */
export function layerOfMask(image: PdfImage, level: number): ImageLayer {
  const { width, height } = image
  return { width, height, data: new Uint8Array(width * height).fill(level), alpha: spread(image, 255, 0) }
}
