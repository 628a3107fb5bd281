import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { customerFieldsSchema } from '../../shared/model/customers.ts'
import { hostilePayloads } from '../security/support/payloads.ts'
import { NOW, keep, review } from '../store/library-fixture.ts'
import { downloadBy } from './download-by.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

const payloads = hostilePayloads()
/** Those a field can hold: an empty one is no title and no name. */
const texts = payloads.filter((text) => text.trim() !== '')
const BOARD = 'Harbour Board'
/** Names of boards and files carry several each, so that there are not hundreds of either. */
const TOGETHER = 12
const names = Array.from({ length: Math.ceil(texts.length / TOGETHER) }, (_, index) =>
  texts.slice(index * TOGETHER, (index + 1) * TOGETHER).join(' ¦ '),
)
/** Search lists a hundred hits; each of these words stands in fewer passages. */
const LISTED = 96
const lantern = (index: number): string => `lantern${Math.floor(index / LISTED)}`
const cut = (length: number): string[] => texts.map((text) => text.slice(0, length).trim())
const fields = texts.map((text, index) =>
  customerFieldsSchema.parse({
    name: `${index} ${text}`.slice(0, 200),
    aliases: [],
    segment: text.slice(0, 100),
    value: null,
    lifetimeValue: null,
    currency: null,
    owner: text.slice(0, 120),
    lastSeen: null,
    nextVisit: null,
    nextPurpose: null,
    notes: text,
  }),
)

/** What text must never become, wherever it stands; the app's own page has none of it in its main part. */
const ACTIVE =
  'main :is(script, style, img, iframe, object, embed, video, audio, link, meta, base, form[action], math, marquee, foreignObject, template)'

