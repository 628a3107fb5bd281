import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { lostWords } from './lost-words.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { openHost } from './open-host.ts'
import { EMPTY_SCREENS, screensOf } from './screens.ts'
import type { Screen } from './screens.ts'

/**
 * Every state of every screen as a picture, after `npm run build`:
 * `node tests/e2e/screenshots.ts FOLDER [data folder [screen…]]`. An empty library gets the sample board first.
 *
 * --size 1280x800   one size, or several            (1280x800 and 1920x1080)
 * --scheme light    light, dark or both             (both)
 * --contrast        with more contrast
 * --text 200        size of the text in per cent
 * --print           as on paper
 * --meeting ID      the meeting to show             (the latest of the first board)
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', multiple: true },
    scheme: { type: 'string', multiple: true },
    contrast: { type: 'boolean', default: false },
    text: { type: 'string', default: '100' },
    print: { type: 'boolean', default: false },
    meeting: { type: 'string' },
  },
})
const [folder = 'screenshots', dataFolder, ...only] = positionals
const sizes = (values.size ?? ['1280x800', '1920x1080']).map((size) => {
  const [width = 1280, height = 800] = size.split('x').map(Number)
  return { width, height }
})
const schemes = (['light', 'dark'] as const).filter((scheme) => values.scheme?.includes(scheme) ?? true)
mkdirSync(folder, { recursive: true })

/** The sample board in an empty library, read and settled. */
async function importSample(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/#/trend`)
  await page.getByRole('button', { name: 'Look at the sample board first' }).click()
  await page.locator('[data-headline] a').first().waitFor({ timeout: 300_000 })
  await page.goto(`${origin}/#/import`)
  await page.getByText('kept').first().waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[role=progressbar]').length === 0, null, {
    timeout: 300_000,
  })
}

async function take(page: Page, origin: string, screens: readonly Screen[]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const scheme of schemes) {
      await page.emulateMedia({
        colorScheme: scheme,
        contrast: values.contrast ? 'more' : 'no-preference',
        media: values.print ? 'print' : 'screen',
        reducedMotion: 'reduce',
      })
      for (const { name, hash, settle, leave } of screens) {
        if (only.length > 0 && !only.includes(name)) continue
        await page.goto(`${origin}/${hash}`)
        await page.locator('main h1, main h2').first().waitFor({ state: 'attached' })
        await page.waitForTimeout(350)
        try {
          await settle?.(page)
          await page.waitForTimeout(150)
          for (const words of await lostWords(page)) console.log(`${name} ${size.width}: ${words}`)
          const path = join(folder, `${name}-${size.width}-${scheme}.png`)
          await page.screenshot({ path, fullPage: values.print })
          await leave?.(page)
        } catch (error) {
          console.log(`${name} ${size.width} ${scheme}: ${String(error).split('\n')[0]}`)
        }
      }
    }
  }
}

const host = await openHost(dataFolder)
const browser = await openBrowser()
try {
  const { page, complaints } = await openPage(browser, host.origin)
  page.setDefaultTimeout(20_000)
  const session = await page.context().newCDPSession(page)
  // As a person sets it in the browser: rem and the widths of media queries follow.
  await session.send('Page.setFontSizes', { fontSizes: { standard: (16 * Number(values.text)) / 100 } })
  await page.goto(host.address)
  await page.locator('main h1').first().waitFor()
  if (await page.getByRole('button', { name: 'Look at the sample board first' }).isVisible()) {
    await take(page, host.origin, EMPTY_SCREENS)
    await importSample(page, host.origin)
    await page.goto(`${host.origin}/#/trend`)
  }
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  // The figures come to rest once the careful model has settled the labels.
  await page.waitForTimeout(1000)
  await page.getByText('Refining the labels').waitFor({ state: 'detached', timeout: 600_000 })
  const latest = page.locator('[data-chart="shares"] a').last()
  const shown = (await latest.count()) > 0 ? await latest.getAttribute('href') : null
  const meeting = values.meeting === undefined ? (shown ?? '#/meetings') : `#/meeting/${values.meeting}`
  await take(page, host.origin, screensOf(meeting))
  console.log(complaints.length === 0 ? 'No complaints.' : [...new Set(complaints)].join('\n'))
} finally {
  await browser.close()
  await host.close()
}
