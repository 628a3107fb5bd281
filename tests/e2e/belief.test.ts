import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser, openPage } from './open-browser.ts'
import type { Watch } from './open-browser.ts'
import { openHost } from './open-host.ts'
import type { Host } from './open-host.ts'

const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
const FORMS = [
  ['Member of the board', '30'],
  ['Member of the board', '40'],
  ['Member of the board', '50'],
  ['Sales person', '80'],
  ['Sales person', '95'],
] as const

/** A round on the sample board, from its start to what is shown of it. */
describe.skipIf(CHROMIUM === null)('belief and record (skipped where there is no Chromium)', () => {
  let host: Host
  let browser: Browser
  let watch: Watch
  let page: Page
  const form = (): Locator => page.getByRole('dialog', { name: 'Questionnaire' })

  beforeAll(async () => {
    host = await openHost()
    browser = await openBrowser()
    watch = await openPage(browser, host.origin, { acceptDownloads: true })
    page = watch.page
    await page.goto(host.address)
    await page.getByRole('button', { name: 'Look at the sample board first' }).click()
    await page.locator('[data-headline] a').first().waitFor({ timeout: 240_000 })
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await host?.close()
  })

  it('starts a round', async () => {
    await page.goto(`${host.origin}/#/belief`)
    await page.getByRole('button', { name: 'Start a round' }).click()
    await page.getByLabel('Name', { exact: true }).fill('A round of our own')
    await page.getByLabel('Asks about meetings from').fill('2020-01-01')
    await page.getByLabel('Measured by').selectOption({ label: 'Words in the minutes' })
    await page.getByRole('button', { name: 'Start the round' }).click()
    await page.getByRole('heading', { level: 1, name: 'A round of our own' }).waitFor()
  })

  it('takes forms one after the other and shows nothing of those before', async () => {
    await page.getByRole('button', { name: 'Answer on this device' }).click()
    for (const [index, [role, share]] of FORMS.entries()) {
      await form().getByRole('button', { name: role }).click()
      const shares = form().getByRole('combobox')
      await shares.first().waitFor()
      for (const box of await shares.all()) expect(await box.inputValue()).toBe('')
      for (const radio of await form().getByRole('radio', { checked: true }).all())
        expect(await radio.getAttribute('value')).toBe('')
      await shares.first().selectOption(share)
      await form().getByRole('radio', { name: 'Within a year' }).check()
      await form().getByRole('button', { name: 'Hand in' }).click()
      await form().getByText('Thank you').waitFor()
      expect(await form().textContent()).not.toContain(share)
      const isLast = index === FORMS.length - 1
      await form()
        .getByRole('button', { name: isLast ? 'End' : 'Next person', exact: true })
        .click()
    }
    await page.getByText('5 forms handed in.').waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    expect(plain(await page.locator('main').textContent())).not.toMatch(/\b(?:30|40|50|80|95) %/)
  })

  it('shows, once it has ended, the role of three beside the record and not the role of two', async () => {
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the round' }).click()
    const table = page.getByRole('table').first()
    await table.waitFor()
    const words = plain(await table.textContent())
    expect(words).toMatch(/Member of the board3 answers.*about 40 %, between 20 % and 60 %/)
    expect(words).not.toContain('Sales person')
    expect(words).not.toContain('Everyone')
    expect(words).toMatch(/The record\d+ meetings?/)
    const shown = plain(await page.locator('main').textContent())
    expect(shown).toContain('Nothing is shown of: sales or marketing director, sales person')
    expect(shown).not.toContain('Within a year')
    const doors = page.locator('main a[href*="#/meeting/"]')
    expect(await doors.count()).toBeGreaterThan(0)
    await doors.first().click()
    await page.locator('main h1').first().waitFor()
    expect(page.url()).toContain('#/meeting/')
    await page.goBack()
    await table.waitFor()
  })

  it('gives a form to print, and its result as a table', async () => {
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Form to print (PDF)' }).click(),
    ])
    expect(pdf.suggestedFilename()).toBe('questionnaire.pdf')
    expect((await readFile(await pdf.path())).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    ])
    const table = await readFile(await csv.path(), 'utf8')
    expect(table).toContain('Member of the board')
    expect(table).not.toContain('Sales person')
  })

  it('deletes the round only after asking', async () => {
    await page.getByRole('button', { name: 'Delete the round' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
    await page.getByRole('heading', { level: 1, name: 'Belief and record' }).waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'A round of our own' }).count()).toBe(0)
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(watch.complaints).toEqual([])
  })
})
