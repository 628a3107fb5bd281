import type { Page } from 'playwright-core'
import {
  checkDraft,
  forgetDraft,
  showRefusals,
  showReview,
  startReading,
  stopReading,
} from './screen-files.ts'

/** One state of one screen: its address, what a person does there first, and what puts things back afterwards. */
export interface Screen {
  readonly name: string
  readonly hash: string
  readonly settle?: (page: Page) => Promise<unknown>
  readonly leave?: (page: Page) => Promise<unknown>
}

const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')

const press = (name: string | RegExp) => (page: Page) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click()

const lookAt = (selector: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))

async function openOriginal(page: Page): Promise<void> {
  await page.locator('[data-item]').nth(4).click()
  await page.locator('[role=row] button', { hasText: 'page' }).first().click()
  await page.locator('[data-document-pane]').waitFor()
  await page.waitForTimeout(600)
}

const balancePlan =
  (target: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel('Customers, %').fill(target)
    await page.getByRole('button', { name: 'Balance', exact: true }).click()
    await page.waitForTimeout(600)
  }

async function lockItem(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Locks of / })
    .nth(2)
    .click()
  await page.getByRole('dialog').getByLabel('Stays on the agenda').check()
}

/** Answers one procedure with a failure, or never, until the screen is left. */
const withAnswer = (name: string, answer: 'fails' | 'never') => ({
  settle: async (page: Page): Promise<void> => {
    await page.route(`**/call/${name}`, async (route) => {
      if (answer === 'fails') await route.abort()
    })
    await page.reload()
    await page.waitForTimeout(answer === 'fails' ? 6000 : 700)
  },
  leave: async (page: Page): Promise<void> => {
    await page.unroute(`**/call/${name}`)
    await page.reload()
  },
})

/** Every state of every screen that a library with meetings can show; `meeting` is the address of one of them. */
export function screensOf(meeting: string): readonly Screen[] {
  return [
    { name: 'trend', hash: '#/trend' },
    { name: 'trend-words', hash: '#/trend?lens=record' },
    { name: 'trend-pack', hash: '#/trend?lens=pack' },
    { name: 'trend-all', hash: '#/trend?lens=planned&over=all' },
    { name: 'trend-table', hash: '#/trend?view=table' },
    { name: 'trend-note', hash: '#/trend', settle: press('Add a note'), leave: escape },
    { name: 'trend-report', hash: '#/trend', settle: press('Report'), leave: escape },
    { name: 'trend-loading', hash: '#/trend', ...withAnswer('trend.get', 'never') },
    { name: 'trend-error', hash: '#/trend', ...withAnswer('trend.get', 'fails') },
    { name: 'meetings', hash: '#/meetings' },
    { name: 'meetings-words', hash: '#/meetings?lens=record' },
    { name: 'meetings-none', hash: '#/meetings?find=zzz' },
    {
      name: 'meetings-remove',
      hash: '#/meetings',
      settle: press(/^Remove the meeting/),
      leave: escape,
    },
    { name: 'import', hash: '#/import', settle: showReview },
    { name: 'import-refused', hash: '#/import', settle: showRefusals },
    {
      name: 'import-password',
      hash: '#/import',
      settle: async (page) => {
        await showRefusals(page)
        await press(/^Enter the password/)(page)
      },
      leave: escape,
    },
    { name: 'import-reading', hash: '#/import', settle: startReading, leave: stopReading },
    { name: 'meeting', hash: meeting },
    {
      name: 'meeting-item',
      hash: meeting,
      settle: async (page) => {
        await page.locator('[data-item]').nth(4).click()
        await page.waitForTimeout(400)
      },
    },
    { name: 'meeting-page', hash: meeting, settle: openOriginal },
    {
      name: 'meeting-why',
      hash: meeting,
      settle: (page) => page.locator('[data-why]').nth(1).click(),
      leave: escape,
    },
    { name: 'meeting-correct', hash: meeting, settle: press(/^Correct \d/), leave: escape },
    {
      name: 'meeting-actions',
      hash: meeting,
      settle: lookAt('[aria-labelledby=actions-title]'),
    },
    { name: 'customers', hash: '#/customers' },
    {
      name: 'customer',
      hash: '#/customers?settle=1',
      settle: async (page) => {
        const rows = page.locator('tr[data-customer] button')
        if ((await rows.count()) > 0) await rows.first().click()
      },
    },
    { name: 'customers-top-ten', hash: '#/customers?tab=top-ten' },
    { name: 'customers-portfolio', hash: '#/customers?tab=portfolio' },
    { name: 'customers-questions', hash: '#/customers?tab=questions' },
    { name: 'customers-voice', hash: '#/customers?tab=voice' },
    { name: 'search', hash: '#/search?q=customers' },
    { name: 'search-none', hash: '#/search?q=zzzz' },
    { name: 'search-start', hash: '#/search' },
    {
      name: 'palette',
      hash: '#/trend?palette=1',
      settle: (page) => page.keyboard.press('Control+k'),
      leave: escape,
    },
    {
      name: 'keys',
      hash: '#/trend?keys=1',
      settle: (page) => page.keyboard.press('?'),
      leave: escape,
    },
    { name: 'actions', hash: '#/actions' },
    {
      name: 'action',
      hash: '#/actions?state=all',
      settle: async (page) => {
        await page.locator('[data-action]').first().click()
        await page.getByRole('region', { name: 'The action' }).locator('h2').waitFor()
      },
    },
    { name: 'belief', hash: '#/belief' },
    { name: 'belief-start', hash: '#/belief', settle: press('Start a round'), leave: press('Cancel') },
    {
      name: 'belief-round',
      hash: '#/belief',
      settle: async (page) => {
        const round = page.locator('main li a').first()
        if ((await round.count()) > 0) await round.click()
      },
    },
    { name: 'planner', hash: '#/planner', settle: balancePlan('20') },
    { name: 'planner-more', hash: '#/planner', settle: balancePlan('70') },
    { name: 'planner-unreachable', hash: '#/planner', settle: balancePlan('100') },
    { name: 'planner-lock', hash: '#/planner', settle: lockItem, leave: escape },
    { name: 'chair-questions', hash: '#/planner?view=questions' },
    { name: 'check', hash: '#/check', settle: forgetDraft },
    { name: 'check-result', hash: '#/check', settle: checkDraft },
    { name: 'method', hash: '#/method' },
    { name: 'settings', hash: '#/settings' },
    {
      name: 'settings-learning',
      hash: '#/settings',
      settle: lookAt('[data-section="Learning from labels"]'),
    },
    { name: 'settings-library', hash: '#/settings', settle: lookAt('[data-section=Library]') },
  ]
}

/** The screens of a library that holds nothing yet. */
export const EMPTY_SCREENS: readonly Screen[] = [
  { name: 'empty-trend', hash: '#/trend' },
  { name: 'empty-meetings', hash: '#/meetings' },
  { name: 'empty-import', hash: '#/import' },
  { name: 'empty-customers', hash: '#/customers' },
  { name: 'empty-actions', hash: '#/actions' },
  { name: 'empty-planner', hash: '#/planner' },
  { name: 'empty-check', hash: '#/check' },
  { name: 'empty-belief', hash: '#/belief' },
  { name: 'empty-search', hash: '#/search' },
  { name: 'empty-method', hash: '#/method' },
  { name: 'empty-settings', hash: '#/settings' },
]
