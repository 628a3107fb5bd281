import { z } from 'zod'
import { brightness } from '../recognise/gray-of-pix.ts'
import type { PlacedPicture } from '../recognise/paint-picture.ts'
import { imageSchema, layerOfImage, layerOfMask } from './image-layer.ts'
import type { ImageLayer } from './image-layer.ts'
import { multiply } from './page-runs.ts'
import { pdfOperators as ops } from './pdf-engine.ts'
import type { PdfPage } from './pdf-engine.ts'

const MOST_OPERATORS = 400_000
const MOST_PICTURES = 2_000
const MOST_PIXELS = 120_000_000
const IMAGE_MILLISECONDS = 20_000

const matrixSchema = z.array(z.number()).length(6)
const positionsSchema = z.custom<ArrayLike<number>>(
  (value) => Array.isArray(value) || value instanceof Float32Array,
)
const maskSchema = z.object({ data: z.union([z.string(), z.instanceof(Uint8Array)]) }).loose()

/** The object of this name once it was decoded; undefined when that fails. */
function objectOf(page: PdfPage, name: string): Promise<unknown> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const enough = setTimeout(() => resolve(undefined), IMAGE_MILLISECONDS)
    store.get(name, (value: unknown) => {
      clearTimeout(enough)
      resolve(value)
    })
  })
}

function levelOfColour(value: unknown): number {
  const parts = typeof value === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value) : null
  const [red = 0, green = 0, blue = 0] = (parts ?? []).slice(1).map((hex) => Number.parseInt(hex, 16))
  return brightness(red, green, blue)
}

interface State {
  matrix: readonly number[]
  level: number
}

interface Painted {
  readonly layer: ImageLayer
  /** Where, within the matrix of the moment. */
  readonly within: readonly number[]
}

const at = (layer: ImageLayer | null, places: readonly (readonly number[])[]): Painted[] =>
  layer === null ? [] : places.map((within) => ({ layer, within }))

function repeated(positions: unknown, turn: readonly number[]): number[][] {
  const list = positionsSchema.safeParse(positions).data ?? []
  const places: number[][] = []
  for (let index = 0; index + 1 < list.length && places.length < MOST_PICTURES; index += 2)
    places.push([...turn, list[index] ?? 0, list[index + 1] ?? 0])
  return places
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** What one operator of a page paints. */
async function painted(
  page: PdfPage,
  operator: number,
  args: readonly unknown[],
  level: number,
): Promise<Painted[]> {
  const image = async (value: unknown): Promise<ImageLayer | null> => {
    const parsed = imageSchema.safeParse(typeof value === 'string' ? await objectOf(page, value) : value)
    return parsed.success ? layerOfImage(parsed.data) : null
  }
  const mask = async (value: unknown): Promise<ImageLayer | null> => {
    const held = maskSchema.safeParse(value).data
    const found = typeof held?.data === 'string' ? await objectOf(page, held.data) : value
    const parsed = imageSchema.safeParse(found)
    return parsed.success ? layerOfMask(parsed.data, level) : null
  }
  const whole = [1, 0, 0, 1, 0, 0]

  if (operator === ops.paintImageXObject || operator === ops.paintInlineImageXObject)
    return at(await image(args[0]), [whole])
  if (operator === ops.paintImageMaskXObject) return at(await mask(args[0]), [whole])
  if (operator === ops.paintImageXObjectRepeat)
    return at(await image(args[0]), repeated(args[3], [number(args[1]), 0, 0, number(args[2])]))
  if (operator === ops.paintImageMaskXObjectRepeat) {
    const turn = [args[1], args[2], args[3], args[4]].map(number)
    return at(await mask(args[0]), repeated(args[5], turn))
  }
  if (operator === ops.paintImageMaskXObjectGroup) {
    const group = z.array(z.object({ transform: matrixSchema }).loose()).safeParse(args[0]).data ?? []
    const layers = await Promise.all(
      group.slice(0, MOST_PICTURES).map(async (one) => at(await mask(one), [one.transform])),
    )
    return layers.flat()
  }
  return []
}

/**
 * The pictures a page paints, in order, each with its place: all there is on a scanned page. Drawn shapes and text
 * are left out. Pictures whose pixels are more than can be held are left out too.
 */
export async function picturesOfPage(page: PdfPage, viewport: readonly number[]): Promise<PlacedPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const pictures: PlacedPicture[] = []
  const saved: State[] = []
  let state: State = { matrix: viewport, level: 0 }
  let pixels = 0
  for (let index = 0; index < Math.min(fnArray.length, MOST_OPERATORS); index += 1) {
    const operator = fnArray[index] ?? 0
    const given: unknown = argsArray[index]
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    if (operator === ops.save) saved.push({ ...state })
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) state = saved.pop() ?? state
    else if (operator === ops.transform) {
      const matrix = matrixSchema.safeParse(args).data
      if (matrix) state = { ...state, matrix: multiply(state.matrix, matrix) }
    } else if (operator === ops.paintFormXObjectBegin) {
      saved.push({ ...state })
      const matrix = matrixSchema.safeParse(args[0]).data
      if (matrix) state = { ...state, matrix: multiply(state.matrix, matrix) }
    } else if (operator === ops.setFillRGBColor) state = { ...state, level: levelOfColour(args[0]) }
    else {
      // In order: a later picture covers an earlier one.
      // oxlint-disable-next-line no-await-in-loop
      for (const { layer, within } of await painted(page, operator, args, state.level)) {
        pixels += layer.width * layer.height
        if (pictures.length >= MOST_PICTURES || pixels > MOST_PIXELS) return pictures
        pictures.push({ ...layer, matrix: multiply(state.matrix, within) })
      }
    }
  }
  return pictures
}
