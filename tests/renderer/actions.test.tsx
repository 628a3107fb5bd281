import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { actionsCsv } from '../../renderer/pages/actions/actions-csv.ts'
import type { ActionThreadDetail } from '../../shared/model/actions-over-meetings.ts'
import { BOARD, fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const HOSTILE = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg/onload=window.pwned=1>',
  '\u202Egnp.exe',
  '=HYPERLINK("http://example.test","x")',
]

function threadOf(key: string, more: Partial<ActionThreadDetail> = {}): ActionThreadDetail {
  const place = {
    meetingId: 'meetingaaaa',
    date: '2026-05-12',
    documentId: 'agendaaaaa',
    document: 'minutes-aaaa.pdf',
    kind: 'minutes' as const,
    page: 2,
  }
  const id = `meetingaaaa-mi${key.repeat(16)}`
  const text = more.text ?? `Ring the households ${key}`
  return {
    id,
    boardId: BOARD.id,
    board: BOARD.name,
    text,
    owner: { value: 'A. Bell', basis: 'record' },
    due: { value: '2026-06-01', basis: 'record' },
    dueText: null,
    measure: { value: null, basis: 'record' },
    state: { value: 'lost', basis: 'record' },
    because: 'Last in the minutes of 12 May 2026, page 2.',
    focus: 'other',
    first: place,
    last: place,
    mentions: 1,
    meetings: 1,
    ageDays: 154,
    ageMeetings: 4,
    overdueDays: 134,
    overdueDaysToday: 140,
    history: [
      {
        ...place,
        key: id,
        actionId: `action000${key}`,
        corrected: [],
        role: 'asked',
        text,
        quote: text,
        owner: 'A. Bell',
        due: '2026-06-01',
        dueText: null,
        says: 'unknown',
        joinedBecause: null,
      },
    ],
    notCarried: [{ ...place, date: '2026-06-16', kind: 'action log' }],
    later: { meetings: 4, carrying: 1 },
    ...more,
  }
}

function serviceWith(threads: readonly ActionThreadDetail[]): FakeService {
  return createFakeService(fakeMeetings(), {
    'actions.list': () => ({
      today: '2026-10-19',
      boards: [
        {
          boardId: BOARD.id,
          board: BOARD.name,
          latest: '2026-10-13',
          meetings: 5,
          carrying: 1,
          withActions: 1,
          leftOut: 0,
        },
      ],
      threads: [...threads],
    }),
    'actions.get': ({ id }) => threads.find((thread) => thread.id === id) ?? threadOf('0'),
    'actions.set': () => ({
      change: { label: 'Set the status of an action', canUndo: true, canRedo: false },
    }),
  })
}

describe('the actions', () => {
  it.each(HOSTILE)('are shown as they are written: %s', async (text) => {
    const hostile = threadOf('1', {
      text,
      board: text,
      owner: { value: text, basis: 'record' },
      due: { value: null, basis: 'record' },
      dueText: text,
      measure: { value: { text, rule: 'by hand' }, basis: 'human' },
      because: text,
    })
    renderApp(`#/actions?action=${hostile.id}`, serviceWith([hostile]))
    // The first page of a file takes its time on a slow machine.
    const panel = await screen.findByRole('region', { name: 'The action' }, { timeout: 10_000 })
    await within(panel).findByRole('heading', { name: text }, { timeout: 10_000 })
    expect(within(panel).getByLabelText('Owner')).toHaveProperty('value', text)
    expect(panel.querySelector('blockquote')?.textContent).toBe(text)
    expect(document.querySelector('[data-action]')?.textContent).toContain(text)
    window.dispatchEvent(new Event('beforeprint'))
    expect(document.querySelectorAll('img, script, svg[onload]')).toHaveLength(0)
    expect('pwned' in window).toBe(false)
  })

  it('become no formula in a spreadsheet', () => {
    const csv = actionsCsv([threadOf('1', { text: '=1+1', owner: { value: '@sum', basis: 'record' } })])
    expect(csv).not.toMatch(/(?:^|[,"\r\n])[=@]/)
    expect(csv).toContain('=1+1')
  })

  it('are shown by what is not done, and say so when none fits', async () => {
    const done = threadOf('2', { text: 'Mend the gate', state: { value: 'done', basis: 'record' } })
    renderApp('#/actions', serviceWith([threadOf('1', { focus: 'customer' }), done]))
    const list = await screen.findByRole('listbox', { name: 'Actions' })
    expect(within(list).getAllByRole('option')).toHaveLength(1)
    fireEvent.change(screen.getByPlaceholderText('Words or owner'), { target: { value: 'nothing like it' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Show all that is not done' }))
    await waitFor(() =>
      expect(screen.getAllByRole('option', { name: /Ring the households/ })).toHaveLength(1),
    )
  })

  it('are chosen and gone through by key, and set by hand', async () => {
    const threads = [threadOf('1'), threadOf('2')]
    const service = serviceWith(threads)
    renderApp('#/actions', service)
    const list = await screen.findByRole('listbox', { name: 'Actions' })
    fireEvent.keyDown(list, { key: 'ArrowDown' })
    const panel = await screen.findByRole('region', { name: 'The action' })
    fireEvent.change(await within(panel).findByLabelText('Status'), { target: { value: 'done' } })
    await waitFor(() =>
      expect(service.calls.find(({ name }) => name === 'actions.set')?.input).toEqual({
        ids: [threads[0]?.id],
        patch: { state: 'done' },
      }),
    )
    fireEvent.keyDown(list, { key: 'ArrowDown', shiftKey: true })
    expect(await screen.findByText('2 actions chosen')).toBeTruthy()
  })
})
