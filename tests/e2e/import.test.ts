import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseFiles, dropFiles, jobIn, jobRow, openJob } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { PROJECT } from './open-host.ts'

const SAMPLE = join(PROJECT, 'resources/sample-board/documents/2026-10-21')
const agenda = (): Buffer => readFileSync(join(SAMPLE, 'agenda.docx'))
const minutes = (): Buffer => readFileSync(join(SAMPLE, 'minutes.docx'))

/** The secretary's way: files in, one corrected, kept, taken out again. */
describe.skipIf(CHROMIUM === null)('importing (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
    await page.getByRole('link', { name: /^Import/ }).click()
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor()
  })
  afterAll(() => app?.close())

  it('reads what can be read and says of the rest why not, each by name', async () => {
    await chooseFiles(page, [
      { name: 'agenda.docx', content: agenda() },
      { name: 'damaged.pdf', content: '%PDF-1.7\nnothing of a document follows\n' },
      { name: 'empty.pdf', content: '' },
      { name: 'picture.xyz', content: new Uint8Array([0, 1, 2, 3, 254, 255]) },
    ])
    await jobIn(page, 'agenda.docx', 'review').waitFor({ timeout: 90_000 })
    for (const [name, reason] of [
      ['damaged.pdf', 'damaged'],
      ['empty.pdf', 'empty'],
      ['picture.xyz', 'not supported'],
    ] as const) {
      const refused = jobIn(page, name, 'refused')
      await refused.waitFor({ timeout: 90_000 })
      expect(await refused.textContent()).toContain(reason)
    }
  })

  it('shows what will be stored, and stores what was corrected', async () => {
    await openJob(page, 'agenda.docx')
    const review = page.locator('[data-review=review]')
    await review.getByText(/\d+ items/).waitFor()
    expect(await review.getByLabel('Date of the meeting').inputValue()).toBe('2026-10-21')
    expect(await review.locator('table').textContent()).toContain('Subscriber survey 2026')
    await review.getByLabel('Board').fill('Merrowgate board')
    await review.getByLabel('Date of the meeting').fill('2026-10-22')
    await review.getByLabel('Kind of document').focus()
    await jobRow(page, 'agenda.docx').getByText('22 Oct 2026').waitFor()
    await review.getByRole('button', { name: 'Keep', exact: true }).click()
    await jobIn(page, 'agenda.docx', 'kept').waitFor()
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    await page.getByRole('link', { name: '22 October 2026' }).waitFor()
  })

  it('takes a kept file out again, and keeps it anew', async () => {
    await page.getByRole('link', { name: /^Import/ }).click()
    await openJob(page, 'agenda.docx')
    await page.locator('[data-review=kept]').getByRole('button', { name: 'Undo keeping' }).click()
    await jobIn(page, 'agenda.docx', 'review').waitFor()
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    await page.getByText('No meeting is in the library yet.').waitFor()
    await page.getByRole('link', { name: /^Import/ }).click()
    await page.getByRole('button', { name: /Keep all that are ready \(1\)/ }).click()
    await jobIn(page, 'agenda.docx', 'kept').waitFor()
  })

  it('says that the same bytes are there already, under whatever name', async () => {
    await chooseFiles(page, [{ name: 'copy of agenda.docx', content: agenda() }])
    await jobIn(page, 'copy of agenda.docx', 'refused').waitFor({ timeout: 60_000 })
    await openJob(page, 'copy of agenda.docx')
    await page
      .locator('[data-review=refused]')
      .getByText('already in the library, as “agenda.docx”')
      .waitFor()
  })

  it('takes files dropped on any screen', async () => {
    await page.getByRole('link', { name: 'Meetings', exact: true }).click()
    await dropFiles(page, [{ name: 'minutes.docx', content: minutes() }], () =>
      page.getByText('Drop files or folders to import them').waitFor(),
    )
    await jobIn(page, 'minutes.docx', 'review').waitFor({ timeout: 90_000 })
    expect(page.url()).toContain('#/import')
  })

  it('takes a whole folder, which names the board where the papers do not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-chair-e2e-'))
    const board = join(folder, 'Harbour Trust')
    try {
      mkdirSync(join(board, '2026'), { recursive: true })
      const text = '# Minutes of the meeting held on 4 March 2026\n\n1. Apologies\n\nNone were received.\n'
      writeFileSync(join(board, '2026', 'march.md'), text)
      await page.locator('[data-testid=choose-folder]').setInputFiles(board)
      await jobIn(page, 'march.md', 'review').waitFor({ timeout: 90_000 })
      await openJob(page, 'march.md')
      await expect
        .poll(() => page.getByLabel('Board', { exact: true }).last().inputValue())
        .toBe('Harbour Trust')
      await page.locator('[data-review=review]').getByRole('button', { name: 'Discard' }).click()
      await jobIn(page, 'march.md', 'discarded').waitFor()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('discards what is not wanted, and clears the list', async () => {
    await openJob(page, 'minutes.docx')
    await page.locator('[data-review=review]').getByRole('button', { name: 'Discard' }).click()
    await jobIn(page, 'minutes.docx', 'discarded').waitFor()
    await page.getByRole('button', { name: 'Clear what has ended' }).click()
    await expect.poll(() => page.locator('li[data-state]').count()).toBe(0)
  })

  it('sends a file larger than one piece, and cancels one that is being read', async () => {
    const lines = 'The board discussed what members had said of the service.\n'.repeat(40_000)
    await chooseFiles(page, [{ name: 'long.txt', content: lines }])
    await jobRow(page, 'long.txt').waitFor({ timeout: 60_000 })
    const cancel = page.getByRole('button', { name: 'Cancel long.txt' })
    if (await cancel.isVisible()) await cancel.click({ timeout: 5_000 }).catch(() => undefined)
    await jobIn(page, 'long.txt', 'cancelled', 'review', 'refused').waitFor({ timeout: 120_000 })
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
