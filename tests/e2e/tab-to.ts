import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const MOST_PRESSES = 80

/** Presses Tab until the focus stands on what is wanted, or one of it; fails where Tab never leads there. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < MOST_PRESSES && !(await isFocused(wanted)); press += 1)
    await page.keyboard.press(key)
  expect(await isFocused(wanted), `${String(wanted)} reached by ${key}`).toBe(true)
}

async function isFocused(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((found) => found.some((element) => element === document.activeElement))
}
