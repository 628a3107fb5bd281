import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import type { ItemDraft } from './item-draft.ts'
import { isDeferral, withoutDeferral } from './deferral.ts'
import { isLead, leadLine } from './item-lead.ts'
import { parseItemNumbers, withoutBullet } from './item-number.ts'
import { readTitle } from './item-title.ts'
import { runningHead } from './running-head.ts'
import { readRunTitle } from './run-title.ts'
import { isTimeLine } from './title-probe.ts'
import { isAllCaps, looksLikeSentence, wordCount } from './title-shape.ts'
import { parseTimes } from '../times/parse-times.ts'
import { titleEnd } from './title-end.ts'
import type { PlacedTitle } from './find-sub-items.ts'
import type { RunIn } from './run-in-heading.ts'

/** From a placed title line to an item: joins wrapped titles, cuts off text that runs on, reads attribute lines. */
export function draftFrom(placed: PlacedTitle, lines: readonly Line[], kind: DocumentKind): ItemDraft {
  const { number, level, rule, runIn } = placed
  const { line } = placed.probe
  if (runIn) return draftOfRunIn(placed, runIn)
  const above = rule === 'timed' && number === null ? titleAbove(lines, placed.probe.at) : null
  const at = above === null ? placed.probe.at : placed.probe.at - 1
  let text = number?.rest ?? withoutBullet(line.text) ?? line.text
  if (above !== null) text = `${above} ${text}`
  let end = placed.probe.at
  const body: string[] = []
  while (end + 1 < lines.length) {
    const next = lines[end + 1]
    if (!next || next.block !== line.block || next.cells || next.unfolded || line.unfolded) break
    if (!continuesTitle(text, next, line, kind)) break
    text = `${text} ${next.text}`
    end += 1
  }
  const listed = line.unfolded || text.length > 280 ? null : procedureWithList(text, kind)
  const running = kind === 'minutes' && number !== null && !line.unfolded ? runningHead(text) : null
  const cut = running ?? listed ?? titleEnd(text, line.unfolded || line.text.length > 280)
  if (cut.body) body.push(cut.body)
  const parts = (line.columns ? readRunTitle : readTitle)(cut.title)
  if (parts.body) body.unshift(parts.body)
  const draft: ItemDraft = {
    at,
    titleEnd: end,
    line,
    number: number?.text ?? null,
    title: withoutDeferral(parts.title),
    level,
    lead: parts.lead,
    purpose: parts.purpose,
    times: parts.times,
    timeText: parts.timeText,
    pages: parts.pages,
    body,
    rule,
    deferred: isDeferral(running?.title ?? text),
  }
  readAttributeLines(draft, lines)
  return draft
}

/** A bold title over two lines whose time stands on the second: the first line's words, else null. */
function titleAbove(lines: readonly Line[], at: number): string | null {
  const line = lines[at]
  const above = lines[at - 1]
  if (!line || !above || above.cells || above.block !== line.block || !above.firstOfBlock) return null
  if (!line.bold || !above.bold || parseTimes(above.text).length > 0) return null
  return wordCount(above.text) <= 16 && !looksLikeSentence(above.text) ? above.text : null
}

function draftOfRunIn(placed: PlacedTitle, runIn: RunIn): ItemDraft {
  const parts = readTitle(runIn.title)
  return {
    at: placed.probe.at,
    titleEnd: placed.probe.at,
    line: placed.probe.line,
    number: null,
    title: parts.title || runIn.title,
    level: placed.level,
    lead: runIn.lead ?? parts.lead,
    purpose: parts.purpose,
    times: parts.times,
    timeText: parts.timeText,
    pages: null,
    body: runIn.body ? [runIn.body] : [],
    rule: placed.rule,
    deferred: isDeferral(runIn.title),
  }
}

