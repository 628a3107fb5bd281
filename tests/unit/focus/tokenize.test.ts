import { describe, expect, test } from 'vitest'
import { stemWord, tokenize } from '../../../shared/analysis/focus/tokenize.ts'

const words = (text: string) => tokenize(text).map((token) => token.word)

describe('tokenize', () => {
  test('keeps accented words whole and points at the original characters', () => {
    const text = 'The café’s naïve visitors — Zoë too'
    const tokens = tokenize(text)
    expect(tokens.map((token) => token.word)).toEqual(['the', 'cafe', 'naive', 'visitors', 'zoe', 'too'])
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual([
      'The',
      'café',
      'naïve',
      'visitors',
      'Zoë',
      'too',
    ])
  })

  test('offsets hold behind ligatures, decomposed accents and characters outside the basic plane', () => {
    const text = '🙂 ofﬁce cafe\u0301 tenants'
    const tenants = tokenize(text).at(-1)
    expect(tenants && text.slice(tenants.start, tenants.end)).toBe('tenants')
    expect(words(text)).toEqual(['office', 'cafe', 'tenants'])
  })

  test('tells IT from it, but not in a line of capitals', () => {
    expect(words('The IT team fixed it')).toEqual(['the', 'IT', 'team', 'fixed', 'it'])
    expect(words('FIX IT NOW')).toEqual(['fix', 'it', 'now'])
    expect(stemWord('IT')).toBe('IT')
  })

  test.each([
    ['£1.4m', '#money'],
    ['$3,200', '#money'],
    ['12 million', '#money'],
    ['3.5%', '#percent'],
    ['3.5 per cent', '#percent'],
    ['Q4', '#quarter'],
    ['FY24', '#quarter'],
    ['2023', '#year'],
    ['10:30', '#time'],
    ['6 pm', '#time'],
    ['4/12/2023', '#date'],
    ['14th', '#date'],
    ['48,200', '#large'],
    ['412', '#count'],
    ['4.1', '#label'],
    ['7', '#small'],
  ])('%s is %s', (text, expected) => {
    expect(words(text)).toEqual([expected])
  })

  test('leaves markup and entities out', () => {
    expect(words('<b>Fees</b>&nbsp;&#8217;rose')).toEqual(['fees', 'rose'])
  })

  test('words that plain objects know are only words', () => {
    expect(words('constructor toString __proto__ hasOwnProperty').slice(0, 2)).toEqual([
      'constructor',
      'tostring',
    ])
  })

  test('nothing comes of nothing', () => {
    expect(tokenize('')).toEqual([])
    expect(tokenize(' – … • ')).toEqual([])
  })

  test('a long hostile line takes linear time', () => {
    const started = performance.now()
    tokenize(`${'<'.repeat(20_000)}${'&'.repeat(20_000)}${'1,'.repeat(20_000)}${"a'-/".repeat(20_000)}`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
