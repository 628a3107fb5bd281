import type { DateOrder } from '../../../model/library.ts'
import type { Evidence } from '../../../model/evidence.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { documentDateOrder, settleDate } from './date-order.ts'
import type { DateCandidate } from './parse-dates.ts'
import { formatDate, parseDates, weekdayOf } from './parse-dates.ts'
import { fileNameDates } from './file-name-date.ts'

export interface MeetingDate {
  value: string
  evidence: Evidence
}

interface Witness {
  date: DateCandidate
  line: Line | null
  /** Position of its line. */
  at: number
  score: number
  rule: string
}

/** Lines before these of the head are looked at; further down only sentences that say "meeting … held on". */
const HEAD_LINES = 70
const LATER_LINES = 2_500

const OTHER_MEETING =
  /\b(?:next|previous|last|future|prior|following|forthcoming|upcoming|adjourned to|preceding)\b|minutes (?:of|from|for) (?:the )?|\bapproved\b|\bapproval\b|\bposted\b|\bpublished\b|\bprinted\b|\bcreated\b|\bupdated\b|\brevised\b|\bissued\b|\bversion\b|\bdated\b|\bas (?:of|at)\s*$|\bdue\b|\bdeadline\b|\bby\s*$|\bfrom\s*$|\bsince\b|\bsigned\b|©|copyright|\beffective\b|\bended\b|\bending\b|\bsubmitted\b|\bprepared\b|\bthrough\s*$|\buntil\s*$|\bborn\b|\binvoice\b/i
const MEETING_WORDS =
  /\bmeeting\b|\bminutes\b|\bagenda\b|\bheld\b|\bsession\b|\bconvened\b|\bcalled to order\b|\bcommittee\b|\bboard\b|\bcall\b|\bpresent\b/i
/** Far from the head, what is still to come is another meeting. */
const TO_COME = /\b(?:will|shall|to) be (?:held|convened|opened)\b|\bscheduled\b/i
const HEAD_PROPER = 16
const HELD = /\b(?:held|met|convened|took place|meeting was|called to order|opened)\b/i

/**
 * The date of the meeting itself: by where it stands, what the line around it says, and whether its weekday fits.
 * Dates of other meetings, of printing and of papers lose. The file's name is the last witness, and supplies
 * a year that the text leaves out.
 */
export function findMeetingDate(
  lines: readonly Line[],
  context: { fileName: string; dateOrder: DateOrder; title: string | null },
): MeetingDate | null {
  const witnesses: Witness[] = []
  const named = fileNameDates(context.fileName)
  const all: DateCandidate[] = []
  const limit = Math.min(lines.length, LATER_LINES)
  for (let i = 0; i < limit; i += 1) {
    const line = lines[i]
    if (!line) continue
    const text = line.text.length > 600 ? line.text.slice(0, 600) : line.text
    const dates = parseDates(text)
    if (dates.length === 0) continue
    all.push(...dates)
    const head = i < HEAD_LINES
    dates.forEach((date, position) => {
      const score = scoreDate(date, line, text, i, position, lines[i - 1]?.text ?? '', dates.length)
      if (score > 0 && (head || (score > 6 && HELD.test(text))))
        witnesses.push({ date, line, at: i, score, rule: `date-${date.rule}` })
    })
  }
  const order = documentDateOrder(all, context.dateOrder)
  const fileDates = named
  const yearHint =
    fileDates.find((d) => d.year !== null)?.year ?? commonYear(all) ?? yearInName(context.fileName)
  const wholeName = fileDates.some((d) => d.year !== null && d.rule !== 'file-month')
  let best: { value: string; score: number; witness: Witness } | null = null
  const settled = witnesses.map((w) => {
    const date = settleDate(w.date, order)
    const year = date.year ?? yearHint
    return { witness: w, date, year }
  })
  for (const { witness, date, year } of settled) {
    if (year === null || year < 1950 || year > 2100) continue
    if (date.year === null && date.weekday !== null && weekdayOf(year, date.month, date.day) !== date.weekday)
      continue
    let score = witness.score
    if (date.year === null) score -= 3
    if (date.weekday !== null) score += weekdayOf(year, date.month, date.day) === date.weekday ? 2 : -1.5
    for (const other of fileDates) {
      const agrees = fits(other, year, date.month, date.day)
      if (agrees) score += other.rule === 'file-month' ? 1.5 : 4
    }
    // A date named far from the head is another meeting's where the file's own date is whole and differs.
    if (witness.at >= HEAD_LINES && wholeName && !fileDates.some((o) => fits(o, year, date.month, date.day)))
      score -= 5
    const repeats = settled.filter(
      (o) => o.date.day === date.day && o.date.month === date.month && (o.year ?? year) === year,
    ).length
    score += Math.min(repeats - 1, 4) * 0.6
    if (!best || score > best.score) best = { value: formatDate(year, date.month, date.day), score, witness }
  }
  // A full date in the name outweighs a doubtful one in the text.
  if (best && best.score >= (wholeName ? 7 : 2.5)) {
    const line = best.witness.line
    if (line) return { value: best.value, evidence: evidenceAt(line, line.text, best.witness.rule) }
  }
  return fromFileName(fileDates, order, context.fileName)
}

