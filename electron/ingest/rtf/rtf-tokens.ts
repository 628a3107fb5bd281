import { ReadRefusal } from '../read-refusal.ts'

export interface RtfHandlers {
  openGroup(): void
  closeGroup(): void
  /** A control word; `value` is null where it has none. Symbols come as their one character. */
  control(word: string, value: number | null): void
  /** Bytes in the encoding that is in force: plain characters and \'hh. */
  bytes(bytes: Uint8Array): void
}

const MOST_DEPTH = 1000
const LONGEST_WORD = 40
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

function hexValue(code: number): number {
  if (isDigit(code)) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

/**
 * Reads RTF as a stream of groups, control words and bytes (Rich Text Format Specification 1.9.1), each byte once.
 * Binary data is passed over by its length. @throws ReadRefusal damaged where groups nest beyond reason
 */
export function eachRtfToken(bytes: Uint8Array, handlers: RtfHandlers, onBytes?: (at: number) => void): void {
  let at = 0
  let depth = 0
  let told = 0
  const one = new Uint8Array(1)
  while (at < bytes.byteLength) {
    const code = bytes[at] ?? 0
    if (onBytes && at - told > 1_000_000) {
      told = at
      onBytes(at)
    }
    if (code === OPEN) {
      depth += 1
      if (depth > MOST_DEPTH) throw new ReadRefusal('damaged')
      handlers.openGroup()
      at += 1
    } else if (code === CLOSE) {
      if (depth > 0) handlers.closeGroup()
      depth = Math.max(depth - 1, 0)
      at += 1
    } else if (code === BACKSLASH) at = readControl(bytes, at + 1, handlers, one)
    else if (code === 13 || code === 10 || code === 0) at += 1
    else {
      const start = at
      while (at < bytes.byteLength && !isMark(bytes[at] ?? 0)) at += 1
      handlers.bytes(bytes.subarray(start, at))
    }
  }
}

const isMark = (code: number): boolean =>
  code === OPEN || code === CLOSE || code === BACKSLASH || code === 13 || code === 10 || code === 0

/** Reads what follows a backslash; answers where it ends. */
function readControl(bytes: Uint8Array, start: number, handlers: RtfHandlers, one: Uint8Array): number {
  const first = bytes[start]
  if (first === undefined) return start
  if (first === 0x27) {
    const high = hexValue(bytes[start + 1] ?? 0)
    const low = hexValue(bytes[start + 2] ?? 0)
    if (high < 0 || low < 0) return start + 1
    one[0] = high * 16 + low
    handlers.bytes(one.slice())
    return start + 3
  }
  if (!isLetter(first)) {
    handlers.control(first === 13 || first === 10 ? 'par' : String.fromCharCode(first), null)
    return start + 1
  }
  let at = start
  while (at < bytes.byteLength && at - start < LONGEST_WORD && isLetter(bytes[at] ?? 0)) at += 1
  const word = Buffer.from(bytes.buffer, bytes.byteOffset + start, at - start).toString('latin1')
  let sign = 1
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) {
    sign = -1
    at += 1
  }
  let value: number | null = null
  for (let digits = 0; digits < 11 && isDigit(bytes[at] ?? 0); digits += 1) {
    value = (value ?? 0) * 10 + ((bytes[at] ?? 48) - 48)
    at += 1
  }
  if (bytes[at] === 0x20) at += 1
  if (word === 'bin') return at + Math.max(value ?? 0, 0)
  handlers.control(word, value === null ? null : sign * value)
  return at
}
