import type { Page } from 'playwright-core'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { plainWords } from './plain-words.ts'

/** The words of a file as our own reader finds them, in its order, with one space between them. */
export async function wordsOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const { blocks } = await readDocument(bytes, { fileName })
  const texts = blocks.map((block) =>
    block.kind === 'text'
      ? block.text
      : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' '),
  )
  return plainWords(texts.join(' ')).replaceAll(/\s+/g, ' ')
}

/** What the page puts on paper: the words of the PDF that the browser prints it to. */
export async function printedWords(page: Page): Promise<string> {
  return wordsOf(await page.pdf({ format: 'A4', printBackground: true }), 'printed.pdf')
}
