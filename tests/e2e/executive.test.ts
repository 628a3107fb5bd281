import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FOCUS_WORDS } from '../../renderer/format/focus-words.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { plainWords } from './plain-words.ts'
import { tabTo } from './tab-to.ts'

const MOST_URGENT = 10

/** An executive before a meeting, who never touches the mouse: finds what was said, and settles what is in doubt. */
describe.skipIf(CHROMIUM === null)('an executive (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const hits = () => page.locator('main ol li')
  const found = async (): Promise<number> =>
    Number(/(\d+) passages?$/.exec((await page.locator('main').getByRole('status').textContent()) ?? '')?.[1])
  const row = () => page.locator('[role=row]:focus')
  const doubts = async (): Promise<number> =>
    Number(await page.locator('[data-doubts]').getAttribute('data-doubts'))
  /** The customers' share as the screen says it: the estimate and its range, in whole per cent. */
  const share = async (): Promise<{ share: number; width: number; words: string }> => {
    const words = plainWords(await page.locator('[data-lens=planned] [data-customer-share]').textContent())
    const [, estimate, low, high] = /^(\d+) % between (\d+)–(\d+)$/.exec(words) ?? []
    return { share: Number(estimate), width: Number(high) - Number(low), words }
  }

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
    await page.locator('[data-headline] a').first().waitFor()
  })
  afterAll(() => app?.close())

  it('searches, narrows by label and date, and opens a hit on its page', async () => {
    await press('/')
    await page.getByRole('searchbox', { name: 'Words to find' }).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('engineer')
    await hits().first().waitFor()
    await expect.poll(found).toBeGreaterThan(0)
    const every = await found()

    await tabTo(page, page.getByRole('combobox', { name: 'Label' }))
    await press('ArrowDown')
    await expect.poll(found).toBeLessThan(every)
    const customers = await found()
    for (const text of await hits().allTextContents()) expect(text).toContain(FOCUS_WORDS.customer)

    const from = page.getByLabel('From')
    await tabTo(page, from)
    await page.keyboard.type('01012026')
    expect(await from.inputValue()).toBe('2026-01-01')
    await expect.poll(found).toBeLessThan(customers)
    expect(await found()).toBeGreaterThan(0)
    for (const place of await hits().getByRole('link').allTextContents()) expect(place).toMatch(/ 2026$/)

    const first = hits().first()
    const words = plainWords(await first.locator('p').last().textContent())
    expect(words.toLowerCase()).toContain('engineer')
    await tabTo(page, first.getByRole('link'))
    await press('Enter')
    const chosen = page.locator('[role=row][aria-selected=true]')
    await chosen.waitFor()
    expect(plainWords(await chosen.textContent())).toContain(words)
    await page.locator('[data-document-pane] :is([data-marked], [data-mark])').first().waitFor()
  })

  it('settles the ten doubts that move the share most, and sees the range narrow', async () => {
    await press('g')
    await press('t')
    await page.locator('[data-chart="shares"] a').first().waitFor()
    await tabTo(page, page.locator('[data-chart="shares"] a'))
    await press('End')
    await press('Enter')
    await page.locator('[role=grid]').waitFor()
    await tabTo(page, page.getByRole('radio', { name: 'In order' }))
    await press('ArrowRight')
    await page.locator('[role=row]', { hasText: 'settling it moves the share' }).first().waitFor()
    const before = await share()
    const open = await doubts()
    expect(open).toBeGreaterThanOrEqual(MOST_URGENT)

    await tabTo(page, page.locator('[role=row]'))
    for (let settled = 1; settled <= MOST_URGENT; settled += 1) {
      const text = (await row().textContent()) ?? ''
      expect(text).toContain('settling it moves the share')
      const focus = FOCI.findLastIndex((known) => new RegExp(`^${FOCUS_WORDS[known]}[,\\d]`).test(text))
      await press(String(focus + 1))
      await row().getByText('settled by a person').waitFor({ state: 'attached' })
      await expect.poll(doubts).toBeLessThanOrEqual(open - settled)
      await press('ArrowDown')
    }
    await expect.poll(async () => (await share()).width).toBeLessThan(before.width)
  })

  it('finds the headline reckoned anew, and takes the last label back', async () => {
    const { share: estimate, words } = await share()
    const open = await doubts()
    await press('g')
    await press('t')
    const headline = page.locator('[data-headline]')
    await expect
      .poll(async () => plainWords(await headline.textContent()))
      .toMatch(new RegExp(`^Customers had ${estimate} % of the board’s planned time in October 2026`))
    await tabTo(page, page.getByRole('radio', { name: 'Chart' }))
    await press('ArrowRight')
    const latest = page.locator('table:has(caption) tbody tr').last().locator('td').first()
    expect(plainWords(await latest.textContent())).toBe(words)

    await press('Control+z')
    await page.getByText(/^Undone/).waitFor({ state: 'attached' })
    await page.goBack()
    await expect.poll(doubts).toBeGreaterThan(open)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
