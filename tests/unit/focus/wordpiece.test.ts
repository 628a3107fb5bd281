import { describe, expect, test } from 'vitest'
import { createWordPiece, splitWords } from '../../../shared/analysis/focus/wordpiece.ts'

const vocabulary = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'rid',
  'rider',
  '##er',
  '##s',
  'un',
  '##aff',
  '##able',
  '$',
  '12',
  ',',
  '.',
  'a',
  '##b',
]
const wordPiece = createWordPiece(vocabulary)
const pieces = (text: string) => wordPiece.words(text).flatMap(({ ids }) => ids.map((id) => vocabulary[id]))

describe('splitting into words', () => {
  const cases: [string, string, string[]][] = [
    ['punctuation stands alone', "riders' views: 3.5%", ['riders', "'", 'views', ':', '3', '.', '5', '%']],
    ['a currency sign outside ASCII stays with its figure', '£500 or $500', ['£500', 'or', '$', '500']],
    ['accents and capitals go', 'CAFÉ Ångström', ['cafe', 'angstrom']],
    ['curly quotes and dashes are punctuation', 'tenants’ say–so', ['tenants', '’', 'say', '–', 'so']],
    ['non-breaking spaces part words', 'one\u00a0two\u2028three', ['one', 'two', 'three']],
    ['soft hyphens, zero-width spaces and form feeds vanish', 'cus\u00adto\u200bmer\fs', ['customers']],
    ['a byte order mark vanishes', '\ufeffriders', ['riders']],
    ['each ideograph is a word', 'a客户b', ['a', '客', '户', 'b']],
    ['a final sigma is like any other', 'ΟΔΟΣ', ['οδοσ']],
    ['nothing gives nothing', ' \n\t ', []],
  ]
  test.each(cases)('%s', (_, text, words) => {
    expect(splitWords(text)).toEqual(words)
  })
})

describe('splitting words into pieces', () => {
  test('the longest piece first', () => {
    expect(pieces('riders')).toEqual(['rider', '##s'])
    expect(pieces('unaffable')).toEqual(['un', '##aff', '##able'])
  })
  test('a word with a part that no piece covers is unknown as a whole', () => {
    expect(pieces('ridex')).toEqual(['[UNK]'])
  })
  test('over a hundred characters is unknown, a hundred is not', () => {
    expect(pieces(`a${'b'.repeat(99)}`)).toHaveLength(100)
    expect(pieces(`a${'b'.repeat(100)}`)).toEqual(['[UNK]'])
  })
  test('a document cannot write a special token', () => {
    const ids = wordPiece.words('[SEP] [CLS]').flatMap((word) => word.ids)
    expect(ids).not.toContain(wordPiece.special('[SEP]'))
    expect(ids).not.toContain(wordPiece.special('[CLS]'))
  })
  test('the same word twice has the same pieces', () => {
    expect(pieces('rider rider')).toEqual(['rider', 'rider'])
  })
  test('a vocabulary without [UNK] is refused', () => {
    expect(() => createWordPiece(['[PAD]'])).toThrow('vocabulary lacks [UNK]')
  })
  test('a long hostile word takes no time worth naming', () => {
    const started = performance.now()
    wordPiece.words('b'.repeat(1_000_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
