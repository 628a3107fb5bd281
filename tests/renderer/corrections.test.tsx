import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { parseTime } from '../../renderer/corrections/correction-values.ts'
import { doubtsOf, lensOfMeeting } from '../../renderer/pages/meeting/doubts.ts'
import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import type { ImportPreview } from '../../shared/model/preview.ts'
import { fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const JOB: ImportJob = {
  id: 'job00000001',
  name: 'agenda.docx',
  bytes: 12_000,
  state: 'review',
  progress: 1,
  addedAt: '2026-10-22T09:00:00Z',
  result: 'imported',
  code: null,
  message: null,
  kind: 'agenda',
  board: 'Northmere',
  date: '2026-10-13',
  pages: 2,
  items: 1,
  passages: 0,
  warnings: [],
  meetingId: null,
  documentId: null,
  duplicateOf: null,
  wouldReplace: null,
}
const probabilities = { customer: 0.6, 'customer-in-numbers': 0.1, numbers: 0.1, other: 0.1, procedural: 0.1 }
const evidence = { page: 2, block: 3, quote: '10.40 Survey (20 mins)', rule: 'test' }
const ANALYSIS: AnalysedDocument = {
  kind: 'agenda',
  kindEvidence: null,
  title: null,
  body: null,
  date: null,
  window: { planned: { start: '10:00', end: '12:00', evidence: null }, recorded: null },
  pages: 2,
  items: [
    {
      number: '4',
      title: 'Survey',
      level: 1,
      parent: null,
      lead: null,
      purpose: null,
      role: 'topic',
      deferred: false,
      planned: { start: '10:40', minutes: 20, minutesMax: 20, basis: 'stated', evidence },
      recorded: null,
      pages: null,
      evidence,
      titleClassification: {
        focus: 'customer',
        confidence: 0.6,
        probabilities,
        fromCustomers: false,
        topics: [],
        evidence: [],
      },
      focus: 'customer',
      shares: probabilities,
      mixBasis: 'title',
    },
  ],
  passages: [],
  actions: [
    {
      text: 'Write to the members who waited',
      owner: 'JB',
      ownerName: null,
      due: null,
      dueText: null,
      status: 'open',
      item: 0,
      evidence,
      focus: 'customer',
    },
  ],
  decisions: [],
  attendance: [],
  talk: [],
  customerTerms: [],
  warnings: [],
  measures: { planned: null, recorded: null, record: null, pack: null },
}
const PREVIEW: ImportPreview = {
  job: JOB,
  analysis: ANALYSIS,
  corrections: {
    items: [{ ref: 'i0', mark: null }],
    actions: [{ ref: 'a0', mark: null }],
    window: null,
    removed: [],
    unapplied: [],
  },
  difference: null,
}
const change = { label: 'Change', canUndo: true, canRedo: false }

async function openReview(preview: ImportPreview = PREVIEW): Promise<FakeService> {
  const service = createFakeService(undefined, {
    'imports.list': () => [JOB],
    'imports.preview': () => preview,
    'corrections.item': () => ({ change }),
    'corrections.action': () => ({ change }),
    'corrections.restore': () => ({ change }),
    'corrections.drop': () => ({ change }),
  })
  renderApp('#/import', service)
  await screen.findByRole('grid', { name: 'Items as they would be stored' })
  return service
}
const asked = (service: FakeService, name: string): unknown[] =>
  service.calls.filter((call) => call.name === name).map(({ input }) => input)

function cellOf(grid: string, column: string): HTMLElement {
  const cell = screen
    .getByRole('grid', { name: grid })
    .querySelector<HTMLElement>(`td[data-column="${column}"]`)
  if (cell === null) throw new Error(`no cell ${column}`)
  return cell
}

describe('correcting in the cell', () => {
  it('edits with Enter, stores with Enter, and sends only what was changed', async () => {
    const service = await openReview()
    const cell = cellOf('Items as they would be stored', 'planned')
    fireEvent.focus(cell)
    fireEvent.keyDown(cell, { key: 'Enter' })
    const field = screen.getByLabelText<HTMLInputElement>('Planned: 4 Survey')
    expect(field.value).toBe('10:40, 20 min')
    fireEvent.change(field, { target: { value: '10:40, 35' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await waitFor(() =>
      expect(asked(service, 'corrections.item')).toEqual([
        { of: { jobId: JOB.id }, ref: 'i0', set: { plannedMinutes: 35 } },
      ]),
    )
  })

  it('leaves it as it was with Escape, and says what cannot be taken', async () => {
    const service = await openReview()
    const cell = cellOf('Items as they would be stored', 'planned')
    fireEvent.focus(cell)
    fireEvent.keyDown(cell, { key: 'F2' })
    const field = screen.getByLabelText('Planned: 4 Survey')
    fireEvent.change(field, { target: { value: 'soon' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(within(cell).getByRole('alert').textContent).toContain('10:40, 20')
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(screen.queryByLabelText('Planned: 4 Survey')).toBeNull()
    expect(asked(service, 'corrections.item')).toEqual([])
  })

  it('goes from cell to cell with Tab', async () => {
    const service = await openReview()
    fireEvent.click(cellOf('Actions as they would be stored', 'owner'))
    const field = screen.getByLabelText('Owner: Write to the members who waited')
    fireEvent.change(field, { target: { value: 'A. Marsh' } })
    fireEvent.keyDown(field, { key: 'Tab' })
    expect(screen.getByLabelText('Due: Write to the members who waited')).toBeTruthy()
    await waitFor(() =>
      expect(asked(service, 'corrections.action')).toEqual([
        { of: { jobId: JOB.id }, ref: 'a0', set: { owner: 'A. Marsh' } },
      ]),
    )
  })

  it('shows what was read beside what a person said, and puts it back with Delete', async () => {
    const [item] = ANALYSIS.items
    if (item === undefined) throw new Error('no item')
    const planned = { start: '10:40', minutes: 35, minutesMax: 35, basis: 'human' as const, evidence }
    const asRead = {
      number: '4',
      title: 'Survey',
      lead: null,
      purpose: null,
      role: 'topic' as const,
      deferred: false,
      plannedStart: '10:40',
      plannedMinutes: 20,
      recordedStart: null,
      recordedMinutes: null,
    }
    const service = await openReview({
      ...PREVIEW,
      analysis: { ...ANALYSIS, items: [{ ...item, planned }] },
      corrections: {
        ...PREVIEW.corrections,
        items: [{ ref: 'i0', mark: { fields: ['plannedMinutes'], asRead } }],
        unapplied: [{ id: 'abcd1234', on: 'item', text: '7 Roof', says: ['planned minutes: 40'] }],
      },
    })
    const cell = cellOf('Items as they would be stored', 'planned')
    expect(cell.textContent).toContain('Corrected by a person. As read: 10:40, 20 min')
    fireEvent.focus(cell)
    fireEvent.keyDown(cell, { key: 'Delete' })
    await waitFor(() =>
      expect(asked(service, 'corrections.restore')).toMatchObject([
        { on: 'item', ref: 'i0', fields: ['plannedStart', 'plannedMinutes'] },
      ]),
    )
    expect(screen.getByText(/1 correction not applied/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Give up the correction of 7 Roof' }))
    await waitFor(() => expect(asked(service, 'corrections.drop')).toHaveLength(1))
  })

  it.each([
    ['10:40, 20 min', { start: '10:40', minutes: 20 }],
    ['9.05', { start: '09:05', minutes: null }],
    ['15', { start: null, minutes: 15 }],
    ['20min', { start: null, minutes: 20 }],
    ['', { start: null, minutes: null }],
    ['unknown', { start: null, minutes: null }],
  ])('reads %j as a time', (text, set) => expect(parseTime(text)).toEqual({ set }))

  it.each(['25:00', '10:40 11:00', 'half an hour', '0', '10:40, 2000', '-5'])(
    'takes no %j for a time',
    (text) => expect(parseTime(text)).toHaveProperty('wrong'),
  )
})

describe('doubts', () => {
  it('are ranked by how far settling them moves the share, and counted', () => {
    const [meeting] = fakeMeetings().slice(1)
    if (meeting === undefined) throw new Error('no meeting')
    const lens = lensOfMeeting(meeting, 'planned')
    const { moves, left } = doubtsOf(meeting, lens)
    expect(moves.size).toBeGreaterThan(0)
    // However it is settled, one passage moves the share by no more than half, and the sum by no more than that.
    expect([...moves.values()].reduce((sum, move) => sum + move, 0)).toBeLessThanOrEqual(0.5)
    expect(left).toBe([...moves.values()].filter((move) => move >= 0.001).length)
    const settled = {
      ...meeting,
      passages: meeting.passages.map((passage) => ({
        ...passage,
        human: { focus: passage.focus, fromCustomers: false },
      })),
    }
    expect(doubtsOf(settled, lens)).toMatchObject({ left: 0 })
  })
})
