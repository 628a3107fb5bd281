import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadBy } from './download-by.ts'
import { chooseFiles, jobIn, keepJob } from './import-files.ts'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'

const AGENDA = `# Larkmoor Water

Board of Directors: Agenda

Date: 14 January 2025
Time: 09:00 - 10:00

| No | Item | Lead | Time |
|---|---|---|---|
| 1 | Results of the household survey | Dana Pell | 30 minutes |
| 2 | Budget and forecast | Rui Okafor | 30 minutes |
`

describe.skipIf(CHROMIUM === null)('the library’s safety (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page
  const said = (words: string | RegExp) => page.getByText(words).first().waitFor()

  beforeAll(async () => {
    app = await openApp('empty')
    page = app.page
    await app.open('#/import')
    await chooseFiles(page, [{ name: 'agenda.md', content: AGENDA }])
    await jobIn(page, 'agenda.md', 'review').waitFor()
    await keepJob(page, 'agenda.md')
    await app.open('#/settings')
    await page.getByRole('heading', { name: 'Library', exact: true }).waitFor()
  })
  afterAll(() => app?.close())

  it('is checked, backed up, saved elsewhere, lost, brought in again and put back', async () => {
    await page.getByRole('button', { name: 'Check the library' }).click()
    await said('1 document and 1 original are as they were stored.')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await said('The backup is made and checked.')
    const copy = await (await downloadBy(page, /^Save a copy of the backup/)).path()

    await page.getByRole('button', { name: 'Erase the library …' }).click()
    const erase = page.getByRole('button', { name: 'Erase everything', exact: true })
    expect(await erase.isDisabled()).toBe(true)
    await page.getByLabel(/Type .erase. to go on/).fill('erase')
    await erase.click()
    await page.getByText('0 meetings with 0 documents').waitFor()
    await said('There is no backup yet.')

    await page.getByTestId('choose-backup').setInputFiles(copy)
    await said('The backup was taken in and is whole.')
    await page.getByRole('button', { name: /^Put the backup of/ }).click()
    await page.getByRole('button', { name: 'Put it back', exact: true }).click()
    await page.getByText('1 meeting with 1 document,').waitFor()
    await page.getByRole('button', { name: 'Return to it' }).click()
    await page.getByText('0 meetings with 0 documents').waitFor()
    await page.getByRole('button', { name: 'Return to it' }).click()
    await page.getByText('1 meeting with 1 document,').waitFor()
    await page.getByRole('button', { name: 'Delete it' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
    await page.getByRole('button', { name: 'Return to it' }).waitFor({ state: 'detached' })
  })

  it('takes nothing else for a backup', async () => {
    await page
      .getByTestId('choose-backup')
      .setInputFiles([
        { name: 'x.emptychair', mimeType: 'application/octet-stream', buffer: Buffer.from('x') },
      ])
    await said('The file is no backup of Empty Chair, or it is damaged. Nothing was changed.')
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
