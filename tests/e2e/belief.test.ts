import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadBy } from './download-by.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { plainWords } from './plain-words.ts'

const FORMS = [
  ['Member of the board', '30'],
  ['Member of the board', '40'],
  ['Member of the board', '50'],
  ['Sales person', '80'],
  ['Sales person', '95'],
] as const

/** A round on the sample board, from its start to what is shown of it. */
describe.skipIf(CHROMIUM === null)('belief and record (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page
  const form = (): Locator => page.getByRole('dialog', { name: 'Questionnaire' })

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
  })
  afterAll(() => app?.close())

  it('starts a round', async () => {
    await app.open('#/belief')
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
    expect(plainWords(await page.locator('main').textContent())).not.toMatch(/\b(?:30|40|50|80|95) %/)
  })

  it('shows, once it has ended, the role of three beside the record and not the role of two', async () => {
    await page.getByRole('button', { name: 'End the round' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'End the round' }).click()
    const table = page.getByRole('table').first()
    await table.waitFor()
    const words = plainWords(await table.textContent())
    expect(words).toMatch(/Member of the board3 answers.*about 40 %, between 20 % and 60 %/)
    expect(words).not.toContain('Sales person')
    expect(words).not.toContain('Everyone')
    expect(words).toMatch(/The record\d+ meetings?/)
    const shown = plainWords(await page.locator('main').textContent())
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
    const pdf = await downloadBy(page, 'Form to print (PDF)')
    expect(pdf.suggestedFilename()).toBe('questionnaire.pdf')
    expect((await readFile(await pdf.path())).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    const csv = await downloadBy(page, 'CSV')
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
    expect(app.complaints).toEqual([])
  })
})
