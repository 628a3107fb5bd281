import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { reportDocument } from '../../electron/service/report/report-document.ts'
import { reportOfBoard, writeReport } from '../../electron/service/report/report-handlers.ts'
import { writeHtml } from '../../electron/service/writing/write-html.ts'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import type { ChairReport } from '../../shared/model/report.ts'
import { reportFormatSchema } from '../../shared/model/report.ts'
import { NOW, keep } from '../store/library-fixture.ts'
import { payloads } from './support/payloads.ts'

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('the chair’s report', () => {
  const root = mkdtempSync(join(tmpdir(), 'empty-chair-report-'))
  let store: LibraryStore
  let report: ChairReport

  beforeAll(async () => {
    store = openLibraryStore({ folder: join(root, 'library'), now: NOW })
    for (const [month, minutes] of [
      ['01', 10],
      ['02', 20],
      ['03', 30],
      ['04', 30],
      ['05', 45],
    ] as const)
      await keep(store, root, `${month}.pdf`, {
        kind: 'agenda',
        date: `2025-${month}-14`,
        items: [
          {
            title: 'What members say',
            minutes,
            focus: 'customer',
            passages: [['Members wait too long.', 'customer']],
          },
          {
            title: 'Budget',
            minutes: 60 - minutes,
            focus: 'numbers',
            passages: [['Costs rose.', 'numbers']],
          },
        ],
      })
    const [board] = store.boards()
    store.annotations.add({ boardId: board?.id ?? '', date: '2025-03-01', text: 'New chair' })
    report = reportOfBoard(store, { boardId: board?.id ?? '', lens: 'planned' }, NOW())
  })
  afterAll(() => {
    store.close()
    rmSync(root, { recursive: true, force: true })
  })

  test('has the figures of the trend, and the passages behind the latest meeting', () => {
    const [board] = store.boards()
    const trend = store.trend(board?.id ?? '', 'planned')
    const last = trend.meetings.at(-1)
    const share = Math.round((last?.shares.customer.mid ?? 0) * 100)
    expect(plain(report.headline)).toMatch(
      new RegExp(
        `^Customers had ${share} % of the board’s planned time on 14 May 2025, and \\d+ % over 5 meetings`,
      ),
    )
    expect(report.bars.map(({ date }) => date)).toEqual(trend.meetings.map(({ date }) => date))
    expect(report.bars.at(-1)?.parts.find(({ focus }) => focus === 'customer')?.share).toBe(
      last?.shares.customer.mid,
    )
    expect(report.notes).toEqual(['1 March 2025: New chair'])
    expect(report.passages.map(({ text, place }) => [text, place])).toEqual([
      ['Members wait too long.', 'Agenda, page 1, 1 What members say'],
    ])
  })

  test.each(reportFormatSchema.options)(
    'says the same as %s, read back by our own readers',
    async (format) => {
      const { name, bytes } = await writeReport(report, format, true, NOW())
      expect(name).toBe(`harbour-board-report-2026-03-01.${format}`)
      const { blocks } = await readDocument(bytes, { fileName: name })
      const text = plain(
        blocks.map((block) => (block.kind === 'text' ? block.text : JSON.stringify(block))).join('\n'),
      ).replaceAll(/\s+/g, ' ')
      for (const words of [
        report.headline,
        report.bars.at(-1)?.customers ?? '',
        'Members wait too long.',
        'New chair',
      ])
        expect(text).toContain(plain(words))
    },
  )

  test('holds no more than its board’s page where no meeting can be measured', () => {
    const [board] = store.boards()
    const empty = reportOfBoard(store, { boardId: board?.id ?? '', lens: 'pack' }, NOW())
    expect(empty).toMatchObject({ bars: [], passages: [], latest: null })
    expect(reportDocument(empty, true).blocks.length).toBeGreaterThan(3)
  })

  test.skipIf(payloads === null)(
    'makes nothing of hostile words as a web page (skipped without the payloads)',
    () => {
      for (const payload of payloads ?? []) {
        const hostile: ChairReport = {
          ...report,
          board: payload,
          headline: payload,
          notes: [payload],
          questions: [{ question: payload, because: payload }],
          passages: [{ focus: 'customer', text: payload, place: payload, basis: payload }],
        }
        const page = new TextDecoder().decode(writeHtml(reportDocument(hostile, true)))
        const body = page.slice(page.indexOf('<main>'))
        const tags = new Set([...body.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag))
        for (const tag of tags)
          expect(
            'main h1 h2 h3 p ul li blockquote div table caption thead tbody tr th td svg defs pattern rect body html'.split(
              ' ',
            ),
          ).toContain(tag)
        expect(body).not.toMatch(/<[^>]*\s(on[a-z]+|href|src|style)\s*=/i)
      }
    },
  )

  test('the page forbids itself to load or run anything, and its own style is the one allowed', () => {
    const page = new TextDecoder().decode(writeHtml(reportDocument(report, false)))
    expect(page).toMatch(
      /content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'"/,
    )
    expect(page).not.toMatch(/<script|https?:/)
  })
})
