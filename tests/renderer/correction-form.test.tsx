import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ImportJob } from '../../shared/model/library.ts'
import { createFakeService } from './fake-service.ts'
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
  items: 5,
  passages: 20,
  warnings: [],
  meetingId: null,
  documentId: null,
  duplicateOf: null,
  wouldReplace: null,
}

describe('correcting what was read', () => {
  it('sends a field when it is left, and keeps what is being typed in another', async () => {
    let job = JOB
    const service = createFakeService(undefined, {
      'imports.list': () => [job],
      'imports.update': ({ ids: _ids, ...change }) => {
        job = { ...job, ...change }
        return [job]
      },
    })
    renderApp('#/import', service)
    const board = await screen.findByLabelText('Board', { selector: 'form *' })
    fireEvent.change(board, { target: { value: 'Northmere Audit Committee' } })
    fireEvent.blur(board)
    const date = screen.getByLabelText('Date of the meeting')
    fireEvent.change(date, { target: { value: '2026-10-14' } })
    await waitFor(() => expect(job.board).toBe('Northmere Audit Committee'))
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Board', { selector: 'form *' }).value).toBe(job.board),
    )
    expect(screen.getByLabelText<HTMLInputElement>('Date of the meeting').value).toBe('2026-10-14')
    fireEvent.blur(date)
    await waitFor(() => expect(job.date).toBe('2026-10-14'))
  })

  it('cannot keep a file without a board', async () => {
    const service = createFakeService(undefined, { 'imports.list': () => [{ ...JOB, board: null }] })
    renderApp('#/import', service)
    const keep = await screen.findByRole<HTMLButtonElement>('button', { name: 'Keep' })
    expect(keep.disabled).toBe(true)
    expect(screen.getByText('The document names no board.')).toBeTruthy()
  })
})
