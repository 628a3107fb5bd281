import type { DocumentKind } from '../../../model/analysis.ts'
import { columnRole, headRoles, tablesOf } from '../items/column-roles.ts'
import type { ColumnRole, TableLines } from '../items/column-roles.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'
import { splitDue } from './action-due.ts'
import type { ActionDraft } from './action-draft.ts'
import { tidyOwner } from './action-owner.ts'
import { splitOwner, statusOf, tidyAction } from './action-text.ts'

/** Tables with an action column beside owner, due or status; an action log's table without such heads too. */
export function actionTables(lines: readonly Line[], kind: DocumentKind): ActionDraft[] {
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

/** Minutes in a table: the action cell of a row holds "AB to …", one or several; what names nobody is no action. */
function actionCells(table: TableLines, roles: readonly (ColumnRole | null)[], from: number): ActionDraft[] {
  const column = roles.indexOf('action')
  return table.rows.slice(from).flatMap((line, i) => {
    const at = table.positions[from + i]
    if (at === undefined) return []
    return joinWrapped((line.cells?.[column] ?? '').split('\n')).flatMap((raw): ActionDraft[] => {
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
