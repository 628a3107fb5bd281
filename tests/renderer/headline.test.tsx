import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { headlineOf } from '../../renderer/pages/trend/headline.ts'
import type { MeetingDetail } from '../../shared/model/library.ts'
import { fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { headlineText, plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

async function sentence(meetings: MeetingDetail[], period = 'all', lens: 'planned' | 'record' = 'planned') {
  const service = createFakeService(meetings)
  const trend = await service.call('trend.get', { boardId: 'board0001', lens })
  return headlineOf(trend, period, 'substantive')
}
const textOf = async (...asked: Parameters<typeof sentence>): Promise<string> =>
  plain((await sentence(...asked)).map((part) => part.text).join(''))

describe('the headline', () => {
  it('says the last meeting, the year and the customers in numbers', async () => {
    const three = fakeMeetings().slice(0, 2)
    expect(await textOf(three)).toBe(
      'Customers had 20 % of the board’s planned time in June 2026, 30 % over the 2 meetings since May 2026; ' +
        'in June a further 40 % went to customers only as a line of the forecast.',
    )
  })

  it('gives a range, not an estimate, where an item has no time', async () => {
    expect(await textOf(fakeMeetings().slice(0, 4))).toContain('Customers had between 38 % and 63 % of')
  })

  it('says that the latest meeting has no time, and goes on with the one before', async () => {
    const text = await textOf(fakeMeetings())
    expect(text).toMatch(
      /^The meeting of 13 October 2026 has no planned times\. Before it, customers had between/,
    )
  })

  it('says “over the year” once the meetings span one', async () => {
    const meetings = fakeMeetings().slice(0, 2)
    const early = meetings[0]
    const late = meetings[1]
    if (early === undefined || late === undefined) throw new Error('no meetings')
    const text = await textOf([{ ...early, date: '2025-07-01' }, late])
    expect(text).toContain('30 % over the year;')
  })

  it('tells two meetings of one month apart by the day', async () => {
    const meetings = fakeMeetings().slice(0, 2)
    const text = await textOf(
      meetings.map((meeting, index) => ({ ...meeting, date: `2026-06-0${index + 1}` })),
    )
    expect(text).toContain('on 2 June 2026')
    expect(text).toContain('at that meeting a further 40 %')
  })

  it('says what is missing: no date, no such lens, no meeting in the period', async () => {
    expect(await textOf(fakeMeetings().map((meeting) => ({ ...meeting, date: null })))).toBe(
      'No meeting has a date yet.',
    )
    expect(await textOf(fakeMeetings(), 'all', 'record')).toBe('No minutes of this board are in the library.')
    expect(await textOf(fakeMeetings(), '2019')).toBe('No meeting of this board falls in this period.')
  })

  it('makes every number a door to what stands behind it', async () => {
    const doors = (await sentence(fakeMeetings().slice(0, 2))).flatMap((part) => part.door ?? [])
    expect(doors).toEqual([
      { kind: 'meeting', id: 'meetingbbbb', focus: 'customer' },
      { kind: 'meetings', from: '2026-05-12', to: '2026-06-16' },
      { kind: 'meeting', id: 'meetingbbbb', focus: 'customer-in-numbers' },
    ])
  })

  it('stands on the screen with its links', async () => {
    renderApp('#/trend', createFakeService(fakeMeetings().slice(0, 2)))
    expect(await headlineText()).toContain('Customers had 20 % of the board’s planned time')
    const link = screen
      .getAllByRole('link')
      .find((element) => element.getAttribute('href')?.includes('focus=customer-in-numbers'))
    expect(link?.getAttribute('href')).toContain('#/meeting/meetingbbbb')
  })

  it('offers the sample board where there is no board', async () => {
    renderApp('#/trend', createFakeService([]))
    expect(await screen.findByRole('button', { name: 'Look at the sample board first' })).toBeTruthy()
  })
})
