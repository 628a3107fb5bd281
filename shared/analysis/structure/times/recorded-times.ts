import type { RecordedTime } from '../../../model/analysis.ts'
import type { ItemDraft } from '../items/item-draft.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { half } from './parse-clock-range.ts'
import { formatClock, parseTimes } from './parse-times.ts'
import type { Clock } from './time-candidate.ts'

/** Sentences that say when the item under which they stand began. */
const BEGINS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:call(?:ed)?|came)\b[^.]{0,80}\bto order\b|meeting (?:was )?(?:opened|started|began|commenced|convened)|\bopened the meeting|^start(?:ed)?(?: at)?\b/i,
    /call|open|welcome|start|order|introduc|apolog|attend|present/i,
  ],
  [
    /\badjourn|\b(?:meeting|session) (?:was )?(?:closed|ended|concluded|finished)|\bclosed the meeting|\bdeclared (?:the )?meeting closed|\bended at|\bclosed at|\bconcluded at/i,
    /adjourn|^clos|^end|close of|conclu|finish/i,
  ],
  [
    /\b(?:closed|executive|private|in[- ]camera) session\b|\bconvened\b|\brecess(?:ed)?\b/i,
    /closed session|executive session|private|camera|recess/i,
  ],
  [
    /\breconven|\bopen session\b|\breturned to\b|\breopened\b|\bclosed session (?:was )?(?:ended|adjourned|closed)/i,
    /report from|reconven|open session|report of|report out/i,
  ],
]

/** Recorded start times of minutes' items: beside the title, or said by a sentence under it. */
export function findRecordedTimes(
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  windowStart: number | null,
): (RecordedTime | null)[] {
  let last = windowStart
  return drafts.map((draft, i) => {
    const beside = draft.times.find((t) => t.form === 'clock' || t.form === 'range')
    if (beside && draft.title.split(' ').length <= 24) {
      const clock = beside.form === 'range' ? beside.start : beside.clock
      const start = forward(clock, last)
      last = start
      const end = beside.form === 'range' ? beside.end.minutes + (start - beside.start.minutes) : null
      return {
        start: formatClock(start),
        minutes: end !== null && end > start ? end - start : null,
        basis: end === null ? 'stated' : 'derived',
        evidence: evidenceAt(draft.line, draft.timeText || draft.line.text, 'recorded-beside-title'),
      }
    }
    const forms = BEGINS.filter(([, title]) => title.test(draft.title))
    if (forms.length === 0) return null
    const next = drafts[i + 1]
    const to = Math.min(next?.at ?? lines.length, draft.at + 60)
    for (let at = draft.at; at < to; at += 1) {
      const line = lines[at]
      if (!line) continue
      const isTitle = at === draft.at
      const text = isTitle ? draft.body.join(' ') || line.text : withNext(lines, at)
      if (!/\d|noon/.test(text)) continue
      for (const sentence of text.slice(0, 3_000).split(/(?<=[a-z)\d]\.)\s+(?=[A-Z])/)) {
        if (/next (?:\w+ ){0,3}meeting|will (?:be held|meet)|\bjoined\b|\barrived\b|\bleft\b/i.test(sentence))
          continue
        const form =
          forms.find(([verb]) => verb.test(sentence)) ??
          (isTitle && draft.body.length === 0 ? forms[0] : undefined)
        if (!form) continue
        const times = parseTimes(sentence).filter((t) => t.form !== 'duration')
        const verbAt = form[0].exec(sentence)?.index ?? 0
        const time = times.find((t) => t.index >= verbAt) ?? times[0]
        if (!time) continue
        const start = forward(time.form === 'range' ? time.start : time.clock, last)
        last = start
        const minutes = time.form === 'range' ? time.end.minutes - time.start.minutes : null
        return {
          start: formatClock(start),
          minutes: minutes !== null && minutes > 0 ? minutes : null,
          basis: minutes === null ? 'stated' : 'derived',
          evidence: evidenceAt(line, sentence, 'recorded-sentence'),
        }
      }
    }
    return announcedBefore(lines, drafts, i, forms, last)
  })
}

/**
 * Where two top-level items that follow each other both say when they began, the first lasted until the second.
 * An item without a mark between them leaves both unknown.
 */
export function deriveRecorded(drafts: readonly ItemDraft[], recorded: (RecordedTime | null)[]): void {
  const top = drafts.flatMap((draft, at) => (draft.level === 1 ? [at] : []))
  top.forEach((at, i) => {
    const own = recorded[at]
    const next = recorded[top[i + 1] ?? -1]
    if (!own?.start || own.minutes !== null || !next?.start) return
    const minutes = minutesOf(next.start) - minutesOf(own.start)
    if (minutes > 0 && minutes <= 8 * 60) recorded[at] = { ...own, minutes, basis: 'derived' }
  })
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** "… opened the closed session at 7:00" may close the item before: the last lines above the title are looked at. */
function announcedBefore(
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  i: number,
  forms: readonly (readonly [RegExp, RegExp])[],
  last: number | null,
): RecordedTime | null {
  const draft = drafts[i]
  if (!draft || !/closed session|executive session|report from|reconven/i.test(draft.title)) return null
  for (let at = draft.at - 1; at >= Math.max((drafts[i - 1]?.at ?? 0) + 1, draft.at - 6); at -= 1) {
    const line = lines[at]
    if (!line || line.cells || !forms.some(([verb]) => verb.test(line.text))) continue
    const time = parseTimes(line.text).find((t) => t.form !== 'duration')
    if (!time) continue
    const start = forward(time.form === 'range' ? time.start : time.clock, last)
    return {
      start: formatClock(start),
      minutes: null,
      basis: 'stated',
      evidence: evidenceAt(line, line.text, 'recorded-before-title'),
    }
  }
  return null
}

function withNext(lines: readonly Line[], at: number): string {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line) return ''
  return next && next.block === line.block && !line.cells ? `${line.text} ${next.text}` : line.text
}

function forward(clock: Clock, last: number | null): number {
  if (clock.half !== 'unknown') return clock.minutes
  const morning = half(clock, 'am').minutes
  const evening = half(clock, 'pm').minutes
  if (last === null) return morning < 7 * 60 ? evening : morning
  return morning >= last - 1 ? morning : evening >= last - 1 ? evening : clock.minutes
}
