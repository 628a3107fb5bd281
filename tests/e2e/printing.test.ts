import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { NOW, keep } from '../store/library-fixture.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { printedWords } from './printed-text.ts'

const ITEMS = ['Winter survey', 'Fares', 'Timetable']
const EACH = 1000

/** Lists that draw only what is in view, on paper. */
describe.skipIf(CHROMIUM === null)('printing (skipped where there is no Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'empty-chair-print-'))
  let app: App
  let page: Page
  const drawn = () => page.locator('[data-passage]').count()
  /** The numbers of the passages that are on the paper, in its order. */
  const printed = async (): Promise<number[]> =>
    [...(await printedWords(page)).matchAll(/passage (\d+) of the/g)].map(([, number]) => Number(number))

  beforeAll(async () => {
    const store = openLibraryStore({ folder: join(folder, 'library'), now: NOW })
    await keep(store, folder, 'pack.pdf', {
      kind: 'pack',
      items: ITEMS.map((title, item) => ({
        title,
        passages: Array.from({ length: EACH }, (_, at): [string, 'customer' | 'numbers'] => [
          `Here stands passage ${item * EACH + at} of the whole pack.`,
          at % 2 === 0 ? 'customer' : 'numbers',
        ]),
      })),
    })
    const [meeting] = store.meetings()
    store.close()
    app = await openApp({ folder: join(folder, 'library') })
    page = app.page
    await app.open(`#/meeting/${meeting?.id ?? ''}`)
    await page.locator('[role=grid]').waitFor()
  })
  afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('puts every passage of a long pack on paper once, in order, and then draws as before', async () => {
    const before = await drawn()
    expect(before).toBeLessThan(100)
    expect(await printed()).toEqual(Array.from({ length: ITEMS.length * EACH }, (_, number) => number))
    await expect.poll(drawn).toBe(before)
  })

  it('prints the passages of the item that is chosen and no others', async () => {
    await page.locator('[data-item]', { hasText: 'Fares' }).click()
    await page.getByRole('heading', { name: '2 Fares' }).waitFor()
    expect(await printed()).toEqual(Array.from({ length: EACH }, (_, number) => EACH + number))
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
