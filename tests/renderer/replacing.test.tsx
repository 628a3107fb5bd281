import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ImportJob } from '../../shared/model/library.ts'
import type { ImportPreview } from '../../shared/model/preview.ts'
import { fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

function job(id: string, name: string, replaced: string | null): ImportJob {
  return {
    id,
    name,
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
    wouldReplace: replaced === null ? null : { documentId: 'document01', name: replaced },
  }
}

const JOBS = [
  job('job00000001', 'minutes.docx', null),
  job('job00000002', 'agenda v2.docx', 'agenda.docx'),
  job('job00000003', 'pack v2.pdf', 'pack.pdf'),
]

function previewOf(of: ImportJob): ImportPreview {
  const none = { planned: null, recorded: null, record: null, pack: null }
  return {
    job: of,
    analysis: {
      kind: 'agenda',
      kindEvidence: null,
      title: null,
      body: null,
      date: null,
      window: { planned: null, recorded: null },
      pages: 2,
      items: [],
      passages: [],
      decisions: [],
      attendance: [],
      talk: [],
      actions: [],
      customerTerms: [],
      warnings: [],
      measures: none,
    },
    corrections: { items: [], actions: [], window: null, removed: [], unapplied: [] },
    difference: {
      items: [
        {
          before: { number: '4', title: 'Survey', planned: '20 min', recorded: null },
          after: { number: '4', title: 'Survey', planned: '35 min', recorded: null },
          changes: ['retimed'],
        },
      ],
      unchanged: 6,
      passagesAdded: 2,
      passagesRemoved: 0,
      actionsAdded: 0,
      actionsRemoved: 0,
    },
  }
}

function open(jobs: readonly ImportJob[]): FakeService {
  return renderApp(
    '#/import',
    createFakeService(fakeMeetings(), {
      'imports.list': () => [...jobs],
      'imports.preview': ({ id }) => {
        const found = jobs.find((known) => known.id === id)
        if (found === undefined) throw new Error('no job')
        return previewOf(found)
      },
      'imports.keep': () => [],
    }),
  )
}
const kept = (service: FakeService): unknown[] =>
  service.calls.filter(({ name }) => name === 'imports.keep').map(({ input }) => input)
const keepAll = async (): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: /^Keep all that are ready/ }))
}

describe('keeping many files of which some replace an earlier version', () => {
  it('asks first, and shows how each differs', async () => {
    const service = open(JOBS)
    await keepAll()
    const dialog = await screen.findByRole('dialog', { name: '2 files would replace an earlier version' })
    expect(kept(service)).toEqual([])
    expect(within(dialog).getAllByRole('listitem')[0]?.textContent).toContain(
      '“agenda v2.docx” replaces “agenda.docx”',
    )
    fireEvent.click(within(dialog).getByRole('button', { name: 'What is different in pack v2.pdf' }))
    const table = await within(dialog).findByRole('table')
    expect(table.textContent).toContain('Retimed')
    expect(table.textContent).toContain('20 min')
    expect(table.textContent).toContain('35 min')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep all and replace' }))
    await waitFor(() => expect(kept(service)).toEqual([{ ids: JOBS.map(({ id }) => id) }]))
  })

  it('keeps only those that replace nothing, or nothing at all, as asked', async () => {
    const service = open(JOBS)
    await keepAll()
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(kept(service)).toEqual([])
    await keepAll()
    fireEvent.click(await screen.findByRole('button', { name: 'Keep only the other file' }))
    await waitFor(() => expect(kept(service)).toEqual([{ ids: ['job00000001'] }]))
  })

  it('shows the difference at once where there is one, and asks nothing where there is none', async () => {
    const service = open(JOBS.slice(1, 2))
    await keepAll()
    const dialog = await screen.findByRole('dialog', { name: '1 file would replace an earlier version' })
    await within(dialog).findByRole('table')
    expect(within(dialog).queryByRole('button', { name: /^Keep only/ })).toBeNull()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Replace' }))
    await waitFor(() => expect(kept(service)).toEqual([{ ids: ['job00000002'] }]))
  })

  it('keeps at once what replaces nothing', async () => {
    const service = open(JOBS.slice(0, 1))
    await keepAll()
    await waitFor(() => expect(kept(service)).toEqual([{ ids: ['job00000001'] }]))
  })
})
