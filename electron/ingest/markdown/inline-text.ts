const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  pound: '£',
  euro: '€',
}

function entity(name: string): string | null {
  if (name.startsWith('#')) {
    const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return Number.isInteger(code) && code > 31 && code < 0x11_0000 && (code < 0xd8_00 || code > 0xdf_ff)
      ? String.fromCodePoint(code)
      : null
  }
  return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? null) : null
}

/** The index of the bracket that closes the one at `from`, within reach; -1 where none does. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0
  const end = Math.min(text.length, from + 2000)
  for (let at = from; at < end; at += 1) {
    const mark = text[at]
    if (mark === '\\') at += 1
    else if (mark === open) depth += 1
    else if (mark === close) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

interface Taken {
  readonly text: string
  readonly next: number
}

function takeLink(text: string, at: number): Taken | null {
  const image = text[at] === '!'
  const open = image ? at + 1 : at
  const close = closing(text, open, '[', ']')
  if (close < 0) return null
  const words = text.slice(open + 1, close)
  if (words.startsWith('^')) return { text: '', next: close + 1 }
  const after = text[close + 1]
  if (after === '(') {
    const end = closing(text, close + 1, '(', ')')
    if (end >= 0) return { text: inlineText(words), next: end + 1 }
  }
  if (after === '[') {
    const end = closing(text, close + 1, '[', ']')
    if (end >= 0) return { text: inlineText(words), next: end + 1 }
  }
  return null
}

const BREAKING = /^<\/?(?:br|p|div|li|tr|ul|ol|table|h[1-6])\b/i
const CELL = /^<(?:td|th)\b/i

function takeTag(text: string, at: number): Taken | null {
  const end = text.indexOf('>', at)
  if (end < 0 || end - at > 1000) return null
  const tag = text.slice(at, end + 1)
  if (/^<(?:https?:|mailto:)[^\s>]+>$/i.test(tag)) return { text: tag.slice(1, -1), next: end + 1 }
  if (!/^<\/?[a-z][a-z0-9-]*(?:[\s/>])/i.test(tag)) return null
  if (BREAKING.test(tag)) return { text: '\n', next: end + 1 }
  return { text: CELL.test(tag) ? '\t' : '', next: end + 1 }
}

const isWordMark = (mark: string | undefined): boolean => mark !== undefined && /[\p{L}\p{N}]/u.test(mark)

/** Emphasis marks are dropped; underscores inside words, and stars with spaces around, are text. */
function isEmphasis(text: string, at: number): boolean {
  const mark = text[at]
  const before = text[at - 1]
  const after = text[at + 1]
  if (mark === '_') return !(isWordMark(before) && isWordMark(after))
  return !((before === undefined || before === ' ') && (after === undefined || after === ' '))
}

/** Markdown's inline marks taken away: emphasis, links to their words, code, tags, entities, escapes. */
export function inlineText(source: string): string {
  let text = ''
  let at = 0
  while (at < source.length) {
    const mark = source[at] ?? ''
    let taken: Taken | null = null
    if (mark === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? ''))
      taken = { text: source[at + 1] ?? '', next: at + 2 }
    else if (mark === '[' || (mark === '!' && source[at + 1] === '[')) taken = takeLink(source, at)
    else if (mark === '<') taken = takeTag(source, at)
    else if (mark === '`') taken = { text: '', next: at + 1 }
    else if ((mark === '*' || mark === '_') && isEmphasis(source, at)) taken = { text: '', next: at + 1 }
    else if (mark === '~' && source[at + 1] === '~') taken = { text: '', next: at + 2 }
    else if (mark === '&') {
      const end = source.indexOf(';', at)
      const value = end > at && end - at < 12 ? entity(source.slice(at + 1, end)) : null
      if (value !== null) taken = { text: value, next: end + 1 }
    }
    text += taken ? taken.text : mark
    at = taken ? taken.next : at + 1
  }
  return text
}

/** Characters of `text`, the line's plain words, that stand in bold at its start before plain ones follow; else 0. */
export function boldStart(source: string, text: string): number {
  const line = source.trimStart()
  const mark = line.slice(0, 2)
  if (mark !== '**' && mark !== '__') return 0
  const end = line.indexOf(mark, 2)
  if (end < 3) return 0
  const words = inlineText(line.slice(2, end)).trim()
  return words !== '' && text.startsWith(words) && words.length < text.trimEnd().length ? words.length : 0
}

/** A whole line set in bold, often used as a heading. */
export function isAllBold(source: string): boolean {
  const text = source.trim().replace(/:$/, '')
  for (const mark of ['**', '__']) {
    const inner = text.slice(2, -2)
    if (text.length > 4 && text.startsWith(mark) && text.endsWith(mark) && !inner.includes(mark)) return true
  }
  return false
}
