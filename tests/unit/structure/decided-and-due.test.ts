import { describe, expect, it } from 'vitest'
import { relativeDue } from '../../../shared/analysis/structure/actions/relative-due.ts'
import { attendanceLabel } from '../../../shared/analysis/structure/attendance/attendance-label.ts'
import { isPersonName } from '../../../shared/analysis/structure/attendance/attendee-names.ts'
import { decidedIn } from '../../../shared/analysis/structure/decisions/decided-sentence.ts'

describe('decisions', () => {
  it.each([
    ['RESOLVED: that the lease be signed.', 'resolved'],
    ['It was agreed to ask two builders.', 'agreed'],
    ['The committee approved the budget.', 'approved'],
    ['The minutes were approved as a correct record.', 'approved'],
  ])('%s', (sentence, kind) => {
    expect(decidedIn(sentence)?.kind).toBe(kind)
  })

  it.each([
    'The board noted the report.',
    'The grant had been approved in March.',
    'The paper would be approved later.',
    'No decision was taken.',
    'Was it agreed by everyone?',
    'The plan was not approved.',
    'On 3 May 2017 the Board of Directors approved the rates.',
    'Sales rose by 12.5% on page 10 of 12.',
    'The bus runs 24/7 in 2019-20.',
    'Members agreed with the speaker.',
  ])('is none: %s', (sentence) => {
    expect(decidedIn(sentence)).toBeNull()
  })
})

describe('due words', () => {
  it.each([
    ['Friday', '2024-06-07'],
    ['Tuesday', '2024-06-11'],
    ['end of May', '2025-05-31'],
    ['the end of June', '2024-06-30'],
    ['end of February', '2025-02-28'],
    ['within two weeks', '2024-06-18'],
    ['in 30 days', '2024-07-04'],
    ['end of the month', '2024-06-30'],
  ])('%s, said on 4 June 2024', (words, day) => {
    expect(relativeDue(words, '2024-06-04')).toBe(day)
  })

  it.each(['next meeting', 'early June', 'next month', 'asap', 'ongoing', '24/7', '12.5%', 'two weeks'])(
    'stays words: %s',
    (words) => {
      expect(relativeDue(words, '2024-06-04')).toBeNull()
    },
  )
})

describe('attendance', () => {
  it.each([
    'Present: Ann Bell',
    'Apologies were received from Tom Fox',
    'Also in attendance:',
    'Members present',
  ])('is a label: %s', (text) => {
    expect(attendanceLabel(text)).not.toBeNull()
  })
  it.each([
    'The present lease ends soon',
    'Staff were thanked',
    'Item 4',
    'Presentation of the accounts',
    'Page 10 of 12',
  ])('is none: %s', (text) => {
    expect(attendanceLabel(text)).toBeNull()
  })
  it.each(['Ann Bell', 'Cllr Brown', 'J. P. Osei', 'Dr Ruth van Dyk'])('is a name: %s', (text) => {
    expect(isPersonName(text)).toBe(true)
  })
  it.each(['The Clerk', 'Finance Director', 'Audit Committee', 'two residents', '12.5%', 'June 2024'])(
    'is none: %s',
    (text) => {
      expect(isPersonName(text)).toBe(false)
    },
  )
})
