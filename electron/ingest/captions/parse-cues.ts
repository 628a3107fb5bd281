import { decodeEntities } from '../html/decode-entities.ts'

/** What is said in one stretch of a recording. Seconds from its start. */
export interface Cue {
  readonly start: number
  readonly end: number
  readonly text: string
}

const VTT_TIME = /^(?:(\d{2,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/
const SRT_TIME = /^(-?)(?:(\d{1,9}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/

/** `00:14:05.000`, the hours left out where they are none; null where it is no time. */
function vttSeconds(text: string): number | null {
  const match = VTT_TIME.exec(text)
  if (!match) return null
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]) + Number(match[4]) / 1000
}

/** The same as loosely as players take it; what lies before the start is the start. */
function srtSeconds(text: string): number | null {
  const match = SRT_TIME.exec(text)
  if (!match) return null
  const [, sign, hours, minutes, seconds, rest] = match
  const total =
    Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${rest ?? '0'}`)
  return sign === '-' ? 0 : total
}

interface Timing {
  readonly start: number
  readonly end: number
}

function readTiming(line: string, seconds: (text: string) => number | null): Timing | null {
  const at = line.indexOf('-->')
  if (at < 0) return null
  const start = seconds(line.slice(0, at).trim())
  const end = seconds(
    line
      .slice(at + 3)
      .trim()
      .split(/[ \t\f]/, 1)[0] ?? '',
  )
  return start === null || end === null ? null : { start, end }
}

const VOICE = /<v(?:\.[^\s<>]{0,80})?[ \t]([^<>]{0,200})>/g
const TAG = /<[^<>]{0,300}>?/g
const POSITION = /\{\\[a-z]{1,4}\d{0,4}[^{}]{0,40}\}/gi

/** A cue's words: voices become "Name: …", all other tags go. */
function plainText(raw: string): string {
  const voiced = raw
    .replaceAll(VOICE, (_, name: string) => (name.trim() === '' ? '' : `\n${name.trim()}: `))
    .replaceAll(POSITION, '')
  return decodeEntities(voiced.replaceAll(TAG, ''))
    .replaceAll(/[\u200e\u200f]/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\r|\n/)

/** Whether a text is WebVTT: its first line says so, and nothing but space may follow the word. */
export const isWebVtt = (head: string): boolean => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(head)

/** Whether a text begins as SubRip captions do: a number, a timing, words. */
export function isSubRip(head: string): boolean {
  const [first = '', second = ''] = linesOf(head.trimStart()).map((line) => line.trim())
  const timing = /^\d{1,9}$/.test(first) ? second : first
  return readTiming(timing, srtSeconds) !== null
}

interface Rules {
  readonly seconds: (text: string) => number | null
  readonly isStrict: boolean
}

/** Cues in the order of the file; a timing that is none, or ends before it begins, has no cue. */
function parse(lines: readonly string[], from: number, { seconds, isStrict }: Rules): Cue[] {
  const cues: Cue[] = []
  let at = from
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (!line.includes('-->')) {
      at += 1
      continue
    }
    const timing = readTiming(line, seconds)
    at += 1
    const said: string[] = []
    while (at < lines.length && lines[at] !== '' && !(lines[at] ?? '').includes('-->')) {
      // Between captions that nothing parts, the next one's number is none of this one's words.
      const isNumber = !isStrict && /^\d{1,9}$/.test(lines[at] ?? '') && (lines[at + 1] ?? '').includes('-->')
      if (!isNumber) said.push(lines[at] ?? '')
      at += 1
    }
    if (timing) cues.push({ ...timing, text: said.join('\n') })
  }
  return cues
}

/** The cues of WebVTT or SubRip, with their tags, as written. */
export function parseCues(text: string): Cue[] {
  const lines = linesOf(text)
  if (!isWebVtt(text.slice(0, 16))) {
    const trimmed = lines.map((line) => (line.trim() === '' ? '' : line))
    return parse(trimmed, 0, { seconds: srtSeconds, isStrict: false })
  }
  // The head goes on to the first empty line, or to the first cue where there is none.
  let start = 1
  while (start < lines.length && lines[start] !== '' && !(lines[start] ?? '').includes('-->')) start += 1
  return parse(lines, start, { seconds: vttSeconds, isStrict: true })
}

/** The words of a cue without its tags. */
export const cueWords = (cue: Cue): string => plainText(cue.text)
