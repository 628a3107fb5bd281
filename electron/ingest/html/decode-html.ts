import { decodeText } from '../text/decode-text.ts'

const LOOKED_AT = 4096

/** The encoding a page names in its head. */
function namedEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT)).toString(
    'latin1',
  )
  const named = /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:-]{2,40})/i.exec(head)?.[1]
  return named ?? /^\s{0,20}<\?xml\s[^>]{0,200}?encoding=["']([\w:-]{2,40})/i.exec(head)?.[1] ?? null
}

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff)

/**
 * The text of a web page: by its byte order mark, by what it names, else as any text. A name that is wrong is seen by
 * bytes that do not fit it. Null where it is no text.
 */
export function decodeHtml(bytes: Uint8Array): string | null {
  const named = hasMark(bytes) ? null : namedEncoding(bytes)
  if (named !== null && !/^utf-?16/i.test(named)) {
    try {
      return new TextDecoder(named, { fatal: true }).decode(bytes)
    } catch {
      // Unknown, or not what it says.
    }
  }
  return decodeText(bytes) ?? decodeText(bytes.filter((byte) => byte !== 0))
}
