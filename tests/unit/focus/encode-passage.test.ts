import { describe, expect, test } from 'vitest'
import {
  LONGEST_PASSAGE,
  ROLE,
  encodePassage,
  singular,
} from '../../../shared/analysis/focus/encode-passage.ts'
import { createWordPiece } from '../../../shared/analysis/focus/wordpiece.ts'
import type { ClassifierInput } from '../../../shared/model/focus.ts'

const vocabulary = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  ',',
  'rider',
  'riders',
  'library',
  'libraries',
  'card',
  'cards',
  'late',
  'bus',
  'one',
  'two',
]
const wordPiece = createWordPiece(vocabulary)

function read(input: Partial<ClassifierInput>) {
  const encoded = encodePassage(
    { text: '', item: '', before: '', after: '', customerTerms: [], ...input },
    wordPiece,
  )
  return { ...encoded, tokens: encoded.ids.map((id) => vocabulary[id]) }
}

describe('a passage as the careful model reads it', () => {
  test('parts stand in order, each closed by [SEP]', () => {
    const { tokens } = read({
      customerTerms: ['rider'],
      item: 'late bus',
      before: 'one',
      text: 'riders',
      after: 'two',
    })
    expect(tokens).toEqual([
      '[CLS]',
      'rider',
      '[SEP]',
      'late',
      'bus',
      '[SEP]',
      'one',
      '[SEP]',
      'riders',
      '[SEP]',
      'two',
      '[SEP]',
    ])
  })
  test('only the passage itself has the role of one', () => {
    const { roles } = read({ item: 'late', before: 'one', text: 'bus two', after: 'one' })
    expect(roles.filter((role) => role === ROLE.passage)).toHaveLength(2)
    expect(roles.filter((role) => role !== ROLE.passage).every((role) => role === ROLE.context)).toBe(true)
  })
  test('customer words are marked wherever they stand, singular or plural', () => {
    const { tokens, roles } = read({ customerTerms: ['rider'], item: 'riders', text: 'late riders' })
    expect(roles[tokens.lastIndexOf('riders')]).toBe(ROLE.passageTerm)
    expect(roles[tokens.indexOf('riders')]).toBe(ROLE.contextTerm)
    expect(roles[tokens.indexOf('late')]).toBe(ROLE.passage)
  })
  test('a term of two words is marked only as a whole', () => {
    const terms = { customerTerms: ['library card'] }
    expect(
      read({ ...terms, text: 'libraries cards' }).roles.filter((role) => role === ROLE.passageTerm),
    ).toHaveLength(2)
    expect(read({ ...terms, text: 'library late card' }).roles).not.toContain(ROLE.passageTerm)
  })
  test('an empty term marks nothing', () => {
    expect(read({ customerTerms: ['', ' '], text: 'late bus' }).roles).not.toContain(ROLE.passageTerm)
  })
  test('before keeps its end, the others their beginning', () => {
    const many = 'one '.repeat(500)
    const { tokens } = read({ before: `${many}bus`, text: `late ${many}`, after: `card ${many}bus` })
    expect(tokens.filter((token) => token === 'bus')).toHaveLength(1)
    expect(tokens).toContain('late')
    expect(tokens).toContain('card')
  })
  test('it never grows past its limit', () => {
    const many = 'one '.repeat(5000)
    const { ids, roles } = read({ customerTerms: [many], item: many, before: many, text: many, after: many })
    expect(ids).toHaveLength(LONGEST_PASSAGE)
    expect(roles).toHaveLength(LONGEST_PASSAGE)
  })
})

test.each([
  ['riders', 'rider'],
  ['policies', 'policy'],
  ['ties', 'tie'],
  ['bus', 'bus'],
  ['pass', 'pass'],
  ['customer', 'customer'],
])('singular of %s', (word, expected) => {
  expect(singular(word)).toBe(expected)
})
