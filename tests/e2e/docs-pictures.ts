import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage } from './open-browser.ts'
import { PROJECT, openHost } from './open-host.ts'
import { showRefusals, showReview } from './screen-files.ts'

/**
 * `node tests/e2e/docs-pictures.ts DATA [FOLDER]`, after `npm run build`: the pictures of README and docs/, from a
 * library that holds the sample board and is settled (`screenshots.ts` leaves one). A note is put on its chart.
 */
const [data, folder = join(PROJECT, 'docs/images')] = process.argv.slice(2)
if (data === undefined) throw new Error('Name the data folder of the sample board.')

const NOTE = { date: '2026-04-15', text: 'Customers come first on the agenda' }
const VISIONS = [
  ['none', 'Full colour vision'],
  ['protanopia', 'Without red'],
  ['deuteranopia', 'Without green'],
  ['tritanopia', 'Without blue'],
  ['achromatopsia', 'Without any colour'],
] as const
const THEMES = [
  ['Light', 'light', 'no-preference'],
  ['Dark', 'dark', 'no-preference'],
  ['More contrast', 'light', 'more'],
  ['Dark, more contrast', 'dark', 'more'],
] as const

interface Named {
  readonly name: string
  readonly png: Buffer
}

async function putNote(page: Page): Promise<void> {
  if ((await page.getByText(NOTE.text).count()) > 0) return
  await page.getByRole('button', { name: 'Add a note' }).click()
  await page.getByLabel('Date', { exact: true }).fill(NOTE.date)
  await page.getByLabel('What happened').fill(NOTE.text)
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByText(NOTE.text).first().waitFor()
  await page.getByText('The note was added.').waitFor({ state: 'detached', timeout: 20_000 })
}

/** Pictures side by side under their names. */
async function sheetOf(browser: Browser, pictures: readonly Named[], columns: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 400 }, deviceScaleFactor: 1.5 })
  const font = readFileSync(
    join(PROJECT, 'node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2'),
  ).toString('base64')
  const figures = pictures.map(
    ({ name, png }) =>
      `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  )
  await page.setContent(`<style>
    @font-face { font-family: Inter; src: url(data:font/woff2;base64,${font}) }
    body { margin: 0; padding: 24px; background: #fff; font: 500 15px Inter; color: #1a1d22;
      display: grid; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); gap: 24px }
    figure { margin: 0 } figcaption { padding-bottom: 8px } img { width: 100%; display: block; border-radius: 6px }
  </style>${figures.join('')}`)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const png = await page.screenshot({ fullPage: true })
  await page.close()
  return png
}

const host = await openHost(data)
const browser = await openBrowser()
try {
  const { page } = await openPage(browser, host.origin, {
    viewport: { width: 1280, height: 1180 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  })
  const save = (name: string, png: Buffer): void => writeFileSync(join(folder, `${name}.png`), png)
  const go = async (hash: string, height: number): Promise<void> => {
    await page.setViewportSize({ width: 1280, height })
    await page.goto(`${host.origin}/${hash}`)
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await page.waitForTimeout(500)
  }
  await page.goto(host.address)
  await page.locator('[data-chart="shares"] a').first().waitFor()
  await page.getByText('Refining the labels').waitFor({ state: 'detached', timeout: 300_000 })
  const meeting = (await page.locator('[data-chart="shares"] a').last().getAttribute('href')) ?? '#/meetings'
  await putNote(page)

  await go('#/trend?lens=record', 1210)
  save('trend', await page.screenshot())

  await go(meeting, 900)
  await page.locator('[data-item]').nth(3).click()
  await page.locator('main').evaluate((main) => main.scrollTo({ top: 0 }))
  await page.mouse.move(640, 20)
  await page.waitForTimeout(300)
  save('meeting', await page.screenshot())

  await go('#/search?q=twelve+subscribers', 900)
  await page.locator('main ol li', { hasText: 'board-pack.pdf' }).first().locator('a').click()
  await page.locator('[data-document-pane] [data-mark]').first().waitFor()
  await page.mouse.move(640, 20)
  await page.waitForTimeout(600)
  save('passage-and-page', await page.screenshot())

  const session = await page.context().newCDPSession(page)
  const seen: Named[] = []
  await go('#/trend?lens=record&period=12m', 1000)
  for (const [type, name] of VISIONS) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type })
    seen.push({ name, png: await page.locator('figure').first().screenshot() })
  }
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
  save('colour-vision', await sheetOf(browser, seen, 2))

  const painted: Named[] = []
  for (const [name, colorScheme, contrast] of THEMES) {
    await page.emulateMedia({ colorScheme, contrast })
    await page.waitForTimeout(150)
    painted.push({ name, png: await page.locator('figure').first().screenshot() })
  }
  save('themes', await sheetOf(browser, painted, 2))
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' })

  await go('#/import', 940)
  const clear = page.getByRole('button', { name: 'Clear what has ended' })
  if ((await clear.count()) > 0) {
    await clear.click()
    await clear.waitFor({ state: 'detached' })
  }
  await showRefusals(page)
  await showReview(page)
  await page.getByText(/added\.$/).waitFor({ state: 'detached', timeout: 20_000 })
  save('import', await page.screenshot())
  await page.locator('[data-review=review]').getByRole('button', { name: 'Discard' }).click()
  await page.locator('li[data-state=discarded]').first().waitFor()
} finally {
  await browser.close()
  await host.close()
}
