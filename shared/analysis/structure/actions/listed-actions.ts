import { parseItemNumbers, withoutBullet } from '../items/item-number.ts'
import { isActionListHeading } from '../items/known-titles.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'
import type { ActionDraft } from './action-draft.ts'
import { isShortName } from '../attendance/attendee-names.ts'
import { isOwner, tidyOwner } from './action-owner.ts'
import { splitOwnerAndDue, statusOf, tidyAction } from './action-text.ts'

/** "A1 …", "A.2: …": how lists of actions are numbered. */
const LIST_NUMBER = /^A[P.]?\s?\d{1,3}(?:[.:)]|\s[-–])?\s+(?=\S)/

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

/** A bullet that names who, with their tasks below it. */
interface Group {
  owner: string | null
  depth: number
}
const NO_GROUP: Group = { owner: null, depth: -1 }

/** "Rules committee (Ann)", "Ann Bell": who does what stands below; null where the bullet is a task itself. */
function ownerOfGroup(text: string): string | null {
  const plain = text.replace(/[:\s]+$/, '')
  if (wordCount(plain) > 8) return null
  const bracket = /^[^()]{3,60}\(([^()]{2,40})\)$/.exec(plain)?.[1]
  if (bracket !== undefined && (isOwner(bracket) || isShortName(bracket))) return tidyOwner(bracket)
  return isOwner(plain) || isShortName(plain) ? tidyOwner(plain) : null
}

/** Bullets, numbers and checkboxes below a heading like "Actions agreed", until the next heading. */
export function listedActions(
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
    const before = drafts.length
    let group: Group = NO_GROUP
    for (let i = at + 1; i < lines.length && count < 80; i += 1) {
      const line = lines[i]
      if (!line || line.cells || titleLines.has(i)) break
      if (
        line.headingLevel !== null &&
        (head.headingLevel === null || line.headingLevel <= head.headingLevel)
      )
        break
      // A bullet that heads a list ends with what stands deeper below it.
      if (head.listLevel !== null && line.listLevel !== null && line.listLevel <= head.listLevel) break
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
        LIST_NUMBER.test(line.text) ||
        /^\[[ x]?\]/i.test(line.text)
      if (!listItem) {
        if (count > 0 && line.firstOfBlock) break
        const last = drafts.at(-1)
        if (count > 0 && last && last.line.block === line.block)
          last.text = tidyAction(`${last.text} ${line.text}`)
        else if (count === 0 && i - at > 4) break
        continue
      }
      const depth = line.listLevel ?? 0
      if (depth > (head.listLevel ?? -1) + 2) continue
      if (depth <= group.depth) group = NO_GROUP
      const text = tidyAction(parseItemNumbers(line.text, line.marker)[0]?.rest ?? bullet ?? line.text)
      if (wordCount(text) < 2) continue
      const labelled = labelledDetail(text)
      const previous = drafts.at(-1)
      if (labelled && count > 0 && previous) {
        if (labelled.kind === 'owner') previous.owner ??= tidyOwner(labelled.value)
        else previous.dueText ??= labelled.value
        continue
      }
      const whose = (lines[i + 1]?.listLevel ?? 0) > depth ? ownerOfGroup(text) : null
      if (whose !== null) {
        group = { owner: whose, depth }
        count += 1
        continue
      }
      const split = splitOwnerAndDue(
        text.replace(/^(?:task|action|what)\s*:\s*/i, '').replace(LIST_NUMBER, ''),
      )
      drafts.push({
        at: i,
        line,
        text: tidyAction(split.text),
        owner: split.owner ? tidyOwner(split.owner) : group.owner,
        dueText: split.dueText,
        status: statusOf(line.text),
        rule: 'action-list',
      })
      count += 1
    }
    // "Next steps" of a presentation name nobody and no day: they are no actions of the meeting.
    const own = drafts.slice(before)
    if (/^next steps|^tasks/i.test(plain) && own.every((d) => d.owner === null && d.dueText === null))
      drafts.length = before
  }
  return drafts
}
