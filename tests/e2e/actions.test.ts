import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxReader } from '../../electron/ingest/docx/read-docx.ts'
import { downloadBy } from './download-by.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

/** The actions of the sample board over its meetings, in a real browser over the real host. */
describe.skipIf(CHROMIUM === null)('actions over meetings (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const rows = (): Locator => page.locator('[data-action]')
  const panel = (): Locator => page.getByRole('region', { name: 'The action' })
  const open = async (hash: string): Promise<void> => {
    await app.open(hash)
    await page.getByRole('listbox', { name: 'Actions' }).waitFor()
  }
  const countIn = async (status: string): Promise<number> =>
    Number(/\d+$/.exec((await page.locator('label', { hasText: status }).first().textContent()) ?? '')?.[0])

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
  })
  afterAll(() => app?.close())

  it('shows an action that a later log no longer carries, with the places that say so', async () => {
    await open('#/actions?state=lost')
    await rows().first().click()
    await panel()
      .getByText(/no stored document was found to say that it was done/)
      .waitFor()
    await panel().getByText('carries actions, this one not').first().waitFor()
    const doors = panel().getByRole('list', { name: 'In the record' }).getByRole('link')
    expect(await doors.first().getAttribute('href')).toMatch(/#\/meeting\/.+doc=.+page=\d+/)
    expect(await panel().locator('blockquote').first().textContent()).not.toBe('')
  })

  it('shows customers’ actions first, and alone when asked', async () => {
    await open('#/actions')
    expect(await rows().first().textContent()).toMatch(/^Customers:/)
    await page.getByRole('listbox', { name: 'Actions' }).focus()
    await page.keyboard.press('End')
    await expect.poll(() => rows().last().textContent()).not.toMatch(/^Customers:/)
    await page.getByLabel('About').selectOption('customers')
    await expect.poll(() => rows().first().getAttribute('aria-setsize')).not.toBe(null)
    for (const text of await rows().allTextContents()) expect(text).toMatch(/^Customers:/)
  })

  it('takes an owner and a date by keyboard, and undoes both', async () => {
    await open('#/actions')
    await page.getByRole('listbox', { name: 'Actions' }).focus()
    await page.keyboard.press('ArrowDown')
    const owner = panel().getByLabel('Owner')
    const before = await owner.inputValue()
    await owner.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Nadia Brook')
    await page.keyboard.press('Enter')
    await panel().getByRole('button', { name: 'Take the owner from the record again' }).waitFor()
    const due = panel().getByLabel('Due')
    const dueBefore = await due.inputValue()
    await due.fill('2027-01-15')
    await page.keyboard.press('Enter')
    await panel().getByRole('button', { name: 'Take the date from the record again' }).waitFor()
    await expect.poll(() => rows().filter({ hasText: 'Nadia Brook' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => panel().getByLabel('Due').inputValue()).toBe(dueBefore)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => panel().getByLabel('Owner').inputValue()).toBe(before)
  })

  it('joins two actions, separates them again, and undoes that', async () => {
    await open('#/actions?state=all')
    const all = await countIn('All')
    for (const at of [0, 1]) await rows().nth(at).locator('[data-box]').click()
    await page.getByRole('button', { name: 'They are one action' }).click()
    await expect.poll(() => countIn('All')).toBe(all - 1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => countIn('All')).toBe(all)
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(() => countIn('All')).toBe(all - 1)
    for (const row of await rows().all()) {
      await row.click()
      await panel().getByRole('heading', { level: 2 }).waitFor()
      if (await panel().getByText('joined by hand').first().isVisible()) break
    }
    await panel()
      .locator('li', { hasText: 'joined by hand' })
      .getByRole('button', { name: /^Separate/ })
      .click()
    await expect.poll(() => countIn('All')).toBe(all)
  })

  it('saves a table and lists by owner that hold what is shown', async () => {
    await open('#/actions?state=lost')
    const shown = Number(await rows().first().getAttribute('aria-setsize'))
    const csv = await readFile(await (await downloadBy(page, 'CSV')).path(), 'utf8')
    expect(csv).toContain('What the record says')
    expect(csv.match(/No longer carried/g)).toHaveLength(shown)
    const text = ((await rows().first().locator('.line-clamp-2').getAttribute('title')) ?? '').slice(0, 40)
    expect(csv).toContain(text)
    const word = await downloadBy(page, 'Word')
    expect(word.suggestedFilename()).toBe('actions-by-owner.docx')
    const { blocks } = await docxReader.read(await readFile(await word.path()), {
      fileName: 'actions-by-owner.docx',
    })
    const words = JSON.stringify(blocks)
    expect(words).toContain('Actions by owner')
    expect(words).toContain(text)
    expect(words.match(/No longer carried/g)).toHaveLength(shown)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