function fits(named: DateCandidate, year: number, month: number, day: number): boolean {
  if (named.year !== null && named.year !== year) return false
  if (named.rule === 'file-month') return named.month === month
  if (named.month === month && named.day === day) return true
  return named.ambiguous && named.month === day && named.day === month
}

function fromFileName(
  dates: readonly DateCandidate[],
  order: 'day-first' | 'month-first',
  fileName: string,
): MeetingDate | null {
  const full = dates.find((d) => d.year !== null && d.rule !== 'file-month')
  if (!full || full.year === null) return null
  const date = settleDate(full, order)
  return {
    value: formatDate(full.year, date.month, date.day),
    evidence: { page: 1, block: null, quote: fileName, rule: 'date-file-name' },
  }
}

/** "group-2014.txt": a year alone in the name says which year a day without one is in. */
function yearInName(fileName: string): number | null {
  const name = fileName.split(/[\\/]/).pop() ?? fileName
  const years = name.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
  return years.length === 1 ? Number(years[0]) : null
}

function commonYear(dates: readonly DateCandidate[]): number | null {
  const counts = new Map<number, number>()
  for (const date of dates)
    if (date.year !== null && !date.shortYear) counts.set(date.year, (counts.get(date.year) ?? 0) + 1)
  let best: number | null = null
  for (const [year, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = year
  return best
}

function scoreDate(
  date: DateCandidate,
  line: Line,
  text: string,
  at: number,
  position: number,
  previous: string,
  count: number,
): number {
  const before = text.slice(Math.max(0, date.index - 70), date.index)
  const after = text.slice(date.index + date.length, date.index + date.length + 40)
  const sentence =
    text
      .slice(Math.max(0, date.index - 140), date.index)
      .split(/\.\s/)
      .at(-1) ?? ''
  if (at >= HEAD_PROPER && TO_COME.test(before)) return 0
  const words = text.split(/\s+/).length
  let score = 0
  if (at < 6) score += 6
  else if (at < HEAD_PROPER) score += 5
  else if (at < 36) score += 3
  else if (at < HEAD_LINES) score += 1.5
  if (
    (/^\s*\|?\s*(?:meeting\s)?(?:date|when)\b[^a-z]{0,12}$/i.test(before) &&
      !(date.rule === 'iso' && at < 8)) ||
    /^(?:meeting )?date\s*:?$/i.test(previous.trim())
  )
    score += 5
  else if (/\bdate(?: of meeting)?\s*[:|]?\s*$/i.test(before)) score += 3
  if (words <= 8) score += 2
  else if (words > 18 && !(HELD.test(sentence) && MEETING_WORDS.test(text))) score -= words > 40 ? 4.5 : 3
  if (line.headingLevel !== null || line.bold) score += 1
  if (HELD.test(sentence) && /\b(?:on|at)?\s*[a-z]*,?\s*(?:the\s)?$/i.test(before)) score += 3.5
  if (MEETING_WORDS.test(before) && words <= 30) score += 1.5
  if (
    words > 40 &&
    date.weekday !== null &&
    /\bmeeting\b/i.test(before) &&
    /^,?\s*(?:at|from|commencing|\d)/i.test(after)
  )
    score += 4
  if (/\bminutes\b|\bagenda\b|\bmeeting\b/i.test(after) && words <= 20) score += 1
  // In running text only what stands close by can be about this date.
  const close = words > 40 ? before.slice(-48) : before
  if (OTHER_MEETING.test(close))
    score -=
      /minutes (?:of|for) (?:the )?(?:[a-z]+ ){0,5}(?:meeting|board|committee)/i.test(before) &&
      at < 8 &&
      !/^\W*\d/.test(text) &&
      !/previous|last|approv|next/i.test(before)
        ? 0
        : 6
  if (/^\s*(?:deadline|version|revision)/i.test(after)) score -= 3
  if (
    /\bapprove|\bprevious minutes|\bnext meeting|\bminutes\b/i.test(text) &&
    at > 12 &&
    !/^\s*minutes\b/i.test(text)
  )
    score -= 3
  if (
    /\bnext\b[^.]{0,40}\bmeeting|meeting[^.]{0,30}\bnext\b/i.test(
      text.slice(Math.max(0, date.index - (words > 40 ? 48 : 90)), date.index),
    )
  )
    score -= 4
  if (
    /^\W*(?:[\da-z]{1,3}[.)]\s*)?(?:next|previous|last|approv\w+|minutes)\b/i.test(previous) &&
    words < 12 &&
    at > 4
  )
    score -= 4
  if (/^\W*(?:[a-z]|\d{1,2})[.)]\s/i.test(text)) score -= 2
  if (position > 0 && count > 3) score -= 1.5
  else if (position > 0) score -= 0.5
  if (date.year !== null && !date.shortYear) score += 0.5
  if (/^(?:date|meetingdate|meeting_date)\s*:/i.test(text)) score += 1
  if (line.cells && (count > 2 || line.cells.filter((c) => c !== '').length > 3)) score -= 9
  // "01/24/02 Approval of minutes" is an item's number.
  if (date.rule === 'numeric' && date.shortYear && date.index === 0 && /^\s+[A-Z]/.test(after)) score -= 8
  // A web page's own date says when it was posted, which may be the day of the meeting.
  if (date.rule === 'iso' && /^date\s*:\s*["']?$/i.test(before)) score -= 4
  return score
}
