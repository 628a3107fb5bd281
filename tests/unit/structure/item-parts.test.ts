import { describe, expect, it } from 'vitest'
import { isOwner } from '../../../shared/analysis/structure/actions/action-owner.ts'
import { resolveDue, splitDue } from '../../../shared/analysis/structure/actions/action-due.ts'
import { splitOwner } from '../../../shared/analysis/structure/actions/action-text.ts'
import { bestChain } from '../../../shared/analysis/structure/items/number-chain.ts'
import { parseItemNumbers, romanValue } from '../../../shared/analysis/structure/items/item-number.ts'
import { isLead, splitLead } from '../../../shared/analysis/structure/items/item-lead.ts'
import { readTitle } from '../../../shared/analysis/structure/items/item-title.ts'
import { isKnownTitle, isNotItem, itemRole } from '../../../shared/analysis/structure/items/known-titles.ts'
import { cutReferences, isOnlyPaper } from '../../../shared/analysis/structure/items/paper-reference.ts'
import { looksLikeSentence } from '../../../shared/analysis/structure/items/title-shape.ts'

function link(at: number, value: number, look: string) {
  return { at, value, look, weight: 1 }
}

describe('item numbers', () => {
  it.each([
    ['1. Welcome', '1'],
    ['1.1 Month end', '1.1'],
    ['1.a Reserves', '1a'],
    ['7.II. Accept the claims', '7.II'],
    ['A. Call to order', 'A'],
    ['IV. New business', 'IV'],
    ['01/25/01 Call to order', '01/25/01'],
    ['24/103 Footpath', '24/103'],
    ['48/18 Apologies', '48/18'],
    ['Item 7: Harbour wall', '7'],
    ['Agenda Item 3 - Pier', '3'],
    ['TB(5)2 Public data', 'TB(5)2'],
    ['FC/24/05 Finance', 'FC/24/05'],
    ['2\tMinutes of the last meeting', '2'],
    ['(b) Reserves', 'b'],
    ['1.A Approve the claims', '1.A'],
    ['2.B. Bridge rails', '2.B'],
  ])('reads %j', (text, number) => expect(parseItemNumbers(text, null).map((n) => n.text)).toContain(number))

  it('reads a number the format holds apart', () => {
    expect(parseItemNumbers('Welcome', '3.')[0]).toMatchObject({ text: '3', rest: 'Welcome' })
    expect(parseItemNumbers('Welcome', '•')).toEqual([])
  })

  it.each([
    '2019 budget',
    '12.5% growth',
    '£1.30 each',
    '10:40 Coffee',
    '15 minutes of talk',
    '3 members left',
    '2 March 2024',
    '(10.40) Finance',
    '09.30 h Welcome',
    '1st reading',
    'Mr. Dean spoke',
  ])('finds no number in %j', (text) => expect(parseItemNumbers(text, null)).toEqual([]))

  it('counts in Roman', () => {
    expect(['I', 'IV', 'IX', 'XIV', 'XXIII'].map(romanValue)).toEqual([1, 4, 9, 14, 23])
    expect(romanValue('IVORY')).toBeNull()
  })

  it('keeps the outer list where a list inside it starts again', () => {
    const links = [
      link(0, 1, 'bold'),
      link(1, 2, 'bold'),
      link(2, 1, ''),
      link(3, 2, ''),
      link(4, 3, ''),
      link(5, 3, 'bold'),
      link(6, 4, 'bold'),
    ]
    expect(bestChain(links, { restarts: true }).links.map((l) => l.at)).toEqual([0, 1, 5, 6])
  })
})

