import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** Width of the chart's box in pixels, and the size of its text in pixels, both as they are now. */
export function useChartWidth(): { box: RefObject<HTMLDivElement | null>; width: number; text: number } {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 800, text: 12 })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const measure = (): void => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setSize({ width: Math.max(280, Math.round(element.clientWidth)), text: (root || 16) * 0.75 })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, ...size }
}
