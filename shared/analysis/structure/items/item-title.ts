import type { ItemPurpose } from '../../../model/analysis.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { parseTimes } from '../times/parse-times.ts'
import type { TimeCandidate } from '../times/time-candidate.ts'
import { isLead, splitLead, tidyLead, trimEnd } from './item-lead.ts'
import { isOnlyPurpose, purposeOf, titlePurpose } from './item-purpose.ts'
import { cutReferences, isOnlyPaper } from './paper-reference.ts'

/** A title line taken apart. `body` is text that runs on after the title on the same line. */
export interface TitleParts {
  title: string
  lead: string | null
  purpose: ItemPurpose | null
  times: TimeCandidate[]
  /** The words the times were read from. */
  timeText: string
  pages: [number, number] | null
  body: string
}

/** "21-0109": the number under which a clerk files the item, between its own number and its title. */
const FILE_NUMBER = /^\d{2}-\d{3,5}\s+(?=["“‘(]?[A-Z])/
/** "– @ann, @bo" behind a title. */
const HANDLES = /\s[-–—]\s(@[\w-]{2,30}(?:,? (?:and |& )?@[\w-]{2,30}){0,5})$/
const SEPARATOR = /^[\s:;,|–—•-]+/

/** Splits number-less title text into title, times in the places where an item's own time stands, lead, purpose. */
export function readTitle(text: string): TitleParts {
  const parts: TitleParts = {
    title: '',
    lead: null,
    purpose: null,
    times: [],
    timeText: '',
    pages: null,
    body: '',
  }
  if (isFigures(text)) return { ...parts, title: tidyTitle(text.replace(/\t/g, ' ')) }
  const columns = text
    .replace(FILE_NUMBER, '')
    .split('\t')
    .map((c) => c.trim())
    .filter(Boolean)
  const kept: string[] = []
  columns.forEach((column, at) => {
    if (columns.length > 1 && isOnlyTimes(column)) take(parts, column)
    else if (at > 0 && isOnlyPurpose(column)) parts.purpose ??= purposeOf(column)
    else if (at > 0 && kept.length > 0 && isOnlyPaper(column)) parts.pages ??= printedPages(column)
    else if (at > 0 && kept.length > 0 && isLead(column)) parts.lead ??= tidyLead(column)
    else kept.push(column)
  })
  let title = kept.join(' ')
  title = cutLeadingTimes(title, parts)
  title = cutBracketTimes(title, parts)
  title = cutTrailingTimes(title, parts)
  const references = cutReferences(title)
  parts.pages ??= references.pages
  title = references.title
  parts.purpose ??= titlePurpose(title)
  title = title.replace(
    /\s*[-–(]\s*(?:for )?(?:decision|discussion|information|noting|approval|action|to note)\)?\s*$/i,
    (m) => (/^\s*[-–]\s*$/.test(m) ? m : ''),
  )
  const handles = HANDLES.exec(title)
  if (handles?.[1] && parts.lead === null) {
    parts.lead = tidyLead(handles[1].replaceAll('@', ''))
    title = title.slice(0, handles.index)
  }
  if (parts.lead === null) {
    const split = splitLead(title)
    title = split.title
    parts.lead = split.lead
  }
  parts.title = tidyTitle(title)
  return parts
}

/** A row of a table of figures: what looks like "2.80" in it is no time of day. */
function isFigures(text: string): boolean {
  if (text.length > 400 || /\d\s?[ap]\.?m\b|\bmin/i.test(text)) return false
  const amounts = text.match(/-?[$£€]?\d[\d,]*(?:\.\d+)?%?/g)?.filter((a) => /[.,]\d|%$/.test(a)) ?? []
  return amounts.length >= 3 || (amounts.length >= 2 && /\d%|\d,\d{3}/.test(text))
}

/** Nothing in the text but times and the words that go with them. */
export function isOnlyTimes(text: string): boolean {
  if (text.length > 60) return false
  let rest = text
  const times = parseTimes(text)
  if (times.length === 0) return false
  for (const time of times.toReversed())
    rest = rest.slice(0, time.index) + rest.slice(time.index + time.length)
  return /^(?:[\s()[\]–—:,.;~*|-]|c\.|ca\.|circa|approx(?:\.|imately)?|about|est(?:\.|imated)?|time|duration|start|from|to|at|total|h|hrs?|pm|am|[A-Z]{2,4}T|UTC|GMT|each)*$/i.test(
    rest,
  )
}

function take(parts: TitleParts, text: string): void {
  parts.times.push(...parseTimes(text).filter((t) => !(t.form === 'duration' && t.limit)))
  parts.timeText = parts.timeText ? `${parts.timeText} ${text.trim()}` : text.trim()
}

function printedPages(text: string): [number, number] | null {
  const match = /^(?:pages?|pp?\.?)?\s?(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?$/i.exec(text)
  if (!match) return null
  const first = Number(match[1])
  return first > 0 ? [first, Math.max(first, Number(match[2] ?? first))] : null
}

/** "7:30 pm  Consent agenda", "10:00 – 10:05 Opening", "(10.40) Finance report". */
function cutLeadingTimes(title: string, parts: TitleParts): string {
  let rest = title
  for (let turn = 0; turn < 3; turn += 1) {
    const opening = /^[([]/.test(rest) ? 1 : 0
    const first = parseTimes(rest.slice(0, 60))[0]
    if (!first || first.index > opening) return rest
    if (first.form === 'duration' && first.limit) return rest
    let after = rest.slice(first.index + first.length)
    if (opening) {
      if (!/^\s*[)\]]/.test(after)) return rest
      after = after.replace(/^\s*[)\]]/, '')
    }
    after = after.replace(SEPARATOR, '')
    // "10 minutes of silence", "5 minute break" are titles.
    if (first.form === 'duration' && !opening && /^[a-z]/.test(after)) return rest
    if (first.form === 'clock' && !opening && /^(?:on|at|and|or)\b/i.test(after)) return rest
    if (after === '') return rest
    take(parts, rest.slice(0, first.index + first.length).replace(/^[([]/, ''))
    rest = after
  }
  return rest
}

const BRACKET = /[([]([^()[\]]{1,70})[)\]]/g

function cutBracketTimes(title: string, parts: TitleParts): string {
  for (const match of title.matchAll(BRACKET)) {
    const inside = match[1] ?? ''
    const times = parseTimes(inside)
    if (times.every((t) => t.form === 'duration' && t.limit)) continue
    if (parseDates(inside).length > 0) continue
    let left = inside
    for (const time of times.toReversed())
      left = left.slice(0, time.index) + left.slice(time.index + time.length)
    left = left.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    const note =
      /^(?:c\.?|ca\.?|approx\.?|about|est\.?|max\.?|total|on the last day|if needed|time ?permitting|each|time|estimated|duration|\+|verbal)?$/i.test(
        left,
      )
    const named = !note && isLead(left)
    if (!note && !named && !isOnlyPurpose(left)) continue
    if (/^each$|per /i.test(left)) continue
    const before = title.slice(0, match.index).trim()
    if (before === '') continue
    take(parts, inside)
    if (named) parts.lead ??= tidyLead(left)
    if (isOnlyPurpose(left)) parts.purpose ??= purposeOf(left)
    settleAfter(title.slice(match.index + match[0].length), parts)
    return before
  }
  return title
}

/** What stands behind a bracketed time: another time, a lead, or text that runs on. */
function settleAfter(after: string, parts: TitleParts): void {
  let rest = after.replace(SEPARATOR, '')
  const next = parseTimes(rest.slice(0, 60))[0]
  if (next && next.index <= 1) {
    take(parts, rest.slice(0, next.index + next.length))
    rest = rest.slice(next.index + next.length).replace(/^[\s):;,–—-]+/, '')
  }
  if (rest === '') return
  const bracket = /^[([]([^()[\]]{2,60})[)\]]\s*$/.exec(rest)
  const name = bracket?.[1] ?? rest
  if (parts.lead === null && isLead(name)) parts.lead = tidyLead(name)
  else if (isOnlyPurpose(rest)) parts.purpose ??= purposeOf(rest)
  else if (!isOnlyPaper(rest)) parts.body = rest
}

/** "Budget review – 15 mins", "COMMITTEE REPORTS 7:20-7:35PM", "Close, 9:00 pm". */
function cutTrailingTimes(title: string, parts: TitleParts): string {
  let rest = title
  for (let turn = 0; turn < 3; turn += 1) {
    const tail = Math.max(0, rest.length - 60)
    const last = parseTimes(rest.slice(tail)).at(-1)
    if (!last) return rest
    const at = tail + last.index
    const behind = rest.slice(at + last.length).trim()
    const before = rest.slice(0, at)
    const dashLead = /^[-–—,]\s*(.+)$/.exec(behind)
    if (behind !== '' && !/^[.)\]:;*]+$/.test(behind)) {
      if (!(dashLead?.[1] && isLead(dashLead[1]) && last.form !== 'clock')) return rest
      parts.lead ??= tidyLead(dashLead[1])
    }
    if (last.form === 'duration' && last.limit) return rest
    const separated = /(?:\s[-–—]|[-–—,:|([~]|\s{2}|\bapprox\.?|\bc\.|\babout|\best\.)\s*$/i.test(before)
    if (last.form === 'clock' && (!separated || parseDates(rest).length > 0)) return rest
    if (
      last.form === 'duration' &&
      !separated &&
      /\b(?:a|an|the|for|of|in|at|to|last|next|first|every|within|than|over)\s*$/i.test(before)
    )
      return rest
    if (last.form === 'range' && parseDates(before).length > 0) return rest
    if (before.trim().replace(/[\s\W]+/g, '') === '') return rest
    take(parts, last.text)
    rest = trimEnd(before.replace(/(?:\b(?:approx\.?|c\.|about|est\.|from|at|time)|[([~])\s*$/i, ''))
  }
  return rest
}

export function tidyTitle(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_–—:;,.|#>-]+/, '')
    .replace(/[\s*_:;,|–—-]+$/, '')
    .replace(/(?<![A-Z.]|etc|Inc|Ltd|No|Co|vs)\.$/, '')
    .trim()
}
