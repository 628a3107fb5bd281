import type { PlannedTime } from '../../../model/analysis.ts'
import type { Warning } from '../../../model/evidence.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import type { ItemDraft } from '../items/item-draft.ts'
import { half } from './parse-clock-range.ts'
import { formatClock } from './parse-times.ts'
import type { Clock } from './time-candidate.ts'

interface Held {
  draft: ItemDraft
  start: number | null
  end: number | null
  stated: number | null
  statedMax: number | null
}

/**
 * From the times written beside each item to its planned time.
 * A range is cross-checked with a stated duration (the range wins, with a warning); times without am or pm go
 * forward; a start alone lasts until the next item's start, unless one of `sessions` (positions of lines like
 * "Afternoon session") stands between or the item closes the meeting. Nothing else is ever derived.
 */
export function refineItemTimes(
  drafts: readonly ItemDraft[],
  window: { start: number | null; end: number | null },
  sessions: readonly number[] = [],
): { planned: (PlannedTime | null)[]; warnings: Warning[] } {
  const warnings: Warning[] = []
  const held = drafts.map((draft) => hold(draft))
  settleHalves(drafts, held, window.start)
  let following = 0
  const planned = held.map((own, at) => {
    const { draft } = own
    while ((sessions[following] ?? Number.POSITIVE_INFINITY) <= draft.at) following += 1
    const session = sessions[following] ?? Number.POSITIVE_INFINITY
    if (own.start === null && own.stated === null) return null
    let minutes = own.stated
    let minutesMax = own.statedMax
    let basis: PlannedTime['basis'] = 'stated'
    if (own.start !== null && own.end !== null && own.end > own.start) {
      const length = own.end - own.start
      if (
        own.stated !== null &&
        Math.abs(own.stated - length) > 0.5 &&
        !(own.statedMax !== null && length >= own.stated && length <= own.statedMax)
      ) {
        warnings.push({
          code: 'time-contradiction',
          message: `“${draft.title.slice(0, 80)}”: the clock times give ${length} minutes, the stated duration ${own.stated}. The clock times are kept.`,
          page: draft.line.page,
        })
      }
      if (own.stated === null) basis = 'derived'
      minutes = length
      minutesMax = length
    } else if (own.start !== null && minutes === null && !CLOSING.test(draft.title)) {
      const next = nextStart(held, at, window.end, session)
      if (next !== null && next > own.start && next - own.start <= 8 * 60) {
        minutes = next - own.start
        minutesMax = minutes
        basis = 'derived'
      }
    }
    return {
      start: own.start === null ? null : formatClock(own.start),
      minutes,
      minutesMax,
      basis,
      evidence: evidenceAt(
        draft.line,
        draft.timeText || draft.line.text,
        draft.times[0]?.rule ?? 'item-time',
      ),
    }
  })
  return { planned, warnings }
}

/** "Close", "Adjournment": the moment the meeting ends lasts no time. */
const CLOSING =
  /^(?:meeting )?(?:close[sd]?|adjourn(?:ment|ed|s)?|end|finish(?:es)?)(?: of (?:the )?(?:meeting|business))?$/i
const SESSION =
  /^(?:(?:afternoon|evening|second|closing) (?:session|part)|lunch(?:eon)?(?: break)?|(?:break|recess|adjourn(?:ed)?) for (?:lunch|dinner))[\s.:]*$/i

/** Positions of lines that part a meeting's day without saying when. */
export function sessionLines(lines: readonly Line[], drafts: readonly ItemDraft[]): number[] {
  const timed = new Set(drafts.filter((d) => d.times.length > 0).map((d) => d.at))
  return lines.flatMap((line, at) =>
    line.text.length < 40 && SESSION.test(line.text) && !timed.has(at) ? [at] : [],
  )
}

function hold(draft: ItemDraft): Held {
  const range = draft.times.find((t) => t.form === 'range')
  const clocks = draft.times.filter((t) => t.form === 'clock')
  const duration = draft.times.find((t) => t.form === 'duration' && !t.limit)
  const stated = duration?.form === 'duration' ? duration.minutes : null
  const statedMax = duration?.form === 'duration' ? duration.minutesMax : null
  if (range?.form === 'range')
    return { draft, start: range.start.minutes, end: range.end.minutes, stated, statedMax }
  const clock = clocks[0]
  return { draft, start: clock?.form === 'clock' ? clock.clock.minutes : null, end: null, stated, statedMax }
}

/** Form 28: where no am or pm is written, each time is the first one not before the one above it. */
function settleHalves(drafts: readonly ItemDraft[], held: Held[], windowStart: number | null): void {
  let last = windowStart
  held.forEach((own, at) => {
    const written = writtenStart(drafts[at])
    if (own.start === null || !written) return
    if (written.half === 'unknown') {
      const morning = half(written, 'am').minutes
      const evening = half(written, 'pm').minutes
      let chosen = own.start
      if (last !== null) chosen = morning >= last - 1 ? morning : evening >= last - 1 ? evening : own.start
      else if (morning < 7 * 60) chosen = evening
      if (chosen !== own.start && own.end !== null) own.end += chosen - own.start
      own.start = chosen
    }
    if (own.end !== null && own.end <= own.start) own.end += 720
    last = own.start
  })
}

function writtenStart(draft: ItemDraft | undefined): Clock | null {
  const time = draft?.times.find((t) => t.form === 'range') ?? draft?.times.find((t) => t.form === 'clock')
  if (time?.form === 'range') return time.start
  return time?.form === 'clock' ? time.clock : null
}

/**
 * The start of what follows. An item of the same level without a start shares the time with this one, so that
 * nothing can be said of either; bullets below it do not.
 */
function nextStart(
  held: readonly Held[],
  at: number,
  windowEnd: number | null,
  session: number,
): number | null {
  const own = held[at]
  if (!own) return null
  for (let i = at + 1; i < held.length && i < at + 200; i += 1) {
    const next = held[i]
    if (!next) continue
    if (next.draft.at > session) return null
    if (next.start !== null) return next.start
    if (next.draft.level <= own.draft.level) {
      // A section head is no item of its own, if what stands under it is timed.
      const child = held[i + 1]
      if (child && child.draft.level > next.draft.level && child.start !== null) return child.start
      return null
    }
  }
  return windowEnd
}
