import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadBy } from './download-by.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { plainWords } from './plain-words.ts'
import { tabTo } from './tab-to.ts'

/** The whole app on the sample board, in a real browser over the real host. */
describe.skipIf(CHROMIUM === null)('the sample board (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const headline = async (): Promise<string> =>
    plainWords(await page.locator('[data-headline]').textContent())
  const openLastMeeting = async (): Promise<void> => {
    await app.open('#/trend')
    await page.locator('[data-chart="shares"] a').last().click()
    await page.locator('[role=grid]').waitFor()
  }
  const customerShare = async (lens: string): Promise<string> =>
    plainWords(await page.locator(`[data-lens="${lens}"] [data-customer-share]`).textContent())

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
  })
  afterAll(() => app?.close())

  it('is offered on the first start and leads to a headline with its numbers', async () => {
    await page.getByRole('button', { name: 'Look at the sample board first' }).click()
    await page.locator('[data-headline] a').first().waitFor({ timeout: 150_000 })
    await app.open('#/import')
    await page.waitForFunction(
      () =>
        document.querySelectorAll('[data-state]').length > 12 &&
        document.querySelectorAll('[role=progressbar]').length === 0,
      null,
      { timeout: 150_000 },
    )
    // From here on the figures stand still.
    await page.getByText(/Refining the labels/).waitFor({ state: 'hidden', timeout: 150_000 })
    await app.open('#/trend')
    await page.locator('[data-headline] a').first().waitFor()
    expect(await headline()).toMatch(
      /^Customers had \d+ % of the board’s planned time in October 2026, .+ over the year; in October a further \d+ % went to customers only as a line of the forecast\.$/,
    )
  })

  it('shows in the table what the chart draws, on every lens', async () => {
    for (const lens of ['Planned minutes', 'Words in the minutes', 'Pages of papers']) {
      await app.open('#/trend')
      await page.getByText(lens, { exact: true }).first().click()
      await page.getByRole('heading', { name: `${lens}: shares per meeting` }).waitFor()
      const bars = await page
        .locator('[data-chart="shares"] a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
      const customers = bars.map(
        (words) => /Customers ([^,]+?)(?: \(|, )/.exec(plainWords(words))?.[1] ?? 'absent',
      )
      await page.getByText('Table', { exact: true }).click()
      const cells = await page
        .locator('table:has(caption) tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.querySelector('td')?.textContent ?? ''))
      expect(cells).toHaveLength(bars.length)
      cells.forEach((cell, index) => {
        const figure = customers[index] ?? ''
        if (figure === 'absent') expect(cell).toContain('This meeting has no')
        else expect(plainWords(cell).startsWith(figure)).toBe(true)
      })
    }
  })

  it('says which meetings are absent, and keeps the lens in the address', async () => {
    await app.open('#/trend?lens=pack')
    expect(await page.locator('[data-absent]').textContent()).toContain('without papers in the library')
    await page.getByText('Words in the minutes', { exact: true }).click()
    expect(page.url()).toContain('lens=record')
    await page.getByRole('link', { name: 'Meetings' }).click()
    expect(page.url()).toContain('lens=record')
  })

  it('says neutrally that no minutes state recorded times, where none do', async () => {
    await app.open('#/trend?lens=recorded')
    const text = await headline()
    expect(text).toMatch(/recorded time|No minutes of this board state how long its items took\./)
  })

  it('saves CSV, SVG and PNG', async () => {
    await app.open('#/trend')
    await page.locator('[data-chart="shares"]').waitFor()
    for (const kind of ['CSV', 'SVG', 'PNG']) {
      const download = await downloadBy(page, kind)
      expect(download.suggestedFilename()).toMatch(new RegExp(`planned-minutes\\.${kind.toLowerCase()}$`))
      const bytes = readFileSync(await download.path())
      expect(bytes.length).toBeGreaterThan(500)
      if (kind === 'PNG') expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
      if (kind === 'SVG') expect(bytes.toString('utf8')).not.toContain('var(--ink)')
    }
  })

  it('opens a number, its meeting, an item, a passage, and the page it stands on', async () => {
    await app.open('#/trend')
    await page.locator('[data-headline] a').first().click()
    await page.locator('[role=grid]').waitFor()
    expect(page.url()).toContain('focus=customer')
    const chips = await page.locator('[role=row]').allTextContents()
    expect(chips.length).toBeGreaterThan(0)
    expect(chips.every((text) => text.startsWith('Customers'))).toBe(true)
    await page.getByRole('combobox', { name: 'Show passages labelled' }).selectOption('all')
    await page.locator('[data-item]', { hasText: 'Subscriber survey' }).first().click()
    const row = page.locator('[role=row]').first()
    await row.getByRole('button', { name: /page \d+/ }).click()
    const marked = page.locator('[data-document-pane] [data-marked]')
    await marked.waitFor()
    const passage = (await row.locator('mark').allTextContents()).map(plainWords)
    const onPage = (await marked.locator('mark').allTextContents()).map(plainWords)
    expect(onPage.length).toBeGreaterThan(0)
    expect(onPage).toEqual(passage)
  })

  it('turns the pages of a pack', async () => {
    await app.open('#/meetings?lens=pack')
    await page.locator('tr', { hasText: 'Pack' }).first().locator('a').click()
    await page.getByRole('list', { name: 'Documents' }).getByRole('button', { name: /^Pack/ }).first().click()
    const pane = page.locator('[data-document-pane]')
    await pane
      .getByRole('status')
      .filter({ hasText: /Page 1 of \d+/ })
      .waitFor()
    await pane.getByRole('button', { name: 'Next page' }).click()
    await pane
      .getByRole('status')
      .filter({ hasText: /Page 2 of \d+/ })
      .waitFor()
    await pane.getByRole('button', { name: 'Close the page' }).click()
    await pane.waitFor({ state: 'detached' })
  })

  it('says why a passage has its label', async () => {
    await openLastMeeting()
    await page.locator('[data-why]').nth(6).click()
    const why = page.getByRole('dialog')
    await why.waitFor()
    expect(await why.locator('tbody tr').count()).toBe(5)
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })
  })

  it('relabels by key, moves the figures, and takes it back', async () => {
    await openLastMeeting()
    await page.locator('[data-item]', { hasText: 'Subscriber survey' }).first().click()
    await page.waitForTimeout(100)
    const before = { planned: await customerShare('planned'), record: await customerShare('record') }
    const row = page.locator('[role=row]').first()
    await row.click()
    await page.keyboard.press('Shift+End')
    await page.keyboard.press('3')
    await row.getByText('settled by a person').waitFor({ state: 'attached' })
    await expect.poll(() => customerShare('record')).not.toBe(before.record)
    expect(await customerShare('planned')).not.toBe(before.planned)
    await page.keyboard.press('Control+z')
    await row.getByText('settled by a person').waitFor({ state: 'detached' })
    await expect.poll(() => customerShare('record')).toBe(before.record)
    expect(await customerShare('planned')).toBe(before.planned)
  })

  it('finds words and opens the passage they stand in', async () => {
    await app.open('#/search')
    await page.getByRole('searchbox', { name: 'Words to find' }).fill('survey')
    const hit = page.locator('main ol li').first()
    await hit.locator('mark').first().waitFor()
    const text = plainWords(await hit.locator('p').last().textContent())
    await hit.locator('a').click()
    await page.locator('[role=row][aria-selected=true]').waitFor()
    expect(plainWords(await page.locator('[role=row][aria-selected=true]').textContent())).toContain(
      text.slice(0, 40),
    )
  })

  it('corrects the target of a board, and the trend draws it', async () => {
    await app.open('#/settings')
    await page.getByLabel('Target share for customers, in %').fill('25')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('was saved.').waitFor()
    await app.open('#/trend')
    await page.locator('[data-chart="trend"]', { hasText: /Target\s*25/ }).waitFor()
  })

  it('changes what counts as procedure by keyboard, sees the effect first, and undoes it', async () => {
    await app.open('#/settings')
    await page.getByRole('button', { name: 'Suggestions from its papers' }).press('Enter')
    await page
      .getByRole('list', { name: 'Suggested words' })
      .or(page.getByText('use no other word'))
      .waitFor()
    await page.getByRole('button', { name: 'See the titles' }).press('Enter')
    const own = page.getByRole('button', { name: /Back to the rule for all/ })
    const move = page.getByRole('button', { name: /^Count as procedure:/ }).first()
    await move.waitFor()
    expect(await own.count()).toBe(0)
    await move.press('Enter')
    await page.getByText('Customers’ share of the year').first().waitFor()
    await page.getByRole('button', { name: 'Apply', exact: true }).press('Enter')
    await own.waitFor()
    await page.keyboard.press('Control+z')
    await own.waitFor({ state: 'detached' })
  })

  it('goes from start to a settled label and back by keyboard alone', async () => {
    await app.open('#/trend')
    await page.reload()
    await page.locator('[data-chart="shares"] a').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the screen')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await tabTo(page, page.locator('[data-chart="shares"] a'))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.locator('[role=grid]').waitFor()
    const onRow = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'row')
    await tabTo(page, page.locator('[role=row]'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('4')
    await page.getByText(/1 passage labelled other/).waitFor()
    expect(await onRow()).toBe(true)
    await page.keyboard.press('Control+z')
    await page.getByText(/^Undone/).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await page.getByRole('heading', { name: 'Meetings', exact: true }).waitFor()
  })

  it('turns dark when asked', async () => {
    await app.open('#/settings')
    await page.getByText('Dark', { exact: true }).click()
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await paper()).toBe('rgb(20, 22, 26)')
    await page.reload()
    await page.locator('main h1').first().waitFor()
    expect(await paper()).toBe('rgb(20, 22, 26)')
    await page.getByText('As the system', { exact: true }).click()
  })

  it('stays usable at 200 %: nothing is cut off sideways', async () => {
    // A window of 1280 by 800 at 200 % is one of 640 by 400.
    await page.setViewportSize({ width: 640, height: 400 })
    for (const hash of [
      '#/trend',
      '#/trend?view=table',
      '#/import',
      '#/search?q=survey',
      '#/method',
      '#/settings',
    ]) {
      await app.open(hash)
      await page.waitForTimeout(200)
      const wider = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
      expect(wider, hash).toBeLessThanOrEqual(1)
    }
    await openLastMeeting()
    const wider = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)
    expect(wider).toBeLessThanOrEqual(1)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('removes a document from its meeting, after asking', async () => {
    await openLastMeeting()
    const documents = page.getByRole('list', { name: 'Documents' }).getByRole('button')
    const before = await documents.count()
    await documents.filter({ hasText: 'Minutes' }).first().click()
    await page.getByRole('button', { name: /^Remove minutes/ }).click()
    await page.getByRole('button', { name: 'Remove the document' }).click()
    await expect.poll(() => documents.count()).toBe(before - 1)
  })

  it('removes a meeting only after asking', async () => {
    await app.open('#/meetings')
    const rows = page.locator('a[data-meeting]')
    await rows.first().waitFor()
    const status = page.getByRole('status').filter({ hasText: /meetings/ })
    const before = plainWords(await status.first().textContent())
    await page
      .getByRole('button', { name: /^Remove the meeting of/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect(plainWords(await status.first().textContent())).toBe(before)
    await page
      .getByRole('button', { name: /^Remove the meeting of/ })
      .last()
      .click()
    await page.getByRole('button', { name: 'Remove the meeting', exact: true }).click()
    await expect.poll(async () => plainWords(await status.first().textContent())).not.toBe(before)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
