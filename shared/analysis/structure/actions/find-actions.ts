import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { columnRole, headRoles, tablesOf } from '../items/column-roles.ts'
import type { ColumnRole } from '../items/column-roles.ts'
import { parseItemNumbers, withoutBullet } from '../items/item-number.ts'
import { isActionListHeading } from '../items/known-titles.ts'
import { wordCount } from '../items/title-shape.ts'
import { splitDue } from './action-due.ts'
import type { ActionDraft } from './action-draft.ts'
import { isOwner, ownerFromSentence, tidyOwner } from './action-owner.ts'

/** Explicit actions only: marked in the text, listed under a heading that says so, or rows of an action table. */
export function findActions(
  lines: readonly Line[],
  titleLines: ReadonlySet<number>,
  kind: DocumentKind,
): ActionDraft[] {
  if (kind === 'agenda' || kind === 'paper' || kind === 'transcript') {
    return kind === 'agenda' ? [] : actionTables(lines, kind)
  }
  const drafts = [...actionTables(lines, kind)]
  const taken = new Set(drafts.map((d) => d.at))
  drafts.push(...markedActions(lines, taken, titleLines))
  for (const d of drafts) taken.add(d.at)
  drafts.push(...listedActions(lines, taken, titleLines))
  return withoutRepeats(drafts.toSorted((a, b) => a.at - b.at))
}

function withoutRepeats(drafts: readonly ActionDraft[]): ActionDraft[] {
  const seen = new Set<string>()
  return drafts.filter((d) => {
    const key = d.text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    if (key.length < 4 || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

const MARK =
  /^[[(*\s]*(?:agreed )?actions?(?:\s+(?:point|item|required|note))?(?:\s?#?\s?\d{1,3}(?:[./]\d{1,3})?[a-z]?)?\s*(?:\[([^\]]{1,40})\]|\(([^)]{1,40})\))?\s*(?::|[-–—]\s|\.\s|\t|(?=\s@))\s*(.*)$/i
const INLINE =
  /(?:^|[.;)\s])\[?\(?(?:ACTION|Action(?= ?(?:\d{1,3})?\s?[:–]| for ))(?:S|s)?(?:\s(?:point|item|POINT|ITEM))?(?:\s?\d{1,3}(?:\.\d{1,2})?)?\s?(?:[:–—-]| for )\s*([^\]\n]{2,400}?)\]?\)?$/

/** "ACTION: AB by 30 April", "Action – AB to …", "[Action: …]"; a bare owner takes the paragraph before it as text. */
function markedActions(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  titleLines: ReadonlySet<number>,
): ActionDraft[] {
  const drafts: ActionDraft[] = []
  lines.forEach((line, at) => {
    if (taken.has(at) || titleLines.has(at)) return
    if (line.cells) {
      for (const cell of line.cells) {
        const first = cell.split('\n')[0] ?? ''
        if (/^action/i.test(first) && MARK.test(first) && cell.length > 14)
          addMarked(cell.replace(/\n/g, ' '), at, line, lines, drafts)
      }
      return
    }
    if (!/action/i.test(line.text)) return
    const text = withoutBullet(line.text) ?? line.text
    if (MARK.test(text) && !isActionListHeading(text.replace(/[:\s]+$/, '')))
      addMarked(paragraphFrom(lines, at, text), at, line, lines, drafts)
    else if (line.text.length < 3_000) {
      const inline = INLINE.exec(line.text)
      if (inline?.[1] && inline.index > 0)
        addMarked(`ACTION: ${inline[1]}`, at, line, lines, drafts, line.text.slice(0, inline.index + 1))
    }
  })
  return drafts
}

/** A marked action goes on over wrapped lines of its block. */
function paragraphFrom(lines: readonly Line[], at: number, first: string): string {
  let text = first
  const own = lines[at]
  for (let i = at + 1; i < lines.length && i < at + 8; i += 1) {
    const next = lines[i]
    if (!next || !own || next.block !== own.block || next.cells) break
    if (
      withoutBullet(next.text) !== null ||
      MARK.test(next.text) ||
      parseItemNumbers(next.text, next.marker).length > 0
    )
      break
    if (/^due\b/i.test(next.text)) {
      text = `${text} ${next.text}`
      break
    }
    text = `${text} ${next.text}`
  }
  return text
}

function addMarked(
  text: string,
  at: number,
  line: Line,
  lines: readonly Line[],
  drafts: ActionDraft[],
  before = '',
): void {
  const match = MARK.exec(text)
  if (!match) return
  const bracket = match[1] ?? match[2] ?? null
  let rest = (match[3] ?? '')
    .replace(/^[\s\])*:–—-]+/, '')
    .replace(/\]$/, '')
    .trim()
  const due = splitDue(rest)
  rest = due.text
  let owner = bracket && isOwner(bracket) ? bracket : null
  if (isOwner(rest) && wordCount(rest) <= 6) {
    // The line only says who: what is to be done stands before it.
    const told = before.trim() || previousParagraph(lines, at)
    if (!told) return
    drafts.push({
      at,
      line,
      text: told,
      owner: tidyOwner(rest),
      dueText: due.dueText,
      status: 'unknown',
      rule: 'action-owner-after',
    })
    return
  }
  const split = splitOwner(rest)
  owner ??= split.owner
  if (wordCount(split.text) < 2) return
  drafts.push({
    at,
    line,
    text: tidyAction(split.text),
    owner: owner ? tidyOwner(owner) : null,
    dueText: due.dueText,
    status: statusOf(text),
    rule: 'action-marked',
  })
}

function previousParagraph(lines: readonly Line[], at: number): string {
  const own = lines[at]
  const parts: string[] = []
  let block: number | null = null
  for (let i = at - 1; i >= 0 && i > at - 14; i -= 1) {
    const line = lines[i]
    if (!line || !own || line.cells) break
    block ??= line.block
    if (line.block !== block) break
    parts.unshift(line.text)
    if (line.firstOfBlock) break
  }
  const text = (parseItemNumbers(parts.join(' ').trim(), null)[0]?.rest ?? parts.join(' ')).trim()
  return lastSentences(text)
}

/** What is to be done stands at the end of the paragraph. */
function lastSentences(text: string): string {
  const sentences = text.split(/(?<=[a-z)\d][.!?])\s+(?=[A-Z])/)
  let kept = sentences.pop() ?? ''
  while (wordCount(kept) < 8 && sentences.length > 0) kept = `${sentences.pop() ?? ''} ${kept}`
  return kept.length > 400 ? kept.slice(-400) : kept
}

/** "AB – do this", "AB to do this", "Do this (AB)", "Do this – AB", "[AB] Do this". */
export function splitOwner(text: string): { owner: string | null; text: string } {
  const opening = /^[[(]([^\])]{1,60})[\])]\s*[:–-]?\s*(.{3,})$/.exec(text)
  if (opening?.[1] && opening[2] && isOwner(opening[1])) return { owner: opening[1], text: opening[2] }
  const colon = /^([^:–—]{2,60}?)\s*(?::|\s[-–—])\s+(.{4,})$/.exec(text)
  if (colon?.[1] && colon[2] && isOwner(colon[1])) return { owner: colon[1], text: colon[2] }
  const closing = /^(.{4,}?)\s*(?:[-–—]\s*)?[[(]([^\])]{1,60})[\])]\s*\.?$/.exec(text)
  if (closing?.[1] && closing[2] && isOwner(closing[2])) return { owner: closing[2], text: closing[1] }
  const dash = /^(.{4,}?)\s[-–—]\s([^–—]{2,60})$/.exec(text)
  if (dash?.[1] && dash[2] && isOwner(dash[2])) return { owner: dash[2], text: dash[1] }
  return ownerFromSentence(text)
}

