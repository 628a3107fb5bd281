import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { downloadBy } from './download-by.ts'
import { dropFiles } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { PROJECT } from './open-host.ts'
import { plainWords } from './plain-words.ts'

const DRAFT = `# Opening hours of the showroom

## Purpose

The Board is asked to approve shorter evening hours for subscribers who visit the showroom.

## Background

Our subscribers will welcome a later opening in the morning.

## Financial implications

The saving is £40,000 a year.
`

const readSchema = z.object({
  meeting: z.object({ date: z.string().nullable() }),
  items: z.array(
    z.object({
      title: z.string(),
      level: z.int(),
      planned: z.object({ minutes: z.number().nullable() }).nullable(),
    }),
  ),
})

/** What our own reader makes of a file that was saved. */
async function analyse(path: string, name: string): Promise<z.infer<typeof readSchema>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'empty-chair-saved-'))
  try {
    copyFileSync(path, join(folder, name))
    const command = [join(PROJECT, 'electron/cli/main.ts'), 'analyse', join(folder, name), '--json']
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: PROJECT })
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readSchema.parse(JSON.parse(line)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The next agenda, the chair's questions and a draft paper, on the sample board. */
describe.skipIf(CHROMIUM === null)('planning a meeting (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const rows = () => page.locator('[data-plan-item]')
  const order = (): Promise<string[]> =>
    rows().evaluateAll((found) => found.map((row) => row.getAttribute('data-plan-item') ?? ''))
  const row = (title: string) => rows().filter({ hasText: title })
  const minutesOf = (title: string) => page.getByLabel(`Minutes of ${title}`, { exact: true })
  const figure = async (name: 'share' | 'total'): Promise<number> =>
    Number.parseInt(plainWords(await page.locator(`[data-plan-${name}]`).textContent()), 10)
  const balance = async (target: string): Promise<void> => {
    await page.getByLabel('Customers, %').fill(target)
    await page.getByRole('button', { name: 'Balance', exact: true }).click()
    await page
      .getByRole('region', { name: 'Total and share' })
      .filter({ hasText: new RegExp(`target ${target}\\s%`) })
      .waitFor()
  }

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
  })
  afterAll(() => app?.close())

  it('shows the last agenda beside the new one, in the same total', async () => {
    await app.open('#/planner')
    const old = page.getByRole('region', { name: /^As it was on/ })
    await old.getByText('Finance report and forecast').waitFor()
    await row('Finance report and forecast').waitFor()
    expect(await figure('total')).toBe(180)
    expect(await page.getByLabel('Total, min').inputValue()).toBe('180')
  })

  it('reaches a higher target in the same total, and says what gave way and why', async () => {
    await balance('70')
    expect(await figure('total')).toBe(180)
    expect(await figure('share')).toBeGreaterThanOrEqual(70)
    await page.getByRole('status').filter({ hasText: 'The target is reached.' }).waitFor()
    const changes = page.getByRole('region', { name: 'What changed, and why' }).getByRole('listitem')
    expect(await changes.count()).toBeGreaterThan(1)
  })

  it('puts an accepted proposal on the agenda, and keeps a locked item as it is', async () => {
    await balance('55')
    const proposals = page.getByRole('region', { name: 'What is missing' })
    const accept = proposals.getByRole('button', { name: /^Accept: / }).last()
    const title = ((await accept.getAttribute('aria-label')) ?? '').replace('Accept: ', '')
    await accept.click()
    await row(title).waitFor()
    await page.getByRole('button', { name: 'Locks of Finance report and forecast' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Exactly (minutes)').fill('30')
    await dialog.getByLabel('Stays on the agenda').check()
    await dialog.getByRole('button', { name: 'Set and balance' }).click()
    await dialog.waitFor({ state: 'detached' })
    await balance('75')
    expect(await minutesOf('Finance report and forecast').inputValue()).toBe('30')
    await row(title).waitFor()
  })

  it('is moved by keyboard, retimed, and taken back', async () => {
    const before = await order()
    const total = await figure('total')
    await page.locator('[data-handle]').nth(2).focus()
    await page.keyboard.press('Alt+ArrowUp')
    const moved = [before[0], before[2], before[1], ...before.slice(3)]
    await expect.poll(order).toEqual(moved)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-handle')))
      .toBe(before[2])
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(order).toEqual(before)
    await minutesOf('Any other business').fill('25')
    await page.getByText('You set minutes by hand.').waitFor()
    expect(await figure('total')).toBeGreaterThan(total)
    await page.locator('[data-handle]').first().focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => figure('total')).toBe(total)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => figure('total')).toBeGreaterThan(total)
    await page.keyboard.press('Control+z')
    await expect.poll(() => figure('total')).toBe(total)
  })

  it('is saved under a name, and found again', async () => {
    await page.getByLabel('Date').fill('2026-12-09')
    await page.getByRole('textbox', { name: 'Place' }).fill('Foundry House')
    const saved = await order()
    await page.getByRole('button', { name: 'Save as …' }).click()
    await page.getByRole('dialog').getByLabel('Name').fill('December, customers first')
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved: December, customers first.').first().waitFor({ state: 'attached' })
    await page.reload()
    const plans = page.locator('select', { has: page.locator('option', { hasText: /new plan/i }) })
    await plans.locator('option', { hasText: 'December' }).waitFor({ state: 'attached' })
    await plans.selectOption({ index: 1 })
    await expect.poll(() => page.getByRole('textbox', { name: 'Place' }).inputValue()).toBe('Foundry House')
    expect(await order()).toEqual(saved)
  })

  it('becomes a Word file that our own reader reads back, and a calendar entry', async () => {
    const titles = await rows()
      .locator('input[type=number]')
      .evaluateAll((inputs) =>
        inputs.map((input) => (input.getAttribute('aria-label') ?? '').replace('Minutes of ', '')),
      )
    const word = await downloadBy(page, 'Word')
    expect(word.suggestedFilename()).toMatch(/agenda-2026-12-09\.docx$/)
    const [read] = await analyse(await word.path(), word.suggestedFilename())
    const top = read?.items.filter(({ level }) => level === 1) ?? []
    expect(top.map(({ title }) => title)).toEqual(titles)
    expect(top.reduce((sum, { planned }) => sum + (planned?.minutes ?? 0), 0)).toBe(180)
    expect(read?.meeting.date).toBe('2026-12-09')

    const calendar = readFileSync(await (await downloadBy(page, 'Calendar')).path(), 'utf8')
    expect(calendar).toContain('DTSTART:20261209T093000')
    expect(calendar).toContain('LOCATION:Foundry House')
  })

  it('prints the agenda and nothing of the screen around it', async () => {
    await page.emulateMedia({ media: 'print' })
    const printed = page.locator('section.print\\:block')
    expect(await printed.isVisible()).toBe(true)
    expect(await printed.locator('tbody tr').count()).toBe(await rows().count())
    expect(await page.getByRole('button', { name: 'Balance', exact: true }).isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
  })

  it('leads from a question of the chair to the passage and its page', async () => {
    await app.open('#/planner?view=questions')
    const list = page.getByRole('region', { name: /^After the meeting of/ }).locator('ol > li')
    await list.first().waitFor()
    expect(await list.count()).toBeLessThanOrEqual(10)
    const quoted = page.locator('li', { has: page.locator('q') }).locator('a', { hasText: /, page \d+$/ })
    await quoted.first().click()
    const chosen = page.locator('[role=row][aria-selected=true]')
    await chosen.waitFor()
    await chosen.getByRole('button', { name: /page \d+/ }).click()
    await page.locator('[data-document-pane]').locator('[data-marked], [data-mark]').first().waitFor()
  })

  it('checks a dropped draft and stores nothing of it', async () => {
    await app.open('#/meetings')
    const documents = page.getByRole('status').filter({ hasText: /meetings/ })
    const before = plainWords(await documents.first().textContent())
    await app.open('#/check')
    await dropFiles(page, [{ name: 'hours.md', content: DRAFT }])
    const check = page.locator('[data-paper-check]')
    await check.waitFor({ timeout: 60_000 })
    expect(plainWords(await check.getByRole('region', { name: 'Share' }).textContent())).toMatch(
      /^Customers have \d+ % of its words/,
    )
    const places = await check.locator('q').allTextContents()
    expect(places).toContain('Our subscribers will welcome a later opening in the morning.')
    expect(places).toContain('Financial implications')
    expect(await check.getByText('Background').count()).toBeGreaterThan(0)
    await check.getByRole('button', { name: 'Forget it' }).click()
    await page.getByText('Drop a paper or pack here').waitFor()
    await app.open('#/import')
    expect(await page.locator('[data-state]', { hasText: 'hours.md' }).count()).toBe(0)
    await app.open('#/search?q=showroom')
    await page.getByRole('searchbox').waitFor()
    await expect.poll(() => page.locator('main ol li', { hasText: 'later opening' }).count()).toBe(0)
    await app.open('#/meetings')
    await expect.poll(async () => plainWords(await documents.first().textContent())).toBe(before)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
