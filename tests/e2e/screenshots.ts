import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from './open-browser.ts'
import { openHost } from './open-host.ts'

/**
 * `node tests/e2e/screenshots.ts FOLDER [data folder [screen…]]`: the screens on the sample board, or those named, both
 * sizes, light and dark.
 */
const [folder = 'screenshots', dataFolder, ...only] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

async function importSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look at the sample board first' }).click()
  await page.locator('[data-headline]').waitFor({ timeout: 180_000 })
  await page.locator('[data-headline] a').first().waitFor({ timeout: 180_000 })
}

const DRAFT = `# Merrowgate Networks plc – Board of Directors

Agenda for the meeting on Wednesday 18 November 2026, 09:30 to 12:00

| Item | Topic | Lead | Time |
| --- | --- | --- | --- |
| 1 | Opening, apologies and interests | Helen Ostrey | 5 min |
| 2 | A visit to the Orrin Vale depot | Graham Lisle | 20 min |
| 3 | Why subscribers leave: exit interviews | Joss Redfern | 30 min |
| 4 | Forecast for the year | Priya Nandakumar | 30 min |
| 5 | Price of the business tariff | Amara Whitlock | 25 min |
| 6 | Any other business | Helen Ostrey | 5 min |
`

const DRAFT_PAPER = `# Paper 7: Moving the evening helpdesk to Corran Bridge

Prepared for the Board of Directors of Merrowgate Networks plc

## Purpose

The Board is asked to approve the closing of the evening helpdesk for subscribers at Orrin Vale from 1 March 2027.

## Background

Our subscribers will welcome a single number for the whole day. They value a quick answer over a local voice.

Of 48,200 subscribers 6,100 called in the evening last year; calls from business subscribers rose by 9 per cent.

## Financial implications

The saving is £310,000 a year from 2027, after one-off costs of £85,000 for the move of eleven desks.

## Staffing implications

Eleven people are affected; seven have been offered places at Corran Bridge.

## Risks

The new telephone exchange may not be ready by 1 March. A delay of one quarter costs £78,000.
`

/** Looks to the foot of the screen, which scrolls inside. */
async function scrollTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().scrollIntoViewIfNeeded()
}

async function balancePlan(page: Page, target: string): Promise<void> {
  await page.getByLabel('Customers, %').fill(target)
  await page.getByRole('button', { name: 'Balance', exact: true }).click()
  await page
    .getByText(`target ${target}\u202f%`)
    .or(page.getByText(`target ${target} %`))
    .waitFor()
}

/** A draft that was checked; what was looked at stays on its screen until it is forgotten. */
async function checkDraft(page: Page): Promise<void> {
  if ((await page.locator('[data-paper-check]').count()) > 0) return
  await page
    .locator('[data-testid=choose-draft]')
    .setInputFiles([{ name: 'paper-7.md', mimeType: 'text/markdown', buffer: Buffer.from(DRAFT_PAPER) }])
  await page.locator('[data-paper-check]').waitFor({ timeout: 120_000 })
}

async function forgetDraft(page: Page): Promise<void> {
  const forget = page.getByRole('button', { name: 'Forget it' })
  if ((await forget.count()) > 0) await forget.click()
}

/** A file in review, as it is before it is kept. */
async function showReview(page: Page): Promise<void> {
  const row = page.locator('li[data-state=review]', { hasText: 'november-agenda.md' })
  if ((await row.count()) === 0) {
    await page
      .locator('[data-testid=choose-files]')
      .setInputFiles([{ name: 'november-agenda.md', mimeType: 'text/markdown', buffer: Buffer.from(DRAFT) }])
  }
  await row.locator('button[data-job]').click()
  await page.locator('[data-review=review]').waitFor()
}

async function latestMeeting(page: Page): Promise<string> {
  const href = await page.locator('[data-chart="shares"] a').last().getAttribute('href')
  return href ?? '#/meetings'
}

const host = await openHost(dataFolder)
const browser = await openBrowser()
try {
  const { page, complaints } = await openPage(browser, host.origin)
  await page.goto(host.address)
  await page.locator('h1').first().waitFor()
  if (await page.getByText('Some boards keep one chair empty').isVisible()) {
    await page.screenshot({ path: join(folder, 'first-run.png') })
    await importSample(page)
    await page.goto(`${host.origin}/#/import`)
    await page.getByText('kept').first().waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[role=progressbar]').length === 0, null, {
      timeout: 180_000,
    })
    await page.goto(`${host.origin}/#/trend`)
  }
  await page.locator('[data-chart="shares"] a').first().waitFor()
  // The figures come to rest once the careful model has settled the labels.
  await page.waitForTimeout(1000)
  await page.getByText('Refining the labels').waitFor({ state: 'detached', timeout: 300_000 })
  const meeting = await latestMeeting(page)
  const screens: [name: string, hash: string, settle: (() => Promise<void>) | null][] = [
    ['trend', '#/trend', null],
    ['trend-words', '#/trend?lens=record', null],
    ['trend-table', '#/trend?view=table', null],
    ['meetings', '#/meetings', null],
    ['import', '#/import', () => showReview(page)],
    ['meeting', meeting, null],
    [
      'meeting-page',
      meeting,
      async () => {
        await page.locator('[data-item]').nth(4).click()
        await page.locator('[role=row] button', { hasText: 'page' }).first().click()
        await page.locator('[data-document-pane]').waitFor()
        await page.waitForTimeout(300)
      },
    ],
    ['customers', '#/customers', null],
    ['customer', '#/customers?settle=1', () => page.locator('tr[data-customer] button').first().click()],
    ['customers-top-ten', '#/customers?tab=top-ten', null],
    ['customers-portfolio', '#/customers?tab=portfolio', null],
    ['customers-questions', '#/customers?tab=questions', null],
    ['customers-voice', '#/customers?tab=voice', null],
    ['search', '#/search?q=customers', null],
    ['actions', '#/actions', null],
    [
      'action',
      '#/actions?state=lost',
      async () => {
        await page.locator('[data-action]').first().click()
        await page.getByRole('region', { name: 'The action' }).locator('h2').waitFor()
      },
    ],
    ['belief', '#/belief', null],
    ['planner', '#/planner', () => balancePlan(page, '20')],
    ['planner-planned', '#/planner', () => balancePlan(page, '70')],
    [
      'planner-missing',
      '#/planner',
      async () => {
        await balancePlan(page, '70')
        await scrollTo(page, '#changes-title')
      },
    ],
    ['planner-unreachable', '#/planner', () => balancePlan(page, '100')],
    ['chair-questions', '#/planner?view=questions', null],
    ['check', '#/check', () => forgetDraft(page)],
    ['check-result', '#/check', () => checkDraft(page)],
    ['method', '#/method', null],
    ['settings', '#/settings', null],
  ]
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      for (const [name, hash, settle] of screens) {
        if (only.length > 0 && !only.includes(name)) continue
        await page.goto(`${host.origin}/${hash}`)
        await page.locator('main h1, main h2').first().waitFor()
        await page.waitForTimeout(250)
        if (settle !== null) await settle()
        await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) })
      }
    }
  }
  console.log(complaints.length === 0 ? 'No complaints.' : complaints.join('\n'))
} finally {
  await browser.close()
  await host.close()
}