const STATUS_DONE = /\b(?:done|complete|completed|closed|finished|actioned)\b|✓|✔|☑|\[x\]/i

function statusOf(text: string): 'open' | 'done' | 'unknown' {
  if (STATUS_DONE.test(text)) return 'done'
  return /\b(?:open|ongoing|in progress|outstanding|pending|on hold|not started)\b|\[ \]|☐/i.test(text)
    ? 'open'
    : 'unknown'
}

function tidyAction(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^(?:\[[ x]?\]|☐|☑|[-–—:•*\s])+/i, '')
    .replace(/[\s;,]+$/, '')
    .trim()
}

/** "Responsible: AB", "Deadline: May": a line that completes the action above it. */
function labelledDetail(text: string): { kind: 'owner' | 'due'; value: string } | null {
  const owner =
    /^(?:responsible|owner|owners|assigned to|assignee|who|lead|person responsible)\s*:\s*(.{2,80})$/i.exec(
      text,
    )
  if (owner?.[1]) return { kind: 'owner', value: owner[1] }
  const due = /^(?:deadline|due|due date|by when|timeline|when|target)\s*:\s*(.{2,60})$/i.exec(text)
  return due?.[1] ? { kind: 'due', value: due[1] } : null
}

/** Bullets, numbers and checkboxes below a heading like "Actions agreed", until the next heading. */
function listedActions(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  titleLines: ReadonlySet<number>,
): ActionDraft[] {
  const drafts: ActionDraft[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const head = lines[at]
    if (!head || head.cells || head.text.length > 60) continue
    const plain = parseItemNumbers(head.text, head.marker)[0]?.rest ?? head.text
    if (!isActionListHeading(plain)) continue
    const numbered =
      titleLines.has(at) && /^action items?$|^actions?$/i.test(plain) && head.text === head.text.toUpperCase()
    if (numbered) continue
    let count = 0
    for (let i = at + 1; i < lines.length && count < 80; i += 1) {
      const line = lines[i]
      if (!line || line.cells || titleLines.has(i)) break
      if (
        line.headingLevel !== null &&
        (head.headingLevel === null || line.headingLevel <= head.headingLevel)
      )
        break
      if (line.headingLevel !== null || taken.has(i)) continue
      if (
        head.bold &&
        line.bold &&
        line.firstOfBlock &&
        line.listLevel === null &&
        !line.marker &&
        wordCount(line.text) < 7
      )
        break
      const bullet = withoutBullet(line.text)
      const listItem =
        bullet !== null ||
        line.marker !== null ||
        line.listLevel !== null ||
        parseItemNumbers(line.text, line.marker).length > 0 ||
        /^\[[ x]?\]/i.test(line.text)
      if (!listItem) {
        if (count > 0 && line.firstOfBlock) break
        const last = drafts.at(-1)
        if (count > 0 && last && last.line.block === line.block)
          last.text = tidyAction(`${last.text} ${line.text}`)
        else if (count === 0 && i - at > 4) break
        continue
      }
      if (line.listLevel !== null && line.listLevel > 1) continue
      const text = tidyAction(parseItemNumbers(line.text, line.marker)[0]?.rest ?? bullet ?? line.text)
      if (wordCount(text) < 2) continue
      const labelled = labelledDetail(text)
      const previous = drafts.at(-1)
      if (labelled && count > 0 && previous) {
        if (labelled.kind === 'owner') previous.owner ??= tidyOwner(labelled.value)
        else previous.dueText ??= labelled.value
        continue
      }
      const due = splitDue(text.replace(/^(?:task|action|what)\s*:\s*/i, ''))
      const split = splitOwner(due.text)
      drafts.push({
        at: i,
        line,
        text: tidyAction(split.text),
        owner: split.owner ? tidyOwner(split.owner) : null,
        dueText: due.dueText,
        status: statusOf(line.text),
        rule: 'action-list',
      })
      count += 1
    }
  }
  return drafts
}

