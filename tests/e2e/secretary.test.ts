import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../integration/ingest/make-pdf.ts'
import { drawSheet, makeScan } from '../integration/support/make-scan.ts'
import { writeZip } from '../unit/ingest/write-zip.ts'
import { CHROMIUM, openBrowser, openPage } from './open-browser.ts'
import type { Watch } from './open-browser.ts'
import { openHost } from './open-host.ts'
import type { Host } from './open-host.ts'

const BOARD = 'Fenwick Ferries Board'
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
] as const
const agenda = (day: string): string =>
  `# ${BOARD}\n\nAgenda for the meeting on ${day}, 10:00 to 11:30\n\n1. Welcome (5 minutes)\n2. What passengers told us (25 minutes)\n3. Forecast for the year (40 minutes)\n`
const minutes = (day: string): string =>
  `# ${BOARD}\n\nMinutes of the meeting held on ${day}\n\n1. Welcome\n\nAll were welcomed.\n\n2. What passengers told us\n\nPassengers said that the ${day} crossing was late.\n\nACTION: LM to answer the passengers who wrote by 30 December 2025\n`
const lines = (text: string): string[] =>
  text
    .replace('# ', '')
    .split('\n')
    .filter((line) => line !== '')
const message = `From: Ana Brook <ana@ferries.example>\r\nSubject: Papers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\n\r\nThe agenda is attached.\r\n--edge\r\nContent-Type: text/markdown; name="december.md"\r\nContent-Disposition: attachment; filename="december.md"\r\n\r\n${agenda('9 December 2025').replaceAll('\n', '\r\n')}--edge--\r\n`

const text = (name: string, words: string) => ({ name, bytes: new TextEncoder().encode(words) })

/** Thirty files as they come from a secretary's folder. */
async function mixedBatch(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const year = MONTHS.flatMap((month) => [
    text(`${month} agenda.md`, agenda(`9 ${month} 2025`)),
    text(`${month} minutes.md`, minutes(`9 ${month} 2025`)),
  ])
  const protectedPdf = await makePdf(
    (pdf) => {
      for (const line of lines(minutes('9 December 2025'))) pdf.fontSize(11).text(line)
    },
    { userPassword: 'sesame', pdfVersion: '1.7ext3' },
  )
  return [
    ...year,
    text('Copy of March agenda.md', agenda('9 March 2025')),
    text('Undated agenda.md', agenda('a day to be agreed')),
    { name: 'Papers.zip', bytes: writeZip({ '2024/agenda.md': agenda('10 December 2024') }) },
    text('Papers.eml', message),
    { name: 'Protected.pdf', bytes: protectedPdf },
    { name: 'Scan.pdf', bytes: await makeScan([drawSheet(lines(agenda('14 January 2026')))]) },
    text('Broken.pdf', '%PDF-1.7\nnothing of a document follows\n'),
    { name: 'Nothing.docx', bytes: new Uint8Array() },
  ]
}

