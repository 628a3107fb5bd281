/** Text as the tokenizer wants it, with the way back to the characters it came from. */
export interface FoldedText {
  text: string
  /** Offset in the original for each character of `text`; null when the two line up. */
  offsets: Int32Array | null
}

// eslint-disable-next-line no-control-regex -- the range is the point: plain text needs no folding.
const PLAIN = /^[\x00-\x7f]*$/
const COMBINING = /\p{M}/u

const REPLACEMENTS = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', ' - '],
  ['—', ' - '],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['Æ', 'AE'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['œ', 'oe'],
  ['Œ', 'OE'],
  ['ł', 'l'],
  ['Ł', 'L'],
])

/**
 * Takes accents, curly quotes and ligatures off, because natural's tokenizer cuts words at them
 * ("Café" would become "Caf"). Case is kept.
 */
export function foldText(original: string): FoldedText {
  if (PLAIN.test(original)) return { text: original, offsets: null }
  const parts: string[] = []
  const offsets: number[] = []
  let position = 0
  for (const character of original) {
    const plain = REPLACEMENTS.get(character) ?? foldCharacter(character)
    parts.push(plain)
    for (let i = 0; i < plain.length; i += 1) offsets.push(position)
    position += character.length
  }
  return { text: parts.join(''), offsets: Int32Array.from(offsets) }
}

function foldCharacter(character: string): string {
  if (PLAIN.test(character)) return character
  let plain = ''
  for (const part of character.normalize('NFKD')) if (!COMBINING.test(part)) plain += part
  return plain
}
