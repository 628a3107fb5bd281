import type { Block, Document, TextBlock } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowBlocks } from '../flow/flow-blocks.ts'
import { HtmlBody } from '../html/html-body.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { splitLines } from '../text/decode-text.ts'
import { textBlock, textParagraphs, usualWidth } from '../text/text-paragraphs.ts'
import { isMail, parseMail } from './parse-mail.ts'
import type { ParsedMail } from './parse-mail.ts'

/** Who sent it and when is no part of what it says: a date of sending is no date of a meeting. */
function headBlocks(mail: ParsedMail): TextBlock[] {
  const aside = [
    mail.from === null ? null : `From: ${mail.from}`,
    mail.to === null ? null : `To: ${mail.to}`,
    mail.sent === null ? null : `Sent: ${mail.sent}`,
  ].flatMap((line): TextBlock[] =>
    line === null ? [] : [{ ...textBlock(line.slice(0, 2000), 1, null), furniture: 'header' }],
  )
  return mail.subject === null || mail.subject === '' ? aside : [...aside, textBlock(mail.subject, 1, null)]
}

function bodyBlocks(mail: ParsedMail): Block[] {
  if (mail.html !== null) {
    const blocks = flowBlocks(new HtmlBody().read(mail.html).content, () => 1)
    if (blocks.length > 0) return blocks
  }
  const lines = splitLines(mail.text ?? '')
  return textParagraphs(
    lines.map((text) => ({ text, headingLevel: null })),
    1,
    usualWidth(lines),
  )
}

/** Messages: subject and text; what is attached is listed by the archive part, and read as files of their own. */
export const mailReader: DocumentReader = {
  format: 'mail',
  score: (bytes, fileName) => (isMail(bytes, fileName) ? 0.8 : null),
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const mail = await parseMail(bytes)
    refuseIfAborted(options.signal)
    const body = bodyBlocks(mail)
    if (body.length === 0) throw new ReadRefusal('empty')
    options.onProgress?.(1)
    return {
      format: mail.isSavedPage ? 'html' : 'mail',
      paged: false,
      pages: [{ number: 1, width: null, height: null, hasText: true }],
      blocks: mail.isSavedPage ? body : [...headBlocks(mail), ...body],
      outline: [],
      properties: { title: mail.subject },
      warnings: [],
    }
  },
}
