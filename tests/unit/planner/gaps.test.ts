import { describe, expect, test } from 'vitest'
import { beliefGap } from '../../../shared/analysis/planner/belief-gap.ts'
import { chairQuestions } from '../../../shared/analysis/planner/chair-questions.ts'
import { decisionGaps } from '../../../shared/analysis/planner/decision-gaps.ts'
import { findGaps } from '../../../shared/analysis/planner/gaps.ts'
import { summariseRound } from '../../../shared/analysis/belief/summarise-round.ts'
import type { BeliefResult, BeliefRole } from '../../../shared/model/belief.ts'
import type { Voice } from '../../../shared/model/customers.ts'

const range = (mid: number) => ({ low: mid, mid, high: mid })

/** A closed round in which directors gave these shares of the board's time, in per cent. */
function round(
  shares: readonly number[],
  measured: number | null,
  closed = true,
  role: BeliefRole = 'board',
): BeliefResult {
  return {
    round: {
      id: 'round',
      boardId: 'board',
      name: 'Autumn',
      askedOn: '2026-10-01',
      from: '2026-01-01',
      to: '2026-09-30',
      lens: 'planned',
      discipline: null,
      closed,
      answers: shares.length,
    },
    groups: closed
      ? summariseRound(shares.map((customerShare) => ({ role, answer: { customerShare } })))
      : null,
    measured:
      measured === null
        ? null
        : {
            lens: 'planned',
            customer: range(measured),
            numbers: range(0.3),
            untimedItems: 0,
            meetings: [{ id: 'march', date: '2026-03-04', customer: range(measured), untimedItems: 0 }],
            absent: 0,
          },
  }
}

describe('what directors believe beside the record', () => {
  test('is a question of the chair where the two lie apart, with the meetings measured', () => {
    const belief = beliefGap(round([30, 40, 55, 60], 0.12))
    expect(belief).toMatchObject({ believed: 0.5, measured: { mid: 0.12 } })
    const [question] = chairQuestions('Board', findGaps([], '2026-11-01', { belief })).questions
    expect(question).toMatchObject({
      kind: 'belief',
      because:
        'Directors believed about 50\u202f%; the record shows 12\u202f% of the planned time from 1 January 2026 to 30 September 2026.',
      evidence: [{ meetingId: 'march', date: '2026-03-04' }],
    })
  })
  test('is none within what the mean is rounded by', () => {
    expect(beliefGap(round([30, 40, 55, 60], 0.46))).toBeNull()
  })
  test.each([
    ['two answers', round([40, 60], 0.12)],
    ['answers of others than directors', round([30, 40, 55, 60], 0.12, true, 'sales-person')],
    ['a round that is still open', round([30, 40, 55, 60], 0.12, false)],
    ['a period that nothing measures', round([30, 40, 55, 60], null)],
  ])('is not spoken of with %s', (_name, result) => {
    expect(beliefGap(result)).toBeNull()
  })
})

const decision = (
  item: string,
  inputs: Voice['decisions'][number]['inputs'],
): Voice['decisions'][number] => ({
  passageId: `${item}-passage`,
  meetingId: 'march',
  documentId: 'minutes',
  boardId: 'board',
  date: '2026-03-04',
  kind: 'minutes',
  document: 'minutes.md',
  page: 2,
  item,
  focus: 'customer',
  text: `The Board agreed the ${item}.`,
  start: 0,
  end: 16,
  inputs,
})

describe('decisions without customer input', () => {
  test('are those before which nothing was found, once for each item', () => {
    const { start: _start, end: _end, inputs: _inputs, ...place } = decision('Pontoon', [])
    const input = { ...place, where: 'same-item' as const, kinds: ['visit' as const], shared: [] }
    const gaps = decisionGaps([
      decision('Berth fees', []),
      decision('Berth fees', []),
      decision('Pontoon', [input]),
    ])
    expect(gaps).toMatchObject([
      { itemTitle: 'Berth fees', evidence: { passageId: 'Berth fees-passage', page: 2 } },
    ])
    const { questions } = chairQuestions('Board', findGaps([], '2026-11-01', { decisions: gaps }))
    expect(questions.map(({ question }) => question)).toEqual([
      'What had customers told us before “Berth fees” was decided?',
    ])
  })
})
