import type { Line } from '../line.ts'
import { isLead, tidyLead, trimEnd } from './item-lead.ts'
import { withoutBullet } from './item-number.ts'
import { isKnownTitle, isMarkedLine, isNotItem } from './known-titles.ts'
import { capitalShare, looksLikeSentence, wordCount } from './title-shape.ts'

/** A title and the text that runs on behind it on the same line. */
export interface RunIn {
  title: string
  lead: string | null
  body: string
  /** Set apart by the author's own style, not only by punctuation. */
  styled: boolean
}

const SEPARATED = /^([^.:–—!?]{2,90}?)(?:\s+[-–—]\s*|\s?[–—]\s?|\s?:\s+)(?=\S)/
const HYPHENED = /^([^.:–—!?-]{2,60})-\s?(?=[A-Z][a-z])/
const STOPPED = /^([A-Z][^.:;!?–—]{2,40})\.\s+([A-Z].{8,})$/
const BY =
  /^([A-Z][^.:;!?–—]{2,60}?)\s(?:reviewed |presented |given |report(?:ed)? )?by\s((?:[A-Z][\w.’'-]*\s?){2,4}?)(?:\.\s|\s(?=in|with)|$)(.*)$/

const BY_AFTER =
  /^(?:(?:reviewed|presented|given|reported) )?by\s((?:[A-Z][\w.’'-]*\s?){2,4}?)(?:\.\s|\s(?=in|with)|\.?$)(.*)$/

/**
 * "Dam – The lake is full …", "Website by A. Name. The site …": a heading that its own paragraph follows.
 * `people` are the words of names from the document's head, so that "Robin: …" is somebody speaking.
 */
export function readRunIn(line: Line, people: ReadonlySet<string>): RunIn | null {
  const text = withoutBullet(line.text) ?? line.text
  if (line.cells || !line.firstOfBlock || !/^["“‘]?[A-Z0-9]/.test(text) || isMarkedLine(text)) return null
  if (line.leadIn > 1 && line.leadIn < line.text.length) {
    const title = trimEnd(line.text.slice(0, line.leadIn)).replace(/[.:]+$/, '')
    const rest = line.text.slice(line.leadIn).replace(/^[\s.:;,–—-]+/, '')
    if (!acceptable(title, people, 12)) return null
    // "Website by A. Name. The site …" with only its first word in bold.
    const by = BY_AFTER.exec(rest.slice(0, 400))
    if (by?.[1] && isLead(by[1]))
      return {
        title,
        lead: tidyLead(by[1]),
        body: rest.slice(by[0].length - (by[2] ?? '').length).trim(),
        styled: true,
      }
    return { ...withLead(title, rest, people), styled: true }
  }
  const start = text.slice(0, 300)
  for (const pattern of [SEPARATED, HYPHENED]) {
    const split = pattern.exec(start)
    if (!split?.[1]) continue
    if (isPerson(split[1], people)) return null
    if (acceptable(split[1], people, 16)) {
      return { ...withLead(split[1].trim(), text.slice(split[0].length), people), styled: false }
    }
  }
  const by = BY.exec(text.slice(0, 200))
  if (by?.[1] && by[2] && isLead(by[2]) && acceptable(by[1], people, 5)) {
    return {
      title: by[1],
      lead: tidyLead(by[2]),
      body: text.slice(by[0].length - (by[3] ?? '').length).trim(),
      styled: false,
    }
  }
  const stopped = STOPPED.exec(text.slice(0, 400))
  if (stopped?.[1] && isKnownTitle(stopped[1]) && acceptable(stopped[1], people, 4)) {
    return { title: stopped[1], lead: null, body: text.slice(stopped[1].length + 1).trim(), styled: false }
  }
  return null
}

function isPerson(title: string, people: ReadonlySet<string>): boolean {
  const words = title.trim().split(/\s+/)
  return words.length <= 4 && words.every((w) => people.has(w.replace(/[^A-Za-zà-ÿ'’-]/g, '')))
}

function acceptable(head: string, people: ReadonlySet<string>, mostWords: number): boolean {
  const title = head.trim()
  const words = wordCount(title)
  if (words === 0 || words > mostWords || title.length < 3 || isNotItem(title)) return false
  if (
    looksLikeSentence(title) ||
    /[£$€]|^\d|\b\d{1,2}:\d{2}|https?$|\b(?:who|which|that|he|she|they|it|we|also|because|but)\b/i.test(title)
  )
    return false
  if (isPerson(title, people)) return false
  if (
    words > 1 &&
    words <= 3 &&
    isLead(title) &&
    !isKnownTitle(title) &&
    /\b(?:Mr|Mrs|Ms|Dr|Cllr|Prof)\b/.test(title)
  )
    return false
  return capitalShare(title) >= 0.6 || words <= 3 || isKnownTitle(title) || words >= 5
}

/** "Update on the gate – Mark – Work goes on": a name between title and text leads. */
function withLead(
  title: string,
  rest: string,
  people: ReadonlySet<string>,
): { title: string; lead: string | null; body: string } {
  const named = /^((?:[A-Z][\w.’'-]*\s?){1,3}?)(?:\s?[.–—]\s|\s-\s|\.?$)(.*)$/.exec(rest.slice(0, 400))
  if (
    named?.[1] &&
    isLead(named[1]) &&
    wordCount(named[1]) <= 3 &&
    (isPerson(named[1], people) || wordCount(named[1]) === 2)
  ) {
    return {
      title,
      lead: tidyLead(named[1]),
      body: rest.slice(named[0].length - (named[2] ?? '').length).trim(),
    }
  }
  return { title, lead: null, body: rest.trim() }
}

/** Capitalised words of the lines before the first item, where the people present are named. */
export function peopleWords(lines: readonly Line[], before: number): Set<string> {
  const people = new Set<string>()
  for (const line of lines.slice(0, Math.min(before, 120))) {
    if (
      !/present|attend|member|absent|apolog|director|guest|officer|chair|:|,/i.test(line.text) &&
      line.listLevel === null &&
      withoutBullet(line.text) === null
    )
      continue
    const head = /^([^.:–—!?]{2,60}?)\s?:\s/.exec(line.text)?.[1]
    if (head && head.includes(' ') && isKnownTitle(head) && !/apolog|attend|present|absen/i.test(head))
      continue
    for (const word of line.text.match(/[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-z]+)?/g) ?? []) people.add(word)
  }
  return people
}
