import type { StructuredPassage } from '../../../model/analysis.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'

const CUE =
  /(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[^\n]{0,60}?(?=\s|$)/g
const MARK = /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+/
const VOICE = /<v(?:\.[\w.]{1,40})?\s([^<>]{1,80})>/
const TAG = /<\/?[a-z][^<>]{0,80}>/gi
const ENOUGH_WORDS = 60
const MOST_WORDS = 110

/**
 * What was said, without cue times, numbers and tags: cues of a few words are put together until a sentence ends,
 * or the speaker changes.
 */
export function transcriptPassages(lines: readonly Line[]): StructuredPassage[] {
  const turns: Turn[] = []
  for (const line of lines) {
    if (/^(?:WEBVTT|NOTE|STYLE|REGION|Kind:|Language:)\b/.test(line.text) || /^\d{1,6}$/.test(line.text))
      continue
    const speaker = VOICE.exec(line.text)?.[1] ?? null
    const text = said(line.text)
    if (text === '') continue
    const open = turns.at(-1)
    if (open && mayJoin(open, speaker, text)) open.text = `${open.text} ${text}`
    else turns.push({ text, speaker, line })
  }
  return turns
    .filter((turn) => /[A-Za-z]/.test(turn.text))
    .map((turn) => ({ text: turn.text, page: turn.line.page, block: turn.line.block, item: null }))
}

interface Turn {
  text: string
  speaker: string | null
  line: Line
}

function said(text: string): string {
  return text
    .replace(CUE, ' ')
    .replace(TAG, '')
    .replace(MARK, '')
    .replace(/\s+/g, ' ')
    .replace(/^\d{1,6}\s+(?=[A-Z>])/, '')
    .trim()
}

function mayJoin(open: Turn, speaker: string | null, text: string): boolean {
  if (speaker !== null && open.speaker !== null && speaker !== open.speaker) return false
  const words = wordCount(open.text)
  if (words >= MOST_WORDS || wordCount(text) > ENOUGH_WORDS) return false
  return words < ENOUGH_WORDS || !/[.!?]$/.test(open.text)
}
