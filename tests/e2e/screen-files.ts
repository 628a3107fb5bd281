import type { Page } from 'playwright-core'
import { makePdf } from '../integration/ingest/make-pdf.ts'

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

const choose = (page: Page, files: { name: string; buffer: Buffer }[]): Promise<void> =>
  page
    .locator('[data-testid=choose-files]')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))

/** A file in review, as it is before it is kept. */
export async function showReview(page: Page): Promise<void> {
  const row = page.locator('li[data-state=review]', { hasText: 'november-agenda.md' })
  if ((await row.count()) === 0)
    await choose(page, [{ name: 'november-agenda.md', buffer: Buffer.from(DRAFT) }])
  await row.locator('button[data-job]').click()
  await page.locator('[data-review=review] [role=grid]').waitFor()
}

/** Files that no reader takes, and one that asks for its password. */
export async function showRefusals(page: Page): Promise<void> {
  const locked = page.locator('li[data-state=refused]', { hasText: 'remuneration' })
  if ((await locked.count()) === 0) {
    const secret = await makePdf((pdf) => pdf.text('Nothing to see.'), { userPassword: 'sesame' })
    await choose(page, [
      { name: 'remuneration-committee-papers-confidential.pdf', buffer: Buffer.from(secret) },
      { name: 'damaged.pdf', buffer: Buffer.from('%PDF-1.7\nnothing of a document follows\n') },
      { name: 'empty.docx', buffer: Buffer.alloc(0) },
      { name: 'recording-of-the-meeting.m4a', buffer: Buffer.from([0, 1, 2, 3, 254, 255]) },
    ])
  }
  await locked.locator('button[data-job]').click()
  await page.locator('li[data-state=refused]', { hasText: 'recording' }).waitFor()
}

/** Files on their way: larger ones, so that their stages can be seen. */
export async function startReading(page: Page): Promise<void> {
  const lines = 'The board discussed what subscribers had said of the evening helpdesk.\n'
  await choose(
    page,
    ['one', 'two', 'three', 'four'].map((name) => ({
      name: `transcript of part ${name}.txt`,
      buffer: Buffer.from(`Part ${name}\n${lines.repeat(30_000)}`),
    })),
  )
  await page.locator('[role=progressbar]').first().waitFor()
}

export async function stopReading(page: Page): Promise<void> {
  const cancel = page.getByRole('button', { name: /^Cancel transcript/ })
  while ((await cancel.count()) > 0) {
    // oxlint-disable-next-line no-await-in-loop -- each ends before the next.
    await cancel
      .first()
      .click({ timeout: 2000 })
      .catch(() => undefined)
  }
}

/** A draft that was checked; what was looked at stays on its screen until it is forgotten. */
export async function checkDraft(page: Page): Promise<void> {
  if ((await page.locator('[data-paper-check]').count()) > 0) return
  await page
    .locator('[data-testid=choose-draft]')
    .setInputFiles([{ name: 'paper-7.md', mimeType: 'text/markdown', buffer: Buffer.from(DRAFT_PAPER) }])
  await page.locator('[data-paper-check]').waitFor({ timeout: 120_000 })
}

export async function forgetDraft(page: Page): Promise<void> {
  const forget = page.getByRole('button', { name: 'Forget it' })
  if ((await forget.count()) > 0) await forget.click()
}
