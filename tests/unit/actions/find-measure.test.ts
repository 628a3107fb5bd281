import { describe, expect, it } from 'vitest'
import { findMeasure } from '../../../shared/analysis/actions/find-measure.ts'

describe('the measure of an action', () => {
  it.each([
    ['Answer every complaint within five working days', 'threshold', 'within five working days'],
    ['Reduce missed appointments to 4 % by June', 'threshold', null],
    ['Keep calls answered above 90%', 'threshold', 'above 90%'],
    ['Find savings of £0.3m in the year', 'amount', null],
    ['Interview forty tenants who left', 'amount', null],
    ['Mend the lift so that nobody waits on the stairs', 'so that', 'so that nobody waits on the stairs'],
    ['Raise the net promoter score of the east quay', 'named measure', null],
    ['Cut waiting times at the desk', 'named measure', null],
  ])('is found in “%s”', (text, rule, words) => {
    const found = findMeasure(text)
    expect(found?.rule).toBe(rule)
    expect(found?.text).toBe(words ?? found?.text)
    expect(text).toContain(found?.text)
  })

  it.each([
    'Circulate the minutes by 14 March 2026',
    'Bring the budget for 2026 with three versions',
    'Report on the churn figures',
    'Update action 25/014 and item 5.1',
    'Book the hall for 10:30',
    'Review the response of the regulator',
    'Meet the two auditors',
    'Bring the paper to the next meeting',
  ])('is not made up in “%s”', (text) => {
    expect(findMeasure(text)).toBeNull()
  })
})
