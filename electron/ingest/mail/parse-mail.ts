import PostalMime from 'postal-mime'
import type { Email } from 'postal-mime'
import { ReadRefusal } from '../read-refusal.ts'

export const MOST_PARTS = 1000
const MOST_DEPTH = 20
const MOST_BYTES = 300 * 1024 * 1024
const MOST_BOUNDARIES = 200
const HEAD_BYTES = 64 * 1024

export interface MailFile {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface ParsedMail {
  readonly subject: string | null
  readonly from: string | null
  readonly to: string | null
  /** As written in the message. */
  readonly sent: string | null
  readonly html: string | null
  readonly text: string | null
  /** Files that came with it, without pictures that are part of its text. */
  readonly files: readonly MailFile[]
  /** A web page that a browser saved in this form. */
  readonly isSavedPage: boolean
}

const HEADER =
  /^(?:mime-version|message-id|return-path|received|x-mailer|delivered-to|snapshot-content-location|content-type|date|to|subject|x-[a-z-]{1,40}):/im

function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES)).toString(
    'latin1',
  )
  const blank = head.search(/\r?\n\r?\n/)
  return (blank < 0 ? head : head.slice(0, blank)).replace(/^\u00ef\u00bb\u00bf/, '')
}

/** Whether the bytes begin with the headers of a message: a sender, and another line that only messages have. */
export function isMail(bytes: Uint8Array, fileName = ''): boolean {
  const head = headOf(bytes)
    .slice(0, 16_384)
    .replace(/^From [^\n]{0,200}\n/, '')
  if (!/^[!-9;-~]{1,60}:[ \t]?\S?/.test(head)) return false
  if (/\.eml$/i.test(fileName) && HEADER.test(head)) return true
  return /^from:/im.test(head) && HEADER.test(head.replace(/^from:.*$/gim, ''))
}

/** Counts the parts without building them: a message may announce a million. */
function countParts(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boundaries = new Set<string>()
  const pattern = /boundary\s{0,3}=\s{0,3}"?([^"\r\n;]{1,100})/gi
  for (let at = 0; at < text.byteLength && boundaries.size < MOST_BOUNDARIES; at += 4_000_000) {
    const piece = text.toString('latin1', at, Math.min(at + 4_000_200, text.byteLength))
    for (const [, name = ''] of piece.matchAll(pattern)) {
      boundaries.add(name.trim())
      if (boundaries.size >= MOST_BOUNDARIES) break
    }
  }
  let parts = 0
  for (let at = text.indexOf('--'); at >= 0 && parts <= MOST_PARTS; at = text.indexOf('\n--', at + 1)) {
    const start = text[at] === 10 ? at + 3 : at + 2
    const end = text.indexOf('\n', start)
    const line = text
      .toString('latin1', start, Math.min(end < 0 ? text.byteLength : end, start + 120))
      .trimEnd()
    if (boundaries.has(line)) parts += 1
  }
  return parts
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/rtf': '.rtf',
  'text/rtf': '.rtf',
  'text/html': '.html',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
}

/** Parts that carry nothing to read: signatures, invitations, cards, and the pictures of the text itself. */
function isAside(attachment: Email['attachments'][number]): boolean {
  const { mimeType, related, disposition } = attachment
  if (
    /^(?:text\/(?:calendar|x-vcard|vcard|x-amp-html)|application\/(?:ics|pgp-signature|(?:x-)?pkcs7-signature)|message\/(?:delivery-status|disposition-notification))/.test(
      mimeType,
    )
  )
    return true
  return mimeType.startsWith('image/') && (related === true || disposition === 'inline')
}

function filesOf(email: Email): MailFile[] {
  return email.attachments
    .filter((attachment) => !isAside(attachment))
    .map((attachment, at) => {
      const { filename, mimeType, content } = attachment
      const ending = Object.hasOwn(ENDINGS, mimeType) ? (ENDINGS[mimeType] ?? '') : ''
      const name = (filename ?? '').trim() === '' ? `attachment ${at + 1}${ending}` : (filename ?? '')
      const bytes =
        typeof content === 'string'
          ? new TextEncoder().encode(content)
          : content instanceof ArrayBuffer
            ? new Uint8Array(content)
            : content
      return { name, bytes }
    })
}

function people(address: Email['from'] | NonNullable<Email['to']>): string | null {
  const list = address === undefined ? [] : Array.isArray(address) ? address : [address]
  const names = list.slice(0, 100).map((one) => {
    const { name } = one
    return one.group === undefined && name === '' ? (one.address ?? '') : name
  })
  const text = names.filter((name) => name !== '').join(', ')
  return text === '' ? null : text
}

const written = (email: Email, key: string): string | null =>
  email.headers.find((header) => header.key === key)?.value.trim() ?? null

/**
 * Reads a message (RFC 5322 with MIME). Messages inside it are files of it, not read into its text.
 * @throws ReadRefusal encrypted, too-many-entries, too-large or damaged
 */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  if (bytes.byteLength > MOST_BYTES) throw new ReadRefusal('too-large')
  const head = headOf(bytes)
  if (/^content-type:\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?![^\n]*signed))/im.test(head))
    throw new ReadRefusal('encrypted', { hint: 'save-unprotected' })
  if (countParts(bytes) > MOST_PARTS) throw new ReadRefusal('too-many-entries')
  let email: Email
  try {
    email = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MOST_DEPTH,
      maxHeadersSize: 2 * 1024 * 1024,
    })
  } catch (error) {
    const isDeep = error instanceof Error && /depth|nest/i.test(error.message)
    throw new ReadRefusal(isDeep ? 'too-many-entries' : 'damaged', { cause: error })
  }
  const isSavedPage =
    written(email, 'snapshot-content-location') !== null || /^<saved by /i.test(written(email, 'from') ?? '')
  return {
    subject: email.subject?.trim() ?? null,
    from: people(email.from),
    to: people(email.to ?? []),
    sent: written(email, 'date'),
    html: email.html ?? null,
    text: email.text ?? null,
    files: isSavedPage ? [] : filesOf(email),
    isSavedPage,
  }
}
