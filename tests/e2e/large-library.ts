import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { Focus } from '../../shared/model/focus.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { openHost } from './open-host.ts'
import { keep } from '../store/library-fixture.ts'

/**
 * How the screens feel on a large library: time to draw, time to answer a key, memory of the page.
 * usage: large-library.ts [MEETINGS] [PASSAGES A MEETING], after `npm run build`
 */
const meetings = Number(process.argv[2] ?? 1000)
const passages = Number(process.argv[3] ?? 300)
const FOCI: readonly Focus[] = ['customer', 'customer-in-numbers', 'numbers', 'other', 'procedural']
const WORDS =
  'members waited for a reply while costs rose and the forecast of visits fell in the north'.split(' ')
const ITEMS = 10
const BOARDS = 5

const folder = mkdtempSync(join(tmpdir(), 'empty-chair-large-'))
try {
  const filled = performance.now()
  await fill()
  console.log(`${meetings} meetings with ${meetings * passages} passages stored in ${seconds(filled)} s`)
  const host = await openHost(join(folder, 'library'))
  const browser = await openBrowser()
  try {
    const { page } = await openPage(browser, host.origin)
    const first = performance.now()
    await page.goto(host.address)
    await page.locator('[data-chart="shares"] a').first().waitFor({ timeout: 120_000 })
    console.log(`from the address to the trend: ${seconds(first)} s`)
    const meeting = await page.locator('[data-chart="shares"] a').last().getAttribute('href')
    const screens = [
      ['trend', '#/trend', '[data-chart="shares"] a'],
      ['trend as a table', '#/trend?view=table', 'table tbody tr'],
      ['meetings', '#/meetings', 'a[data-meeting]'],
      ['meeting', meeting ?? '#/meetings', '[role=row]'],
      ['search', '#/search?q=forecast', 'main ol li'],
      ['actions', '#/actions', 'main h1'],
      ['customers', '#/customers', 'main h1'],
      ['method', '#/method', 'main h1'],
      ['settings', '#/settings', 'main h1'],
    ] as const
    const rows: Record<string, Record<string, number>> = {}
    for (const [name, hash, ready] of screens)
      rows[name] = await measureScreen(page, host.origin, hash, ready)
    console.table(rows)
  } finally {
    await browser.close()
    await host.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const store = openLibraryStore({
    folder: join(folder, 'library'),
    now: () => new Date('2026-01-01T00:00:00Z'),
  })
  for (let number = 0; number < meetings; number += 1) {
    const day = new Date(Date.UTC(1990, 0, 1 + number * 13)).toISOString().slice(0, 10)
    await keep(store, folder, `${number}.pdf`, {
      kind: number % 2 === 0 ? 'minutes' : 'agenda',
      board: `Board ${number % BOARDS}`,
      date: day,
      items: Array.from({ length: ITEMS }, (_, item) => ({
        title: `Item ${item} of ${number}`,
        minutes: 5 + ((item * 7 + number) % 40),
        focus: FOCI[item % FOCI.length] ?? 'other',
        passages: Array.from({ length: passages / ITEMS }, (__, at): [string, Focus] => [
          `${number} ${item} ${at}: ${WORDS.slice(at % 7).join(' ')} in place ${(at * 31) % 97}.`,
          FOCI[(item + at) % FOCI.length] ?? 'other',
        ]),
      })),
    })
  }
  store.close()
}

/** Milliseconds to draw, and to answer the slowest of some keys; megabytes of the page's heap. */
async function measureScreen(
  page: Page,
  origin: string,
  hash: string,
  ready: string,
): Promise<Record<string, number>> {
  await page.goto(`${origin}/#/none`)
  await page.waitForTimeout(300)
  const drawn = await page.evaluate(
    ([to, selector]) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        window.location.hash = to
        const look = (): void => {
          if (document.querySelector(`main ${selector.replace(/^main /, '')}`) === null)
            requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - start))
        }
        requestAnimationFrame(look)
      }),
    [hash, ready] as const,
  )
  await page.waitForTimeout(500)
  const keys = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let most = 0
        const options: PerformanceObserverInit & { durationThreshold: number } = {
          type: 'event',
          durationThreshold: 16,
        }
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) most = Math.max(most, entry.duration)
        }).observe(options)
        window.setTimeout(() => resolve(most), 3000)
      }),
  )
  for (const key of ['Tab', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'End', 'Home', 'Tab', 'Tab']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(120)
  }
  const answered = await keys
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const heap = z.number().parse(metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value)
  return { drawn: Math.round(drawn), 'slowest key': Math.round(answered), 'heap MB': Math.round(heap / 1e6) }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
