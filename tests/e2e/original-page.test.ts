import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePdf } from '../integration/ingest/make-pdf.ts'
import { drawSheet } from '../integration/support/make-scan.ts'
import { chooseFiles, jobIn, jobRow, openJob } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

const BOARD = 'Larkmoor Water'
const SURVEY = 'Households said in the winter survey that they waited eleven days for a repair.'

const minutes = (password?: string) =>
  makePdf(
    (pdf) => {
      pdf.font('Helvetica-Bold').fontSize(16).text(`${BOARD} board of directors`, 60, 60)
      pdf.text('Minutes of the meeting held on 4 March 2025')
      pdf.fontSize(12).text('1. Household survey', 60, 240)
      pdf.font('Helvetica').fontSize(11).text(SURVEY, 60, 262)
      pdf.font('Helvetica-Bold').fontSize(12).text('2. Forecast', 60, 320)
      pdf.font('Times-Roman').fontSize(11).text('Revenue is forecast at four million pounds.', 60, 342)
    },
    password === undefined ? {} : { userPassword: password, pdfVersion: '1.7ext3' },
  )
const scan = drawSheet([
  `# ${BOARD} board of directors`,
  'Minutes of the meeting held on 6 May 2025',
  '1. Household survey',
  SURVEY,
])

/** Real originals in a real browser over the real host: drawn, marked, and asked for their password. */
describe.skipIf(CHROMIUM === null)('the original (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  /** Dark pixels of what is drawn under a mark, and under the same height just below it. */
  const inkUnder = (mark: string) =>
    page.evaluate((selector) => {
      const found = document.querySelector(selector)?.getBoundingClientRect()
      const canvas = document.querySelector<HTMLCanvasElement>('[data-document-pane] canvas')
      const sheet = canvas?.getBoundingClientRect()
      // Read from a copy: reading the page's own canvas would slow it down for good, which Chromium says aloud.
      const copy = document.createElement('canvas')
      copy.width = canvas?.width ?? 0
      copy.height = canvas?.height ?? 0
      const pen = copy.getContext('2d', { willReadFrequently: true })
      if (canvas) pen?.drawImage(canvas, 0, 0)
      if (!found || !canvas || !sheet || !pen) return null
      const scale = canvas.width / sheet.width
      const ink = (top: number): number => {
        const { data } = pen.getImageData(
          (found.left - sheet.left) * scale,
          (top - sheet.top) * scale,
          Math.max(1, found.width * scale),
          Math.max(1, found.height * scale),
        )
        let dark = 0
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1
        return dark / (data.length / 4)
      }
      return { under: ink(found.top), below: ink(found.bottom + found.height * 0.5) }
    }, mark)
  const keepAndOpen = async (name: string): Promise<void> => {
    await app.open('#/import')
    const panel = await openJob(page, name)
    const board = panel.getByLabel('Board')
    if ((await board.inputValue()) === '') await board.fill(BOARD)
    await panel.getByRole('button', { name: 'Keep', exact: true }).click()
    await panel.getByRole('link', { name: 'Open the meeting' }).click()
    await page.locator('[role=grid]').waitFor()
  }
  const openSurvey = async (): Promise<void> => {
    const passage = page.locator('[role=row]', { hasText: 'waited eleven days' }).first()
    await passage.click()
    await passage.getByRole('button', { name: /page \d+/ }).click()
    await page.locator('[data-document-pane] [data-mark]').first().waitFor()
  }

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
    await app.open('#/import')
    await chooseFiles(page, [
      { name: 'march.pdf', content: await minutes() },
      { name: 'locked.pdf', content: await minutes('sesame') },
      { name: 'may.png', content: scan },
    ])
    for (const name of ['march.pdf', 'may.png'])
      await jobIn(page, name, 'review').waitFor({ timeout: 120_000 })
  })
  afterAll(() => app?.close())

  it('is drawn beside its passages, two clicks from a label, with the right words marked', async () => {
    await keepAndOpen('march.pdf')
    await openSurvey()
    const ink = await inkUnder('[data-document-pane] [data-mark=passage]')
    expect(ink?.under).toBeGreaterThan(0.03)
    expect(ink?.below).toBe(0)
  })

  it('is turned, enlarged and read as text by key and by name', async () => {
    const sheet = page.locator('[data-document-pane] canvas')
    const before = (await sheet.boundingBox())?.width ?? 0
    await page.getByRole('region', { name: 'The page as it looks' }).focus()
    await page.keyboard.press('+')
    await expect.poll(async () => (await sheet.boundingBox())?.width ?? 0).toBeGreaterThan(before)
    await page.keyboard.press('0')
    expect(await sheet.getAttribute('aria-label')).toContain('march.pdf')
    await page.locator('[data-document-pane]').getByText('Text', { exact: true }).click()
    await page.locator('[data-document-pane] [data-marked]', { hasText: 'eleven days' }).waitFor()
    await page.locator('[data-document-pane]').getByText('Page', { exact: true }).click()
    await sheet.waitFor()
  })

  it('shows a picture that was read by its words', async () => {
    await keepAndOpen('may.png')
    await openSurvey()
    const ink = await inkUnder('[data-document-pane] [data-mark=passage]')
    expect(ink?.under).toBeGreaterThan(0.03)
    expect(ink?.below).toBeLessThan(0.01)
  })

  it('asks for the password of a protected file, and shows what it opened as text', async () => {
    await app.open('#/import')
    await jobRow(page, 'locked.pdf').getByRole('button', { name: 'Enter the password of locked.pdf' }).click()
    const dialog = page.getByRole('dialog', { name: 'This file is protected' })
    const field = dialog.getByLabel('Password', { exact: true })
    expect(await field.getAttribute('type')).toBe('password')
    await field.fill('open')
    await page.keyboard.press('Enter')
    await dialog.getByText('This password does not open the file.').waitFor({ timeout: 60_000 })
    await field.fill('sesame')
    await dialog.getByRole('button', { name: 'Show the password' }).click()
    expect(await field.getAttribute('type')).toBe('text')
    await dialog.getByRole('button', { name: 'Open the file' }).click()
    await jobIn(page, 'locked.pdf', 'review').waitFor({ timeout: 60_000 })
    await dialog.waitFor({ state: 'hidden' })
  })

  it('made nothing complain', () => {
    expect(app.complaints).toEqual([])
  })
})
