import type { Document } from '../../../model/document.ts'
import type { Evidence } from '../../../model/evidence.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { titleCase } from '../../boards/body-name.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { parseTimes } from '../times/parse-times.ts'
import { capitalShare, isAllCaps } from '../items/title-shape.ts'

const HEAD_LINES = 30
const BODY_WORD =
  /\b(?:board|committee|council|panel|trustees|governors|directors|assembly|commission|forum|working group|task ?force|steering group|advisory group|sub-?committee|executive|general meeting|members['’]? meeting|association|society|club|foundation|trust|district|cooperative|co-?op(?:erative)?|friends|federation|authority|senate|cabinet|parish|corporation|group|union|partnership|tac|tsc|bof)\b/i
const STRONG =
  /\b(?:board|committee|council|panel|trustees|governors|commission|steering group|working group|advisory group|general meeting|sub-?committee|directors|tac)\b/i
const CUT =
  /\b(?:(?:draft|final|approved|unapproved|unconfirmed|confirmed|official|public|open(?! source)|closed|regular|special|ordinary|extraordinary|emergency|monthly|annual|quarterly|bi-?monthly|virtual|online|the|a|an)\s+)*(?:meeting\s+)?(?:minutes?|agendas?|meeting notes?|notes|summary|transcript|action log|packet|pack)\b(?:\s+(?:for|of|from)(?:\s+the)?)?|(?<!general |members['’] |member |annual )\bmeetings?\b(?:\s+(?:held|of|for|on|at|date|number|no)\b.*)?$/gi

/** The board's name as the document's head writes it: a line, or the part of a title before "meeting minutes". */
export function findBody(
  document: Document,
  lines: readonly Line[],
  firstItem: number,
): { value: string; evidence: Evidence } | null {
  let best: { value: string; score: number; line: Line } | null = null
  const propose = (value: string, score: number, line: Line) => {
    if (plausible(value) && (!best || score > best.score)) best = { value, score, line }
  }
  lines
    .slice(0, firstItem < 0 ? HEAD_LINES : Math.min(HEAD_LINES, Math.max(firstItem, 4)))
    .forEach((line, at) => {
      const text = line.text.replace(/\t/g, ' ').replace(/\(the [“"][^)]{1,40}\)\s?/g, '')
      if (text.length > 400 || /@|https?:|www\./i.test(text)) return
      const beside = [at - 2, at - 1, at, at + 1, at + 2].some((i) => isDateLine(lines[i]))
      const named = /^(?:draft |final )?(?:minutes|agenda|notes)$/i.test(lines[at - 1]?.text ?? '')
      const near = 5 - at * 0.15 + (beside ? 2 : 0) + (named ? 1.5 : 0)
      const sentence = SENTENCE.exec(text)
      if (sentence?.[1] && STRONG.test(sentence[1])) propose(cutTimes(sentence[1]), near + 4.5, line)
      if (text.length > 160) return
      const value = cleanBody(text)
      if (!BODY_WORD.test(value)) return
      let score = near + (STRONG.test(value) ? 3 : 1.2)
      if (/meeting|minutes|agenda/i.test(text)) score += 1.5
      if (isAllCaps(value) || line.bold || line.headingLevel !== null) score += 0.7
      if (value.split(' ').length > 9) score -= 2
      if (value.split(' ').length === 1) score -= 2
      if (capitalShare(value) < 0.75) score -= 3
      propose(value, score, line)
    })
  const found: { value: string; score: number; line: Line } | null = best
  if (found && (found as { score: number }).score > 1.5) {
    const { value, line } = found as { value: string; line: Line }
    return {
      value: withOrganisation(value, line, lines),
      evidence: evidenceAt(line, line.text, 'body-head'),
    }
  }
  const title = document.properties.title
  const value = title ? cleanBody(title) : ''
  if (title && plausible(value) && BODY_WORD.test(value))
    return { value, evidence: { page: 1, block: null, quote: title, rule: 'body-title' } }
  return null
}

/** A body's name that every organisation's body may bear. */
const GENERIC =
  /^(?:the )?(?:(?:full |public |trust |library |school |governing )?(?:board|council|governing body)(?: of (?:directors|trustees|governors|education|supervisors|commissioners|managers|management|regents))?|trustees|directors|(?:executive|management|finance|audit|governance|people|quality|risk|remuneration|nominations?|finance and audit|audit and risk|steering|planning|general purposes)(?: and \w+)? committee)$/i
const ORGANISATION =
  /\b(?:plc|ltd|limited|inc|llc|cic|trust|association|society|district|county|city of|town of|village of|council|university|college|school|academy|company|co-?op|cooperative|foundation|federation|club|library|church|authority|nhs|networks?|group|union|institute|centre|center|museum|charity|corporation|housing|health|water|energy|bank|partnership|alliance|league|department|commission)\b/i

/** "Example Networks plc" on the title line beside "Board of Directors": both make the name. */
function withOrganisation(value: string, line: Line, lines: readonly Line[]): string {
  if (!GENERIC.test(value)) return value
  const at = lines.slice(0, HEAD_LINES).indexOf(line)
  for (const i of [at - 1, at - 2, at + 1]) {
    const beside = at > 8 ? undefined : lines[i]
    const text = beside?.text.trim() ?? ''
    if (!beside || beside.cells || text.length > 80 || text.split(/\s+/).length > 10) continue
    if (!ORGANISATION.test(text) || /[.:;|@\t]|\d|^(?:draft|final|present|apolog|members?)\b/i.test(text))
      continue
    if (/\b(?:meetings?|minutes|agenda|pack|report|held|at|room|hall|street|road|by)\b/i.test(text)) continue
    if (GENERIC.test(text) || STRONG.test(text) || !plausible(text) || capitalShare(text) < 0.6) continue
    return `${quiet(text)} – ${quiet(value)}`
  }
  return value
}

function quiet(name: string): string {
  return isAllCaps(name) ? titleCase(name) : name
}

const SENTENCE =
  /\b(?:[Mm]eeting|[Ss]ession|[Mm]inutes|MINUTES|MEETING) (?:of|OF) (?:[Tt]he |THE )?((?:[A-Z][\w.&’'-]*|of|the|and|for|&)(?: (?:[A-Z][\w.&’'-]*|of|the|and|for|&)){0,12})/

function isDateLine(line: Line | undefined): boolean {
  return line !== undefined && line.text.length < 90 && parseDates(line.text).some((d) => d.year !== null)
}

function cutTimes(text: string): string {
  return cleanBody(text.replace(/\s(?:of|the|and|for|&)$/i, ''))
}

function plausible(value: string): boolean {
  if (value.length < 4 || value.length > 110) return false
  if (value.split(/\s+/).length > 14) return false
  if (
    /[.;]\s|\b(?:was|were|will|is|are|called|present|attended|apologies|attendees|chair:|members:|location|venue|held|welcome|absent|attendance|reports?|phone|download|staff|by|dear|guests?|excused|members?|in the|conflict|chambers|last|next|room|action items|district [a-z]\b)\b/i.test(
      value,
    )
  )
    return false
  return /[A-Z]/.test(value)
}

function cleanBody(text: string): string {
  let rest = text
  for (const date of parseDates(rest).toReversed())
    rest = `${rest.slice(0, date.index)} | ${rest.slice(date.index + date.length)}`
  for (const time of parseTimes(rest).toReversed())
    rest = `${rest.slice(0, time.index)} | ${rest.slice(time.index + time.length)}`
  rest = rest
    .replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?/gi, '|')
    .replace(
      /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)?\s?(?:19|20)\d\d\b/gi,
      '|',
    )
  rest = rest.replace(CUT, '|').replace(/\(the [“"][^)]{1,40}\)/g, '')
  const parts = rest.split(/\s*[|]\s*|\s[–—]\s|\s-\s|:\s/).map((p) =>
    p
      .replace(/^[\s,.:;–—-]+|[\s,.:;–—-]+$/g, '')
      .replace(/^(?:the|of|for|a|on|at|to)\s+(?=[A-Z])/, '')
      .replace(/\s+(?:of|the|for|on|at|a|an)$/i, '')
      .trim(),
  )
  const strong = parts.filter((p) => STRONG.test(p))
  const named = strong.length > 0 ? strong : parts.filter((p) => BODY_WORD.test(p))
  return (named[0] ?? '')
    .replace(
      /^(?:(?:regular|special|ordinary|monthly|annual(?! general)|draft|public|open(?! source)|virtual|notice of|attendance at|new|last)\s+)+/i,
      '',
    )
    .replace(/^[\s"“'‘]+|[\s"”'’(]+$/g, '')
    .replace(
      /,?\s+(?:Q[1-4]|mon|tues?|wed|thu|fri|january|february|march|april|may|june|july|august|september|october|november|december)\.?,?$/i,
      '',
    )
    .replace(
      /(?<!general|members['’]|member|annual)(?:\s+(?:monthly|regular|special|f2f|online))?\s+meeting(?:\s+(?:day\s)?\d)?[,.]?$/i,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}
