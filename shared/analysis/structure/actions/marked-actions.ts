import { parseItemNumbers, withoutBullet } from '../items/item-number.ts'
import { isActionListHeading } from '../items/known-titles.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'
import { splitDue } from './action-due.ts'
import type { ActionDraft } from './action-draft.ts'
import { isOwner, tidyOwner } from './action-owner.ts'
import { taskOf, splitOwner, splitOwnerAndDue, statusOf, tidyAction } from './action-text.ts'

const MARK =
  /^[[(*\s]*(?:agreed )?actions?(?:\s+(?:point|item|required|note))?(?:\s?#?\s?\d{1,3}(?:[./]\d{1,3})?[a-z]?)?\s*(?:\[([^\]]{1,40})\]|\(([^)]{1,40})\))?\s*(?::|[-–—]\s|\.\s|\t|(?=\s@))\s*(.*)$/i
const INLINE =
  /(?:^|[.;)\s])\[?\(?(?:ACTION|Action(?= ?(?:\d{1,3})?\s?[:–]| for ))(?:S|s)?(?:\s(?:point|item|POINT|ITEM))?(?:\s?\d{1,3}(?:\.\d{1,2})?)?\s?(?:[:–—-]| for )\s*([^\]\n]{2,400}?)\]?\)?$/

/** "ACTION HP: …", "ACTION MG + EW: …": who stands between the mark and its colon. */
const OWNED = /^[[(*\s]*ACTIONS?\s+([A-Z][^:\n]{0,48}?)\s*:\s*(\S.*)$/
/** "AP1: …", "AI 3 – …", "AI: AB to …": short marks, which need a number or an owner to be sure of. */
const SHORT =
  /^[[(*\s]*(?:AP|AI)\s?#?(\d{1,3}(?:[./]\d{1,3})?)?\s?(?:[[(]([^)\]]{1,40})[)\]]\s?)?[:–-]\s*(\S.*)$/
const TO_DO = /^[[(*\s]*(?:to[- ]?do|TODO)\s?(?:[[(]([^)\]]{1,40})[)\]]\s?)?[:–-]\s+(\S.*)$/i
const CHECKBOX = /^\[[ xX]?\]\s+(\S.*)$/

const INITIALS = '[A-Z]{2,4}(?:\\s?[/&,+]\\s?[A-Z]{2,4}){0,4}'
/** "Action AB" and nothing more: what is to be done stands before it. */
const OWNER_ALONE = new RegExp(`^[[(*\\s]*(?:ACTION|Action)s?\\s+(?:by\\s+)?(${INITIALS})[\\])*\\s.]*$`)
/** "… were discussed. Action AB to write them up." */
const INLINE_TO = new RegExp(
  `(?:^|[.;:)]\\s|\\t)(?:ACTION|Action)s?\\s?[:–-]?\\s?((?:${INITIALS}|(?:the )?(?:[Cc]lerk|[Cc]hair|[Ss]ecretary|[Tt]reasurer))\\s+to\\s+[a-z][^\\n]{2,400})$`,
)

/** The line as "ACTION (owner): …", whichever of the marks it is written with; null where it has none. */
function withPlainMark(text: string): string | null {
  const owned = OWNED.exec(text)
  if (owned?.[1] && owned[2] && isMarkOwner(owned[1])) return `ACTION (${owned[1]}): ${owned[2]}`
  const short = SHORT.exec(text)
  if (short?.[3] && (short[1] !== undefined || short[2] !== undefined || splitOwner(short[3]).owner !== null))
    return `ACTION ${short[2] ? `(${short[2]})` : ''}: ${short[3]}`
  const toDo = TO_DO.exec(text)
  if (toDo?.[2]) return `ACTION ${toDo[1] ? `(${toDo[1]})` : ''}: ${toDo[2]}`
  const box = CHECKBOX.exec(text)
  if (!box?.[1]) return null
  const named = /^(@[\w-]{2,40}(?:(?:,|\s&|\sand)?\s@[\w-]{2,40}){0,4})\s*[:–-]?\s+(\S.*)$/.exec(box[1])
  if (named?.[1] && named[2]) return `ACTION (${named[1]}): ${named[2]}`
  return splitOwner(box[1]).owner === null ? null : `ACTION: ${box[1]}`
}

function isMarkOwner(text: string): boolean {
  if (/\b(?:items?|points?|log|list|plan|review|required|taken|agreed|tracker)\b/i.test(text)) return false
  const plain = text.replace(/\s?\+\s?/g, ', ')
  return isOwner(plain) || /^(?:[A-Z]{2,12}(?: |$)){1,3}$/.test(plain)
}

/** "Action: Moved by …", "Action: Approved …" records what was decided; nobody has to do anything. */
const DECIDED =
  /^(?:(?:it was )?(?:moved|approved|adopted|accepted|ratified|received|carried|passed|failed|denied|tabled)\b(?! to )|motion\b|no action|none\b|presentation received|unanimous)|\bmov(?:es|ed)\b[^.]{0,80}\bsecond(?:s|ed)\b/i

/** "ACTION: AB by 30 April", "Action – AB to …", "[Action: …]"; a bare owner takes the paragraph before it as text. */
export function markedActions(
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
    const text = withoutBullet(line.text) ?? line.text
    const plain = withPlainMark(paragraphFrom(lines, at, text.slice(0, 2_000)))
    if (plain) {
      addMarked(plain, at, line, lines, drafts)
      const added = drafts.at(-1)
      if (added?.at === at) added.status = statusOf(line.text)
      return
    }
    if (!/action/i.test(line.text)) return
    const alone = OWNER_ALONE.exec(text)
    if (alone?.[1]) {
      addMarked(`ACTION: ${alone[1]}`, at, line, lines, drafts)
      return
    }
    // "… before taking any / action. She said": the end of a sentence on the next line.
    if (/^actions?\./.test(text)) return
    if (MARK.test(text) && !isActionListHeading(text.replace(/[:\s]+$/, '')))
      addMarked(paragraphFrom(lines, at, text), at, line, lines, drafts)
    else if (line.text.length < 3_000) {
      const inline = INLINE.exec(line.text)
      if (inline?.[1] && inline.index > 0)
        addMarked(`ACTION: ${inline[1]}`, at, line, lines, drafts, line.text.slice(0, inline.index + 1))
      else {
        const to = INLINE_TO.exec(line.text)
        if (to?.[1]) addMarked(paragraphFrom(lines, at, `ACTION: ${to[1]}`), at, line, lines, drafts)
      }
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
      withPlainMark(next.text) !== null ||
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
  const whole = rest
  rest = due.text
  if (DECIDED.test(rest)) return
  let owner = bracket && (isOwner(bracket) || isMarkOwner(bracket)) ? bracket : null
  if (owner === null && isOwner(rest) && wordCount(rest) <= 6) {
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
  const split = splitOwnerAndDue(whole)
  owner ??= split.owner
  if (wordCount(split.text) < 2) return
  drafts.push({
    at,
    line,
    text: tidyAction(split.text),
    owner: owner ? tidyOwner(owner) : null,
    dueText: split.dueText,
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
  return taskOf(text)
}
