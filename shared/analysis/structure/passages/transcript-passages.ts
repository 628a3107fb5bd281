import type { StructuredPassage, TalkSpan } from '../../../model/analysis.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'

const CUE =
  /(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}[^\n]{0,60}?(?=\s|$)/g
const MARK = /^\s*[[(]?\d{1,3}:\d{2}(?::\d{2})?(?:\s*[-–]\s*\d{1,3}:\d{2}(?::\d{2})?)?[\])]?\s+/
const VOICE = /<v(?:\.[\w.]{1,40})?\s([^<>]{1,80})>/
const TAG = /<\/?[a-z][^<>]{0,80}>/gi
/** As captions are read: the time, then who speaks. */
const MARKED_VOICE = /^\[\d{2,9}:\d{2}:\d{2}(?:–\d{2,9}:\d{2}:\d{2})?\] ([^:<>\n]{1,60}): /
const ENOUGH_WORDS = 60
const MOST_WORDS = 110

/**
 * What was said, without cue times, numbers and tags: cues of a few words are put together until a sentence ends,
 * or the speaker changes.
 */
export function transcriptPassages(lines: readonly Line[]): {
  passages: StructuredPassage[]
  talk: TalkSpan[]
} {
  const turns: Turn[] = []
  let waiting: Span | null = null
  for (const line of lines) {
    if (/^(?:WEBVTT|NOTE|STYLE|REGION|Kind:|Language:)\b/.test(line.text) || /^\d{1,6}$/.test(line.text))
      continue
    const marked = MARKED_VOICE.exec(line.text)
    const speaker = marked?.[1] ?? VOICE.exec(line.text)?.[1] ?? null
    const stamp = stampOf(line.text)
    const text = said(marked ? line.text.slice(marked[0].length) : line.text)
    if (text === '') {
      // A cue's times stand on a line above its words.
      waiting = stamp ?? waiting
      continue
    }
    const span = stamp ?? waiting
    waiting = null
    const open = turns.at(-1)
    if (open && mayJoin(open, speaker, text)) {
      open.parts.push(text)
      open.words += wordCount(text)
      if (span) open.span = open.span ? { from: open.span.from, to: span.to } : span
    } else turns.push({ parts: [text], words: wordCount(text), speaker, line, span })
  }
  const passages: StructuredPassage[] = []
  const talk: TalkSpan[] = []
  for (const { parts, line, span } of turns) {
    const text = parts.join(' ')
    if (!/[A-Za-z]/.test(text)) continue
    if (span) talk.push({ passage: passages.length, ...span })
    passages.push({ text, page: line.page, block: line.block, item: null })
  }
  return { passages, talk }
}

interface Span {
  from: number
  to: number | null
}

interface Turn {
  parts: string[]
  words: number
  span: Span | null
  speaker: string | null
  line: Line
}

const CUE_TIMES =
  /(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[.,]\d{3}\s*-->\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[.,]\d{3}/g
const MARK_TIMES =
  /^\s*[[(]?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\s*[-–]\s*(?:(\d{1,2}):)?(\d{1,3}):(\d{2}))?[\])]?(?=\s|$)/

/** Seconds from the start: a cue's times, or a mark at the beginning of the line. */
function stampOf(text: string): Span | null {
  const cues = [...text.matchAll(CUE_TIMES)]
  const [first] = cues
  const last = cues.at(-1)
  if (first && last)
    return { from: seconds(first[1], first[2], first[3]), to: seconds(last[4], last[5], last[6]) }
  const mark = MARK_TIMES.exec(text)
  if (!mark) return null
  return {
    from: seconds(mark[1], mark[2], mark[3]),
    to: mark[5] === undefined ? null : seconds(mark[4], mark[5], mark[6]),
  }
}

const seconds = (hours: string | undefined, minutes: string | undefined, rest: string | undefined): number =>
  Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0)

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
  const { words } = open
  if (words >= MOST_WORDS || wordCount(text) > ENOUGH_WORDS) return false
  return words < ENOUGH_WORDS || !/[.!?]$/.test(open.parts.at(-1) ?? '')
}