/** A company secretary's afternoon: a year's papers at once, put right, kept, and one step taken back. */
describe.skipIf(CHROMIUM === null)('a secretary (skipped where there is no Chromium)', () => {
  let host: Host
  let browser: Browser
  let watch: Watch
  let page: Page

  const row = (name: string) =>
    page.locator('li[data-state]', { has: page.locator(`[title="${name}"]`) }).first()
  const is = (name: string, state: string) => row(name).and(page.locator(`[data-state=${state}]`))
  const open = async (name: string) => {
    await row(name).locator('button[data-job]').click()
    const panel = page.locator('[data-review]')
    await panel.getByRole('heading', { name, exact: true }).waitFor()
    return panel
  }
  const cell = (grid: string, words: string, column: string) =>
    page
      .getByRole('grid', { name: grid })
      .locator('tr', { hasText: words })
      .locator(`td[data-column=${column}]`)
  const queueSays = (words: string | RegExp) =>
    page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 240_000 })

  beforeAll(async () => {
    host = await openHost()
    browser = await openBrowser()
    watch = await openPage(browser, host.origin)
    page = watch.page
    await page.goto(host.address)
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  it('drops a year of papers at once, and each is read or told why not', async () => {
    const batch = await mixedBatch()
    expect(batch).toHaveLength(30)
    const transfer = await page.evaluateHandle(
      (files) => {
        const data = new DataTransfer()
        for (const { name, base64 } of files)
          data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name))
        return data
      },
      batch.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
    )
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    // Of the thirty: the archive opened, four not imported; two more came out of the archive and the message.
    await queueSays(/^27 to review, 4 not imported$/)
    expect(await is('Broken.pdf', 'refused').textContent()).toContain('damaged')
    expect(await is('Nothing.docx', 'refused').textContent()).toContain('empty')
    await is('Papers.zip', 'opened').waitFor()
    for (const name of ['Papers.zip › 2024/agenda.md', 'Papers.eml › december.md', 'Scan.pdf'])
      await is(name, 'review').waitFor()
  })

  it('is told plainly that a file was there already, and as what', async () => {
    const words = await (await open('Copy of March agenda.md')).textContent()
    expect(words).toContain('already in this list, as “March agenda.md”')
  })

  it('opens the protected one at the second try', async () => {
    await row('Protected.pdf').getByRole('button', { name: 'Enter the password of Protected.pdf' }).click()
    const dialog = page.getByRole('dialog', { name: 'This file is protected' })
    await dialog.getByLabel('Password', { exact: true }).fill('barley')
    await page.keyboard.press('Enter')
    await dialog.getByText('This password does not open the file.').waitFor({ timeout: 60_000 })
    await dialog.getByLabel('Password', { exact: true }).fill('sesame')
    await page.keyboard.press('Enter')
    await is('Protected.pdf', 'review').waitFor({ timeout: 60_000 })
    await dialog.waitFor({ state: 'hidden' })
  })

  it('gives the date that a paper does not, and puts a time and an owner right', async () => {
    expect(await row('Undated agenda.md').textContent()).toContain('No date found')
    const panel = await open('Undated agenda.md')
    await panel.getByLabel('Date of the meeting').fill('2026-02-10')
    await panel.getByLabel('Kind of document').focus()
    await row('Undated agenda.md').getByText('10 Feb 2026').waitFor()
    await cell('Items as they would be stored', 'Forecast for the year', 'planned').click()
    await page.keyboard.type('35')
    await page.keyboard.press('Enter')
    await cell('Items as they would be stored', 'Forecast for the year', 'planned')
      .getByText('35 min')
      .waitFor()
    await open('May minutes.md')
    await cell('Actions as they would be stored', 'answer the passengers', 'owner').click()
    await page.keyboard.type('Lena Moor')
    await page.keyboard.press('Enter')
    await cell('Actions as they would be stored', 'answer the passengers', 'owner')
      .getByText('Lena Moor')
      .waitFor()
  })

  it('keeps all that is ready, each paper with its meeting', async () => {
    const keep = page.getByRole('button', { name: /^Keep all that are ready \(\d+\)$/ })
    const ready = Number(/\d+/.exec((await keep.textContent()) ?? '')?.[0])
    // The message itself, which names no board, may wait for one.
    expect(ready).toBeGreaterThanOrEqual(27)
    await keep.click()
    await queueSays(new RegExp(`\\b${ready} kept`))
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    const meetings = page.getByRole('region', { name: 'Meetings' })
    await meetings.getByRole('link', { name: '9 December 2025' }).waitFor()
    for (const day of ['10 December 2024', '14 January 2026', '10 February 2026'])
      expect(await meetings.getByRole('link', { name: day }).count()).toBe(1)
    await meetings.getByRole('link', { name: '9 May 2025' }).click()
    await page.getByRole('cell', { name: 'Lena Moor' }).waitFor()
  })

  it('takes one paper out again without the others', async () => {
    await page.getByRole('link', { name: /^Import/ }).click()
    const panel = await open('Scan.pdf')
    await panel.getByRole('button', { name: 'Undo keeping' }).click()
    await is('Scan.pdf', 'review').waitFor()
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    const meetings = page.getByRole('region', { name: 'Meetings' })
    await meetings.getByRole('link', { name: '9 May 2025' }).waitFor()
    expect(await meetings.getByRole('link', { name: '14 January 2026' }).count()).toBe(0)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(watch.complaints).toEqual([])
  })
})
