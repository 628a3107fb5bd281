import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js'
import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import AggressiveTokenizer from 'natural/lib/natural/tokenizers/aggressive_tokenizer.js'
import { foldText } from './fold-text.ts'

/** What a token with figures in it stands for. */
export const NUMBER_CLASSES = [
  '#money',
  '#percent',
  '#year',
  '#quarter',
  '#time',
  '#date',
  '#count',
  '#large',
  '#small',
  '#label',
] as const
export type NumberClass = (typeof NUMBER_CLASSES)[number]

/** A word or figure; `start` and `end` are offsets in the text as given. */
export interface Token {
  /** Lower case without accents; "IT" and "US" keep their capitals; figures are one of NUMBER_CLASSES. */
  word: string
  start: number
  end: number
  capital: boolean
}

// Markup that slips through readers, then figures with their signs and units. Each part is linear.
const FIGURES =
  /<[^<>]{0,300}>|&#?\w{1,8};|\|?\s?\[source video\]\S{0,200}|(?:[$£€¥]\s?)\d[\d,.]*(?:\s?(?:million|billion|bn|m|k)\b)?|(?:\b(?:fy|q[1-4]|h[12])[ -]?(?:\d{2,4})?\b)|\d[\d,.:/]*(?:\s?(?:%|per ?cent\b|percent\b)|\s?(?:million|billion|bn)\b|\s?(?:a\.?m\b|p\.?m\b)|(?:st|nd|rd|th)\b)?/gi

const ACRONYMS_LIKE_WORDS = new Set(['IT', 'US'])
const tokenizer = new AggressiveTokenizer()

/**
 * Words by natural's aggressive tokenizer, cut further at hyphens, slashes and apostrophes, with figures
 * turned into classes first because that tokenizer breaks "3.5%" into "3" and "5".
 */
export function tokenize(original: string): Token[] {
  const folded = foldText(original)
  const tokens: Token[] = []
  const shouting = !/[a-z]/.test(folded.text)
  let from = 0
  for (const match of folded.text.matchAll(FIGURES)) {
    addWords(tokens, folded.text, from, match.index, shouting)
    const figure = match[0]
    from = match.index + figure.length
    const first = figure.charCodeAt(0)
    if (first === 60 || first === 38 || figure.includes('[')) continue
    tokens.push({ word: numberClass(figure), start: match.index, end: from, capital: false })
  }
  addWords(tokens, folded.text, from, folded.text.length, shouting)
  const { offsets } = folded
  if (offsets !== null) {
    for (const token of tokens) {
      const last = offsets[token.end - 1] ?? original.length - 1
      token.start = offsets[token.start] ?? 0
      token.end = last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
    }
  }
  return tokens
}

function addWords(tokens: Token[], text: string, from: number, to: number, shouting: boolean): void {
  if (from >= to) return
  const segment = text.slice(from, to)
  let cursor = 0
  for (const rough of tokenizer.tokenize(segment)) {
    const at = segment.indexOf(rough, cursor)
    if (at < 0) continue
    cursor = at + rough.length
    let start = 0
    for (let i = 0; i <= rough.length; i += 1) {
      const code = i < rough.length ? rough.charCodeAt(i) : 45
      if (code !== 45 && code !== 47 && code !== 39) continue
      if (i > start) {
        const raw = rough.slice(start, i)
        // A lone letter left of or right of an apostrophe ("'s", "'t") says nothing.
        if (raw.length > 1 || i - start === rough.length) {
          const keep = !shouting && ACRONYMS_LIKE_WORDS.has(raw)
          const capital = raw.charCodeAt(0) >= 65 && raw.charCodeAt(0) <= 90
          tokens.push({
            word: keep ? raw : raw.toLowerCase(),
            start: from + at + start,
            end: from + at + i,
            capital,
          })
        }
      }
      start = i + 1
    }
  }
}

function numberClass(figure: string): NumberClass {
  const text = figure.toLowerCase()
  if (/^[$£€¥]/.test(text) || /(?:million|billion|bn)$/.test(text)) return '#money'
  if (/(?:%|cent)$/.test(text)) return '#percent'
  if (/^[fqh]/.test(text)) return '#quarter'
  if (/(?:a\.?m|p\.?m)$/.test(text) || /^\d{1,2}:\d{2}/.test(text)) return '#time'
  if (/(?:st|nd|rd|th)$/.test(text) || text.includes('/')) return '#date'
  if (/^(?:19|20)\d{2}[,.:]?$/.test(text)) return '#year'
  const digits = text.replaceAll(/\D/g, '')
  if (/^\d{1,3}(?:,\d{3})+/.test(text) || digits.length >= 4) return '#large'
  if (/^\d{1,2}(?:\.\d{1,2}){0,3}\.?$/.test(text) && /\.(?:\d|$)/.test(text)) return '#label'
  return digits.length === 1 ? '#small' : '#count'
}

/** Porter's stem (1980) of a word as `tokenize` gives it; number classes and acronyms stay as they are. */
export function stemWord(word: string): string {
  return word.startsWith('#') || ACRONYMS_LIKE_WORDS.has(word) ? word : porterStemmer.stem(word)
}

/** Letters put in, left out, exchanged or swapped between two words (natural's Damerau–Levenshtein distance, 1964). */
export function letterDistance(left: string, right: string): number {
  return levenshtein.DamerauLevenshteinDistance(left, right)
}
