import { readFileSync } from 'node:fs'
import { openBrowser, openPage } from './open-browser.ts'
import { openHost } from './open-host.ts'
const host = await openHost('/tmp/f/data1')
const host2 = await openHost('/tmp/f/data-empty')
const browser = await openBrowser()
const out = '/tmp/f/look/'
const S = '/work/main/resources/sample-board/documents/'
{
  const { page } = await openPage(browser, host2.origin)
  await page.goto(host2.address)
  await page.locator('main h1').first().waitFor()
  await page.goto(host2.origin + '/#/import')
  await page.waitForTimeout(200)
  await page.screenshot({ path: out + 'import-empty.png' })
  await page.locator('[data-testid=choose-files]').setInputFiles([
    {
      name: 'Agenda 21 October 2026.docx',
      mimeType: 'a/b',
      buffer: readFileSync(S + '2026-10-21/agenda.docx'),
    },
    { name: 'Minutes January.docx', mimeType: 'a/b', buffer: readFileSync(S + '2026-01-21/minutes.docx') },
    {
      name: 'Board pack September.pdf',
      mimeType: 'a/b',
      buffer: readFileSync(S + '2026-09-16/board-pack.pdf'),
    },
    { name: 'damaged.pdf', mimeType: 'a/b', buffer: Buffer.from('%PDF-1.7 x') },
    {
      name: 'notes.txt',
      mimeType: 'a/b',
      buffer: Buffer.from('Some notes on nothing in particular.\n\nThey have neither date nor board.'),
    },
  ])
  await page.waitForTimeout(900)
  await page.screenshot({ path: out + 'import-running.png' })
  await page.waitForFunction(
    () =>
      document.querySelectorAll('[role=progressbar]').length === 0 &&
      document.querySelectorAll('[data-state]').length >= 5,
    null,
    { timeout: 60000 },
  )
  await page.locator('li[data-state] button[data-job]').first().click()
  await page.waitForTimeout(500)
  await page.screenshot({ path: out + 'import-review.png' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.waitForTimeout(200)
  await page.screenshot({ path: out + 'import-review-1920-dark.png' })
  await page.locator('li[data-state=refused] button[data-job]').first().click()
  await page.waitForTimeout(200)
  await page.screenshot({ path: out + 'import-refused.png' })
}
const { page } = await openPage(browser, host.origin)
await page.goto(host.address)
await page.locator('main h1').first().waitFor({ state: 'attached' })
await page.locator('[data-chart="shares"] a').last().waitFor()
const m = await page.locator('[data-chart="shares"] a').last().getAttribute('href')
await page.locator('main').evaluate((e) => e.scrollTo(0, 1e6))
await page.waitForTimeout(200)
await page.screenshot({ path: out + 'trend-bottom.png' })
await page.goto(host.origin + '/#/trend?over=all&lens=record')
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'trend-all.png' })
await page.goto(host.origin + '/#/trend?lens=recorded')
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'trend-recorded.png' })
await page.goto(host.origin + '/' + m)
await page.locator('[role=row]').nth(8).click()
await page.keyboard.press('1')
await page.waitForTimeout(400)
await page.keyboard.press('ArrowDown')
await page.keyboard.press('Shift+ArrowDown')
await page.keyboard.press('w')
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'meeting-why.png' })
await page.keyboard.press('Escape')
await page.keyboard.press('Control+z')
await page.waitForTimeout(300)
await page.keyboard.press('?')
await page.waitForTimeout(200)
await page.screenshot({ path: out + 'keys.png' })
await page.keyboard.press('Escape')
await page.goto(host.origin + '/' + m + '&order=doubts')
await page.locator('main').evaluate((e) => e.scrollTo(0, 1e6))
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'meeting-actions.png' })
await page.setViewportSize({ width: 640, height: 800 })
await page.goto(host.origin + '/#/trend')
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'narrow-trend.png' })
await page.goto(host.origin + '/' + m)
await page.waitForTimeout(300)
await page.screenshot({ path: out + 'narrow-meeting.png' })
await page.setViewportSize({ width: 1280, height: 800 })
await page.goto(host.origin + '/#/trend')
await page.waitForTimeout(300)
await page.pdf({ path: out + 'print.pdf', format: 'A4' })
// multi boards meetings page & pack page table
await page.goto(host.origin + '/#/meetings?lens=pack')
await page.locator('tr', { hasText: 'Pack' }).first().locator('a').click()
await page.locator('[role=grid]').waitFor()
await page.getByRole('list', { name: 'Documents' }).getByRole('button', { name: /^Pack/ }).first().click()
await page.waitForTimeout(300)
for (let i = 0; i < 4; i++) {
  await page.getByRole('button', { name: 'Next page' }).click()
  await page.waitForTimeout(150)
}
await page.screenshot({ path: out + 'pack-page.png' })
await browser.close()
await host.close()
await host2.close()
