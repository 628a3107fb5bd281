import { formatDate, parseDates } from '../dates/parse-dates.ts'
import { documentDateOrder, settleDate } from '../dates/date-order.ts'
import { relativeDue } from './relative-due.ts'
import type { DateOrder } from '../../../model/library.ts'

const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)'
const DUE_LABEL = new RegExp(
  `(?:[-–—,;([|]\\s*|\\s|^)(?:due(?: date| by)?\\s*[:–-]?|deadline\\s*:?|by when\\s*:?|target(?: date)?\\s*:?)\\s*([^\\]\\n)]{2,60}?)\\s*[)\\].]?$`,
  'i',
)
const BY = new RegExp(
  `[\\s(,–-]+(?:by|before|no later than|until|for)\\s+((?:the\\s)?(?:end of\\s|early\\s|mid[- ]|late\\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\s)?(?:next (?:board |committee )?meeting|next (?:week|month|quarter)|month[- ]end|year[- ]end|(?:the )?end of (?:the|this|next) (?:month|week|year)|end of month|\\d{1,2} (?:days|weeks)|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTHS}(?:,?\\s(?:20)?\\d\\d)?|${MONTHS}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,\\s?\\d{4})?|${MONTHS}(?:\\s20\\d\\d)?(?:\\s(?:meeting|board))?|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|20\\d\\d-\\d\\d-\\d\\d|(?:mon|tues|wednes|thurs|fri)day))\\s*[)\\].]?$`,
  'i',
)

const WITHIN =
  /[\s(,–-]+(within (?:the next )?(?:a|one|two|three|four|six|\d{1,2}) (?:days?|weeks?|months?))\s*[)\].]?$/i

/** The due words at the end of an action and the action without them. */
export function splitDue(text: string): { text: string; dueText: string | null } {
  const tail = text.length > 300 ? text.slice(-300) : text
  const labelled = DUE_LABEL.exec(tail)
  if (
    labelled?.[1] &&
    /\d|meeting|month|week|asap|possible|ongoing|end|immediate|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.test(
      labelled[1],
    )
  ) {
    return {
      text: text.slice(0, text.length - tail.length + labelled.index).trim(),
      dueText: labelled[1].trim(),
    }
  }
  const by = BY.exec(tail)
  if (by?.[1])
    return { text: text.slice(0, text.length - tail.length + by.index).trim(), dueText: by[1].trim() }
  const within = WITHIN.exec(tail)
  if (within?.[1])
    return { text: text.slice(0, text.length - tail.length + within.index).trim(), dueText: within[1] }
  return { text, dueText: null }
}

/**
 * The date a due text names; a missing year is the meeting's, or the next where the day has passed. Words that
 * name a day beside the meeting's ("Friday", "end of May") are resolved; "next meeting" stays words: null.
 */
export function resolveDue(dueText: string, meetingDate: string | null, order: DateOrder): string | null {
  const found = parseDates(dueText)[0]
  if (!found) return meetingDate === null ? null : relativeDue(dueText, meetingDate)
  const date = settleDate(found, documentDateOrder([found], order))
  if (date.year !== null) return formatDate(date.year, date.month, date.day)
  if (!meetingDate) return null
  const year = Number(meetingDate.slice(0, 4))
  const same = formatDate(year, date.month, date.day)
  return same >= meetingDate ? same : formatDate(year + 1, date.month, date.day)
}
