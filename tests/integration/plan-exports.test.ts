import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { clockTimes } from '../../shared/analysis/planner/agenda-clock.ts'
import { solvePlan } from '../../shared/analysis/planner/make-plan.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import type { StructuredDocument } from '../../shared/model/analysis.ts'
import type { PlanContent } from '../../shared/model/planner.ts'
import { writePlan } from '../../electron/service/planner/write-plan.ts'
import { generatePlan } from '../unit/planner/generate-plan.ts'

const BOARD = 'Larkmoor Water – Board of Directors'
const NOW = new Date('2026-11-02T08:00:00Z')
const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path)) ?? null

const TITLES: readonly (readonly [string, string | null])[] = [
  ['Opening, apologies and interests', 'Maren Oakes'],
  ['What tenants told us on the Brackwater estate', 'Tomas Leary'],
  ['Forecast & outlook: £4.2m, “steady”', 'Ines Moreau'],
  ['Repairs backlog – decision on the contractor', 'Bo Larsen'],
  ['Fleet renewal', null],
  ['Risk register', 'Ada Pell'],
  ['Any other business', 'Maren Oakes'],
]

/** A plan with words as boards write them. */
function plan(): PlanContent {
  const content = generatePlan(11, { items: TITLES.length, proposals: 2, small: false })
  const solved = solvePlan({
    ...content,
    locks: {},
    proposals: content.proposals.map((proposal, index) => ({
      ...proposal,
      outOf: null,
      decision: 'accepted' as const,
      title: index === 0 ? 'Why customers stay or leave' : 'Customer action: ring back within a day',
    })),
    base: content.base.map((item, index) => ({
      ...item,
      title: TITLES[index]?.[0] ?? item.title,
      lead: TITLES[index]?.[1] ?? null,
      parts: index === 5 ? ['Flooding at the depot', 'Supply of pipes'] : [],
      group: index === 3 ? 'Committee business' : null,
      purpose: index === 3 ? 'decision' : 'discussion',
      role: index === 0 || index === TITLES.length - 1 ? 'procedural' : index === 4 ? 'break' : 'topic',
      minutes: [5, 20, 40, 25, 10, 20, 5][index] ?? 10,
      customer: index === 1 ? 0.9 : 0,
      substantive: index === 0 || index === TITLES.length - 1 || index === 4 ? 0 : 1,
    })),
    settings: { total: 125, target: 0.4, date: '2026-12-09', start: '09:30', place: 'Foundry House, Room 2' },
  })
  expect(solved.outcome.impossible).toBeNull()
  return solved
}

function expectSameAgenda(read: StructuredDocument, { items, settings }: PlanContent): void {
  const { starts, end } = clockTimes(settings.start, items)
  const top = read.items.filter(({ parent }) => parent === null)
  expect(top.map(({ title }) => title)).toEqual(items.map(({ title }) => title))
  expect(top.map(({ planned }) => planned?.minutes)).toEqual(items.map(({ minutes }) => minutes))
  expect(top.map(({ planned }) => planned?.start)).toEqual(starts)
  expect(top.map(({ lead }) => lead)).toEqual(items.map(({ lead }) => lead))
  expect(read.items.filter(({ parent }) => parent !== null).map(({ title }) => title)).toEqual(
    items.flatMap(({ parts }) => parts),
  )
  expect(read.kind).toBe('agenda')
  expect(read.date?.value).toBe(settings.date)
  expect(BOARD).toContain(read.body?.value)
  expect(read.window.planned).toMatchObject({ start: settings.start, end })
}

async function structured(bytes: Uint8Array, fileName: string): Promise<StructuredDocument> {
  const document = await readDocument(bytes, { fileName })
  return structureDocument(document, { fileName, dateOrder: 'day-first' })
}

describe('the agenda of a plan, read back through our own reader', () => {
  test.each(['docx', 'pdf', 'md'] as const)('%s has the same items and times', async (format) => {
    const content = plan()
    const file = await writePlan(BOARD, content, format, NOW)
    expect(file.name).toBe(`larkmoor-water-board-of-directors-agenda-2026-12-09.${format}`)
    expectSameAgenda(await structured(file.bytes, file.name), content)
  })

  test.skipIf(SOFFICE === null)(
    'the Word file opens in LibreOffice (skipped where there is none)',
    async () => {
      const content = plan()
      const file = await writePlan(BOARD, content, 'docx', NOW)
      const folder = mkdtempSync(join(tmpdir(), 'empty-chair-soffice-'))
      try {
        writeFileSync(join(folder, 'agenda.docx'), file.bytes)
        execFileSync(
          SOFFICE ?? '',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'odt',
            '--outdir',
            folder,
            join(folder, 'agenda.docx'),
          ],
          { stdio: 'ignore', timeout: 150_000 },
        )
        expect(existsSync(join(folder, 'agenda.odt'))).toBe(true)
        expectSameAgenda(
          await structured(new Uint8Array(readFileSync(join(folder, 'agenda.odt'))), 'agenda.odt'),
          content,
        )
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )

  test('the calendar entry spans the meeting and holds the agenda', async () => {
    const content = plan()
    const file = await writePlan(BOARD, content, 'ics', NOW)
    const text = new TextDecoder().decode(file.bytes)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain('DTSTART:20261209T093000\r\nDTEND:20261209T113500\r\n')
    expect(unfolded).toContain('LOCATION:Foundry House\\, Room 2\r\n')
    for (const { title } of content.items)
      expect(unfolded).toContain(title.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`))
  })
})