const WITH_LIST =
  /^((?:apologies|attendance|present|roll call|quorum|call to order|next meeting(?: date)?|date (?:and time |, time and place )?of (?:the )?next meeting|declarations? of interests?|adjourn(?:ment)?|conflicts? of interest|any other business|aob)[^;:.–—\d(-]{0,14}?)\s?(?:[;:]|\s[-–—]|\.(?=\s))\s*(.{2,})$/i

/** "Apologies; A. Name, B. Name": what follows the title is the record itself. */
function procedureWithList(text: string, kind: DocumentKind): { title: string; body: string } | null {
  const match = WITH_LIST.exec(text)
  if (!match?.[1] || !match[2] || parseTimes(match[2].slice(0, 30)).some((t) => t.index < 2)) return null
  // In an agenda the one named behind the title leads the item; in minutes these are the absent.
  if (kind !== 'minutes' && isLead(match[2])) return null
  return { title: match[1], body: match[2] }
}

function continuesTitle(text: string, next: Line, first: Line, kind: DocumentKind): boolean {
  if (
    wordCount(text) > 60 ||
    withoutBullet(next.text) !== null ||
    isTimeLine(next.text) ||
    leadLine(next.text) !== null
  )
    return false
  if (parseItemNumbers(next.text, next.marker).length > 0) return false
  if (isAllCaps(text)) return isAllCaps(next.text)
  if (/^[a-z(&]/.test(next.text)) return wordCount(next.text) <= 16 && !looksLikeSentence(next.text)
  if (/(?:\b(?:of|the|and|for|to|in|on|with|from|a|an|by|or|at)|[,&–—/-])$/i.test(text)) return true
  if (first.headingLevel !== null) return true
  if (kind === 'agenda' && first.bold && next.bold && first.text.length > 50) return true
  if (kind === 'agenda' && first.bold === next.bold && text.length > 60 && !/[.:?!)]$/.test(text)) return true
  return (
    withoutBullet(first.text) !== null &&
    text.length > 50 &&
    !/[.:?!]$/.test(text) &&
    next.lastOfBlock &&
    !looksLikeSentence(next.text)
  )
}

/** Form 15, 16: a time, a lead, a duration on lines of their own around the title. */
function readAttributeLines(draft: ItemDraft, lines: readonly Line[]): void {
  if (draft.level === 1 && draft.times.length === 0) readEstimate(draft, lines)
  for (let i = draft.titleEnd + 1; i <= draft.titleEnd + 4; i += 1) {
    const line = lines[i]
    if (!line || line.cells) return
    const text = withoutBullet(line.text) ?? line.text
    const lead = leadLine(text)
    if (lead) draft.lead ??= lead
    else if (i === draft.titleEnd + 1 && isTimeLine(text) && !nextIsTitle(lines, i)) {
      draft.times.push(...parseTimes(text))
      draft.timeText = `${draft.timeText} ${text}`.trim()
    } else {
      const labelled =
        /^(?:time|duration|length|time ?box|allotted time|time estimate)\s*:\s*(.{1,40})$/i.exec(text)
      if (labelled?.[1] && draft.times.length === 0) {
        draft.times.push(...parseTimes(labelled[1]).filter((t) => !(t.form === 'duration' && t.limit)))
        draft.timeText = text
      } else if (!/^(?:purpose|preparation|goal|outcome|paper|documents?|notes?)\s*:/i.test(text)) return
    }
  }
}

/** "Estimated time: 10 minutes" may follow an item's recommendations. */
function readEstimate(draft: ItemDraft, lines: readonly Line[]): void {
  for (let i = draft.titleEnd + 1; i <= draft.titleEnd + 14; i += 1) {
    const line = lines[i]
    if (!line || line.cells || line.bold || line.headingLevel !== null) return
    const said = /^estimated time\s*:\s*(.{1,40})$/i.exec(line.text)
    if (!said?.[1]) continue
    draft.times.push(...parseTimes(said[1]).filter((t) => t.form === 'duration' && !t.limit))
    draft.timeText = line.text
    return
  }
}

/** A range alone on its line belongs to the title that follows it, when titles follow ranges here. */
function nextIsTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (!line || parseTimes(line.text).every((t) => t.form === 'duration')) return false
  const next = lines[at + 1]
  return next !== undefined && wordCount(next.text) <= 12 && !looksLikeSentence(next.text)
}
