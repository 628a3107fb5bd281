import { describe, expect, test } from 'vitest'
import { createWordSuggestions } from '../../../shared/analysis/boards/suggest-customer-words.ts'

function suggestionsOf(papers: readonly (readonly string[])[], known: readonly string[] = []) {
  const suggestions = createWordSuggestions()
  papers.forEach((texts, paper) =>
    texts.forEach((text, at) =>
      suggestions.add({ id: `p${paper}-${at}`, documentId: `d${paper}`, meetingId: 'm', text, page: at + 1 }),
    ),
  )
  return suggestions.list(known)
}

const growers = [
  ['Growers asked for a second tap.', 'Complaints from growers fell to four.'],
  ['The survey of our growers closes in May.', 'Some growers told us that the gate sticks.'],
]

describe('words for those a board serves', () => {
  test('are those of the general list that its papers use, with counts and a passage', () => {
    const [tenants, ...others] = suggestionsOf([
      ['Tenants waited for repairs.', 'A tenant wrote twice. Tenants were told.'],
      ['The tenants’ forum met.'],
    ])
    expect(tenants).toMatchObject({
      word: 'tenants',
      count: 4,
      documents: 2,
      example: { passageId: 'p0-0', meetingId: 'm', page: 1, text: 'Tenants waited for repairs.' },
    })
    expect(others).toEqual([])
  })

  test('are also others, where they stand as only such people do', () => {
    expect(suggestionsOf(growers)).toMatchObject([{ word: 'growers', count: 4, documents: 2 }])
  })

  test('are left out where they are known, used once, or of one paper alone', () => {
    expect(suggestionsOf(growers, ['Grower'])).toEqual([])
    expect(suggestionsOf([['Complaints from growers rose.'], ['The growers’ hut was painted.']])).toEqual([])
    expect(suggestionsOf([['Tenants. Tenants. Tenants.']])).toEqual([])
    expect(suggestionsOf([['Tenants came.', 'Tenants left.'], ['Tenants wrote.']], ['tenant'])).toEqual([])
  })

  test.each([
    'Feedback from managers, complaints by members of the board and letters from suppliers.',
    'Board members asked us. The committee members told us so.',
    'Reports complained. Complaints of others. This serves various purposes.',
    'The directors’ satisfaction with the auditors was noted; staff surveys followed.',
  ])('are not those inside or beside the organisation: %s', (text) => {
    expect(
      suggestionsOf([
        [text, text],
        [text, text],
      ]),
    ).toEqual([])
  })
})
