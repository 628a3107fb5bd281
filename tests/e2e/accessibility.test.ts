import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser, openPage } from './open-browser.ts'
import { PROJECT, openHost } from './open-host.ts'
import type { Host } from './open-host.ts'

const AXE = readFileSync(join(PROJECT, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

declare global {
  interface Window {
    axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> }
  }
}

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

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }))
  })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

describe.skipIf(CHROMIUM === null)('accessibility (skipped where there is no Chromium)', () => {
  let host: Host
  let browser: Browser
  let page: Page
  let meeting = '#/meetings'

  beforeAll(async () => {
    host = await openHost()
    browser = await openBrowser()
    // axe builds functions from text, which the page's own policy rightly forbids.
    page = (await openPage(browser, host.origin, { bypassCSP: true })).page
    await page.goto(host.address)
    await page.locator('main h1').first().waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  it('has nothing to say of the first start and of empty screens', async () => {
    for (const hash of [
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
    ]) {
      await page.goto(`${host.origin}/${hash}`)
      await page.locator('main h1, main h2').first().waitFor({ state: 'attached' })
      expect(await violations(page), hash).toEqual([])
    }
  })

  it('imports the sample board', async () => {
    await page.goto(`${host.origin}/#/trend`)
    await page.getByRole('button', { name: 'Look at the sample board first' }).click()
    await page.locator('[data-headline] a').first().waitFor({ timeout: 150_000 })
    await page.goto(`${host.origin}/#/import`)
    await page.waitForFunction(
      () =>
        document.querySelectorAll('[data-state]').length > 12 &&
        document.querySelectorAll('[role=progressbar]').length === 0,
      null,
      { timeout: 150_000 },
    )
    await page.goto(`${host.origin}/#/trend`)
    meeting = (await page.locator('[data-chart="shares"] a').last().getAttribute('href')) ?? '#/meetings'
  })

  for (const scheme of ['light', 'dark'] as const) {
    for (const [screen, address] of Object.entries(SCREENS)) {
      it(`has nothing to say of ${screen}, ${scheme}`, async () => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        const hash = address ?? meeting
        await page.goto(`${host.origin}/${hash}`)
        await page.locator('main h1').first().waitFor({ state: 'attached' })
        if (screen === 'a customer') await page.locator('tr[data-customer] button').first().click()
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
        expect(await violations(page)).toEqual([])
      })
    }
  }

  it('has nothing to say of a questionnaire, and of what is shown of its round', async () => {
    await page.goto(`${host.origin}/#/trend`)
    await page.goto(`${host.origin}/#/belief`)
    await page.getByRole('button', { name: 'Start a round' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Autumn')
    await page.getByRole('button', { name: 'Start the round' }).click()
    await page.getByRole('button', { name: 'Answer on this device' }).click()
    const form = page.getByRole('dialog', { name: 'Questionnaire' })
    for (const share of ['20', '40', '60']) {
      await form.getByRole('button', { name: 'Member of the board' }).click()
      await form.getByRole('combobox').first().selectOption(share)
      if (share === '20') expect(await violations(page), 'questions').toEqual([])
      await form.getByRole('button', { name: 'Hand in' }).click()
      await form.getByRole('button', { name: share === '60' ? 'End' : 'Next person', exact: true }).click()
    }
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('table').first().waitFor()
    expect(await violations(page), 'result').toEqual([])
  })
})
