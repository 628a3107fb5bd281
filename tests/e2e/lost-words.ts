import type { Page } from 'playwright-core'

/** Words that cannot be read as the page stands: beside the window, or cut off with no title that gives them whole. */
export function lostWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = []
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth > width + 1) lost.push('the window scrolls sideways')
    const main = document.querySelector('main')
    if (main !== null && main.scrollWidth > main.clientWidth + 1) lost.push('the screen scrolls sideways')
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX, visibility } = getComputedStyle(element)
      const words = (element.textContent ?? '').trim().slice(0, 60)
      // One pixel wide: for screen readers only.
      if (element.clientWidth <= 1 || visibility === 'hidden' || words === '') continue
      const isCut = overflowX === 'hidden' || overflowX === 'clip'
      if (!isCut || element.scrollWidth <= element.clientWidth + 1) continue
      if (element.closest('[title]') === null && element.querySelector('[title]') === null)
        lost.push(`cut off: ${words}`)
    }
    return lost
  })
}
