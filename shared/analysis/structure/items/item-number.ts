export type NumberStyle =
  'decimal' | 'alpha-upper' | 'alpha-lower' | 'roman-upper' | 'roman-lower' | 'dated' | 'code'

/** One reading of the number before a title. */
export interface ItemNumber {
  /** As written, without closing punctuation: "1.1", "IV", "48/18", "TB(5)2". */
  text: string
  style: NumberStyle
  /** Its parts as numbers: 1.2 is [1, 2], c is [3], 48/18 is [48]. */
  values: readonly number[]
  /** What tells one list from another: style, depth, punctuation. */
  family: string
  /** What follows the number. */
  rest: string
}

const ROMAN_DIGITS: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

export function romanValue(text: string): number | null {
  const letters = text.toLowerCase()
  let total = 0
  for (let i = 0; i < letters.length; i += 1) {
    const value = ROMAN_DIGITS[letters[i] ?? ''] ?? 0
    const next = ROMAN_DIGITS[letters[i + 1] ?? ''] ?? 0
    if (value === 0) return null
    total += value < next ? -value : value
  }
  return total > 0 && total < 60 ? total : null
}

const PREFIX = /^(?:agenda\s+)?item\s+(?:no\.?\s*|number\s+|#\s*)?(?=[\dA-Z])/i
const DECIMAL =
  /^(?:#\s?|\[|\()?(\d{1,3}(?:\.\d{1,3}){0,3})(?:\s?([.):\]])(?=\s|[A-Za-z“"‘'(*[_]|$)|(?=\s|$)|(?=[A-Z][a-z]))\s*(?:[-–—]\s+)?/
const MIXED = /^(?:\()?(\d{1,2})\s?[.(]?\s?([a-z])(?:\)|\.\)|\.|(?=\s))\s*/
/** "1.A", "2.B.": a letter of its own under a number. */
const LETTER_CHILD = /^(\d{1,2})\.([A-Z])(?:[.)]|(?=\s))\s+/
const ROMAN_CHILD = /^(\d{1,2}(?:\.\d{1,2})?)\.([IVX]{1,5}|[ivx]{1,5})(?:[.)]|(?=\s))\s*/
const DATED_TRIPLE = /^(\d{1,2}\/\d{1,3}\/\d{1,3})[.:)]?\s+/
const DATED = /^(\d{1,4})\s?\/\s?(\d{2,4})(?:[.:)]|(?=\s))\s+/
const CODE =
  /^([A-Z]{1,6}(?:\s?\(\d{1,3}\)\s?\d{1,3}(?:\.[ivx]{1,4})?|[-/.]?\d{2,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?))[.:)]?\s+/
const LETTER = /^\(?([A-Za-z])\s?(?:\.\)|[.):])(?:\s+|(?=[A-Z]))/
const LETTER_DASH = /^([A-Z])\s+[-–—]\s+(?=[A-Z])/
const LETTER_TAB = /^([A-Z])\t\s*(?=[A-Z])/
const ROMAN = /^\(?([IVXL]{1,6}|[ivxl]{1,6})\s?(?:\.\)|[.):]|\s[-–—]|\t)\s*/
const UNIT_AFTER =
  /^(?:%|AM\b|PM\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:st|nd|rd|th|am|pm|a\.m\.|p\.m\.|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|members?|people|persons?|percent|per cent|million|billion|thousand|units?|miles?|km|kg|of|and|to|or|in|were|was|have|has|votes?|out|new|more|for|against|x)\b|[-–—/:]\s?\d)/

/**
 * Every way the beginning of `text` may be read as an item's number; `marker` is a number the format held apart.
 * Which reading is right is decided later, by the sequence it fits into.
 */
