import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { beliefCsv } from '../../renderer/pages/belief/belief-csv.ts'
import type { BeliefResult, BeliefRound } from '../../shared/model/belief.ts'
import { BOARD, fakeMeetings } from './fake-board.ts'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'
import { plain, renderApp, setUpPage } from './render-app.tsx'

setUpPage()

const ROUND: BeliefRound = {
  id: 'round0001',
  boardId: BOARD.id,
  name: 'Spring',
  askedOn: '2026-10-14',
  from: '2026-05-01',
  to: '2026-10-31',
  lens: 'planned',
  discipline: 'closeness',
  closed: false,
  answers: 0,
}
const range = { low: 0.2, mid: 0.25, high: 0.3 }
const RESULT: BeliefResult = {
  round: { ...ROUND, closed: true, answers: 5 },
  groups: [
    {
      group: 'board',
      questions: [{ kind: 'share', question: 'customerShare', answers: 3, mean: 0.4, low: 0.2, high: 0.6 }],
    },
    { group: 'sales-person', questions: [] },
  ],
  measured: {
    lens: 'planned',
    customer: range,
    numbers: range,
    untimedItems: 0,
    meetings: [{ id: 'meetingaaaa', date: '2026-05-12', customer: range, untimedItems: 0 }],
    absent: 1,
  },
}

function serviceWith(result: BeliefResult): FakeService {
  return createFakeService(fakeMeetings(), {
    'belief.rounds': () => [result.round],
    'belief.result': () => result,
    'belief.answer': () => ({ done: true }),
  })
}

describe('belief and record', () => {
  it.each(['<img src=x onerror="window.pwned=1">', '<script>window.pwned=1</script>', '\u202Egnp.exe'])(
    'shows a round’s name as it is: %s',
    async (name) => {
      renderApp('#/belief/round0001', serviceWith({ ...RESULT, round: { ...RESULT.round, name } }))
      expect(await screen.findByRole('heading', { level: 1, name }, { timeout: 10_000 })).toBeTruthy()
      expect(document.querySelectorAll('img, script')).toHaveLength(0)
      expect('pwned' in window).toBe(false)
    },
  )

  it('becomes no formula in a spreadsheet', () => {
    expect(beliefCsv({ ...RESULT, round: { ...RESULT.round, name: '=1+1' } })).not.toMatch(
      /(?:^|[,"\r\n])[=@]/,
    )
  })

  it('shows what is believed beside what was measured, with a door to each meeting', async () => {
    renderApp('#/belief/round0001', serviceWith(RESULT))
    const table = await screen.findByRole('table')
    expect(plain(table.textContent)).toContain('about 40 %, between 20 % and 60 %')
    expect(plain(table.textContent)).toContain('The record')
    expect(plain(table.textContent)).not.toContain('Salespeople')
    const door = screen.getByRole('link', { name: /12 May 2026/ })
    expect(door.getAttribute('href')).toContain('#/meeting/meetingaaaa')
  })

  it('leaves nothing of one form in the next', async () => {
    const service = serviceWith({ round: ROUND, groups: null, measured: null })
    renderApp('#/belief/round0001', service)
    fireEvent.click(await screen.findByRole('button', { name: 'Answer on this device' }))
    const form = within(await screen.findByRole('dialog', { name: 'Questionnaire' }))
    const roles = () => form.getAllByRole('button').filter((button) => button.className.includes('min-h-12'))
    fireEvent.click(roles()[0] ?? document.body)
    const [share] = form.getAllByRole('combobox')
    fireEvent.change(share ?? document.body, { target: { value: '35' } })
    fireEvent.click(form.getByRole('button', { name: 'Hand in' }))
    fireEvent.click(await form.findByRole('button', { name: 'Next person' }))
    expect(service.calls.find(({ name }) => name === 'belief.answer')?.input).toEqual({
      roundId: ROUND.id,
      role: 'board',
      answer: { customerShare: 35 },
    })
    fireEvent.click(roles()[0] ?? document.body)
    await waitFor(() => expect(form.getAllByRole('combobox')).not.toHaveLength(0))
    for (const box of form.getAllByRole('combobox')) expect(box).toHaveProperty('value', '')
    for (const radio of form.queryAllByRole('radio', { checked: true }))
      expect(radio).toHaveProperty('value', '')
  })
})
