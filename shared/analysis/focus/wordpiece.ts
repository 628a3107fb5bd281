/** One word of a text, lower-cased and without accents, with the ids of the pieces it is made of. */
export interface WordPieceWord {
  readonly word: string
  readonly ids: readonly number[]
}

/** Splits text exactly as BERT's uncased tokenizer does. */
export interface WordPiece {
  words(text: string): readonly WordPieceWord[]
  /** The id of a special token such as `[CLS]`; throws when the vocabulary lacks it. */
  special(token: string): number
}

const UNKNOWN = '[UNK]'
/** A longer word is unknown as a whole, as in BERT. */
const LONGEST_WORD = 100
/** Words seen once are kept split; beyond this many the memory starts again. */
const REMEMBERED_WORDS = 20_000

const ASCII_ONLY = /^[\t\n\r\u0020-\u007e]*$/u
// Not \s, which holds the byte order mark; form feeds and vertical tabs are control characters here.
const WHITESPACE = /^\p{White_Space}$/u
const DROPPED = /^[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]$/u
const ACCENT = /\p{Mn}/gu
const ASCII_PUNCTUATION = /^[!-/:-@[-`{-~]$/u
const PUNCTUATION = /^\p{P}$/u
const ASCII_PARTS = /[0-9a-z]+|[!-/:-@[-`{-~]/gu

/** The blocks that BERT calls Chinese: each such character is a word of its own. */
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b920, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
]

function isIdeograph(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= 0x3400 && IDEOGRAPHS.some(([from, to]) => code >= from && code <= to)
}

function clean(text: string): string {
  let out = ''
  for (const character of text) {
    if (character === '\t' || character === '\n' || character === '\r') out += ' '
    else if (DROPPED.test(character)) continue
    else if (WHITESPACE.test(character)) out += ' '
    else out += isIdeograph(character) ? ` ${character} ` : character
  }
  return out
}

/** Lower-cased one character at a time, so that no character's form hangs on its neighbours. */
function lowerCase(text: string): string {
  let out = ''
  for (const character of text) out += character.toLowerCase()
  return out
}

/** Words and punctuation marks of a text, normalised. */
export function splitWords(text: string): string[] {
  if (ASCII_ONLY.test(text)) return text.toLowerCase().match(ASCII_PARTS) ?? []
  const normal = lowerCase(clean(text).normalize('NFD').replace(ACCENT, ''))
  const words: string[] = []
  let word = ''
  const close = () => {
    if (word !== '') words.push(word)
    word = ''
  }
  for (const character of normal) {
    if (WHITESPACE.test(character)) close()
    else if (ASCII_PUNCTUATION.test(character) || PUNCTUATION.test(character)) {
      close()
      words.push(character)
    } else word += character
  }
  close()
  return words
}

/**
 * A tokenizer over a vocabulary in id order (Devlin et al. 2019; greedy longest match first).
 * Throws when the vocabulary has no `[UNK]`.
 */
export function createWordPiece(vocabulary: readonly string[]): WordPiece {
  const idOf = new Map(vocabulary.map((piece, id) => [piece, id]))
  const special = (token: string): number => {
    const id = idOf.get(token)
    if (id === undefined) throw new Error(`vocabulary lacks ${token}`)
    return id
  }
  const unknown = special(UNKNOWN)
  const longestPiece = vocabulary.reduce((longest, piece) => Math.max(longest, piece.length), 0)
  let remembered = new Map<string, WordPieceWord>()

  function pieces(word: string): number[] {
    if ([...word].length > LONGEST_WORD) return [unknown]
    const ids: number[] = []
    let start = 0
    while (start < word.length) {
      const prefix = start === 0 ? '' : '##'
      let end = Math.min(word.length, start + longestPiece)
      let id: number | undefined
      for (; end > start; end -= 1) {
        id = idOf.get(prefix + word.slice(start, end))
        if (id !== undefined) break
      }
      if (id === undefined) return [unknown]
      ids.push(id)
      start = end
    }
    return ids
  }

  return {
    special,
    words(text) {
      return splitWords(text).map((word) => {
        const known = remembered.get(word)
        if (known) return known
        const made: WordPieceWord = { word, ids: pieces(word) }
        if (remembered.size >= REMEMBERED_WORDS) remembered = new Map()
        remembered.set(word, made)
        return made
      })
    },
  }
}
