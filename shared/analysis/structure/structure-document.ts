import type {
  StructuredAction,
  StructuredDecision,
  StructuredDocument,
  StructuredItem,
  StructuredPassage,
  TimeWindow,
} from '../../model/analysis.ts'
import type { Document } from '../../model/document.ts'
import type { Warning } from '../../model/evidence.ts'
import type { DateOrder } from '../../model/library.ts'
import { resolveDue } from './actions/action-due.ts'
import type { DecisionDraft } from './decisions/decision-draft.ts'
import type { ActionDraft } from './actions/action-draft.ts'
import { findActions } from './actions/find-actions.ts'
import { findAttendance } from './attendance/find-attendance.ts'
import { ownerResolver } from './attendance/resolve-owner.ts'
import { findBody } from './body/meeting-body.ts'
import { findCustomerTerms } from './customers/customer-terms.ts'
import { findMeetingDate } from './dates/meeting-date.ts'
import { findDecisions } from './decisions/find-decisions.ts'
import { documentLines } from './document-lines.ts'
import { agendaEnd } from './items/agenda-end.ts'
import { saysDeferred } from './items/deferral.ts'
import { findItems } from './items/find-items.ts'
import { liftBreaks } from './items/lift-breaks.ts'
import { coverFields } from './items/cover-sheet.ts'
import type { PaperSections } from './items/paper-sections.ts'
import { splitPapers } from './items/paper-sections.ts'
import type { ItemDraft } from './items/item-draft.ts'
import { isActionListHeading, itemRole } from './items/known-titles.ts'
import { findKind } from './kind/document-kind.ts'
import type { Line } from './line.ts'
import { evidenceAt } from './line.ts'
import { findPassages } from './passages/find-passages.ts'
import { transcriptPassages } from './passages/transcript-passages.ts'
import { findWindow } from './times/meeting-window.ts'
import { deriveRecorded, findRecordedTimes } from './times/recorded-times.ts'
import { refineItemTimes, sessionLines } from './times/refine-item-times.ts'

export interface StructureContext {
  fileName: string
  dateOrder: DateOrder
}

/**
 * What a document says of its meeting: kind, body, date, window, items with their times, passages, actions.
 * Pure; every fact carries the page and words it was read from, and what the document does not say is null.
 */
export function structureDocument(document: Document, context: StructureContext): StructuredDocument {
  const lines = documentLines(document)
  const { kind, evidence: kindEvidence } = findKind(document, lines, context.fileName)
  const title = document.properties.title
  const date = findMeetingDate(lines, { ...context, title })
  const end = kind === 'pack' ? agendaEnd(document, lines) : lines.length
  const { drafts: found, tableRows } = findItems(lines.slice(0, end), kind)
  const drafts = liftBreaks(found)
  const recordsTimes = kind === 'minutes'
  const window = findWindow(lines, drafts[0]?.at ?? -1, recordsTimes)
  const windowMinutes = { start: minutesOf(window.planned?.start), end: minutesOf(window.planned?.end) }
  const timed = timesOf(lines, drafts, kind === 'minutes', windowMinutes)
  const papers = kind === 'pack' ? splitPapers(document, lines, drafts, end) : null
  const covers = papers ? coverFields(lines, papers.itemOf, drafts.length) : []
  const parents = parentsOf(drafts)
  const items: StructuredItem[] = drafts.map((draft, i) => ({
    number: draft.number,
    title: draft.title,
    level: draft.level,
    parent: parents[i] ?? null,
    lead: draft.lead ?? covers[i]?.lead ?? null,
    purpose: draft.purpose ?? covers[i]?.purpose ?? null,
    role: itemRole(draft.title),
    deferred: draft.deferred,
    planned: timed.planned[i] ?? null,
    recorded: timed.recorded[i] ?? null,
    pages: document.paged ? (papers?.pages[i] ?? (kind === 'pack' ? null : draft.pages)) : null,
    evidence: evidenceAt(draft.line, draft.line.text, draft.rule),
  }))
  const itemOf = papers ? withPapers(itemOfLines(lines, drafts), papers, end) : itemOfLines(lines, drafts)
  const { passages, talk } =
    kind === 'transcript'
      ? transcriptPassages(lines)
      : { passages: findPassages(lines, drafts, itemOf, tableRows), talk: [] }
  markDeferred(items, passages)
  const titleLines = new Set(drafts.flatMap((d) => range(d.at, d.titleEnd)))
  const attendance = findAttendance(lines, titleLines, kind)
  const nameOf = ownerResolver(attendance)
  const actions = findActions(lines, titleLines, kind)
    .filter(
      (draft) => !(papers && draft.at >= end && isPreviousMinutes(drafts, papers.itemOf[draft.at] ?? null)),
    )
    .map((draft) => ({
      ...toAction(draft, date?.value ?? null, context.dateOrder, itemOf),
      ownerName: nameOf(draft.owner),
    }))
  const titles = items.map((item) => item.title)
  const decisions = findDecisions(lines, titleLines, itemOf, titles, kind).map((draft) =>
    toDecision(draft, itemOf),
  )
  return {
    kind,
    kindEvidence,
    title,
    body: findBody(document, lines, drafts[0]?.at ?? -1),
    date,
    window: { planned: window.planned, recorded: withItemTimes(window.recorded, items) },
    items,
    passages,
    actions,
    decisions,
    attendance,
    talk,
    customerTerms: findCustomerTerms(lines),
    warnings: timed.warnings,
  }
}