/** Tables with an action column beside owner, due or status; an action log's table without such heads too. */
function actionTables(lines: readonly Line[], kind: DocumentKind): ActionDraft[] {
  const drafts: ActionDraft[] = []
  let inherited: (ColumnRole | null)[] | null = null
  for (const table of tablesOf(lines)) {
    let roles: (ColumnRole | null)[] | null = null
    let from = 0
    for (let r = 0; r < Math.min(3, table.rows.length); r += 1) {
      const cells = table.rows[r]?.cells ?? []
      const read =
        headRoles(cells) ??
        (kind === 'action log' || cells.some((c) => /^actions?\b/i.test(c.trim()))
          ? cells.map((c) => columnRole(c))
          : null)
      if (read && read.includes('action')) {
        roles = read
        from = r + 1
        break
      }
    }
    if (!roles && inherited && inherited.length === (table.rows[0]?.cells?.length ?? 0)) roles = inherited
    if (!roles) continue
    const others = roles.filter((r) => r === 'lead' || r === 'due' || r === 'status').length
    if (others === 0 && kind !== 'action log' && kind !== 'pack') continue
    inherited = roles
    for (let r = from; r < table.rows.length; r += 1) {
      const line = table.rows[r]
      const at = table.positions[r]
      if (!line?.cells || at === undefined) continue
      const cell = (role: ColumnRole) =>
        (line.cells ?? [])
          .filter((_, i) => roles?.[i] === role)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim()
      const text = cell('action')
      if (wordCount(text) < 2) continue
      const owner = cell('lead')
      const due = cell('due')
      const status = cell('status')
      const split = owner ? { owner, text } : splitOwner(text)
      const inText = due ? { text: split.text, dueText: due } : splitDue(split.text)
      drafts.push({
        at,
        line,
        text: tidyAction(inText.text),
        owner: split.owner ? tidyOwner(split.owner) : null,
        dueText: inText.dueText,
        status: statusOf(status || ''),
        rule: 'action-table',
      })
    }
  }
  return drafts
}
