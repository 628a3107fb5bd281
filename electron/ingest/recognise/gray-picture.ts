/** A page as brightness, one byte per pixel from the top left corner: 0 is black, 255 is white. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Pixels darker than this are ink where no better threshold is known. */
const DARK = 140

/** The picture turned clockwise by quarter turns (0 to 3). */
export function turnPicture(picture: GrayPicture, turns: number): GrayPicture {
  const { width, height, data } = picture
  if (turns % 4 === 0) return picture
  const turned = new Uint8Array(data.length)
  if (turns === 2) {
    for (let at = 0; at < data.length; at += 1) turned[at] = data[data.length - 1 - at] ?? 255
    return { width, height, data: turned }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
      turned[to] = data[y * width + x] ?? 255
    }
  }
  return { width: height, height: width, data: turned }
}

/** The share of dark pixels, 0 to 1: nearly none on the blank back of a sheet. */
export function inkShare({ data }: GrayPicture): number {
  let dark = 0
  for (let at = 0; at < data.length; at += 1) if ((data[at] ?? 255) < DARK) dark += 1
  return data.length === 0 ? 0 : dark / data.length
}

export interface PixelBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The mean length of dark runs along the rows of a box, in pixels: how thick its strokes are. Null without ink. */
export function strokeLength({ width, height, data }: GrayPicture, box: PixelBox): number | null {
  const left = Math.max(0, box.left)
  const right = Math.min(width, box.right)
  const bottom = Math.min(height, box.bottom)
  let ink = 0
  let runs = 0
  for (let y = Math.max(0, box.top); y < bottom; y += 1) {
    let inside = false
    for (let at = y * width + left; at < y * width + right; at += 1) {
      const dark = (data[at] ?? 255) < DARK
      if (dark) ink += 1
      if (dark && !inside) runs += 1
      inside = dark
    }
  }
  return runs === 0 ? null : ink / runs
}