describe.skipIf(CHROMIUM === null || payloads.length === 0)(
  'hostile words on every screen (skipped where there is no Chromium or the payloads are not on this machine)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-chair-hostile-'))
    let app: App
    let page: Page
    let meeting = ''
    let boardId = ''
    const dialogs: string[] = []

    /** Opens a screen, draws all of it as for paper, and says which of the texts it does not show as they are. */
    const missingOn = async (hash: string, ready: string, wanted: readonly string[]): Promise<string[]> => {
      await app.open(hash)
      await page.locator(ready).first().waitFor({ state: 'attached' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      const left = await page.evaluate((all) => {
        const fieldsOfForms = [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
        const shown = [document.body.textContent, ...fieldsOfForms.map(({ value }) => value)].join('\n')
        return all.filter((text) => !shown.includes(text))
      }, wanted)
      await expectInert(hash)
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      return left
    }
    const expectInert = async (where: string): Promise<void> => {
      const found = await page.evaluate((active) => {
        const everything = [...document.querySelectorAll('main *')]
        return {
          active: [...document.querySelectorAll(active)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
          handlers: everything.flatMap((element) =>
            element.getAttributeNames().filter((name) => name.startsWith('on')),
          ),
          links: everything.flatMap((element) => {
            const href = element.getAttribute('href')
            return href === null || href.startsWith('#/') ? [] : [href]
          }),
        }
      }, ACTIVE)
      expect(found, where).toEqual({ active: [], handlers: [], links: [] })
      expect(dialogs, where).toEqual([])
    }

    beforeAll(async () => {
      // The labels do not matter here, and settling so many would only take time.
      process.env['EMPTY_CHAIR_CAREFUL'] = folder
      const store = openLibraryStore({ folder: join(folder, 'library'), now: NOW })
      const kept = await keep(store, folder, 'minutes.pdf', {
        board: BOARD,
        date: '2026-03-04',
        items: texts.map((text) => ({ title: text, minutes: 1, passages: [[text, 'customer']] })),
        actions: texts.map((text) => ({ text, owner: text })),
      })
      meeting = kept.meetingId
      boardId = store.boardByName(BOARD)?.id ?? ''
      for (const text of cut(120)) store.annotations.add({ boardId, date: '2026-03-01', text })
      for (const [index, name] of names.entries()) {
        await keep(store, folder, name, {
          kind: 'agenda',
          board: name,
          date: '2026-04-14',
          items: [
            {
              title: 'Survey',
              minutes: 30,
              passages: texts
                .slice(index * TOGETHER, (index + 1) * TOGETHER)
                .map((text, at) => [`${text} ${lantern(index * TOGETHER + at)}`, 'customer']),
            },
          ],
        })
        await review(store, folder, `${name} again`, { board: BOARD, date: '2026-05-12' })
      }
      store.customers.save(
        'Add customers',
        fields.map((one) => ({ id: null, fields: one })),
      )
      store.updateBoard(boardId, { customerTerms: texts })
      store.close()
      app = await openApp({ folder: join(folder, 'library') })
      page = app.page
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
    })
    afterAll(async () => {
      await app?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it('the payloads are all there, and one that is not shown would be found missing', async () => {
      expect(payloads.length).toBeGreaterThanOrEqual(738)
      expect(await missingOn('#/method', 'main h1', ['stands nowhere'])).toEqual(['stands nowhere'])
    })

    it('a meeting: titles, passages, actions and owners', async () => {
      expect(await missingOn(`#/meeting/${meeting}`, '[role=grid]', texts)).toEqual([])
      const shown = (selector: string): Promise<number> =>
        page.locator(selector).evaluateAll((found, all) => {
          const said = found.map(({ textContent }) => textContent).join('\n')
          return all.filter((text) => !said.includes(text)).length
        }, texts)
      expect(await shown('[data-item]')).toBe(0)
      expect(await shown('section[aria-labelledby=actions-title] tbody td:first-child')).toBe(0)
      expect(await shown('section[aria-labelledby=actions-title] tbody td:nth-child(2)')).toBe(0)
    })

    it('the trend: notes, and the names of boards', async () => {
      expect(await missingOn('#/trend', '[data-headline]', names)).toEqual([])
      const hash = `#/trend?lens=recorded&board=${boardId}`
      expect(await missingOn(hash, '[data-chart=shares]', cut(120))).toEqual([])
    })

    it('the list of meetings and the queue: boards and files', async () => {
      expect(await missingOn('#/meetings', 'a[data-meeting]', names)).toEqual([])
      expect(await missingOn('#/import', 'li[data-state]', names)).toEqual([])
    })

    it('search: passages, boards and files', async () => {
      for (let at = 0; at < texts.length; at += LISTED) {
        const group = texts.slice(at, at + LISTED)
        const hash = `#/search?q=${lantern(at)}`
        expect(await missingOn(hash, `main ol li:nth-child(${group.length})`, group), hash).toEqual([])
      }
    })

    it('actions over meetings, and customers with their owners', async () => {
      expect(await missingOn(`#/actions?state=all&board=${boardId}`, '[data-action]', texts)).toEqual([])
      const wanted = fields.flatMap(({ name, owner, segment }) => [name, owner ?? '', segment ?? ''])
      expect(await missingOn(`#/customers?board=${boardId}`, 'tr[data-customer]', wanted)).toEqual([])
    })

    it('settings and method: a board’s own words for its customers', async () => {
      expect(await missingOn(`#/settings?board=${boardId}`, 'main h1', texts)).toEqual([])
      await missingOn(`#/method?board=${boardId}`, 'main h1', [])
    })

    it('the report as a web page, opened without any policy but its own', async () => {
      await app.open(`#/trend?lens=recorded&board=${boardId}`)
      await page.locator('[data-chart=shares]').waitFor()
      await page.getByRole('button', { name: 'Report', exact: true }).click()
      await page.getByText('Web page', { exact: true }).click()
      const report = await downloadBy(page, 'Save the report')
      const reader = await app.browser.newPage()
      const asked: string[] = []
      reader.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      reader.on('request', (request) => asked.push(request.url()))
      await reader.goto(`file://${await report.path()}`)
      expect(dialogs).toEqual([])
      expect(asked).toHaveLength(1)
      expect(await reader.locator('script, img, iframe, object, embed, a, form, base, link').count()).toBe(0)
      await reader.close()
    })

    it('never breaks its policy, reports an error, or asks anyone but its host', () => {
      expect(app.complaints).toEqual([])
      expect(dialogs).toEqual([])
    })
  },
)
