import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { plain, renderApp, setUpPage } from './render-app.tsx'
import type { FakeService } from './fake-service.ts'

setUpPage()

async function openMeeting(): Promise<{ service: FakeService; rows: HTMLElement[] }> {
  const service = renderApp('#/meeting/meetingbbbb')
  const grid = await screen.findByRole('grid', { name: 'Passages' })
  return { service, rows: within(grid).getAllByRole('row') }
}

const customerShare = (): string =>
  plain(document.querySelector('[data-lens="planned"] [data-customer-share]')?.textContent)

const labelsAsked = (service: FakeService): unknown[] =>
  service.calls.filter(({ name }) => name === 'passages.relabel').map(({ input }) => input)

function first<T>(list: readonly T[]): T {
  const [value] = list
  if (value === undefined) throw new Error('an empty list')
  return value
}

describe('relabelling by key', () => {
  it.each([
    ['1', { focus: 'customer', fromCustomers: false }],
    ['2', { focus: 'customer-in-numbers', fromCustomers: false }],
    ['3', { focus: 'numbers', fromCustomers: false }],
    ['4', { focus: 'other', fromCustomers: false }],
    ['5', { focus: 'procedural', fromCustomers: false }],
    ['f', { focus: 'customer', fromCustomers: true }],
    ['0', null],
  ])('%s gives its label', async (key, label) => {
    const { service, rows } = await openMeeting()
    const row = first(rows)
    fireEvent.click(row)
    fireEvent.keyDown(row, { key })
    await waitFor(() => expect(labelsAsked(service)).toEqual([{ ids: [row.dataset['passage']], label }]))
  })

  it('moves the figures, shows the label as a person’s, and takes both back', async () => {
    const { rows } = await openMeeting()
    expect(customerShare()).toMatch(/^20 %/)
    const row = first(rows)
    fireEvent.click(row)
    fireEvent.keyDown(row, { key: '3' })
    await waitFor(() => expect(customerShare()).toMatch(/^0 %/))
    expect(within(row).getByText('settled by a person')).toBeTruthy()
    expect(row.textContent).toContain('machine: customers')
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(customerShare()).toMatch(/^20 %/))
    expect(within(row).queryByText('settled by a person')).toBeNull()
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
    await waitFor(() => expect(customerShare()).toMatch(/^0 %/))
  })

  it('labels all that are chosen with Shift and the arrows, or with Ctrl and a click', async () => {
    const { service, rows } = await openMeeting()
    const [one, two, three] = rows
    if (one === undefined || two === undefined || three === undefined) throw new Error('too few rows')
    fireEvent.click(one)
    fireEvent.keyDown(one, { key: 'ArrowDown', shiftKey: true })
    fireEvent.keyDown(two, { key: '4' })
    await waitFor(() =>
      expect(labelsAsked(service)).toEqual([
        {
          ids: [one.dataset['passage'], two.dataset['passage']],
          label: { focus: 'other', fromCustomers: false },
        },
      ]),
    )
    fireEvent.click(one)
    fireEvent.click(three, { ctrlKey: true })
    fireEvent.keyDown(three, { key: '1' })
    await waitFor(() => expect(labelsAsked(service)).toHaveLength(2))
    expect(labelsAsked(service)[1]).toEqual({
      ids: [one.dataset['passage'], three.dataset['passage']],
      label: { focus: 'customer', fromCustomers: false },
    })
  })

  it('leaves keys alone while something is being written', async () => {
    const { service } = await openMeeting()
    fireEvent.click(screen.getByRole('button', { name: 'Correct board or date' }))
    fireEvent.keyDown(screen.getByLabelText('Date'), { key: '1' })
    fireEvent.keyDown(screen.getByLabelText('Date'), { key: 'z', ctrlKey: true })
    expect(service.calls.some(({ name }) => name === 'passages.relabel' || name === 'history.undo')).toBe(
      false,
    )
  })
})
