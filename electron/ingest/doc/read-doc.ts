import type { Document } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { flowDocument } from '../flow/flow-document.ts'
import type { FlowContent } from '../flow/flow-content.ts'
import { compoundKind } from '../ole/compound-kind.ts'
import { ReadRefusal } from '../read-refusal.ts'
import { openWordFile } from './word-file.ts'
import type { WordFile } from './word-file.ts'
import { readWordLists } from './word-lists.ts'
import { readWordStyles } from './word-styles.ts'
import { WordStory } from './word-story.ts'

const STYLE_SHEET = 0xa2
const HEADER_STORIES = 0xf2
const PICTURE = '\u0001'

/** Sections hold six stories each after the six of the notes' separators: three headers and three footers. */
function headerStories(file: WordFile): { kind: 'header' | 'footer'; from: number; to: number }[] {
  const plan = file.part(HEADER_STORIES)
  const [start, end] = file.story('headers')
  const stories: { kind: 'header' | 'footer'; from: number; to: number }[] = []
  for (let at = 6; (at + 2) * 4 <= plan.byteLength && at < 600; at += 1) {
    const from = start + plan.readUInt32LE(at * 4)
    const to = Math.min(start + plan.readUInt32LE(at * 4 + 4), end)
    const place = at % 6
    if (from < to)
      stories.push({ kind: place === 2 || place === 3 || place === 5 ? 'footer' : 'header', from, to })
  }
  return stories
}

/** The same words in several sections are one header. */
function distinct(content: readonly FlowContent[]): FlowContent[] {
  const seen = new Set<string>()
  return content.filter((part) => {
    const key = part.kind === 'paragraph' ? part.text : JSON.stringify(part.rows)
    return !seen.has(key) && seen.add(key)
  })
}

function read(bytes: Uint8Array, options: ReadOptions): Document {
  const file = openWordFile(bytes)
  const styles = readWordStyles(file.part(STYLE_SHEET))
  const { signal } = options
  options.onProgress?.(0.1)
  const onProgress = (fraction: number): void => options.onProgress?.(0.1 + 0.8 * fraction)
  const story = new WordStory({ file, styles, lists: readWordLists(file), signal, onProgress })
  const body = story.read(...file.story('body'))
  const lastPage = story.place.explicit
  const aside = (from: number, to: number): FlowContent[] =>
    new WordStory({ file, styles, lists: readWordLists(file), signal }, lastPage).read(from, to)
  const notes = [
    ...aside(...file.story('textboxes')),
    ...aside(...file.story('footnotes')),
    ...aside(...file.story('endnotes')),
  ]
  const furniture = headerStories(file).map((one) => ({ kind: one.kind, content: aside(one.from, one.to) }))
  const ofKind = (kind: 'header' | 'footer'): FlowContent[] =>
    distinct(furniture.filter((one) => one.kind === kind).flatMap((one) => one.content))
  const warnings: Warning[] = []
  if (file.compound.names.has('Macros') || file.compound.names.has('_VBA_PROJECT_CUR'))
    warnings.push({ code: 'macros-ignored', message: 'The file holds macros. They were not run.' })
  options.onProgress?.(1)
  return flowDocument({
    format: 'doc',
    content: [...body, ...notes],
    headers: ofKind('header'),
    footers: ofKind('footer'),
    title: null,
    pages: lastPage,
    warnings,
    pictured: file.text.includes(PICTURE),
  })
}

/** Word's binary format, 97 to 2003: text, tables, lists, headings and notes, deletions left out. */
export const docReader: DocumentReader = {
  format: 'doc',
  score: (bytes) => (compoundKind(bytes) === 'word' ? 0.9 : null),
  read: (bytes, options) =>
    new Promise((resolve) => {
      try {
        resolve(read(bytes, options))
      } catch (error) {
        throw error instanceof RangeError && !/allocation|array length|string length/i.test(error.message)
          ? new ReadRefusal('damaged', { cause: error })
          : error
      }
    }),
}
