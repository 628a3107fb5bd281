import { z } from 'zod'

export const appearanceSchema = z.enum(['system', 'light', 'dark'])
export type Appearance = z.infer<typeof appearanceSchema>

/** `system` asks the machine whether more contrast is wanted. */
export const contrastSchema = z.enum(['system', 'more'])
export type Contrast = z.infer<typeof contrastSchema>

const KEY = 'appearance'
const CONTRAST_KEY = 'contrast'
const more = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)')
const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')

/** What was chosen on this machine; `system` where nothing was, or where it cannot be read. */
function readChoice<T extends string>(key: string, schema: z.ZodType<T>, otherwise: T): T {
  try {
    const stored = schema.safeParse(window.localStorage.getItem(key))
    return stored.success ? stored.data : otherwise
  } catch {
    return otherwise
  }
}

function storeChoice(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value)
  } catch {
    // A browser that forbids storage still shows the choice until the window is closed.
  }
}

export const readAppearance = (): Appearance => readChoice(KEY, appearanceSchema, 'system')
export const readContrast = (): Contrast => readChoice(CONTRAST_KEY, contrastSchema, 'system')

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
  storeChoice(KEY, appearance)
}

let stopFollowingContrast: (() => void) | null = null

/** Paints the page with more contrast, or as the machine asks. */
export function applyContrast(contrast: Contrast): void {
  stopFollowingContrast?.()
  const query = more()
  const paintContrast = (): void => {
    const isMore = contrast === 'more' || query.matches
    document.documentElement.dataset['contrast'] = isMore ? 'more' : 'normal'
  }
  query.addEventListener('change', paintContrast)
  stopFollowingContrast = () => query.removeEventListener('change', paintContrast)
  paintContrast()
}

export function storeContrast(contrast: Contrast): void {
  applyContrast(contrast)
  storeChoice(CONTRAST_KEY, contrast)
}
