import { SaxesParser } from 'saxes'
import { ReadRefusal } from '../read-refusal.ts'

const MOST_DEPTH = 256
const MOST_ELEMENTS = 12_000_000
const PIECE = 256 * 1024

export interface XmlHandlers {
  /** `name` as written, prefix included ("w:p"). */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * Reads XML as a stream of events. Document types, and with them all entities, are refused; nesting is capped.
 * `prefixes` gives the prefix by which a namespace is to be named, should the file use another.
 * @throws ReadRefusal damaged
 */
export function parseXml(
  bytes: Uint8Array,
  handlers: XmlHandlers,
  prefixes: Readonly<Record<string, string>> = {},
): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let elements = 0
  const renamed = new Map<string, string>()
  const learnPrefixes = (attributes: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(attributes)) {
      const wanted = prefixes[value]
      const used = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null
      if (wanted !== undefined && used !== null && used !== wanted) renamed.set(used, wanted)
    }
  }
  const canonical = (name: string): string => {
    if (renamed.size === 0) return name
    const colon = name.indexOf(':')
    const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon))
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
  }
  const canonicalAttributes = (
    attributes: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>> =>
    renamed.size === 0
      ? attributes
      : Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [
            name.includes(':') ? canonical(name) : name,
            value,
          ]),
        )
  parser.on('doctype', () => {
    throw new ReadRefusal('damaged')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    elements += 1
    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS)
      throw new ReadRefusal(depth > MOST_DEPTH ? 'damaged' : 'too-large')
    if (depth === 1) learnPrefixes(tag.attributes)
    handlers.open(canonical(tag.name), canonicalAttributes(tag.attributes))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close(canonical(tag.name))
  })
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  parser.on('error', (error) => {
    throw new ReadRefusal('damaged', { cause: error })
  })
  try {
    const text = decode(bytes)
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
  } catch (error) {
    throw error instanceof ReadRefusal ? error : new ReadRefusal('damaged', { cause: error })
  }
}
