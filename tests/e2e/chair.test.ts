import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from './open-app.ts'
import type { App } from './open-app.ts'
import { CHROMIUM } from './open-browser.ts'
import { plainWords } from './plain-words.ts'
import { printedWords, wordsOf } from './printed-text.ts'
import { tabTo } from './tab-to.ts'

interface Row {
  readonly date: string
  readonly customers: string
  readonly inNumbers: string
}

/** A chair on the morning of a meeting, by keyboard: from the sentence to the page, and everything on paper. */
describe.skipIf(CHROMIUM === null)('a chair (skipped where there is no Chromium)', () => {
  let app: App
  let page: Page

  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const headline = async (): Promise<string> =>
    plainWords(await page.locator('[data-headline]').textContent())
  const bars = () => page.locator('[data-chart="shares"] a')
  const saveBy = async (name: string): Promise<{ name: string; bytes: Buffer }> => {
    await tabTo(page, page.getByRole('button', { name, exact: true }))
    const [file] = await Promise.all([page.waitForEvent('download'), press('Enter')])
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }
  /** The figures of the table that stands beside the chart, as they read there. */
  const rows = async (): Promise<Row[]> => {
    await app.open('#/trend?view=table')
    const lines = page.locator('table:has(caption) tbody tr')
    await lines.first().waitFor()
    const cells = await lines.evaluateAll((found) =>
      found.map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    )
    return cells.map((texts) => {
      const [date = '', customers = '', inNumbers = ''] = texts.map((text) =>
        plainWords(text).replace('between ', ''),
      )
      return { date, customers, inNumbers }
    })
  }

  beforeAll(async () => {
    app = await openApp('sample')
    page = app.page
    await page.locator('[data-headline] a').first().waitFor()
  })
  afterAll(() => app?.close())

  it('is two steps from a number of the headline to the page it rests on', async () => {
    await tabTo(page, page.locator('[data-headline] a'))
    await press('Enter')
    await page.locator('[role=grid]').waitFor()
    await tabTo(page, page.locator('[role=row]').getByRole('button', { name: /page \d+$/ }))
    await press('Enter')
    const marked = page.locator('[data-document-pane] [data-marked]')
    await marked.first().waitFor()
    const chosen = plainWords(await page.locator('[role=row][aria-selected=true]').textContent())
    expect(chosen).toContain(plainWords(await marked.first().locator('mark').first().textContent()))
  })

  it('switches the lens, and the sentence, the chart and the address follow', async () => {
    await app.open('#/trend')
    await bars().first().waitFor()
    const planned = await headline()
    await tabTo(page, page.getByRole('radio', { name: 'Planned minutes' }))
    await press('ArrowRight')
    await press('ArrowRight')
    await page.getByRole('heading', { name: 'Words in the minutes: shares per meeting' }).waitFor()
    await expect.poll(headline).not.toBe(planned)
    expect(page.url()).toContain('lens=record')
    await press('ArrowLeft')
    await press('ArrowLeft')
    await expect.poll(headline).toBe(planned)
  })

  it('saves the chart as a drawing, a picture and figures, which are those on the screen', async () => {
    await app.open('#/trend?lens=planned')
    await bars().first().waitFor()
    const drawn = await bars().count()
    const svg = await saveBy('SVG')
    expect(svg.name).toMatch(/planned-minutes\.svg$/)
    const picture = await app.browser.newPage()
    await picture.goto(`data:image/svg+xml;base64,${svg.bytes.toString('base64')}`)
    expect(await picture.locator('svg a').count()).toBe(drawn)
    await picture.close()

    const png = await saveBy('PNG')
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000)

    const [head = '', ...lines] = (await saveBy('CSV')).bytes.toString('utf8').trim().split(/\r?\n/)
    const column = head.split(',').indexOf('Customers estimate')
    const shown = await rows()
    expect(lines).toHaveLength(shown.length)
    const estimates = lines.map((line) => `${Math.round(Number(line.split(',').at(column)) * 100)} %`)
    // Where time is missing the screen gives a range and no estimate.
    shown.forEach(({ customers }, index) => {
      if (!/^\d+–/.test(customers)) expect(customers.startsWith(`${estimates[index]} `)).toBe(true)
    })
  })

  it('has the same figures on the screen, on the printed page and in the report', async () => {
    const shown = await rows()
    expect(shown.length).toBeGreaterThan(10)
    await app.open('#/trend?lens=planned')
    await bars().first().waitFor()
    const sentence = await headline()
    const numbers = (await page.locator('[data-headline] a').allTextContents()).map(plainWords)
    expect(numbers).toHaveLength(3)

    const printed = (await printedWords(page)).replaceAll('ʼ', '’')
    expect(printed).toContain(sentence)

    await tabTo(page, page.getByRole('button', { name: 'Report', exact: true }))
    await press('Enter')
    await page.getByRole('dialog', { name: 'A report for the chair' }).waitFor()
    const report = await saveBy('Save the report')
    expect(report.name).toMatch(/-report-.+\.pdf$/)
    const said = (await wordsOf(report.bytes, report.name)).replaceAll(/[()]/g, '')
    const [share = '', year = '', inNumbers = ''] = numbers
    expect(said).toContain(
      `Customers had ${share} of the board’s planned time on 21 October 2026, and ${year} over`,
    )
    expect(said).toContain(
      `A further ${inNumbers} of that meeting went to customers only as a line of the forecast.`,
    )

    for (const [index, row] of shown.entries()) {
      const line = `${row.date} ${row.customers} ${row.inNumbers}`
      expect(printed, 'printed').toContain(line)
      // The report has room for the latest twelve.
      if (index >= shown.length - 12) expect(said, 'report').toContain(line)
    }
  })

  it('never breaks its policy, reports an error, or asks anyone but its host', () => {
    expect(app.complaints).toEqual([])
  })
})
