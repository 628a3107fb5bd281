import { decodeEntities } from './decode-entities.ts'

export interface HtmlHandlers {
  /** `name` in lower case. */
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text(text: string): void
}

/** Elements whose content is no markup, up to their own end tag. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])
const DECODED = new Set(['textarea', 'title'])
const LONGEST_TAG = 1_000_000
const MOST_ATTRIBUTES = 200

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

interface Tag {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly end: number
}

/** Reads a tag that begins at `at` with its name; null where it never ends. */
function readTag(html: string, at: number): Tag | null {
  let place = at
  const limit = Math.min(html.length, at + LONGEST_TAG)
  const code = (): number => html.charCodeAt(place)
  while (place < limit && !isSpace(code()) && html[place] !== '>' && html[place] !== '/') place += 1
  const name = html.slice(at, place).toLowerCase()
  const attributes = new Map<string, string>()
  while (place < limit) {
    while (place < limit && (isSpace(code()) || html[place] === '/')) place += 1
    if (html[place] === '>') return { name, attributes, end: place + 1 }
    const start = place
    while (place < limit && !isSpace(code()) && !['=', '>', '/'].includes(html[place] ?? '')) place += 1
    const key = html.slice(start, place).toLowerCase()
    while (place < limit && isSpace(code())) place += 1
    let value = ''
    if (html[place] === '=') {
      place += 1
      while (place < limit && isSpace(code())) place += 1
      const quote = html[place]
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, place + 1)
        if (end < 0) return null
        value = html.slice(place + 1, end)
        place = end + 1
      } else {
        const from = place
        while (place < limit && !isSpace(code()) && html[place] !== '>') place += 1
        value = html.slice(from, place)
      }
    }
    if (key === '' && place === start) place += 1
    else if (!attributes.has(key) && attributes.size < MOST_ATTRIBUTES)
      attributes.set(key, decodeEntities(value))
  }
  return null
}

/** The end tag of a raw element, whatever its case; -1 where there is none. */
function findRawEnd(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}

/**
 * Reads HTML as a stream of tags and text, in time that grows with its length alone. Nothing is repaired or run:
 * what the tags mean is the reader's to say. Comments, doctypes and processing instructions are left out.
 */
export function eachHtmlToken(html: string, handlers: HtmlHandlers): void {
  let at = 0
  // Once no end was found for a kind of thing, none is looked for again.
  const lost = new Set<string>()
  const past = (mark: string, from: number): number => {
    const end = lost.has(mark) ? -1 : html.indexOf(mark, from)
    if (end < 0) lost.add(mark)
    return end < 0 ? -1 : end + mark.length
  }
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start < 0) {
      handlers.text(decodeEntities(html.slice(at)))
      return
    }
    if (start > at) handlers.text(decodeEntities(html.slice(at, start)))
    const next = html.charCodeAt(start + 1)
    if (html.startsWith('<!--', start)) {
      const end = past('-->', start + 4)
      at = end < 0 ? html.length : end
    } else if (html.startsWith('<![CDATA[', start)) {
      const end = past(']]>', start + 9)
      handlers.text(html.slice(start + 9, end < 0 ? html.length : end - 3))
      at = end < 0 ? html.length : end
    } else if (next === 33 || next === 63) {
      const end = past('>', start + 2)
      at = end < 0 ? html.length : end
    } else if (next === 47) {
      const end = past('>', start + 2)
      const tag = html.slice(start + 2, end < 0 ? html.length : end - 1)
      handlers.close(tag.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '')
      at = end < 0 ? html.length : end
    } else if (isLetter(next)) {
      const tag = lost.has('tag') ? null : readTag(html, start + 1)
      if (!tag) {
        lost.add('tag')
        handlers.text('<')
        at = start + 1
        continue
      }
      handlers.open(tag.name, tag.attributes)
      at = tag.end
      if (!RAW.has(tag.name)) continue
      const end = lost.has(tag.name) ? -1 : findRawEnd(html, tag.name, at)
      if (end < 0) {
        lost.add(tag.name)
        continue
      }
      const raw = html.slice(at, end)
      handlers.text(DECODED.has(tag.name) ? decodeEntities(raw) : raw)
      at = end
    } else {
      handlers.text('<')
      at = start + 1
    }
  }
}
