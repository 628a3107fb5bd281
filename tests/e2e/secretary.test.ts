import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../integration/ingest/make-pdf.ts'
import { drawSheet, makeScan } from '../integration/support/make-scan.ts'
import { writeZip } from '../unit/ingest/write-zip.ts'
import { dropFiles, jobIn, jobRow, openJob } from './import-files.ts'
import type { GivenFile } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

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

/** Thirty files as they come from a secretary's folder. */
async function mixedBatch(): Promise<GivenFile[]> {
  const year = MONTHS.flatMap((month) => [
    { name: `${month} agenda.md`, content: agenda(`9 ${month} 2025`) },
    { name: `${month} minutes.md`, content: minutes(`9 ${month} 2025`) },
  ])
  const protectedPdf = await makePdf(
    (pdf) => {
      for (const line of lines(minutes('9 December 2025'))) pdf.fontSize(11).text(line)
    },
    { userPassword: 'sesame', pdfVersion: '1.7ext3' },
  )
  return [
    ...year,
    { name: 'Copy of March agenda.md', content: agenda('9 March 2025') },
    { name: 'Undated agenda.md', content: agenda('a day to be agreed') },
    { name: 'Papers.zip', content: writeZip({ '2024/agenda.md': agenda('10 December 2024') }) },
    { name: 'Papers.eml', content: message },
    { name: 'Protected.pdf', content: protectedPdf },
    { name: 'Scan.pdf', content: await makeScan([drawSheet(lines(agenda('14 January 2026')))]) },
    { name: 'Broken.pdf', content: '%PDF-1.7\nnothing of a document follows\n' },
    { name: 'Nothing.docx', content: '' },
  ]
}

/** A company secretary's afternoon: a year's papers at once, put right, kept, and one step taken back. */
describe.skipIf(CHROMIUM === null)('a secretary (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const cell = (grid: string, words: string, column: string) =>
    page
      .getByRole('grid', { name: grid })
      .locator('tr', { hasText: words })
      .locator(`td[data-column=${column}]`)
  const queueSays = (words: string | RegExp) =>
    page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: 240_000 })

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
  })
  afterAll(() => app?.close())

  it('drops a year of papers at once, and each is read or told why not', async () => {
    const batch = await mixedBatch()
    expect(batch).toHaveLength(30)
    await dropFiles(page, batch)
    // Of the thirty: the archive opened, four not imported; two more came out of the archive and the message.
    await queueSays(/^27 to review, 4 not imported$/)
    expect(await jobIn(page, 'Broken.pdf', 'refused').textContent()).toContain('damaged')
    expect(await jobIn(page, 'Nothing.docx', 'refused').textContent()).toContain('empty')
    await jobIn(page, 'Papers.zip', 'opened').waitFor()
    for (const name of ['Papers.zip › 2024/agenda.md', 'Papers.eml › december.md', 'Scan.pdf'])
      await jobIn(page, name, 'review').waitFor()
  })

  it('is told plainly that a file was there already, and as what', async () => {
    const words = await (await openJob(page, 'Copy of March agenda.md')).textContent()
    expect(words).toContain('already in this list, as “March agenda.md”')
  })

  it('opens the protected one at the second try', async () => {
    await jobRow(page, 'Protected.pdf')
      .getByRole('button', { name: 'Enter the password of Protected.pdf' })
      .click()
    const dialog = page.getByRole('dialog', { name: 'This file is protected' })
    await dialog.getByLabel('Password', { exact: true }).fill('barley')
    await page.keyboard.press('Enter')
    await dialog.getByText('This password does not open the file.').waitFor({ timeout: 60_000 })
    await dialog.getByLabel('Password', { exact: true }).fill('sesame')
    await page.keyboard.press('Enter')
    await jobIn(page, 'Protected.pdf', 'review').waitFor({ timeout: 60_000 })
    await dialog.waitFor({ state: 'hidden' })
  })

  it('gives the date that a paper does not, and puts a time and an owner right', async () => {
    expect(await jobRow(page, 'Undated agenda.md').textContent()).toContain('No date found')
    const panel = await openJob(page, 'Undated agenda.md')
    await panel.getByLabel('Date of the meeting').fill('2026-02-10')
    await panel.getByLabel('Kind of document').focus()
    await jobRow(page, 'Undated agenda.md').getByText('10 Feb 2026').waitFor()
    await cell('Items as they would be stored', 'Forecast for the year', 'planned').click()
    await page.keyboard.type('35')
    await page.keyboard.press('Enter')
    await cell('Items as they would be stored', 'Forecast for the year', 'planned')
      .getByText('35 min')
      .waitFor()
    await openJob(page, 'May minutes.md')
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
    const panel = await openJob(page, 'Scan.pdf')
    await panel.getByRole('button', { name: 'Undo keeping' }).click()
    await jobIn(page, 'Scan.pdf', 'review').waitFor()
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    const meetings = page.getByRole('region', { name: 'Meetings' })
    await meetings.getByRole('link', { name: '9 May 2025' }).waitFor()
    await expect.poll(() => meetings.getByRole('link', { name: '14 January 2026' }).count()).toBe(0)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
