import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { MeetingDetail } from '../../shared/model/library.ts'
import { fakeMeetings, remeasure } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

/** The first meeting settled whole, the second in part, the others not at all. */
function reviewed(): MeetingDetail[] {
  return fakeMeetings().map((meeting, index) =>
    remeasure({
      ...meeting,
      passages: meeting.passages.map((passage, place) =>
        index === 0 || (index === 1 && place === 0)
          ? { ...passage, human: { focus: passage.focus, fromCustomers: false } }
          : passage,
      ),
    }),
  )
}

function first(): MeetingDetail {
  const [meeting] = reviewed()
  if (meeting === undefined) throw new Error('no meeting')
  return meeting
}

const dates = (): (string | null)[] =>
  [...document.querySelectorAll('a[data-meeting]')].map((link) => link.textContent)
const reviewFilter = (): HTMLElement => screen.getByRole('combobox', { name: 'Review' })

describe('meetings by how far they are reviewed', () => {
  it.each([
    ['none', ['13 October 2026', '15 September 2026', '14 July 2026']],
    ['some', ['16 June 2026']],
    ['settled', ['12 May 2026']],
    ['nonsense', ['13 October 2026', '15 September 2026', '14 July 2026', '16 June 2026', '12 May 2026']],
  ])('the address asks for %s', async (review, expected) => {
    renderApp(`#/meetings?review=${review}`, createFakeService(reviewed()))
    await waitFor(() => expect(dates()).toEqual(expected))
  })

  it('puts what is chosen into the address, beside the other filters', async () => {
    renderApp('#/meetings?year=2026', createFakeService(reviewed()))
    await screen.findByRole('table')
    fireEvent.change(reviewFilter(), { target: { value: 'settled' } })
    await waitFor(() => expect(dates()).toEqual(['12 May 2026']))
    expect(window.location.hash).toContain('review=settled')
    expect(window.location.hash).toContain('year=2026')
    expect(screen.getByText('1 of 5 meetings')).toBeTruthy()
    fireEvent.change(reviewFilter(), { target: { value: 'all' } })
    await waitFor(() => expect(dates()).toHaveLength(5))
    expect(window.location.hash).not.toContain('review')
  })

  it('says of an empty answer how many fit but for the review, and shows all again', async () => {
    renderApp('#/meetings?review=settled', createFakeService(fakeMeetings()))
    await screen.findByRole('heading', { name: 'No meeting fits these filters.' })
    screen.getByText('5 meetings fit the other filters, none of them “All labels settled”.')
    fireEvent.click(screen.getByRole('button', { name: 'Show all meetings' }))
    await waitFor(() => expect(dates()).toHaveLength(5))
    expect(window.location.hash).not.toContain('review')
  })
})

describe('printing', () => {
  it('draws all meetings while it prints, and only those in view before and after', async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ ...first(), id: `meeting${index}` }))
    renderApp('#/meetings', createFakeService(many))
    await screen.findByRole('table')
    const before = dates().length
    expect(before).toBeLessThan(many.length)
    window.dispatchEvent(new Event('beforeprint'))
    expect(dates()).toHaveLength(many.length)
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(dates()).toHaveLength(before))
  })

  it('draws every passage of the list while it prints, under its item, with its label and its page', async () => {
    const meeting = first()
    const passages = meeting.passages.flatMap((passage) =>
      Array.from({ length: 60 }, (_, index) => ({
        ...passage,
        id: `${passage.id}${index}`,
        text: `${passage.focus} ${index} of the paper.`,
      })),
    )
    renderApp(`#/meeting/${meeting.id}`, createFakeService([{ ...meeting, passages }]))
    const pane = (await screen.findByRole('grid', { name: 'Passages' })).closest('section')
    if (pane === null) throw new Error('no pane')
    expect(within(pane).queryByText('numbers 59 of the paper.')).toBeNull()
    window.dispatchEvent(new Event('beforeprint'))
    const printed = [...pane.querySelectorAll('p')].map(({ textContent }) => textContent ?? '')
    expect(printed).toHaveLength(passages.length)
    passages.forEach(({ text }, index) => expect(printed[index]?.endsWith(text)).toBe(true))
    expect(printed[0]).toContain('Customers, settled by a person · Minutes, page 1')
    expect(
      within(pane)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual(['1 Complaints', '2 Results'])
    window.dispatchEvent(new Event('afterprint'))
    await waitFor(() => expect(within(pane).queryByText('numbers 59 of the paper.')).toBeNull())
  })
})
