import { z } from 'zod'

export const appearanceSchema = z.enum(['system', 'light', 'dark'])
export type Appearance = z.infer<typeof appearanceSchema>

const KEY = 'appearance'
const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

/** What was chosen on this machine; `system` where nothing was, or where it cannot be read. */
export function readAppearance(): Appearance {
  try {
    const stored = appearanceSchema.safeParse(window.localStorage.getItem(KEY))
    return stored.success ? stored.data : 'system'
  } catch {
    return 'system'
  }
}

function paint(isDark: boolean): void {
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

let stopFollowing: (() => void) | null = null

/** Paints the page light or dark; `system` follows the machine from then on. */
export function applyAppearance(appearance: Appearance): void {
  stopFollowing?.()
  stopFollowing = null
  if (appearance !== 'system') return paint(appearance === 'dark')
  const query = dark()
  const follow = (): void => paint(query.matches)
  query.addEventListener('change', follow)
  stopFollowing = () => query.removeEventListener('change', follow)
  follow()
}

export function storeAppearance(appearance: Appearance): void {
  applyAppearance(appearance)
  try {
    window.localStorage.setItem(KEY, appearance)
  } catch {
    // A browser that forbids storage still shows the choice until the window is closed.
  }
}
