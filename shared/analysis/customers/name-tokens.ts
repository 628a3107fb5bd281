/** A word, figure or "&" of a text, as names are compared by. `start` and `end` are offsets in the text as given. */
export interface NameToken {
  /** Lower case, without accents; "&" and "+" are "and"; "J. P." is "jp". */
  fold: string
  start: number
  end: number
  /** Begins with a capital or a figure. */
  capital: boolean
  /** More than one letter, all of them capitals. */
  shouted: boolean
  /** What stands between it and the token before. */
  before: Separator
  /** A possessive ending follows ("Marl's", "the Stores' own"). */
  possessive: boolean
}

/** `stop` is a full stop and space, `break` anything that ends a phrase: a bar, a bracket, a blank line, a colon. */
export type Separator = 'start' | 'space' | 'hyphen' | 'split' | 'apostrophe' | 'comma' | 'stop' | 'break'

// Soft hyphens and zero-width characters stand inside words and say nothing.
const TOKEN = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\ufeff]+|[&+]/gu
const HIDDEN = /[\u00ad\u200b-\u200d\ufeff]/g
// eslint-disable-next-line no-control-regex -- the range is the point: plain text needs no folding.
const PLAIN = /^[\x00-\x7f]*$/
const LETTERS = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
])

/** Lower case without accents, ligatures or hidden characters. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  const plain = word
    .replace(HIDDEN, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return plain.replace(/[ßæœøłđ]/g, (letter) => LETTERS.get(letter) ?? letter)
}

function separatorOf(between: string): Separator {
  if (between === '') return 'space'
  if (/^['’ʼ]$/.test(between)) return 'apostrophe'
  if (/^[-‐‑]$/.test(between)) return 'hyphen'
  // A word cut at the end of a line; the joined form is tried beside the two parts.
  if (/^[-‐‑]\s{0,3}\n\s{0,8}$/.test(between)) return 'split'
  if (/^\s{1,12}$/.test(between)) return /\n\s*\n/.test(between) ? 'break' : 'space'
  if (/^\s?,\s{0,8}$/.test(between)) return 'comma'
  if (/^\.\s{0,4}$/.test(between)) return 'stop'
  if (/^\.?['’ʼ]\s{1,4}$/.test(between)) return 'space'
  return 'break'
}

const isLetter = (text: string): boolean => /^\p{L}$/u.test(text)
const isCapital = (text: string): boolean => /^(?:\p{Lu}|\p{Lt}|\p{N})/u.test(text)

/** The tokens of a text in order. Linear in its length. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    const between = text.slice(end, match.index)
    const last = tokens.at(-1)
    const before: Separator = last === undefined ? 'start' : separatorOf(between)
    if (before === 'apostrophe' && (raw === 's' || raw === 'S') && last !== undefined) {
      last.possessive = true
      end = match.index + raw.length
      continue
    }
    if (last !== undefined && /^['’]\s/.test(between) && /[sS]$/.test(text.slice(last.start, last.end)))
      last.possessive = true
    end = match.index + raw.length
    const isInitial = isLetter(raw) && isCapital(raw)
    if (
      isInitial &&
      last !== undefined &&
      (before === 'space' || before === 'stop') &&
      isInitials(text, last)
    ) {
      last.fold += foldWord(raw)
      last.end = end
      last.shouted = true
      continue
    }
    const isSign = raw === '&' || raw === '+'
    tokens.push({
      fold: isSign ? 'and' : foldWord(raw),
      start: match.index,
      end,
      capital: isCapital(raw),
      shouted: raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
      before,
      possessive: false,
    })
  }
  return tokens
}

/** "J", or "J. P" already put together. */
function isInitials(text: string, token: NameToken): boolean {
  const raw = text.slice(token.start, token.end)
  return raw.length <= 12 && /^\p{Lu}(?:[.\s]{1,3}\p{Lu})*$/u.test(raw) && !/\n/.test(raw)
}
