import type { Document } from '../../../model/document.ts'
import type { Evidence } from '../../../model/evidence.ts'
import type { Line } from '../line.ts'
import { evidenceAt } from '../line.ts'
import { parseDates } from '../dates/parse-dates.ts'
import { parseTimes } from '../times/parse-times.ts'
import { isAllCaps } from '../items/title-shape.ts'

const HEAD_LINES = 16
const BODY_WORD =
  /\b(?:board|committee|council|panel|trustees|governors|directors|assembly|commission|forum|working group|task ?force|steering group|advisory group|sub-?committee|executive|general meeting|members['’]? meeting|association|society|club|foundation|trust|district|cooperative|co-?op(?:erative)?|friends|federation|authority|senate|cabinet|parish|corporation|group|union|partnership|tac|tsc|bof)\b/i
const STRONG =
  /\b(?:board|committee|council|panel|trustees|governors|commission|steering group|working group|advisory group|general meeting|sub-?committee|directors|tac)\b/i
const CUT =
  /\b(?:(?:draft|final|approved|unapproved|unconfirmed|confirmed|official|public|open|closed|regular|special|ordinary|extraordinary|emergency|monthly|annual|quarterly|bi-?monthly|virtual|online|the|a|an)\s+)*(?:meeting\s+)?(?:minutes?|agendas?|meeting notes?|notes|summary|transcript|action log|packet|pack)\b(?:\s+(?:for|of|from)(?:\s+the)?)?|\bmeetings?\b(?:\s+(?:held|of|for|on|at)\b.*)?$/gi

/** The board's name as the document's head writes it: a line, or the part of a title before "meeting minutes". */
export function findBody(
  document: Document,
  lines: readonly Line[],
): { value: string; evidence: Evidence } | null {
  let best: { value: string; score: number; line: Line } | null = null
  const head = lines.slice(0, HEAD_LINES)
  head.forEach((line, at) => {
    const text = line.text.replace(/\t/g, ' ')
    if (text.length > 220 || /@|https?:|www\./i.test(text)) return
    const sentence =
      /(?:meeting|session) of (?:the )?(.{3,90}?)(?:,| \(| was\b| were\b| held\b| met\b| is\b| on\b| at\b|$)/i.exec(
        text,
      )
    const candidates: [string, number][] = [[cleanBody(text), 0]]
    if (sentence?.[1]) candidates.push([cleanBody(sentence[1]), 1.5])
    for (const [value, bonus] of candidates) {
      if (!plausible(value)) continue
      let score = 4 - at * 0.25 + bonus
      if (STRONG.test(value)) score += 3
      else if (BODY_WORD.test(value)) score += 1.2
      else continue
      if (/meeting|minutes|agenda/i.test(text)) score += 1
      if (isAllCaps(value) || line.bold || line.headingLevel !== null) score += 0.7
      if (value.split(' ').length > 9) score -= 2
      if (!best || score > best.score) best = { value, score, line }
    }
  })
  if (!best) {
    const title = document.properties.title
    const value = title ? cleanBody(title) : ''
    if (plausible(value) && BODY_WORD.test(value))
      return { value, evidence: { page: 1, block: null, quote: title ?? '', rule: 'body-title' } }
    return null
  }
  const found: { value: string; line: Line } = best
  return { value: found.value, evidence: evidenceAt(found.line, found.line.text, 'body-head') }
}

function plausible(value: string): boolean {
  if (value.length < 4 || value.length > 110) return false
  if (value.split(/\s+/).length > 14) return false
  if (
    /[.;]\s|\b(?:was|were|will|is|are|called|present|attended|apologies|attendees|chair:|members:|location|venue|held|welcome)\b/i.test(
      value,
    )
  )
    return false
  return /[A-Z]/.test(value)
}

function cleanBody(text: string): string {
  let rest = text
  for (const date of [...parseDates(rest)].reverse())
    rest = `${rest.slice(0, date.index)} | ${rest.slice(date.index + date.length)}`
  for (const time of [...parseTimes(rest)].reverse())
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
      /^(?:(?:regular|special|ordinary|monthly|annual|draft|public|open|virtual|notice of|attendance at)\s+)+/i,
      '',
    )
    .replace(/\s+/g, ' ')
}
