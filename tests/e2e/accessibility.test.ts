import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from './axe-violations.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { lostWords } from './lost-words.ts'
import { CHROMIUM } from './open-browser.ts'
import { screensOf } from './screens.ts'
import type { Screen } from './screens.ts'

// axe builds functions from text, which the page's own policy rightly forbids.
const UNGUARDED = { bypassCSP: true }

const EMPTY_SCREENS = [
  '#/trend',
  '#/meetings',
  '#/customers',
  '#/actions',
  '#/planner',
  '#/check',
  '#/belief',
  '#/import',
  '#/search',
  '#/method',
  '#/settings',
]

/** Every screen by its address; null is the latest meeting's. */
const SCREENS: Readonly<Record<string, string | null>> = {
  trend: '#/trend',
  'trend table': '#/trend?view=table',
  'trend of everything': '#/trend?over=all&lens=record',
  meetings: '#/meetings',
  customers: '#/customers',
  'top ten': '#/customers?tab=top-ten',
  portfolio: '#/customers?tab=portfolio',
  'a customer': '#/customers?settle=1',
  questions: '#/customers?tab=questions',
  voice: '#/customers?tab=voice',
  actions: '#/actions',
  planner: '#/planner',
  'locks of an item': '#/planner',
  'chair’s questions': '#/planner?view=questions',
  'paper check': '#/check',
  'checked paper': '#/check',
  belief: '#/belief',
  'an action': '#/actions?state=all',
  'a new round': '#/belief',
  import: '#/import',
  meeting: null,
  'meeting with a page': null,
  search: '#/search?q=board',
  method: '#/method',
  settings: '#/settings',
}

/** What no address names, from the table of states. */
const ASKING = [
  'trend-note',
  'trend-report',
  'meetings-none',
  'meetings-remove',
  'import-password',
  'meeting-why',
  'meeting-correct',
  'search-none',
  'palette',
  'keys',
]
const MORE_CONTRAST = ['trend', 'meeting-page', 'customers-questions', 'action', 'planner-more', 'settings']
const ENLARGED = [
  'trend',
  'trend-table',
  'meetings',
  'import',
  'meeting',
  'customers',
  'actions',
  'planner',
  'settings',
]

describe.skipIf(CHROMIUM === null)(
  'accessibility before anything is imported (skipped where there is no Chromium)',
  () => {
    let app: App
    beforeAll(async () => {
      app = await openApp('empty', UNGUARDED)
    })
    afterAll(() => app?.close())

    it.each(EMPTY_SCREENS)('has nothing to say of %s', async (hash) => {
      await app.open(hash)
      expect(await axeViolations(app.page)).toEqual([])
    })
  },
)

describe.skipIf(CHROMIUM === null)('accessibility (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page
  let meeting = '#/meetings'

  beforeAll(async () => {
    app = await openApp('sample', UNGUARDED)
    page = app.page
    const latest = page.locator('[data-chart="shares"] a').last()
    await latest.waitFor()
    meeting = (await latest.getAttribute('href')) ?? meeting
  })
  afterAll(() => app?.close())

  for (const scheme of ['light', 'dark'] as const) {
    for (const [screen, address] of Object.entries(SCREENS)) {
      it(`has nothing to say of ${screen}, ${scheme}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await app.open(address ?? meeting)
        if (screen === 'a customer') await page.locator('tr[data-customer] button').first().click()
        if (screen === 'settings') {
          await page.getByRole('button', { name: 'Suggestions from its papers' }).click()
          await page.getByRole('button', { name: 'See the titles' }).click()
          await page
            .getByRole('button', { name: /^Count as procedure:/ })
            .first()
            .click()
          await page.getByText('Customers’ share of the year').first().waitFor()
        }
        if (screen === 'import') await page.locator('button[data-job]').first().click()
        if (screen === 'planner') {
          await page.getByLabel('Customers, %').fill('70')
          await page.getByRole('button', { name: 'Balance', exact: true }).click()
          await page.getByRole('status').filter({ hasText: 'The target' }).waitFor()
        }
        if (screen === 'locks of an item') {
          await page
            .getByRole('button', { name: /^Locks of / })
            .first()
            .click()
          await page.getByRole('dialog').waitFor()
        }
        if (screen === 'chair’s questions') await page.locator('main ol > li summary').first().click()
        if (screen === 'paper check') {
          const close = page.getByRole('button', { name: 'Close', exact: true })
          if ((await close.count()) > 0) await close.click()
          await page
            .getByRole('button', { name: /^Check / })
            .first()
            .waitFor()
        }
        if (screen === 'checked paper') {
          const close = page.getByRole('button', { name: 'Close', exact: true })
          if ((await close.count()) === 0)
            await page
              .getByRole('button', { name: /^Check / })
              .first()
              .click()
          await close.waitFor()
        }
        if (screen === 'an action') {
          await page.locator('[data-action]').first().click()
          await page.getByRole('region', { name: 'The action' }).locator('h2').waitFor()
        }
        if (screen === 'a new round') await page.getByRole('button', { name: 'Start a round' }).click()
        if (screen === 'meeting with a page') {
          await page.locator('[role=row]').nth(5).click()
          await page.keyboard.press('o')
          await page.locator('[data-document-pane] [data-marked]').first().waitFor()
          await page.keyboard.press('4')
          await page.getByText(/labelled other/).waitFor()
        }
        await page.waitForTimeout(150)
        expect(await axeViolations(page)).toEqual([])
      })
    }
  }

  const show = async (name: string): Promise<Screen | undefined> => {
    const screen = screensOf(meeting).find((known) => known.name === name)
    await app.open(screen?.hash ?? '#/none')
    await page.waitForTimeout(200)
    await screen?.settle?.(page)
    return screen
  }

  it.each([
    ...ASKING.map((name) => ({ name, colorScheme: 'light' as const })),
    ...MORE_CONTRAST.map((name) => ({ name, colorScheme: 'dark' as const })),
  ])('has nothing to say of $name with more contrast, $colorScheme', async ({ name, colorScheme }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' })
    const screen = await show(name)
    expect(await axeViolations(page)).toEqual([])
    await screen?.leave?.(page)
  })

  it('loses no words at twice the size of text', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
    for (const name of ENLARGED) {
      const screen = await show(name)
      expect.soft(await lostWords(page), name).toEqual([])
      await screen?.leave?.(page)
    }
    await session.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  })

  it('has nothing to say of a questionnaire, and of what is shown of its round', async () => {
    await app.open('#/trend')
    await app.open('#/belief')
    await page.getByRole('button', { name: 'Start a round' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Autumn')
    await page.getByRole('button', { name: 'Start the round' }).click()
    await page.getByRole('button', { name: 'Answer on this device' }).click()
    const form = page.getByRole('dialog', { name: 'Questionnaire' })
    for (const share of ['20', '40', '60']) {
      await form.getByRole('button', { name: 'Member of the board' }).click()
      await form.getByRole('combobox').first().selectOption(share)
      if (share === '20') expect(await axeViolations(page), 'questions').toEqual([])
      await form.getByRole('button', { name: 'Hand in' }).click()
      await form.getByRole('button', { name: share === '60' ? 'End' : 'Next person', exact: true }).click()
    }
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('table').first().waitFor()
    expect(await axeViolations(page), 'result').toEqual([])
  })
})
