import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorkbook } from './make-workbook.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { tabTo } from './tab-to.ts'

const PASTED = `Customer\tOwner\tValue\tLast seen\tNext visit
Saltby Oyster Company\tJoss Redfern\t120000\t2026-05-31\t2027-01-20
Fold End Creamery\tMarcus Venn\tplenty\t2026-04-12\t
Upper Hanger Quarry\t\t90000\t2026-02-31\t`

/** Customers, questions and voice as a secretary meets them on the sample board. */
describe.skipIf(CHROMIUM === null)('customers (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const row = (name: string): Locator => page.locator(`tr[data-customer="${name}"]`)
  const named = (name: string): Promise<string | null> => row(name).locator('td').last().textContent()
  const undo = async (): Promise<void> => {
    await page.locator('main h1').first().click()
    await page.keyboard.press('Control+z')
    await page.getByText(/^Undone/).waitFor({ state: 'attached' })
  }

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
  })
  afterAll(() => app?.close())

  it('names the top ten with what is missing, overdue and silent', async () => {
    await app.open('#/customers?tab=top-ten')
    await row('Hallowmere Hospitals').waitFor()
    expect(await page.locator('tr[data-customer]').count()).toBe(10)
    expect(await row('Tregarrow Holiday Parks').textContent()).toContain('Overdue since 14 Oct 2026')
    expect(await row('Stennick Dairies').textContent()).toContain('No purpose')
    for (const name of ['Orrin Vale Council', 'Fernhollow Garden Centres'])
      expect(await row(name).textContent()).toContain('No owner')
    expect(await row('Fernhollow Garden Centres').textContent()).toContain(
      'Not named in any of the 14 meetings of the record',
    )
    expect(await row('College at Stennick').textContent()).toContain('value unknown')
    expect(await page.locator('[data-summary]').textContent()).toContain('2 without an owner')
  })

  it('confirms a near spelling, and then counts it', async () => {
    await app.open('#/customers')
    await page.getByRole('button', { name: 'Settle them' }).click()
    const doubtful = page.locator('[data-doubtful]')
    expect(await doubtful.count()).toBe(1)
    expect(await doubtful.locator('mark').textContent()).toBe('Pennaquik Logistics')
    const before = Number(await named('Pennaquick Logistics'))
    await doubtful.getByRole('button', { name: 'It is', exact: true }).click()
    await doubtful.waitFor({ state: 'detached' })
    await expect.poll(async () => Number(await named('Pennaquick Logistics'))).toBe(before + 1)
    await undo()
    await page.getByRole('button', { name: /^(Settle them|Close)$/ }).waitFor()
    await expect.poll(async () => Number(await named('Pennaquick Logistics'))).toBe(before)
  })

  it('opens a mention, its passage, and the page it stands on', async () => {
    await app.open('#/customers')
    await row('Stennick Dairies').getByRole('button').click()
    const panel = page.locator('[data-panel]')
    await panel.getByText(/Last discussed by the board on/).waitFor()
    await panel.locator('summary').click()
    const passage = panel.locator('li').first()
    expect(await passage.locator('mark').first().textContent()).toBe('Stennick Dairies')
    await passage.locator('a').first().click()
    const chosen = page.locator('[role=row][aria-selected=true]')
    await chosen.waitFor()
    expect(await chosen.textContent()).toContain('Stennick Dairies')
    await page.locator('[data-document-pane]').waitFor()
  })

  it('takes a new customer by keyboard alone', async () => {
    await app.open('#/customers')
    const add = page.getByRole('button', { name: 'Add a customer' })
    await add.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'A new customer' }).waitFor()
    await tabTo(
      page,
      page.getByRole('complementary', { name: 'A new customer' }).getByLabel('Name', { exact: true }),
    )
    await page.keyboard.type('Wendle Valley Bakery')
    await page.keyboard.press('Enter')
    await row('Wendle Valley Bakery').waitFor()
    await undo()
    await row('Wendle Valley Bakery').waitFor({ state: 'detached' })
  })

  it('lets a pasted table be mended in place, and takes it whole', async () => {
    await app.open('#/customers')
    await page.getByRole('button', { name: 'Paste a table' }).click()
    await page.getByLabel('Rows').fill(PASTED)
    await page.getByRole('button', { name: 'Look at it' }).click()
    const table = page.locator('[data-table-import]')
    await table.waitFor()
    expect(await table.locator('tr[data-outcome=faulty]').count()).toBe(2)
    expect(await table.getByRole('button', { name: 'Mend 2 rows first' }).isDisabled()).toBe(true)
    await table.getByLabel('Value, row 3').fill('64000')
    await page.keyboard.press('Enter')
    await table.getByRole('button', { name: 'Mend 1 row first' }).waitFor()
    await table.getByLabel('Last seen, row 4').fill('2026-02-28')
    await page.keyboard.press('Enter')
    await table.getByRole('button', { name: 'Take 3 rows' }).click()
    await row('Upper Hanger Quarry').waitFor()
    expect(await page.locator('tr[data-customer]').count()).toBe(13)
    await undo()
    await expect.poll(() => page.locator('tr[data-customer]').count()).toBe(10)
  })

  it('imports a workbook, changing the customer that is there', async () => {
    await app.open('#/customers')
    await page.locator('[data-testid=choose-table]').setInputFiles({
      name: 'accounts.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: makeWorkbook([
        ['Account', 'Account manager', 'Annual value', 'Next visit'],
        ['Stennick Dairies', 'Amara Whitlock', 725_000, '2027-02-09'],
        ['Saltby & Wendle Ferries', 'Marcus Venn', 88_000, '2027-03-01'],
      ]),
    })
    const table = page.locator('[data-table-import]')
    await table.getByText('accounts.xlsx').waitFor()
    await table.getByText('2 rows: 1 new, 1 that change a customer.').waitFor()
    await table.getByRole('button', { name: 'Take 2 rows' }).click()
    await row('Saltby & Wendle Ferries').waitFor()
    expect(await row('Stennick Dairies').textContent()).toContain('£725k')
    await undo()
    await expect.poll(async () => row('Stennick Dairies').textContent()).toContain('£700k')
  })

  it('sets value beside attention, and opens what stands behind a figure', async () => {
    await app.open('#/customers?tab=portfolio')
    const logistics = page.locator('tr[data-segment=Logistics]')
    await logistics.waitFor()
    expect(await logistics.textContent()).toMatch(/0\s%.*\d+ passages/)
    expect(await page.locator('[data-unknown]').textContent()).toContain('The value of 1 customer is unknown')
    await page.locator('tr[data-segment=Public] a').first().click()
    await row('Orrin Vale Council').waitFor()
    expect(await page.locator('tr[data-customer]').count()).toBe(3)
  })

  it('walks the heat map by keyboard to the passages behind a cell', async () => {
    await app.open('#/customers?tab=questions')
    const cell = page.locator('td button[data-row][tabindex="0"]')
    await cell.waitFor()
    await cell.focus()
    const count = async (): Promise<number> =>
      Number(
        /: (\d+) passages?/.exec(
          (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
        )?.[1] ?? 0,
      )
    // oxlint-disable-next-line no-await-in-loop
    for (let press = 0; press < 8 && (await count()) === 0; press += 1) await page.keyboard.press('ArrowDown')
    const expected = await count()
    expect(expected).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    const behind = page.locator('[data-behind]')
    await behind.locator('li').first().waitFor()
    expect(await behind.locator('li').count()).toBe(expected)
    await behind.locator('li a').first().click()
    await page.locator('[role=row][aria-selected=true]').waitFor()
  })

  it('shows decisions with and without something from customers before them, and what is only asserted', async () => {
    await app.open('#/customers?tab=voice')
    const decisions = page.locator('[data-decision]')
    await decisions.first().waitFor()
    const heard = decisions.filter({ hasText: 'each Oddenby branch should be given a direct number' })
    await heard.locator('summary').click()
    expect(await heard.locator('details li').first().textContent()).toContain('2025')
    const unheard = decisions.filter({ hasText: 'None found in the imported record' })
    const price = unheard.filter({ hasText: 'An increase of 4.9% from 1 April 2026' })
    expect(await price.count()).toBe(1)
    expect(await page.locator('[data-assertion]').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('subscribers want a faster line'),
        expect.stringContaining('large customers prefer a discount'),
      ]),
    )
    await page.getByText('With none found', { exact: true }).click()
    await expect.poll(() => decisions.count()).toBe(await unheard.count())
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
