import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../renderer/pages/meeting/timeline-model.ts'
import { trendCsv } from '../../renderer/pages/trend/trend-csv.ts'
import { slotsOf } from '../../renderer/pages/trend/trend-model.ts'
import { fakeMeeting, fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import { headlineText, plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

describe('the trend’s figures', () => {
  it('says which meetings are not measured, and draws no bar for them', async () => {
    renderApp('#/trend')
    await headlineText()
    expect(document.querySelector('[data-absent]')?.textContent).toContain(
      '1 meeting without planned times is not measured here (13 Oct 2026)',
    )
    const bars = [...document.querySelectorAll('[data-chart="shares"] a')]
    expect(bars).toHaveLength(5)
    expect(bars.at(-1)?.querySelectorAll('rect[data-focus]')).toHaveLength(0)
  })

  it('holds the same figures in chart and table', async () => {
    renderApp('#/trend')
    await headlineText()
    const words = [...document.querySelectorAll('[data-chart="shares"] a')].map((bar) =>
      plain(bar.getAttribute('aria-label')),
    )
    expect(words[0]).toContain('12 May 2026: Customers 40 %')
    fireEvent.click(screen.getByLabelText('Table'))
    await waitFor(() => expect(document.querySelector('table caption')).not.toBeNull())
    const rows = [...(document.querySelector('table:has(caption)')?.querySelectorAll('tbody tr') ?? [])].map(
      (row) => plain(row.textContent),
    )
    expect(rows).toHaveLength(words.length)
    expect(rows[0]).toContain('40 %')
    expect(rows[3]).toContain('38–63 %')
    expect(words[3]).toContain('Customers 38–63 %')
  })

  it('writes them to CSV with a row for every meeting', async () => {
    const trend = await createFakeService().call('trend.get', { boardId: 'board0001', lens: 'planned' })
    const lines = trendCsv(slotsOf(trend), trend, 'substantive').trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[1]).toContain(
      '"Northmere Water, Board of Directors",2026-05-12,Planned minutes,substance,0.4,0.4,0.4',
    )
    expect(lines[5]?.endsWith(',,,,,,,,,,,,,,,')).toBe(true)
  })
})

describe('the timeline', () => {
  it('lays timed items end to end and gives no width to untimed ones', () => {
    const meeting = fakeMeetings()[3]
    if (meeting === undefined) throw new Error('no meeting')
    const timeline = timelineOf(meeting)
    expect(timeline.planned.blocks.map(({ start, minutes }) => [start, minutes])).toEqual([
      [540, 30],
      [570, 30],
    ])
    expect(timeline.clock).toBe(true)
    expect(timeline.untimed.map(({ title }) => title)).toEqual(['Pipes'])
  })

  it('draws children in place of their parent, and a break beside it', () => {
    const meeting = fakeMeeting('aaaa', null, [
      { title: 'Parent', minutes: 30, passages: [] },
      { title: 'Child', minutes: 20, passages: [] },
      { title: 'Other parent', minutes: 25, passages: [] },
      { title: 'Break', minutes: 10, passages: [] },
    ])
    const [parent, child, other, rest] = meeting.items
    if (parent === undefined || child === undefined || other === undefined || rest === undefined) return
    const items = [
      parent,
      { ...child, parent: parent.id, level: 2 },
      other,
      { ...rest, parent: other.id, level: 2, role: 'break' as const },
    ]
    const drawn = timelineOf({ ...meeting, items }).planned.blocks.map(({ item }) => item.title)
    expect(drawn).toEqual(['Child', 'Other parent', 'Break'])
  })
})
