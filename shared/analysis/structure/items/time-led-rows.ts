import type { Line } from '../line.ts'
import { parseTimes } from '../times/parse-times.ts'
import type { ItemDraft } from './item-draft.ts'
import { isLead, leadLine, tidyLead } from './item-lead.ts'
import { withoutBullet } from './item-number.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { isOnlyTimes, readTitle } from './item-title.ts'
import { isContainer, isKnownTitle, isNotItem } from './known-titles.ts'
import { isOnlyPaper } from './paper-reference.ts'
import { looksLikeSentence, wordCount } from './title-shape.ts'

interface Part {
  text: string
  /** Left edge of its line, or null where it stood behind a gap. */
  x: number | null
  line: Line
  at: number
}

const NUMBER = /^(\d{1,2}(?:\.\d)?|[A-Za-z])[.)]?$/
const NUMBER_FIRST = /^(\d{1,2}(?:\.\d)?|[A-Za-z])[.)]?\s+(?=\d)/
const LEAST_ROWS = 3
const LONGEST_ROW = 14

/**
 * Forms 12 and 15, and agenda tables whose rules were lost: a line that is only a number and a clock time opens a
 * row; what follows, until the next one, is its title, durations, lead and purpose in whatever order they come.
 */
export function timeLedItems(lines: readonly Line[]): { drafts: ItemDraft[]; taken: Set<number> } {
  const starts: (RowStart & { at: number })[] = []
  lines.forEach((line, at) => {
    const start = rowStart(line, lines[at - 1])
    if (start) starts.push({ at, ...start })
  })
  const drafts: ItemDraft[] = []
  const taken = new Set<number>()
  if (starts.length < LEAST_ROWS) return { drafts, taken }
  starts.forEach((start, i) => {
    const to = Math.min(starts[i + 1]?.at ?? lines.length, start.at + LONGEST_ROW)
    drafts.push(...readRow(lines, start, to, taken))
  })
  return { drafts, taken }
}

/** The number and times that open a row, and what stands behind them on the same line. */
function rowStart(line: Line, previous: Line | undefined): RowStart | null {
  const texts = partsOf(line)
  if (texts.length === 0 || (texts[0] ?? '').length > 60) return null
  let number: string | null = null
  let first = texts.shift() ?? ''
  const alone = NUMBER.exec(first)
  if (alone?.[1] && texts[0] !== undefined) {
    number = alone[1]
    first = texts.shift() ?? ''
  } else {
    const joined = NUMBER_FIRST.exec(first)
    if (joined?.[1] && isOnlyTimes(first.slice(joined[0].length))) {
      number = joined[1]
      first = first.slice(joined[0].length)
    }
  }
  if (!isOnlyTimes(first) || !hasClock(first)) return null
  number ??= (previous && /^(\d{1,2})[.)]?$/.exec(previous.text)?.[1]) ?? null
  return { number, time: first, rest: texts }
}

interface RowStart {
  number: string | null
  time: string
  rest: string[]
}

function partsOf(line: Line): string[] {
  const texts = line.cells ? line.cells.flatMap((c) => c.split('\n')) : line.text.split('\t')
  return texts.map((t) => t.trim()).filter(Boolean)
}

function hasClock(text: string): boolean {
  return parseTimes(text).some((t) => t.form !== 'duration')
}

