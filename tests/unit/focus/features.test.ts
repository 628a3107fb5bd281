import { describe, expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../../shared/analysis/focus/base64.ts'
import { contentHash } from '../../../shared/analysis/focus/content-hash.ts'
import { customerQuestions } from '../../../shared/analysis/focus/customer-questions.ts'
import { markCustomers, prepareCustomerTerms } from '../../../shared/analysis/focus/customer-words.ts'
import {
  createTextReader,
  extractFeatures,
  readText,
} from '../../../shared/analysis/focus/extract-features.ts'
import { createFeatureTable, findColumn } from '../../../shared/analysis/focus/feature-table.ts'
import { stemWord, tokenize } from '../../../shared/analysis/focus/tokenize.ts'

const reader = createTextReader(null)
const stemsOf = (text: string) => tokenize(text).map((token) => stemWord(token.word))
const featuresOf = (text: string, terms: string[] = []) => {
  const found = new Set<number>()
  extractFeatures(readText(text, reader), 'text', marksOf(text, terms), (feature) => void found.add(feature))
  return found
}
const marksOf = (text: string, terms: string[] = []) =>
  markCustomers(stemsOf(text), prepareCustomerTerms(terms))

describe('customer words', () => {
  test('the organisation’s own words count, in any number', () => {
    expect(marksOf('the stallholders like it', ['stallholder'])).toEqual([0, 2, 0, 0])
    expect(marksOf('the stallholders like it')).toEqual([0, 0, 0, 0])
  })

  test('a term of two words counts only as a whole', () => {
    expect(marksOf('each account holder has an account', ['account holder'])).toEqual([0, 2, 2, 0, 0, 0])
  })

  test('general words count where no terms are given', () => {
    expect(marksOf('patients and tenants')).toEqual([1, 0, 1])
  })

  test.each([['the board member left'], ['members of the committee'], ['a member of staff']])(
    'not a customer: %s',
    (text) => {
      expect(marksOf(text, ['member']).every((mark) => mark === 0)).toBe(true)
    },
  )

  test('members who are not of the board are customers', () => {
    expect(marksOf('twelve members wrote', ['member'])).toEqual([0, 2, 0])
  })
})

describe('features', () => {
  test('“constructor” is one feature like any other', () => {
    const plain = featuresOf('the archive was moved')
    const odd = featuresOf('the constructor was moved')
    expect(odd.size).toBe(plain.size)
    expect([...odd].every((feature) => Number.isInteger(feature))).toBe(true)
  })

  test('accents do not make another word', () => {
    expect(featuresOf('the café queue')).toEqual(featuresOf('the cafe queue'))
  })

  test('IT and it are different features', () => {
    expect(featuresOf('the IT review')).not.toEqual(featuresOf('the it review'))
  })

  test('different words for customers share features', () => {
    const shared = [...featuresOf('what stallholders need', ['stallholder'])].filter((feature) =>
      featuresOf('what berthholders need', ['berthholder']).has(feature),
    )
    const without = [...featuresOf('what stallholders need')].filter((feature) =>
      featuresOf('what berthholders need').has(feature),
    )
    expect(shared.length).toBeGreaterThan(without.length)
  })

  test('a table gives back every column and none for what it does not hold', () => {
    const features = Uint32Array.from({ length: 1000 }, (_, i) => (i * 2_654_435_761) >>> 0).toSorted()
    const table = createFeatureTable(features, new Float32Array(1000).fill(1))
    expect(Array.from(features, (feature) => findColumn(table, feature))).toEqual([...features.keys()])
    expect(findColumn(table, 12_345)).toBe(-1)
  })
})

const questions = (text: string) => customerQuestions(stemsOf(text), marksOf(text))

describe('customer questions', () => {
  test.each([
    ['The survey of tenants was discussed.', 'voice'],
    ['Customer satisfaction fell at two sites.', 'experience'],
    ['Why do members leave in their first year?', 'loyalty'],
    ['Margin by customer was tabled for the first time.', 'value'],
    ['What do students need from the library at night?', 'needs'],
    ['Who owns it: the head of customer service will be answerable.', 'owner'],
    ['We lose to one competitor on delivery.', 'proposition'],
    ['The top ten customers were listed.', 'who'],
  ])('%s asks %s', (text, question) => {
    expect(questions(text)).toContain(question)
  })

  test.each([
    ['The roof was repaired and the boiler replaced.'],
    ['The minutes were approved.'],
    ['The land survey of the north field is complete.'],
  ])('%s does not ask about experience', (text) => {
    expect(questions(text)).not.toContain('experience')
  })
})

describe('customer questions are not asked', () => {
  test.each([
    ['The customer will need to call the driver.', 'needs'],
    ['Fees come from our tenants. We expect them to fall.', 'needs'],
    ['Service for customers. Director Pell asked about the depot.', 'owner'],
    ['A programme on student success was described.', 'owner'],
    ['We try to direct patients based on the urgency.', 'who'],
    ['The passenger was on the bus and then left the area.', 'loyalty'],
    ['Attendance was better than expected, which is unlike last year.', 'proposition'],
    ['Teachers and child care providers report abuse.', 'experience'],
  ])('%s is not about %s', (text, question) => {
    expect(questions(text)).not.toContain(question)
  })
})

describe('packing', () => {
  test('base64 goes there and back, as the platform writes it', () => {
    for (const length of [0, 1, 2, 3, 4, 255]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255)
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
    }
    expect(decodeBase64('a*==')).toBeNull()
    expect(decodeBase64('abc')).toBeNull()
  })

  test('the hash tells one changed byte', () => {
    expect(contentHash('board')).not.toBe(contentHash('boart'))
    expect(contentHash(new Uint8Array([1, 2, 3]))).toMatch(/^[0-9a-f]{16}$/)
  })
})
