import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { BoardTitle, TitleRole } from '../../shared/model/board-settings.ts'
import { BOARD } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const change = { label: 'x', canUndo: true, canRedo: false }

function withBoard() {
  let dismissed: string[] = []
  let roles: TitleRole[] = []
  const titles: Omit<BoardTitle, 'role'>[] = [
    { title: 'Apologies', items: 9, meetings: 9, usual: 'procedural' },
    { title: 'Harbour <i>round</i>', items: 4, meetings: 4, usual: 'topic' },
  ]
  return createFakeService(undefined, {
    'boards.words': () => ({
      suggestions: dismissed.includes('sailors')
        ? []
        : [
            {
              word: 'sailors',
              count: 12,
              documents: 3,
              example: {
                passageId: 'passage0001',
                meetingId: 'meetingbbbb',
                text: 'Sailors <b>told</b> us.',
                page: 2,
              },
            },
          ],
      dismissed,
    }),
    'boards.dismissWord': ({ word, dismissed: isDismissed }) => {
      dismissed = isDismissed ? [word] : []
      return { change }
    },
    'boards.titles': () => ({
      titles: titles.map((title) => ({
        ...title,
        role: roles.find((role) => role.title === title.title)?.role ?? title.usual,
      })),
    }),
    'boards.previewTitles': () => ({
      items: 4,
      meetings: 4,
      shares: [
        {
          boardId: BOARD.id,
          board: BOARD.name,
          lens: 'recorded',
          meetings: 4,
          before: 0.11,
          after: 0.14,
        },
      ],
    }),
    'boards.setTitles': ({ roles: wanted }) => {
      roles = wanted
      return { change }
    },
  })
}

describe('words for customers, from the papers', () => {
  it('are added to the form, dismissed, and suggested again', async () => {
    const service = withBoard()
    renderApp('#/settings', service)
    const field = await screen.findByLabelText('What the organisation calls its customers')
    const before = field instanceof HTMLInputElement ? field.value : ''
    fireEvent.click(screen.getByRole('button', { name: 'Suggestions from its papers' }))
    expect(await screen.findByText('Sailors <b>told</b> us.')).toHaveProperty(
      'hash',
      '#/meeting/meetingbbbb?passage=passage0001',
    )
    expect(plain(screen.getByText(/12 times in 3 papers/).textContent)).toBe('12 times in 3 papers')
    fireEvent.click(screen.getByRole('button', { name: 'Add sailors' }))
    expect(field).toHaveProperty('value', before === '' ? 'sailors' : `${before}, sailors`)
    expect(screen.queryByRole('button', { name: 'Add sailors' })).toBeNull()
    expect(service.calls.some(({ name }) => name === 'boards.update')).toBe(false)
    fireEvent.change(field, { target: { value: before } })
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss sailors' }))
    expect(await screen.findByText(/use no other word/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Suggest sailors again' }))
    expect(await screen.findByRole('button', { name: 'Dismiss sailors' })).toBeTruthy()
  })
})

describe('what counts as procedure', () => {
  it('is seen, changed after its effect was shown, and set back', async () => {
    const service = withBoard()
    renderApp('#/settings', service)
    fireEvent.click(await screen.findByRole('button', { name: 'See the titles' }))
    const procedure = await screen.findByRole('list', { name: /Count as procedure: 1/ })
    expect(within(procedure).getByText(/Apologies/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Count as procedure: Harbour <i>round</i>' }))
    expect(plain((await screen.findByText(/share of the year/)).textContent)).toContain('from 11 % to 14 %')
    expect(service.calls.some(({ name }) => name === 'boards.setTitles')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }))
    await waitFor(() =>
      expect(service.calls.find(({ name }) => name === 'boards.setTitles')?.input).toEqual({
        boardId: BOARD.id,
        roles: [{ title: 'Harbour <i>round</i>', role: 'procedural' }],
      }),
    )
    fireEvent.click(await screen.findByRole('button', { name: /Back to the rule for all/ }))
    await screen.findByText(/share of the year/)
    fireEvent.click(screen.getByRole('button', { name: 'Back to the rule for all' }))
    await waitFor(() =>
      expect(service.calls.findLast(({ name }) => name === 'boards.setTitles')?.input).toEqual({
        boardId: BOARD.id,
        roles: [],
      }),
    )
    expect(await screen.findByRole('list', { name: /Count as procedure: 1/ })).toBeTruthy()
  })

  it('is left as it was when asked', async () => {
    const service = withBoard()
    renderApp('#/settings', service)
    fireEvent.click(await screen.findByRole('button', { name: 'See the titles' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Do not count: Apologies' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Leave as it was' }))
    expect(screen.getByRole('button', { name: 'Do not count: Apologies' })).toBeTruthy()
    expect(service.calls.some(({ name }) => name === 'boards.setTitles')).toBe(false)
  })
})
