import { describe, expect, test } from 'vitest'
import { assertionFinder } from '../../../shared/analysis/customers/voice/find-assertions.ts'
import { checkPaper } from '../../../shared/analysis/paper-check/check-paper.ts'
import type { CheckedPaper } from '../../../shared/analysis/paper-check/check-paper.ts'
import type { Block } from '../../../shared/model/document.ts'
import type { Focus } from '../../../shared/model/focus.ts'
import { certain } from '../measure/measured-fixture.ts'

const findAssertion = assertionFinder(['berth holders'])

describe('claims about customers', () => {
  test.each([
    'Tenants will welcome the new hours.',
    'We know that our members strongly value the journal.',
    'Berth holders prefer to pay by the quarter.',
    'Families trust the service; it needs no change.',
  ])('%s is one without evidence', (text) => {
    expect(findAssertion(text)).not.toBeNull()
  })
  test.each([
    'In the survey tenants said that they welcome the new hours.',
    'Of the members asked, 62 % value the journal.',
    'What do customers need from us?',
    'It is not known whether passengers prefer the early boat.',
    'The board supports the plan.',
    'Customers pay by the quarter.',
  ])('%s is none', (text) => {
    expect(findAssertion(text)).toBeNull()
  })
  test('a figure in another sentence is no evidence', () => {
    const text = 'Costs rose by 3 %. Tenants will welcome the price. The Board meets in May.'
    expect(checkPaper(paperOf([[text, 'other']])).findings).toMatchObject([
      { kind: 'assertion-without-evidence', places: [{ quote: 'Tenants will welcome the price.' }] },
    ])
  })
})

const heading = (text: string, page = 1): Block => ({
  kind: 'text',
  page,
  text,
  marker: null,
  box: null,
  style: { fontSize: null, bold: true, italic: false, headingLevel: 2, listLevel: null },
  furniture: null,
})

function paperOf(
  passages: readonly (readonly [string, Focus, boolean?])[],
  headings: readonly string[] = [],
): CheckedPaper {
  return {
    name: 'fees.docx',
    paged: true,
    blocks: headings.map((text) => heading(text)),
    customerTerms: ['berth holders'],
    analysis: {
      kind: 'paper',
      kindEvidence: null,
      title: 'Harbour fees',
      body: null,
      date: null,
      window: { planned: null, recorded: null },
      items: [],
      passages: passages.map(([text, focus, fromCustomers = false], block) => ({
        text,
        page: 2,
        block,
        item: null,
        focus,
        confidence: 1,
        probabilities: certain(focus),
        fromCustomers,
        topics: [],
        evidence: [],
      })),
      actions: [],
      decisions: [],
      attendance: [],
      talk: [],
      customerTerms: [],
      warnings: [],
      pages: 3,
    },
  }
}
const kinds = (paper: CheckedPaper) => checkPaper(paper).findings.map(({ kind }) => kind)

describe('a paper', () => {
  test('in which customers are only figures is told so, with the places', () => {
    const check = checkPaper(
      paperOf([
        ['Berth holders fell by 4 % to 310.', 'customer-in-numbers'],
        ['Costs rose.', 'numbers'],
      ]),
    )
    expect(check.findings).toMatchObject([
      { kind: 'only-figures', places: [{ page: 2, quote: 'Berth holders fell by 4 % to 310.' }] },
    ])
    expect(check.customerShare).toBe(0)
  })
  test('that speaks of them as well is not', () => {
    const passages = [
      ['Berth holders fell by 4 %.', 'customer-in-numbers'],
      ['Berth holders told us that the pontoon is slippery.', 'customer', true],
    ] as const
    expect(kinds(paperOf(passages))).toEqual([])
    expect(checkPaper(paperOf(passages)).fromCustomers).toBe(1)
  })
  test('with financial implications and none for customers is told so', () => {
    expect(kinds(paperOf([], ['Financial implications', 'Risk assessment']))).toEqual(['no-customer-heading'])
    expect(kinds(paperOf([], ['Financial implications', 'Implications for berth holders']))).toEqual([])
    expect(kinds(paperOf([], ['Financial implications', 'What this means for customers']))).toEqual([])
    expect(kinds(paperOf([], ['Introduction', 'Next steps']))).toEqual([])
  })
  test('that asks for a decision about customers without what they said is told so', () => {
    const asks = ['The Board is asked to approve new rules for berth holders.', 'customer'] as const
    expect(kinds(paperOf([asks]))).toEqual(['decision-without-input'])
    expect(
      kinds(paperOf([asks, ['Berth holders said in March what they wanted.', 'customer', true]])),
    ).toEqual([])
  })
  test('without words has no share', () => {
    expect(checkPaper(paperOf([]))).toMatchObject({ customerShare: null, words: 0, findings: [] })
  })
})