/** The minutes of the meeting before, among a pack's papers: what they record was not this meeting's. */
function isPreviousMinutes(drafts: readonly ItemDraft[], item: number | null): boolean {
  const title = item === null ? '' : (drafts[item]?.title ?? '')
  return /\bminutes\b/i.test(title) && itemRole(title) === 'procedural' && !/\bactions?\b/i.test(title)
}

/** In minutes, clock times beside a title say when it was reached unless they are a plan with durations. */
function timesOf(
  lines: readonly Line[],
  drafts: readonly ItemDraft[],
  isMinutes: boolean,
  window: { start: number | null; end: number | null },
): { planned: StructuredItem['planned'][]; recorded: StructuredItem['recorded'][]; warnings: Warning[] } {
  if (!isMinutes) {
    const { planned, warnings } = refineItemTimes(drafts, window, sessionLines(lines, drafts))
    return { planned, recorded: drafts.map(() => null), warnings }
  }
  const top = drafts.filter((d) => d.level === 1)
  const durations = top.filter((d) => d.times.some((t) => t.form === 'duration' && !t.limit)).length
  const clocks = top.filter((d) => d.times.some((t) => t.form !== 'duration')).length
  // Notes written into a timed agenda keep its plan.
  const keepsPlan = durations >= 2 || (durations >= 1 && clocks >= 1)
  const plan = keepsPlan
    ? refineItemTimes(drafts, window, sessionLines(lines, drafts))
    : { planned: drafts.map(() => null), warnings: [] }
  const recorded = findRecordedTimes(
    lines,
    keepsPlan ? drafts.map((d) => ({ ...d, times: [] })) : drafts,
    window.start,
  )
  deriveRecorded(drafts, recorded)
  return { planned: plan.planned, recorded, warnings: plan.warnings }
}

/** An opening or adjournment read from its own item completes the recorded window. */
function withItemTimes(recorded: TimeWindow | null, items: readonly StructuredItem[]): TimeWindow | null {
  const opening =
    items.find((i) => i.recorded?.start && /^(?:call|opening|welcome)/i.test(i.title))?.recorded ?? null
  const closing = items.findLast((i) => i.recorded?.start && /adjourn|^clos/i.test(i.title))?.recorded ?? null
  const start = recorded?.start ?? opening?.start ?? null
  const end = recorded?.end ?? closing?.start ?? null
  if (start === null && end === null) return null
  return { start, end, evidence: recorded?.evidence ?? opening?.evidence ?? closing?.evidence ?? null }
}

/** An item whose text begins by saying that it was put off. */
function markDeferred(items: StructuredItem[], passages: readonly StructuredPassage[]): void {
  const seen = new Set<number>()
  for (const { item, text } of passages) {
    if (item === null || seen.has(item)) continue
    seen.add(item)
    const own = items[item]
    if (own && saysDeferred(text)) own.deferred = true
  }
}

function minutesOf(clock: string | null | undefined): number | null {
  return clock ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)) : null
}

function range(from: number, to: number): number[] {
  const all: number[] = []
  for (let i = from; i <= to; i += 1) all.push(i)
  return all
}

function parentsOf(drafts: readonly ItemDraft[]): (number | null)[] {
  const open: { level: number; index: number }[] = []
  return drafts.map((draft, index) => {
    while ((open.at(-1)?.level ?? 0) >= draft.level) open.pop()
    const parent = open.at(-1)?.index ?? null
    open.push({ level: draft.level, index })
    return parent
  })
}

/** After the agenda, a pack's lines stand under the item whose papers they are. */
function withPapers(
  itemOf: readonly (number | null)[],
  papers: PaperSections,
  end: number,
): (number | null)[] {
  return itemOf.map((item, at) => (at < end ? item : (papers.itemOf[at] ?? null)))
}

/** For every line, the item it stands under. */
function itemOfLines(lines: readonly Line[], drafts: readonly ItemDraft[]): (number | null)[] {
  const result: (number | null)[] = Array.from({ length: lines.length }, () => null)
  drafts.forEach((draft, item) => {
    const end = drafts[item + 1]?.at ?? lines.length
    for (let at = draft.at; at < end; at += 1) {
      const line = lines[at]
      // A list of actions under a heading of its own is the meeting's, not the last item's.
      if (
        at > draft.titleEnd &&
        line &&
        !line.cells &&
        line.text.length < 60 &&
        isActionListHeading(line.text)
      )
        break
      result[at] = item
    }
  })
  return result
}

function toAction(
  draft: ActionDraft,
  date: string | null,
  order: DateOrder,
  itemOf: readonly (number | null)[],
): StructuredAction {
  return {
    text: draft.text,
    owner: draft.owner,
    ownerName: null,
    due: draft.dueText ? resolveDue(draft.dueText, date, order) : null,
    dueText: draft.dueText,
    status: draft.status,
    item: itemOf[draft.at] ?? null,
    evidence: evidenceAt(draft.line, draft.line.text, draft.rule),
  }
}

function toDecision(draft: DecisionDraft, itemOf: readonly (number | null)[]): StructuredDecision {
  const { text, kind, mover, seconder, outcome } = draft
  return {
    text,
    kind,
    mover,
    seconder,
    outcome,
    item: itemOf[draft.at] ?? null,
    evidence: evidenceAt(draft.line, draft.line.text, draft.rule),
  }
}