function readRow(
  lines: readonly Line[],
  start: RowStart & { at: number },
  to: number,
  taken: Set<number>,
): ItemDraft[] {
  const first = lines[start.at]
  if (!first) return []
  const parts: Part[] = start.rest.map((text) => ({ text, x: null, line: first, at: start.at }))
  for (let at = start.at + 1; at < to; at += 1) {
    const line = lines[at]
    if (!line) break
    if (
      isNotItem(line.text) ||
      isContainer(line.text) ||
      (line.page > first.page && parts.length > 0 && at > start.at + 6)
    )
      break
    partsOf(line).forEach((text, i) =>
      parts.push({ text, x: i === 0 && !line.cells ? line.indent : null, line, at }),
    )
  }
  const draft: ItemDraft = {
    at: start.at,
    titleEnd: start.at,
    line: first,
    number: start.number,
    title: '',
    level: 1,
    lead: null,
    purpose: null,
    times: parseTimes(start.time),
    timeText: start.time,
    pages: null,
    body: [],
    rule: 'time-led-row',
    deferred: false,
  }
  const children: ItemDraft[] = []
  let titleX: number | null = null
  let titleOpen = false
  taken.add(start.at)
  for (const part of parts) {
    const plain = withoutBullet(part.text) ?? part.text
    const bullet = withoutBullet(part.text) !== null
    const attribute = takeAttribute(draft, part, plain, titleX)
    if (attribute) {
      taken.add(part.at)
      continue
    }
    if (draft.title === '') {
      if (looksLikeSentence(plain) && wordCount(plain) > 20) break
      // The range stands on one line, "3. Title" on the next.
      const numbered =
        draft.number === null && !part.line.cells ? /^(\d{1,2}(?:\.\d)?)[.)]\s+(?=\S)/.exec(plain) : null
      if (numbered?.[1]) draft.number = numbered[1]
      const read = readTitle(numbered ? plain.slice(numbered[0].length) : plain)
      draft.title = read.title
      draft.lead ??= read.lead
      draft.purpose ??= read.purpose
      draft.times.push(...read.times)
      draft.pages ??= read.pages
      titleX = part.x
      titleOpen = true
      taken.add(part.at)
      continue
    }
    // A line further left than the title belongs to the next group of rows.
    if (part.x !== null && titleX !== null && part.x < titleX - 40) {
      taken.add(part.at)
      break
    }
    const read = readTitle(plain)
    const isPart = bullet ? wordCount(plain) <= 9 && /^[A-Z0-9]/.test(plain) : isKnownTitle(read.title)
    if (isPart) {
      children.push({
        ...draft,
        at: part.at,
        titleEnd: part.at,
        line: part.line,
        number: null,
        title: read.title,
        level: 2,
        lead: read.lead,
        purpose: read.purpose,
        times: read.times,
        timeText: read.timeText,
        pages: read.pages,
        body: [],
      })
      titleOpen = !bullet
    } else if (
      titleOpen &&
      !bullet &&
      wordCount(read.title) <= 12 &&
      continuesRow(children.at(-1)?.title ?? draft.title, read.title)
    ) {
      const owner = children.at(-1) ?? draft
      owner.title = `${owner.title} ${read.title}`.trim()
      titleOpen = false
    } else {
      titleOpen = false
      continue
    }
    taken.add(part.at)
  }
  return draft.title === '' || /^(?:(?:chair|date|room)\s*:|(?:venue|location|place)\b)/i.test(draft.title)
    ? []
    : [draft, ...children]
}

function takeAttribute(draft: ItemDraft, part: Part, plain: string, titleX: number | null): boolean {
  if (isOnlyTimes(plain)) {
    draft.times.push(...parseTimes(plain).filter((t) => !(t.form === 'duration' && t.limit)))
    draft.timeText = `${draft.timeText} ${plain}`
    return true
  }
  const labelled = leadLine(plain)
  if (labelled) {
    draft.lead ??= labelled
    return true
  }
  if (isOnlyPurpose(plain.replace(/\s*[-–—]?\s*paper\b.*$/i, ''))) {
    draft.purpose ??= purposeOf(plain)
    return true
  }
  if (isOnlyPaper(plain)) return true
  const right = titleX === null ? part.x === null || part.x > 300 : part.x === null || part.x > titleX + 60
  if (
    isLead(plain) &&
    !isKnownTitle(plain) &&
    (right || (draft.title !== '' && draft.lead === null && part.line.italic))
  ) {
    const lead = tidyLead(plain)
    draft.lead = draft.lead ? `${draft.lead}, ${lead}` : lead
    return true
  }
  if (titleX !== null && part.x !== null && part.x > titleX + 150 && wordCount(plain) <= 5) {
    draft.lead = draft.lead ? `${draft.lead}, ${tidyLead(plain)}` : tidyLead(plain)
    return true
  }
  return false
}

function continuesRow(title: string, next: string): boolean {
  if (/^[a-z(&]/.test(next)) return true
  if (/(?:\b(?:of|the|and|for|to|in|on|with|from|a|an|by|or)|[,&–—-])$/i.test(title)) return true
  return wordCount(title) <= 2
}
