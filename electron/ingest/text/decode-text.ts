import { ReadRefusal } from '../read-refusal.ts'

const SAMPLE = 64 * 1024

function startsWith(bytes: Uint8Array, ...magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

/** UTF-16 without a mark shows as a zero in every other byte of Latin text. */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.byteLength, SAMPLE) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const pairs = length / 2
  if (pairs < 4) return null
  if (odd > 0.4 * pairs && even < 0.02 * pairs) return 'utf-16le'
  if (even > 0.4 * pairs && odd < 0.02 * pairs) return 'utf-16be'
  return null
}

const isOddControl = (code: number): boolean =>
  code < 32 ? code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27 : code === 127

/** Share of characters that no text holds. */
function strangeness(text: string): number {
  const length = Math.min(text.length, SAMPLE)
  let strange = 0
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (isOddControl(code) || (code >= 0x80 && code < 0xa0) || code === 0xfffd) strange += 1
  }
  return length === 0 ? 0 : strange / length
}

function decodeWith(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Text of unknown encoding: by byte order mark, then UTF-16, UTF-8 and Windows-1252 in this order.
 * Null where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  let text: string | null
  if (startsWith(bytes, 0xff, 0xfe)) text = decodeWith('utf-16le', bytes, false)
  else if (startsWith(bytes, 0xfe, 0xff)) text = decodeWith('utf-16be', bytes, false)
  else {
    const wide = guessWide(bytes)
    text = wide
      ? decodeWith(wide, bytes, false)
      : (decodeWith('utf-8', bytes, true) ?? decodeWith('windows-1252', bytes, false))
  }
  return text !== null && strangeness(text) <= 0.01 ? text : null
}

/** As above for bytes that were taken for text. @throws ReadRefusal unsupported-type */
export function decodeTextOrRefuse(bytes: Uint8Array): string {
  const text = decodeText(bytes)
  if (text === null) throw new ReadRefusal('unsupported-type')
  return text
}

/** Whether the beginning reads as text. Cutting may split a character, so the last bytes are left out. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SAMPLE)
  let end = head.byteLength
  if (bytes.byteLength > SAMPLE) while (end > SAMPLE - 8 && ((head[end - 1] ?? 0) & 0x80) !== 0) end -= 1
  return decodeText(head.subarray(0, end & ~1 || end)) !== null
}

const HTML = /^\s*(?:<!--[^>]{0,400}>\s{0,20})?<(?:!doctype\s+html|html|head|body|\?xml|svg)\b/i
const MAIL_HEADER = /^(?:mime-version|message-id|return-path|received|x-mailer|delivered-to):/im

/** Kinds of text that have a structure of their own, which must not be read as plain lines. */
export function isOtherTextType(head: string): boolean {
  if (HTML.test(head)) return true
  const blank = head.search(/\r?\n\r?\n/)
  const first = head.slice(0, blank < 0 ? 4000 : Math.min(blank, 4000))
  return /^[A-Za-z-]{2,30}:\s/.test(first) && MAIL_HEADER.test(first) && /^from:/im.test(first)
}

/** The first part of a file as text, for looking at. */
export function textHead(bytes: Uint8Array): string {
  return decodeText(bytes.subarray(0, 8192)) ?? ''
}

/** Lines whatever ends them; controls that are no text are dropped. */
export function splitLines(text: string): string[] {
  return text.replaceAll(/^\uFEFF|[\u200B\u2060]/g, '').split(/\r\n|\r|\n|\u2028|\u2029/)
}
