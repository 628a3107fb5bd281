import { useEffect, useRef, useState } from 'react'
import type { OriginalPages } from '../../original/original-pages.ts'
import type { MarkBox } from './mark-boxes.ts'
import { scrollWithin } from './scroll-within.ts'

/** Room that is left between the page and the edges of the pane, in pixels. */
const MARGIN = 16
/** More pixels than this are not drawn, however large the page is shown. */
const MOST_PIXELS = 16_000_000

interface Drawn {
  readonly page: number
  readonly width: number
  readonly height: number
}

/** A page of the original as it looks, with a passage marked on it. `zoom` 1 fits it to the width of the pane. */
export function OriginalPage({
  pages,
  page,
  zoom,
  marks,
  label,
  onFailed,
}: {
  pages: OriginalPages
  page: number
  zoom: number
  marks: readonly MarkBox[]
  label: string
  onFailed: () => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const first = useRef<HTMLSpanElement>(null)
  const [room, setRoom] = useState(0)
  const [drawn, setDrawn] = useState<Drawn | null>(null)

  useEffect(() => {
    const pane = frame.current
    if (pane === null) return
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(pane)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (room === 0) return
    const stop = new AbortController()
    const draw = async (): Promise<void> => {
      const size = await pages.sizeOf(page)
      const width = Math.max(80, room - 2 * MARGIN) * zoom
      const height = (width * size.height) / size.width
      const most = Math.sqrt(MOST_PIXELS / (width * height))
      const dots = Math.min(window.devicePixelRatio || 1, most)
      // Drawn beside what is shown, so that nothing flickers.
      const sheet = document.createElement('canvas')
      await pages.draw(page, sheet, (dots * width) / size.width, stop.signal)
      const shown = canvas.current
      if (stop.signal.aborted || shown === null) return
      shown.width = sheet.width
      shown.height = sheet.height
      shown.getContext('2d')?.drawImage(sheet, 0, 0)
      setDrawn({ page, width: size.width, height: size.height })
    }
    draw().catch(() => {
      if (!stop.signal.aborted) onFailed()
    })
    return () => stop.abort()
  }, [pages, page, zoom, room, onFailed])

  const isShown = drawn?.page === page
  const top = marks[0]
  const shownFor = isShown && top ? `${page} ${top.x} ${top.y}` : null
  useEffect(() => {
    if (shownFor !== null) scrollWithin(first.current)
  }, [shownFor])

  return (
    <div ref={frame} className="min-w-0">
      {!isShown && <p className="px-7 py-6 text-faint">Drawing the page …</p>}
      <div
        className={`relative mx-auto bg-white shadow-sm ring-1 ring-line ${isShown ? '' : 'hidden'}`}
        style={{
          width: `${Math.max(80, room - 2 * MARGIN) * zoom}px`,
          aspectRatio: drawn === null ? undefined : `${drawn.width} / ${drawn.height}`,
        }}
      >
        <canvas ref={canvas} role="img" aria-label={label} className="block size-full" />
        {isShown &&
          marks.map((mark, index) => (
            <span
              key={`${mark.deciding} ${mark.x} ${mark.y} ${mark.width}`}
              ref={index === 0 ? first : undefined}
              data-mark={mark.deciding ? 'deciding' : 'passage'}
              aria-hidden="true"
              className={`pointer-events-none absolute mix-blend-multiply ${
                mark.deciding ? 'border-b-2 border-[#b03b19] bg-[#ffd27a]' : 'rounded-sm bg-[#ffe9b8]'
              }`}
              style={{
                left: `${(100 * mark.x) / drawn.width}%`,
                top: `${(100 * mark.y) / drawn.height}%`,
                width: `${(100 * mark.width) / drawn.width}%`,
                height: `${(100 * mark.height) / drawn.height}%`,
              }}
            />
          ))}
      </div>
    </div>
  )
}
