import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseFiles, jobIn, keepJob, openJob } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

const AGENDA = `# Quayside Trust Board

Agenda for the meeting on Wednesday 4 March 2026, 10:00 to 12:00

1. Welcome and apologies (5 minutes)
2. What residents told us this winter (15 minutes)
3. Finance report (40 minutes)
4. Repairs to the sea wall (30 minutes)
`
const LATER = AGENDA.replace('1. Welcome and apologies (5 minutes)\n2.', '1.')
  .replace('3. Finance report (40 minutes)', '2. Finance report for the quarter (45 minutes)')
  .replace('4. Repairs', '3. Staff survey (10 minutes)\n4. Repairs')
const MINUTES = `# Quayside Trust Board

Minutes of the meeting held on Wednesday 4 March 2026

1. Welcome and apologies

The chair welcomed everyone.

2. What residents told us this winter

Residents said that they wait too long for an answer when they ring.

ACTION: JB to ring the twelve residents who waited longest by 30 April 2026

3. Finance report

Income was ahead of the budget by two per cent.
`

const cell = (page: Page, grid: string, row: string, column: string) =>
  page.getByRole('grid', { name: grid }).locator('tr', { hasText: row }).locator(`td[data-column=${column}]`)
const ITEMS = 'Items as they would be stored'
const ACTIONS = 'Actions as they would be stored'

/** The secretary's way: a time and an owner put right, by keyboard, and right they stay. */
describe.skipIf(CHROMIUM === null)('correcting (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const read = async (name: string, text: string): Promise<void> => {
    await chooseFiles(page, [{ name, content: text }])
    await jobIn(page, name, 'review').waitFor({ timeout: 90_000 })
    await openJob(page, name)
    await page.getByRole('grid', { name: ITEMS }).waitFor()
  }

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
    await page.getByRole('link', { name: /^Import/ }).click()
  })
  afterAll(() => app?.close())

  it('corrects a time in its cell, by keyboard, before the file is kept', async () => {
    await read('agenda.md', AGENDA)
    const planned = cell(page, ITEMS, 'Finance report', 'planned')
    await planned.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('25')
    await page.keyboard.press('Enter')
    await planned.getByText('Corrected by a person. As read: 40 min').waitFor({ state: 'attached' })
    expect(await planned.textContent()).toContain('25 min')
    await page.keyboard.press('Control+z')
    await expect.poll(() => planned.textContent()).toBe('40 min')
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => planned.textContent()).toContain('25 min')
    await cell(page, ITEMS, 'Finance report', 'page').getByRole('button').click()
    await page.getByText('Finance report (40 minutes)').first().waitFor()
    await page.keyboard.press('Escape')
    await keepJob(page, 'agenda.md')
  })

  it('corrects an action’s owner', async () => {
    await read('minutes.md', MINUTES)
    await cell(page, ACTIONS, 'ring the twelve', 'owner').click()
    await page.keyboard.type('Joan Baker')
    await page.keyboard.press('Enter')
    await cell(page, ACTIONS, 'ring the twelve', 'owner').getByText('Joan Baker').waitFor()
    await keepJob(page, 'minutes.md')
  })

  it('shows both on the meeting, and corrects there what the agenda says of an item', async () => {
    await page.locator('[data-review=kept]').getByRole('link', { name: 'Open the meeting' }).click()
    const items = page.getByRole('list', { name: 'Agenda items' })
    await items.getByText('25 min').first().waitFor()
    await page.getByRole('cell', { name: 'Joan Baker' }).waitFor()
    await page.getByRole('button', { name: /^Correct 4 Repairs/ }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Planned minutes').fill('20')
    await form.getByLabel('Lead').fill('R. Osei')
    await form.getByRole('button', { name: 'Save' }).click()
    await items.getByText(/20 min · R\. Osei/).waitFor()
    await page.keyboard.press('Control+z')
    await items.getByText('30 min').waitFor()
    await page.keyboard.press('Control+Shift+z')
    await items.getByText(/20 min · R\. Osei/).waitFor()
  })

  it('says how a later version differs, and keeps what was corrected', async () => {
    await page.getByRole('link', { name: /^Import/ }).click()
    await read('agenda v2.md', LATER)
    const review = page.locator('[data-review=review]')
    await review.getByText(/Keeping it replaces “agenda\.md”/).waitFor()
    expect(await review.locator('tr[data-change~=added]').textContent()).toContain('Staff survey')
    expect(await review.locator('tr[data-change~=removed]').textContent()).toContain('Welcome')
    const planned = cell(page, ITEMS, 'Finance report', 'planned')
    expect(await planned.textContent()).toContain('As read: 45 min')
    expect(await planned.textContent()).toContain('25 min')
    await keepJob(page, 'agenda v2.md')
    await page.locator('[data-review=kept]').getByRole('link', { name: 'Open the meeting' }).click()
    const items = page.getByRole('list', { name: 'Agenda items' })
    await items.getByText('25 min').first().waitFor()
    await items.getByText(/20 min · R\. Osei/).waitFor()
    await page.getByRole('cell', { name: 'Joan Baker' }).waitFor()
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
