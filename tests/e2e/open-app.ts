import { rmSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { openBrowser, openPage } from './open-browser.ts'
import { openHost } from './open-host.ts'
import { copySample } from './prepared-sample.ts'

/** The app in a real browser over the real host, on a library that is nobody else's. */
export interface App {
  readonly page: Page
  readonly browser: Browser
  readonly origin: string
  /** All that the page complained of: errors, breaches of its policy, asking anyone but its host. */
  readonly complaints: readonly string[]
  /** Goes to an address such as `#/trend` and waits for the screen's heading. */
  open(hash: string): Promise<void>
  close(): Promise<void>
}

/** Opens the app on an empty library, on the sample board's, or on the folder given. */
export async function openApp(
  library: 'empty' | 'sample' | { readonly folder: string },
  options: BrowserContextOptions = {},
): Promise<App> {
  const copied = library === 'sample' ? await copySample(inject('prepared')) : null
  const host = await openHost(copied ?? (typeof library === 'object' ? library.folder : undefined))
  const browser = await openBrowser()
  const { page, complaints } = await openPage(browser, host.origin, options)
  await page.goto(host.address)
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  return {
    page,
    browser,
    origin: host.origin,
    complaints,
    async open(hash) {
      await page.goto(`${host.origin}/${hash}`)
      await page.locator('main h1').first().waitFor({ state: 'attached' })
    },
    async close() {
      await browser.close()
      await host.close()
      if (copied !== null) rmSync(copied, { recursive: true, force: true })
    },
  }
}
