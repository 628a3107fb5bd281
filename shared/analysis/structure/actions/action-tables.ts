import type { DocumentKind } from '../../../model/analysis.ts'
import { columnRole, headRoles, tablesOf } from '../items/column-roles.ts'
import type { ColumnRole, TableLines } from '../items/column-roles.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'
import { splitDue } from './action-due.ts'
import type { ActionDraft } from './action-draft.ts'
import { isOwner, tidyOwner } from './action-owner.ts'
import { taskOf, splitOwner, statusOf, tidyAction } from './action-text.ts'

/** Tables with an action column beside owner, due or status; an action log's table without such heads too. */
export function actionTables(lines: readonly Line[], kind: DocumentKind): ActionDraft[] {
  const drafts: ActionDraft[] = []
  let inherited: (ColumnRole | null)[] | null = null
  for (const table of tablesOf(lines)) {
    let roles: (ColumnRole | null)[] | null = null
    let from = 0
    for (let r = 0; r < Math.min(3, table.rows.length); r += 1) {
      const cells = table.rows[r]?.cells ?? []
      const read = actionHead(
        cells,
        headRoles(cells) ??
          (kind === 'action log' || cells.some((c) => /^actions?\b/i.test(c.trim()))
            ? cells.map((c) => columnRole(c))
            : null),
      )
      if (read && read.includes('action')) {
        roles = read
        from = r + 1
        break
      }
    }
    if (!roles && inherited && inherited.length === (table.rows[0]?.cells?.length ?? 0)) roles = inherited
    if (!roles) continue
    const others = roles.filter((r) => r === 'lead' || r === 'due' || r === 'status').length
    if (others === 0 && kind !== 'action log' && kind !== 'pack') {
      if (kind === 'minutes') drafts.push(...actionCells(table, roles, from))
      continue
    }
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
      // Heads repeated on the next page.
      if (wordCount(text) < 2 || columnRole(text) === 'action') continue
      const owner = cell('lead')
      const due = cell('due')
      const status = cell('status')
      const previous = drafts.at(-1)
      if (!owner && !due && !status && /^[a-z]/.test(text) && previous?.line.block === line.block) {
        previous.text = tidyAction(`${previous.text} ${text}`)
        continue
      }
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

/**
 * Heads of an action table that do not say so ("What / Who / When", "Description / Assigned to / Status"), and the
 * margin column "Action by" beside the text of minutes.
 */
function actionHead(
  cells: readonly string[],
  roles: (ColumnRole | null)[] | null,
): (ColumnRole | null)[] | null {
  if (roles === null || roles.includes('action') || !roles.includes('lead')) return roles
  const heads = cells.map((c) => c.replace(/\s+/g, ' ').trim())
  const margin = heads.findIndex((h) => /^action(?:ed)? (?:by|owner|for)$/i.test(h))
  if (margin >= 0 && (roles.includes('text') || roles.includes('title')) && !roles.includes('due'))
    return roles.map((role, i) => (i === margin ? 'action' : role))
  const task = heads.findIndex((h) =>
    /^(?:what|what by whom|actions? required|description|task description)$/i.test(h),
  )
  const when = heads.findIndex((h) => /^(?:by )?when$/i.test(h))
  if (task < 0 || (when < 0 && !roles.includes('due') && !roles.includes('status'))) return roles
  return roles.map((role, i) => (i === task ? 'action' : i === when ? 'due' : role))
}

/** Minutes in a table: the action cell of a row holds "AB to …", one or several; what names nobody is no action. */
function actionCells(table: TableLines, roles: readonly (ColumnRole | null)[], from: number): ActionDraft[] {
  const column = roles.indexOf('action')
  return table.rows.slice(from).flatMap((line, i) => {
    const at = table.positions[from + i]
    if (at === undefined) return []
    const said = (line.cells ?? []).filter((_, c) => roles[c] === 'text' || roles[c] === 'title').at(-1) ?? ''
    return joinWrapped((line.cells?.[column] ?? '').split('\n')).flatMap((raw): ActionDraft[] => {
      // Initials alone: what is to be done ends the paragraph beside them.
      if (isOwner(raw) && wordCount(raw) <= 4) {
        const told = taskOf(said.replace(/\s+/g, ' ').trim())
        if (wordCount(told) < 4) return []
        const split = splitDue(told)
        return [
          {
            at,
            line,
            text: tidyAction(split.text),
            owner: tidyOwner(raw),
            dueText: split.dueText,
            status: 'unknown',
            rule: 'action-cell-owner',
          },
        ]
      }
      const due = splitDue(raw.replace(/^actions?\s*[:–-]\s*/i, ''))
      const split = splitOwner(due.text)
      if (split.owner === null || wordCount(split.text) < 2) return []
      return [
        {
          at,
          line,
          text: tidyAction(split.text),
          owner: tidyOwner(split.owner),
          dueText: due.dueText,
          status: statusOf(raw),
          rule: 'action-cell',
        },
      ]
    })
  })
}

/** A cell's lines, where one that begins in lower case goes on with the line above. */
function joinWrapped(texts: readonly string[]): string[] {
  const joined: string[] = []
  for (const text of texts.map((t) => t.trim()).filter(Boolean)) {
    const last = joined.at(-1)
    if (last !== undefined && (/^[a-z\d(]/.test(text) || /\b(?:to|by|the|of|and|a|on)$/.test(last)))
      joined[joined.length - 1] = `${last} ${text}`
    else joined.push(text)
  }
  return joined
}
