import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { startPlan, solvePlan, explainByHand } from '../../shared/analysis/planner/make-plan.ts'
import { findGaps } from '../../shared/analysis/planner/gaps.ts'
import { chairQuestions } from '../../shared/analysis/planner/chair-questions.ts'
import { BOARD, fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'
import { plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

/** The real planner over the fake board: September's agenda with its untimed item said to take twenty minutes. */
function plannerService(): FakeService {
  const meetings = fakeMeetings().slice(0, 3)
  const gaps = findGaps(meetings, '2026-08-01')
  return createFakeService(meetings, {
    'planner.start': () => startPlan(meetings, gaps, { target: 0.3 }),
    'planner.solve': ({ content }) => solvePlan(content),
    'planner.explain': ({ content }) => explainByHand(content),
    'planner.list': () => [],
    'questions.get': () => chairQuestions(BOARD.name, gaps),
  })
}

const titles = (): string[] =>
  [...document.querySelectorAll('[data-plan-item]')].map((row) =>
    plain(row.querySelector('[data-handle]')?.getAttribute('aria-label')).replace(
      /^Move (.*), place \d+$/,
      '$1',
    ),
  )
const total = (): string => plain(document.querySelector('[data-plan-total]')?.textContent)

describe('the planner', () => {
  test('starts from the last agenda with times, in the same total, with the target reached', async () => {
    renderApp('#/planner', plannerService())
    await screen.findByText('The new agenda')
    expect(screen.getByText(/Starts from the agenda of 14 July 2026/)).toBeTruthy()
    expect(total()).toBe('100')
    expect(screen.getByText('The target is reached.')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'What changed, and why' })).toBeTruthy()
  })

  test('is reordered by keyboard, and takes it back', async () => {
    renderApp('#/planner', plannerService())
    await screen.findByText('The new agenda')
    const before = titles()
    const last = before.length - 1
    fireEvent.keyDown(screen.getByRole('button', { name: `Move ${before[last]}, place ${last + 1}` }), {
      key: 'ArrowUp',
      altKey: true,
    })
    await waitFor(() => expect(titles()[last - 1]).toBe(before[last]))
    expect(screen.getByText(new RegExp(`: place ${last} of ${before.length}`))).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await waitFor(() => expect(titles()).toEqual(before))
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
    await waitFor(() => expect(titles()[last - 1]).toBe(before[last]))
  })

  test('is retimed by hand: the total follows at once, and the rest is balanced around it on request', async () => {
    renderApp('#/planner', plannerService())
    await screen.findByText('The new agenda')
    const field = screen.getByLabelText('Minutes of Results')
    const minutes = field instanceof HTMLInputElement ? field.valueAsNumber : 0
    fireEvent.change(field, { target: { value: String(minutes - 10) } })
    await waitFor(() => expect(total()).toBe('90'))
    expect(screen.getByText(/10 min left/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Balance the rest around them' }))
    await waitFor(() => expect(total()).toBe('100'))
    const again = screen.getByLabelText('Minutes of Results')
    expect(again instanceof HTMLInputElement && again.valueAsNumber).toBe(minutes - 10)
  })

  test('a rejected proposal stays off the agenda', async () => {
    const service = plannerService()
    renderApp('#/planner', service)
    await screen.findByText('The new agenda')
    const [reject] = screen.getAllByRole('button', { name: /^Reject: / })
    if (reject === undefined) throw new Error('nothing is proposed')
    const title = (reject.getAttribute('aria-label') ?? '').replace('Reject: ', '')
    fireEvent.click(reject)
    await screen.findByRole('button', { name: `Reject: ${title}`, pressed: true })
    expect(titles()).not.toContain(title)
    expect(service.calls.some(({ name }) => name === 'planner.solve')).toBe(true)
  })

  test('the chair’s questions name where they rest', async () => {
    renderApp('#/planner?view=questions', plannerService())
    await screen.findByText('After the meeting of 14 July 2026')
    const rows = within(screen.getByRole('main')).getAllByRole('heading', { level: 3 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThanOrEqual(10)
    expect(screen.getAllByText(/Searched:/).length).toBeGreaterThan(0)
  })
})
