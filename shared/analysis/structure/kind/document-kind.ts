import type { DocumentKind } from '../../../model/analysis.ts'
import type { Document } from '../../../model/document.ts'
import type { Evidence } from '../../../model/evidence.ts'
import type { Line } from '../line.ts'
import { shorten } from '../line.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { isKnownTitle } from '../items/known-titles.ts'
import type { Sign } from './kind-signs.ts'
import { HEAD_SIGNS, NAME_SIGNS, TEXT_SIGNS } from './kind-signs.ts'

export interface KindFinding {
  kind: DocumentKind
  evidence: Evidence | null
}

const CUE = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3}\s*-->/
const MARK = /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+\S/
const SPEAKER =
  /^(?:>>\s*)?(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?([A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]*){0,4})(?:\s*[-–—(,][^:]{0,60})?:\s+\S/

const SPOKEN =
  /\b(?:I|I['’](?:m|ll|d|ve)|we['’](?:re|ve|ll)|you['’]re|that['’]s|it['’]s|don['’]t|thanks|thank you|okay|yeah|yes)\b/g

/** What sort of board document this is: by its name, head, words and shape. */
export function findKind(document: Document, lines: readonly Line[], fileName: string): KindFinding {
  const scores = new Map<DocumentKind, number>()
  const quotes = new Map<DocumentKind, { weight: number; evidence: Evidence }>()
  const add = (kind: DocumentKind, weight: number, evidence: Evidence | null) => {
    scores.set(kind, (scores.get(kind) ?? 0) + weight)
    const old = quotes.get(kind)
    if (evidence && (!old || weight > old.weight)) quotes.set(kind, { weight, evidence })
  }
  const name = fileName.split(/[\\/]/).pop() ?? fileName
  if (/\.(?:vtt|srt)$/i.test(name))
    add('transcript', 40, { page: 1, block: null, quote: name, rule: 'kind-subtitle-file' })
  for (const [pattern, kind, weight] of NAME_SIGNS) {
    if (pattern.test(name)) add(kind, weight, { page: 1, block: null, quote: name, rule: 'kind-file-name' })
  }
  addHead(lines, document, add)
  addText(lines, add)
  addFormat(document, lines, add)
  addShape(document, lines, add)
  let best: DocumentKind = 'paper'
  let most = 2.5
  for (const [kind, score] of scores) {
    if (score > most) {
      best = kind
      most = score
    }
  }
  return { kind: best, evidence: quotes.get(best)?.evidence ?? null }
}

type Add = (kind: DocumentKind, weight: number, evidence: Evidence | null) => void

function addHead(lines: readonly Line[], document: Document, add: Add): void {
  const title = document.properties.title
  const seen = new Set<Sign>()
  const both = lines.slice(0, 6).some((l) => /agenda\s?(?:\/|and|&)\s?minutes/i.test(l.text.slice(0, 120)))
  if (both && lines.some(({ text }) => HELD.test(text.slice(0, 200)))) add('minutes', 12, null)
  if (isWrittenInto(lines)) add('minutes', 9, null)
  lines.slice(0, 14).forEach((line, at) => {
    const text = line.text.slice(0, 160)
    const words = text.split(' ').length
    if (words > 20 || (words > 6 && /[.!?]$/.test(line.text))) return
    for (const sign of HEAD_SIGNS) {
      if (seen.has(sign) || (both && sign.kind === 'minutes')) continue
      sign.pattern.lastIndex = 0
      if (!sign.pattern.test(text)) continue
      seen.add(sign)
      // The first lines name the document; a wordy line less than a short one.
      const place = at < 3 ? 1 : at < 7 ? 0.75 : 0.4
      const wordy = words > 10 ? 0.6 : 1
      add(sign.kind, sign.weight * place * wordy, {
        page: line.page,
        block: line.block,
        quote: shorten(line.text, 120),
        rule: 'kind-head',
      })
    }
  })
  if (title) {
    for (const sign of HEAD_SIGNS) {
      sign.pattern.lastIndex = 0
      if (sign.pattern.test(title)) add(sign.kind, sign.weight * 0.4, null)
    }
  }
}

const COVER_WORDS = 200

/** What the form a file comes in says: captions are talk, and a short message that brings papers is none of them. */
function addFormat(document: Document, lines: readonly Line[], add: Add): void {
  if (document.format === 'captions') add('transcript', 40, null)
  if (document.format !== 'mail') return
  const text = lines.slice(0, 60).map((line) => line.text)
  const words = text.reduce((sum, line) => sum + line.split(' ').length, 0)
  if (
    words < COVER_WORDS &&
    text.some((line) => /\b(?:attach(?:ed|ments?|ing)|enclosed)\b/i.test(line.slice(0, 2_000)))
  )
    add('paper', 30, null)
}

/** Said of a meeting that took place. */
const HELD =
  /^\W{0,3}(?:present|attendees|in attendance)\s*:\s*[A-Z@].{6}|\b(?:called to order|meeting (?:was )?(?:closed|adjourned|ended|opened)) at\b|^\d{1,2}:\d{2}\s+(?:open|close)\b/i

/** An agenda with a list of who came and a heading "Notes" below it was written into at the meeting. */
function isWrittenInto(lines: readonly Line[]): boolean {
  const heading = (pattern: RegExp) =>
    lines.findIndex((l) => l.headingLevel !== null && l.text.length < 40 && pattern.test(l.text))
  const came = heading(/^(?:attendance|attendees|present|participants|who (?:came|was there))\b/i)
  const notes = heading(/^(?:meeting |discussion )?(?:notes|minutes)\s*:?$/i)
  return came >= 0 && notes > came && lines.length - notes > 12
}

const SAMPLE_LINES = 1_500

function addText(lines: readonly Line[], add: Add): void {
  const counts = new Map<Sign, number>()
  for (const line of lines.slice(0, SAMPLE_LINES)) {
    const text = line.text.length > 4_000 ? line.text.slice(0, 4_000) : line.text
    for (const sign of TEXT_SIGNS) {
      const so = counts.get(sign) ?? 0
      if (so >= sign.most) continue
      sign.pattern.lastIndex = 0
      let n = 0
      for (let m = sign.pattern.exec(text); m && so + n < sign.most; m = sign.pattern.exec(text)) {
        n += 1
        add(sign.kind, sign.weight, {
          page: line.page,
          block: line.block,
          quote: shorten(m[0], 120),
          rule: 'kind-words',
        })
      }
      counts.set(sign, so + n)
    }
  }
}

function addShape(document: Document, lines: readonly Line[], add: Add): void {
  const sample = lines.slice(0, SAMPLE_LINES)
  let cues = 0
  let marks = 0
  let words = 0
  const speakers = new Map<string, number>()
  let turns = 0
  for (const line of sample) {
    words += line.text.length / 6
    if (CUE.test(line.text)) cues += 1
    if (MARK.test(line.text)) marks += 1
    const speaker = SPEAKER.exec(line.text.slice(0, 120))
    if (speaker?.[1]) {
      turns += 1
      speakers.set(speaker[1], (speakers.get(speaker[1]) ?? 0) + 1)
    }
  }
  if (cues > 4) add('transcript', 40, null)
  if (marks > sample.length * 0.3 && marks > 8) add('transcript', 8, null)
  const repeated = [...speakers.values()].filter((n) => n >= 4).length
  if (repeated >= 2 && turns > sample.length * 0.3 && words > 800) add('transcript', 8, null)
  const spoken = sample.reduce((n, l) => n + (l.text.slice(0, 4_000).match(SPOKEN)?.length ?? 0), 0)
  const headings = sample.filter((l) => l.headingLevel !== null).length
  if (words > 1_200 && spoken / words > 0.012 && headings < 4) add('transcript', 12, null)
  // A dated meeting with the titles every board uses, and nothing else said: somebody's minutes.
  const known = sample.filter(
    (l) => l.text.length < 90 && (l.headingLevel !== null || l.bold) && isKnownTitle(l.text),
  ).length
  if (known >= 2) add('minutes', 1.5, null)
  if (
    lines
      .slice(0, 4)
      .some((l) => l.text.length < 160 && /\bmeeting\b/i.test(l.text) && parseDates(l.text).length > 0)
  )
    add('minutes', 2.5, null)
  const pages = document.pages.length
  const bookmarks = document.outline.filter((o) => o.level === 1).length
  const agendaHead = sample.some((l) => l.text.length < 60 && /^(?:\w+ ){0,4}agenda$/i.test(l.text))
  if (pages >= 25 && (agendaHead || bookmarks >= 5) && lines.length > 600)
    add('pack', agendaHead && bookmarks >= 5 ? 16 : agendaHead ? 9 : 3, null)
  if (words < 900) add('agenda', 1, null)
  if (words > 6000) {
    add('agenda', -4, null)
    const headed = sample.slice(0, 15).some((l) => l.text.length < 120 && /\bagenda\b(?! item)/i.test(l.text))
    const opening = sample.slice(0, 15).map((l) => l.text.slice(0, 120))
    const titled = opening.slice(0, 4).some((text) => /\bagenda (?:for|of)\b/i.test(text))
    if (headed) add('pack', titled && !opening.some((text) => /\bminutes\b/i.test(text)) ? 14 : 8, null)
  }
}