describe('titles', () => {
  it('comes clean of time, lead, purpose, paper and page', () => {
    expect(readTitle('Fleet renewal (15 min) - CEO')).toMatchObject({ title: 'Fleet renewal', lead: 'CEO' })
    expect(readTitle('Fleet renewal\t10:05\tT. Keel\tDecision\tPaper C')).toMatchObject({
      title: 'Fleet renewal',
      lead: 'T. Keel',
      purpose: 'decision',
    })
    expect(readTitle('Fleet renewal ............ 12')).toMatchObject({
      title: 'Fleet renewal',
      pages: [12, 12],
    })
    expect(readTitle('7:30 pm Consent agenda').title).toBe('Consent agenda')
    expect(readTitle('Kick-off – Sept 2 at 7pm').times).toEqual([])
  })

  it('leaves alone what is no time of the item’s', () => {
    for (const title of [
      '5 minute break for staff',
      'Review of the 24/7 helpline',
      'Route 7.30 timetable of 2019',
      'A 15 minute presentation by the panel',
    ]) {
      expect(readTitle(title).times.filter((t) => t.form === 'duration')).toEqual([])
    }
  })

  it.each([
    'CEO',
    'Chair',
    'A. Name',
    'Dr Gesa Holt',
    'Katie Davis, Lord Marsh',
    'Director Holm',
    'Finance Director',
    'All',
  ])('%s leads', (text) => {
    expect(isLead(text)).toBe(true)
  })
  it.each([
    'Finance Report',
    'Annual Budget',
    'New Business',
    'to follow',
    'Paper A',
    'Approval of Minutes',
    'the harbour wall',
  ])('%s does not lead', (text) => {
    expect(isLead(text)).toBe(false)
  })
  it('keeps an abbreviation in its title', () => {
    expect(splitLead('Harbour Water Authority (HWA)')).toEqual({
      title: 'Harbour Water Authority (HWA)',
      lead: null,
    })
    expect(splitLead('Budget Committee – (Marsh, Holm)')).toEqual({
      title: 'Budget Committee',
      lead: 'Marsh, Holm',
    })
  })

  it.each(['Enc 3', 'Paper C', 'TB(7)2', 'Verbal', 'To follow', 'pages 12-14'])('%s is a paper', (text) =>
    expect(isOnlyPaper(text)).toBe(true),
  )
  it.each(['Papers for the press', 'Enclosure of common land', 'Verbal abuse of staff'])(
    '%s is none',
    (text) => expect(isOnlyPaper(text)).toBe(false),
  )
  it('cuts references off', () =>
    expect(cutReferences('Note of the meeting – paper HB(8)1.i').title).toBe('Note of the meeting'))

  it.each([
    ['Apologies for absence', 'procedural'],
    ['Declarations of interest', 'procedural'],
    ['Approval of the minutes of the last meeting', 'procedural'],
    ['AOB and date of next meeting', 'procedural'],
    ['Call to order', 'procedural'],
    ['Adjournment', 'procedural'],
    ['Lunch', 'break'],
    ['Tea break', 'break'],
    ['Customer complaints', 'topic'],
    ['Breakfast club report', 'topic'],
    ['Closing the pier to cars', 'topic'],
    ['Lunch menu contract', 'topic'],
  ])('%s is %s', (title, role) => expect(itemRole(title)).toBe(role))

  it('tells the titles boards use from lists of people', () => {
    expect(isKnownTitle("Treasurer's report")).toBe(true)
    expect(isKnownTitle('Purple elephants')).toBe(false)
    expect(isNotItem('Board members present')).toBe(true)
    expect(isNotItem('Harbour wall')).toBe(false)
    expect(looksLikeSentence('The board noted that fares had risen by three per cent.')).toBe(true)
    expect(looksLikeSentence('Discussion of the 2024 fares')).toBe(false)
  })
})

describe('actions', () => {
  it.each(['AB', 'AB/CD', 'A. Name', 'The Clerk', 'All', 'MS/AHop'])('%s may own an action', (text) =>
    expect(isOwner(text)).toBe(true),
  )
  it.each(['by the end of May', 'the new signs', 'Buy paint'])('%s may not', (text) =>
    expect(isOwner(text)).toBe(false),
  )

  it('splits who, what and when', () => {
    expect(splitOwner('AB – price the benches')).toEqual({ owner: 'AB', text: 'price the benches' })
    expect(splitOwner('Price the benches (AB)')).toEqual({ owner: 'AB', text: 'Price the benches' })
    expect(splitOwner('Harbour team to price the benches')).toEqual({
      owner: 'Harbour team',
      text: 'Price the benches',
    })
    expect(splitDue('price the benches by 30 May')).toEqual({ text: 'price the benches', dueText: '30 May' })
    expect(splitDue('stand by the harbour')).toEqual({ text: 'stand by the harbour', dueText: null })
  })

  it('dates a due day by the meeting, into the next year where it has passed', () => {
    expect(resolveDue('30 May', '2024-05-14', 'day-first')).toBe('2024-05-30')
    expect(resolveDue('10 January', '2024-05-14', 'day-first')).toBe('2025-01-10')
    expect(resolveDue('30 May', null, 'day-first')).toBeNull()
    expect(resolveDue('next meeting', '2024-05-14', 'day-first')).toBeNull()
  })
})

describe('the number a clerk files an item under', () => {
  it.each([
    ['24-0109 Approve the minutes', 'Approve the minutes'],
    ['24-25 Budget', '24-25 Budget'],
    ['10-2024 plan', '10-2024 plan'],
  ])('%s', (text, title) => expect(readTitle(text).title).toBe(title))
})

describe('an owner named by what they stand for', () => {
  it('is read with "from" and "for"', () => {
    expect(splitOwner('Representative from Harbour Watch to show the map')).toEqual({
      owner: 'Representative from Harbour Watch',
      text: 'Show the map',
    })
  })
  it('is not read where the sentence begins with the preposition', () => {
    expect(splitOwner('For Members to note the new date').owner).toBeNull()
    expect(splitOwner('From May to keep the gate shut').owner).toBeNull()
  })
})