export function parseItemNumbers(text: string, marker: string | null, running = false): ItemNumber[] {
  if (marker && /[\dA-Za-z]/.test(marker)) {
    const read = readings(`${marker.trim()}${/[.):]$/.test(marker.trim()) ? '' : '.'} Title`)
    return read.map((n) => ({ ...n, rest: text, family: `${n.family}:auto` }))
  }
  if (running) {
    // Columns run together: "14.05 3 Title", "B Section".
    const timed = /^(\d{1,2}[.:]\d{2}\s+)(\d{1,2}(?:\.\d{1,2})?)\s+(?=["“‘(]?[A-Z])/.exec(text)
    if (timed?.[1] && timed[2])
      return readings(`${timed[2]} ${text.slice(timed[0].length)}`).map((n) => ({
        ...n,
        rest: `${timed[1]}${n.rest}`,
      }))
    if (/^(?:[7-9]|1\d|2[0-3])[.:]\d{2}\s+[A-Z]/.test(text)) return []
    const section = /^([A-H])\s+(?=[A-Z][a-z])/.exec(text)
    if (section?.[1]) {
      return [
        {
          text: section[1],
          style: 'alpha-upper',
          values: [section[1].charCodeAt(0) - 64],
          family: 'alpha-upper',
          rest: text.slice(section[0].length),
        },
      ]
    }
  }
  return readings(text)
}

function readings(text: string): ItemNumber[] {
  const found: ItemNumber[] = []
  const prefix = PREFIX.exec(text)
  const body = prefix ? text.slice(prefix[0].length) : text
  const word = prefix ? 'item:' : ''
  const triple = DATED_TRIPLE.exec(body)
  if (triple?.[1]) {
    const parts = triple[1].split('/').map(Number)
    return [
      {
        text: triple[1],
        style: 'dated',
        values: [parts[2] ?? 0],
        family: 'dated3',
        rest: body.slice(triple[0].length),
      },
    ]
  }
  const dated = DATED.exec(body)
  if (dated) {
    const a = dated[1] ?? ''
    const b = dated[2] ?? ''
    const rest = body.slice(dated[0].length)
    if (/^["'“‘(]?[A-Z0-9]/.test(rest)) {
      const written = `${a}/${b}`
      // "48/18": number then year; "24/103" and "2024/7": year then number. Sequence decides; both are proposed.
      found.push({ text: written, style: 'dated', values: [Number(a)], family: `dated:/${b}`, rest })
      found.push({ text: written, style: 'dated', values: [Number(b)], family: `dated:${a}/`, rest })
    }
    return found
  }
  const code = CODE.exec(body)
  if (code?.[1]) {
    const digits = code[1].match(/\d{1,4}/g) ?? []
    found.push({
      text: code[1].replace(/\s/g, ''),
      style: 'code',
      values: [Number(digits.at(-1) ?? 0)],
      family: `code:${code[1].replace(/\d.*$/, '')}`,
      rest: body.slice(code[0].length),
    })
    return found
  }
  const romanChild = ROMAN_CHILD.exec(body)
  if (romanChild?.[1] && romanChild[2]) {
    const value = romanValue(romanChild[2])
    const values = [...romanChild[1].split('.').map(Number), value ?? 0]
    if (value !== null) {
      return [
        {
          text: `${romanChild[1]}.${romanChild[2]}`,
          style: 'decimal',
          values,
          family: `decimal${values.length}`,
          rest: body.slice(romanChild[0].length),
        },
      ]
    }
  }
  const mixed = MIXED.exec(body) ?? LETTER_CHILD.exec(body)
  if (mixed?.[1] && mixed[2]) {
    const rest = body.slice(mixed[0].length)
    if (/^["'“‘(]?[A-Z0-9]/.test(rest)) {
      found.push({
        text: /[A-Z]/.test(mixed[2]) ? `${mixed[1]}.${mixed[2]}` : `${mixed[1]}${mixed[2]}`,
        style: 'decimal',
        values: [Number(mixed[1]), mixed[2].toLowerCase().charCodeAt(0) - 96],
        family: 'mixed',
        rest,
      })
      return found
    }
  }
  const decimal = DECIMAL.exec(body)
  if (decimal?.[1]) {
    const rest = body.slice(decimal[0].length)
    const values = decimal[1].split('.').map(Number)
    const year = values.length === 1 && (values[0] ?? 0) > 400
    const closed = decimal[2] !== undefined
    // "(10.40) Finance", "09.30 h Welcome": a clock time.
    if (
      /^\d{1,2}\.\d{2}$/.test(decimal[1]) &&
      (/^[([]/.test(body) || /^0\d/.test(decimal[1]) || /^(?:h|hrs?|hours)\b/i.test(rest))
    )
      return found
    const fits =
      rest === ''
        ? closed || prefix
        : /^["'“‘(*[_$]?[A-Za-z0-9À-ÿ]/.test(rest) &&
          !(UNIT_AFTER.test(rest) && !(closed && /^[A-Z]/.test(rest)))
    if (
      !year &&
      fits &&
      (values[0] ?? 0) < 400 &&
      (closed || prefix || values.length > 1 || /^["'“‘(]?[A-Z]/.test(rest))
    ) {
      found.push({
        text: decimal[1],
        style: 'decimal',
        values,
        family: `${word}decimal${values.length}${closed ? (decimal[2] === '.' ? '.' : ')') : ''}`,
        rest,
      })
    }
    return found
  }
  const roman = ROMAN.exec(body)
  if (roman?.[1]) {
    const value = romanValue(roman[1])
    const upper = roman[1] === roman[1].toUpperCase()
    if (value !== null) {
      found.push({
        text: roman[1],
        style: upper ? 'roman-upper' : 'roman-lower',
        values: [value],
        family: `${word}${upper ? 'roman-upper' : 'roman-lower'}`,
        rest: body.slice(roman[0].length),
      })
    }
  }
  const letter = LETTER.exec(body) ?? LETTER_DASH.exec(body) ?? LETTER_TAB.exec(body)
  if (letter?.[1]) {
    const upper = letter[1] === letter[1].toUpperCase()
    const rest = body.slice(letter[0].length)
    // "J. Smith" is a name: initials stand before one or two capitalised words and nothing else.
    found.push({
      text: letter[1],
      style: upper ? 'alpha-upper' : 'alpha-lower',
      values: [letter[1].toLowerCase().charCodeAt(0) - 96],
      family: `${word}${upper ? 'alpha-upper' : 'alpha-lower'}`,
      rest,
    })
  }
  return found
}

// Private-use characters are how symbol fonts come out.
const BULLET = /^(?:[•●○◦▪■□–—*·o§➢➤✓►▸‣❖⁃-]|[\uf000-\uf0ff])\s+/
/** Text after a typed bullet, or null where there is none. */
export function withoutBullet(text: string): string | null {
  const match = BULLET.exec(text)
  return match ? text.slice(match[0].length) : null
}
