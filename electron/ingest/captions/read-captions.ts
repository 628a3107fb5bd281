import type { Document, TextBlock } from '../../../shared/model/document.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { decodeText, textHead } from '../text/decode-text.ts'
import { MOST_TEXT_BYTES } from '../text/read-text.ts'
import { textBlock } from '../text/text-paragraphs.ts'
import { cueWords, isSubRip, isWebVtt, parseCues } from './parse-cues.ts'
import type { Cue } from './parse-cues.ts'

const MOST_CUES = 200_000

const two = (value: number): string => String(value).padStart(2, '0')

function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** `[00:14:05–00:14:09]`, as transcripts in plain text mark their times too. */
const mark = ({ start, end }: Cue): string => `[${clock(start)}–${clock(Math.max(start, end))}]`

/** Live captions repeat the line above while the next one grows; each line is said once. */
function withoutRepeats(lines: readonly string[], before: readonly string[]): string[] {
  let repeated = Math.min(lines.length, before.length)
  while (
    repeated > 0 &&
    !lines.slice(0, repeated).every((line, at) => line === before[before.length - repeated + at])
  )
    repeated -= 1
  return lines.slice(repeated)
}

/** Text that is no UTF-8 is decoded as far as it goes: captions hold stray bytes more often than other text. */
const decode = (bytes: Uint8Array): string => decodeText(bytes) ?? new TextDecoder('utf-8').decode(bytes)

/** WebVTT and SubRip captions: one block a cue, "[00:14:05–00:14:09] Name: what was said". */
export const captionsReader: DocumentReader = {
  format: 'captions',
  score: (bytes) => {
    const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 16))
    if (isWebVtt(start)) return 0.85
    const head = textHead(bytes)
    return isWebVtt(head) || isSubRip(head) ? 0.85 : null
  },
  read: (bytes: Uint8Array, options: ReadOptions): Promise<Document> =>
    new Promise((resolve) => {
      if (bytes.byteLength > MOST_TEXT_BYTES) throw new ReadRefusal('too-large')
      const cues = parseCues(decode(bytes))
      if (cues.length > MOST_CUES) throw new ReadRefusal('too-large')
      const blocks: TextBlock[] = []
      let before: string[] = []
      cues.forEach((cue, at) => {
        const lines = cueWords(cue)
          .split('\n')
          .filter((line) => line !== '')
        const fresh = withoutRepeats(lines, before)
        if (lines.length > 0) before = lines
        // Someone else speaks on a line of its own.
        const turns = fresh
          .join(' ')
          .replaceAll(/ (?=>> ?[\p{L}"“])/gu, '\n')
          .split('\n')
        for (const turn of turns) if (turn !== '') blocks.push(textBlock(`${mark(cue)} ${turn}`, 1, null))
        if (at % 5000 !== 0) return
        refuseIfAborted(options.signal)
        options.onProgress?.(at / cues.length)
      })
      if (blocks.length === 0) throw new ReadRefusal('empty')
      options.onProgress?.(1)
      resolve({
        format: 'captions',
        paged: false,
        pages: [{ number: 1, width: null, height: null, hasText: true }],
        blocks,
        outline: [],
        properties: { title: null },
        warnings: [],
      })
    }),
}
