import { useEffect, useRef } from 'react'
import { addressOf, go, parseHash } from '../navigation/hash-route.ts'
import type { PageName } from '../navigation/hash-route.ts'

const AFTER_G: Record<string, PageName> = {
  t: 'trend',
  m: 'meetings',
  c: 'customers',
  i: 'import',
  a: 'actions',
  b: 'belief',
  s: 'search',
  p: 'planner',
  k: 'check',
  d: 'method',
  e: 'settings',
}

/** True where keys belong to what is being written. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}

/** Keys that work on every screen. */
export function useShortcuts(actions: {
  undo: () => void
  redo: () => void
  showKeys: () => void
  showPalette: () => void
}): void {
  const afterG = useRef(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (command && key === 'k' && !event.shiftKey && !event.altKey) {
        event.preventDefault()
        actions.showPalette()
        return
      }
      if (isWriting(event.target)) return
      const afterGoing = afterG.current
      afterG.current = false
      if (command && key === 'z') {
        event.preventDefault()
        if (event.shiftKey) actions.redo()
        else actions.undo()
      } else if (command && key === 'y') {
        event.preventDefault()
        actions.redo()
      } else if (command || event.altKey) {
        // Other combinations belong to the browser or the system.
      } else if (event.key === '?') {
        event.preventDefault()
        actions.showKeys()
      } else if (key === '/') {
        event.preventDefault()
        go(addressOf(parseHash(window.location.hash), 'search'))
      } else if (afterGoing && AFTER_G[key] !== undefined) {
        event.preventDefault()
        go(addressOf(parseHash(window.location.hash), AFTER_G[key]))
      } else if (key === 'g') {
        afterG.current = true
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
}
