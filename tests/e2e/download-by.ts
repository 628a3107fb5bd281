import type { Download, Page } from 'playwright-core'

/** What a button saves; the name is exact unless it is a pattern. */
export async function downloadBy(page: Page, button: string | RegExp): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', typeof button === 'string' ? { name: button, exact: true } : { name: button })
      .click(),
  ])
  return file
}
