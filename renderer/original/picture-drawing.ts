import type { OriginalPages, OriginalSource } from './original-pages.ts'

/** As the reader takes it: a picture's longer side is that of A4 (electron/ingest/image). */
const LONG_SIDE = 842

/** Opens a PNG, JPEG, WebP or BMP as one page. Rejects where the browser cannot decode it. */
export async function openPictureDrawing(source: OriginalSource): Promise<OriginalPages> {
  const picture = await createImageBitmap(new Blob([await source.read(0, source.bytes)]))
  const points = LONG_SIDE / Math.max(picture.width, picture.height)
  const size = { width: picture.width * points, height: picture.height * points }
  return {
    sizeOf: () => Promise.resolve(size),
    draw(_page, canvas, scale) {
      canvas.width = Math.floor(size.width * scale)
      canvas.height = Math.floor(size.height * scale)
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      return Promise.resolve()
    },
    close: () => picture.close(),
  }
}
