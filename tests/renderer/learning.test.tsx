import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ProcedureOutput } from '../../shared/contract/procedures.ts'
import { fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const none = { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 0, procedural: 0 }
const change = { label: 'x', canUndo: true, canRedo: false }

type Previewed = ProcedureOutput<'learning.preview'>

function withLabels(
  look: (usual: Previewed) => Promise<Previewed> = async (usual) => usual,
  onCancel: () => void = () => undefined,
) {
  let on = false
  return createFakeService(undefined, {
    'learning.state': () => ({
      on,
      learned: on ? { id: 'feedface', labels: 12, byFocus: { ...none, customer: 12 }, strength: 1 } : null,
      labels: 12,
      labelsByFocus: { ...none, customer: 12 },
      isStale: !on,
      adjusted: on ? 40 : 0,
      changed: on ? 34 : 0,
      documentsLeft: 0,
    }),
    'learning.cancel': () => {
      onCancel()
      return { done: true }
    },
    'learning.preview': () =>
      look({
        preview: {
          modelId: 'feedface',
          labels: 12,
          passages: 34,
          meetings: 5,
          changes: [
            {
              passageId: 'passage0001',
              meetingId: 'meetingbbbb',
              board: 'Harbour Board',
              date: '2025-01-14',
              item: 'Visitors',
              document: 'minutes.pdf',
              page: 3,
              text: 'Visitors <b>asked</b> for signs.',
              from: 'other',
              to: 'customer',
              sameWords: true,
            },
          ],
          shares: [
            {
              boardId: 'boardaaaa',
              board: 'Harbour Board',
              lens: 'record',
              meetings: 9,
              before: 0.14,
              after: 0.17,
            },
          ],
        },
        cancelled: false,
      }),
    'learning.apply': () => {
      on = true
      return { change }
    },
    'learning.use': ({ on: wanted }) => {
      on = wanted
      return { change }
    },
    'learning.reset': () => {
      on = false
      return { done: true }
    },
  })
}

describe('learning in Settings', () => {
  it('says when there is nothing to learn from', async () => {
    renderApp('#/settings')
    expect(await screen.findByText(/No passage has been labelled by a person yet/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'See what would change' })).toHaveProperty('disabled', true)
    expect(screen.getByRole('button', { name: 'Forget what was learnt' })).toHaveProperty('disabled', true)
  })

  it('shows what would change before it is applied, then switches and forgets', async () => {
    const service = withLabels()
    renderApp('#/settings', service)
    fireEvent.click(await screen.findByRole('button', { name: 'See what would change' }))
    expect(
      await screen.findByText('Learning from 12 labels would change 34 labels in 5 meetings.'),
    ).toBeTruthy()
    expect(plain(screen.getByText(/share of the year/).textContent)).toContain('from 14 % to 17 %')
    const list = screen.getByRole('list', { name: 'Labels that would change' })
    expect(within(list).getByText('Visitors <b>asked</b> for signs.')).toBeTruthy()
    expect(service.calls.some(({ name }) => name === 'learning.apply')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }))
    await waitFor(() =>
      expect(service.calls.find(({ name }) => name === 'learning.apply')?.input).toEqual({
        modelId: 'feedface',
      }),
    )
    expect(await screen.findByText(/34 labels changed/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Forget what was learnt' }))
    fireEvent.click(screen.getByRole('button', { name: 'Forget' }))
    expect(await screen.findByText(/Nothing is learnt yet/)).toBeTruthy()
  })
})

describe('a look that takes long', () => {
  it('says how far it is and can be cancelled and begun anew', async () => {
    let cancel: (() => void) | null = null
    let looks = 0
    const service = withLabels(
      async (usual) => {
        looks += 1
        if (looks > 1) return usual
        await new Promise<void>((resolve) => {
          cancel = resolve
        })
        return { preview: null, cancelled: true }
      },
      () => cancel?.(),
    )
    renderApp('#/settings', service)
    fireEvent.click(await screen.findByRole('button', { name: 'See what would change' }))
    const bar = await screen.findByRole('progressbar', { name: 'Looking at what would change' })
    act(() => service.tell({ type: 'learning-progress', progress: 0.25 }))
    await waitFor(() => expect(bar).toHaveProperty('value', 0.25))
    // Labels that are settled meanwhile do not begin it anew.
    act(() => service.tell({ type: 'library-changed', meetingIds: [] }))
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/It was cancelled/)).toBeTruthy()
    expect(looks).toBe(1)
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByText(/would change 34 labels/)).toBeTruthy()
  })
})

describe('accuracy on the own labels in Method', () => {
  it('is not stated under ten labels', async () => {
    renderApp('#/method')
    expect(await screen.findByText(/Stated once people have labelled 10 passages/)).toBeTruthy()
  })

  it('is stated with its interval, how the labels came about, and what was taken for what', async () => {
    const service = createFakeService(undefined, {
      'learning.accuracy': () => ({
        labels: 20,
        machine: { agreed: 12, low: 0.387, high: 0.781 },
        learned: { agreed: 15, low: 0.531, high: 0.888 },
        confusion: {
          customer: { ...none, customer: 9, other: 8 },
          'customer-in-numbers': none,
          numbers: { ...none, numbers: 3 },
          other: none,
          procedural: none,
        },
      }),
    })
    renderApp('#/method', service)
    expect(plain((await screen.findByText(/12 of 20/)).textContent)).toBe(
      '12 of 20, 60 % (95 % interval 39 % to 78 %)',
    )
    expect(screen.getByText(/not drawn at random/)).toBeTruthy()
    const row = within(screen.getByRole('row', { name: /9 0 0 8 0/ })).getAllByRole('cell')
    expect(row.map((cell) => cell.textContent)).toEqual(['9', '0', '0', '8', '0'])
  })
})

describe('a learnt label', () => {
  it('says so, and what the shipped model said', async () => {
    const meetings = fakeMeetings().map((meeting) => ({
      ...meeting,
      passages: meeting.passages.map((passage, index) =>
        index === 0
          ? {
              ...passage,
              human: null,
              focus: 'customer' as const,
              learned: {
                machine: 'procedural' as const,
                machineProbabilities: { ...none, procedural: 0.61 },
                sameWords: false,
              },
            }
          : passage,
      ),
    }))
    renderApp('#/meeting/meetingbbbb', createFakeService(meetings))
    const note = await screen.findByText('learnt from your labels')
    const row = note.closest('[role=row]')
    const why = row?.querySelector('[data-why]')
    if (why === null || why === undefined) throw new Error('no why')
    fireEvent.click(why)
    expect(await screen.findByText('Learnt from your labels.')).toBeTruthy()
    expect(plain(screen.getByText(/The shipped model alone says/).textContent)).toContain('(61 %)')
  })
})
