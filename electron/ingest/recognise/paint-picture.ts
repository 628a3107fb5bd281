import type { GrayPicture } from './gray-picture.ts'

/** A picture set on a page; `alpha` 0 lets through what lies below, 255 covers it, null covers all. */
export interface PlacedPicture extends GrayPicture {
  readonly alpha: Uint8Array | null
  /** From the unit square, y upwards, to points from the page's top left corner. */
  readonly matrix: readonly number[]
}

/** Where recognition reads best; finer pictures are brought down to it. */
const BEST_DOTS = 300
/** What is set coarser than this is enlarged to twice its size. */
const COARSE_DOTS = 140
const MOST_PIXELS = 30_000_000
const POINTS_PER_INCH = 72

export function areaOf({ matrix }: PlacedPicture): number {
  const [a = 0, b = 0, c = 0, d = 0] = matrix
  return Math.abs(a * d - b * c)
}

/** Pixels per point at which a page of these pictures is best read. */
export function readingScale(
  pictures: readonly PlacedPicture[],
  page: { readonly width: number; readonly height: number },
): number {
  const largest = pictures.toSorted((a, b) => areaOf(b) - areaOf(a))[0]
  const own = largest ? Math.sqrt((largest.width * largest.height) / Math.max(areaOf(largest), 1)) : 1
  const dots = own * POINTS_PER_INCH
  const wanted = Math.min(dots < COARSE_DOTS ? 2 * dots : dots, BEST_DOTS)
  const most = Math.sqrt(MOST_PIXELS / Math.max(1, page.width * page.height))
  return Math.min(Math.max(wanted, POINTS_PER_INCH) / POINTS_PER_INCH, most)
}

type Sampler = (x: number, y: number) => number

/** Between the four nearest pixels. */
function smooth(data: Uint8Array, width: number, height: number): Sampler {
  return (x, y) => {
    const left = Math.min(Math.max(x - 0.5, 0), width - 1)
    const top = Math.min(Math.max(y - 0.5, 0), height - 1)
    const x0 = Math.floor(left)
    const y0 = Math.floor(top)
    const x1 = Math.min(x0 + 1, width - 1)
    const y1 = Math.min(y0 + 1, height - 1)
    const across = left - x0
    const above = (data[y0 * width + x0] ?? 255) * (1 - across) + (data[y0 * width + x1] ?? 255) * across
    const below = (data[y1 * width + x0] ?? 255) * (1 - across) + (data[y1 * width + x1] ?? 255) * across
    return above * (1 - (top - y0)) + below * (top - y0)
  }
}

/** The mean of a small grid of pixels, so that thin strokes survive being made smaller. */
function mean(data: Uint8Array, width: number, height: number, reach: number): Sampler {
  const steps = Math.max(1, Math.min(8, Math.round(reach)))
  return (x, y) => {
    let sum = 0
    for (let j = 0; j < steps; j += 1) {
      const py = Math.min(Math.max(Math.floor(y + ((j + 0.5) / steps - 0.5) * reach), 0), height - 1)
      for (let i = 0; i < steps; i += 1) {
        const px = Math.min(Math.max(Math.floor(x + ((i + 0.5) / steps - 0.5) * reach), 0), width - 1)
        sum += data[py * width + px] ?? 255
      }
    }
    return sum / (steps * steps)
  }
}

function paint(placed: PlacedPicture, scale: number, onto: GrayPicture): void {
  const { width, height, data, alpha, matrix } = placed
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix.map((value) => value * scale)
  const area = a * d - b * c
  if (!(Math.abs(area) > 1e-6) || width < 1 || height < 1) return
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const fromX = Math.max(0, Math.floor(Math.min(...xs)))
  const toX = Math.min(onto.width, Math.ceil(Math.max(...xs)))
  const fromY = Math.max(0, Math.floor(Math.min(...ys)))
  const toY = Math.min(onto.height, Math.ceil(Math.max(...ys)))
  const reach = Math.sqrt((width * height) / Math.abs(area))
  const sampler = (of: Uint8Array): Sampler =>
    reach > 1.1 ? mean(of, width, height, reach) : smooth(of, width, height)
  const level = sampler(data)
  const cover = alpha === null ? null : sampler(alpha)
  for (let y = fromY; y < toY; y += 1) {
    for (let x = fromX; x < toX; x += 1) {
      const dx = x + 0.5 - e
      const dy = y + 0.5 - f
      const u = (d * dx - c * dy) / area
      const v = (a * dy - b * dx) / area
      if (u < 0 || u > 1 || v < 0 || v > 1) continue
      const at = y * onto.width + x
      const px = u * width
      const py = (1 - v) * height
      const covering = cover === null ? 1 : cover(px, py) / 255
      onto.data[at] = level(px, py) * covering + (onto.data[at] ?? 255) * (1 - covering)
    }
  }
}

/** A page's pictures laid over one another on white, at `scale` pixels per point. */
export function paintPicture(
  pictures: readonly PlacedPicture[],
  page: { readonly width: number; readonly height: number },
  scale: number,
): GrayPicture {
  const width = Math.max(1, Math.round(page.width * scale))
  const height = Math.max(1, Math.round(page.height * scale))
  const picture = { width, height, data: new Uint8Array(width * height).fill(255) }
  for (const placed of pictures) paint(placed, scale, picture)
  return picture
}
