import { parseTimes } from '../times/parse-times.ts'
import type { ColumnRole, TableLines } from './column-roles.ts'
import { headRoles } from './column-roles.ts'
import { isLead } from './item-lead.ts'
import { parseItemNumbers } from './item-number.ts'
import { isOnlyPurpose } from './item-purpose.ts'
import { isOnlyTimes } from './item-title.ts'
import { isAttendance, isKnownTitle } from './known-titles.ts'
import { isOnlyPaper } from './paper-reference.ts'

/** What a table's columns hold. */
export interface TableLayout {
  roles: (ColumnRole | null)[]
  /** Rows before this one are head or preamble. */
  from: number
  minutesHead: boolean
}

/** What each column holds, from the head row, else from the cells themselves. */
export function layoutOf(table: TableLines, inherited: TableLayout | null): TableLayout | null {
  for (let r = 0; r < Math.min(table.rows.length, 4); r += 1) {
    const cells = table.rows[r]?.cells ?? []
    const roles = headRoles(cells)
    if (!roles) continue
    if (
      roles.includes('action') &&
      !roles.includes('time') &&
      !roles.includes('duration') &&
      !roles.includes('title')
    )
      return null
    if (
      (roles.includes('due') || roles.includes('status')) &&
      !roles.includes('time') &&
      !roles.includes('duration')
    )
      return null
    const minutesHead = cells.some((c, i) => roles[i] === 'duration' && /min/i.test(c))
    return { roles: completed(withNumberColumn(roles, table, r + 1), table, r + 1), from: r + 1, minutesHead }
  }
  if (inherited && inherited.roles.length === (table.rows[0]?.cells?.length ?? 0))
    return { ...inherited, from: 0 }
  return byContent(table)
}

/** A column headed "Item" that holds only numbers: what the items are called stands in another column. */
function withNumberColumn(
  roles: readonly (ColumnRole | null)[],
  table: TableLines,
  from: number,
): (ColumnRole | null)[] {
  const title = roles.indexOf('title')
  if (title < 0 || roles.includes('number')) return [...roles]
  const cells = table.rows.slice(from).map((r) => (r.cells?.[title] ?? '').trim())
  const filled = cells.filter(Boolean)
  if (filled.length < 2 || !filled.every((c) => BARE_NUMBER.test(c))) return [...roles]
  const second = roles.findIndex((r, i) => i !== title && r === 'title')
  const text = roles.findIndex((r) => r === 'text')
  return roles.map((role, i) => (i === title ? 'number' : i === text && second < 0 ? 'title' : role))
}

/** Columns without a head get a role by what stands in them. */
function completed(roles: (ColumnRole | null)[], table: TableLines, from: number): (ColumnRole | null)[] {
  const several = table.rows.slice(from).filter((r) => (r.cells ?? []).filter((c) => c !== '').length > 1)
  const guess = byContent({ ...table, rows: several })?.roles ?? []
  const result = roles.map((role, i) => {
    if (role !== null) return role
    const guessed = guess[i] ?? null
    return guessed !== null && !roles.includes(guessed) ? guessed : null
  })
  if (!result.includes('title')) {
    const widest = widestColumn(table, from, result)
    if (widest !== null) result[widest] = 'title'
  }
  return result
}

function widestColumn(table: TableLines, from: number, roles: readonly (ColumnRole | null)[]): number | null {
  let best: number | null = null
  let most = 0
  const columns = Math.max(...table.rows.map((r) => r.cells?.length ?? 0))
  for (let c = 0; c < columns; c += 1) {
    if (roles[c] !== null && roles[c] !== undefined) continue
    const letters = table.rows
      .slice(from)
      .reduce((n, r) => n + (r.cells?.[c] ?? '').replace(/[^A-Za-z]/g, '').length, 0)
    if (letters > most) {
      most = letters
      best = c
    }
  }
  return best
}

export const BARE_NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivxIVX]{1,5})[.):]?$/

function firstLine(cell: string): string {
  return cell.split('\n')[0] ?? cell
}

function byContent(table: TableLines): TableLayout | null {
  const columns = Math.max(0, ...table.rows.map((r) => r.cells?.length ?? 0))
  if (columns < 2) return null
  const roles: (ColumnRole | null)[] = []
  for (let c = 0; c < columns; c += 1) {
    const cells = table.rows.map((r) => (r.cells?.[c] ?? '').trim()).filter(Boolean)
    const share = (test: (cell: string) => boolean) =>
      cells.length === 0 ? 0 : cells.filter(test).length / cells.length
    if (cells.length === 0) roles.push(null)
    else if (share((t) => isOnlyTimes(t.replace(/\n/g, ' '))) >= 0.7) {
      const durations = cells.filter((t) => parseTimes(t).every((x) => x.form === 'duration')).length
      roles.push(durations > cells.length / 2 ? 'duration' : 'time')
    } else if (share((t) => BARE_NUMBER.test(t)) >= 0.7)
      roles.push(roles.includes('number') ? null : 'number')
    else if (share((t) => isOnlyPurpose(firstLine(t))) >= 0.6) roles.push('purpose')
    else if (share((t) => isOnlyPaper(firstLine(t))) >= 0.6) roles.push('paper')
    else if (c > 0 && share((t) => isLead(t)) >= 0.6) roles.push('lead')
    else roles.push(null)
  }
  const widest = widestColumn(table, 0, roles)
  if (widest !== null) roles[widest] = 'title'
  const timed = roles.includes('time') || roles.includes('duration')
  const known = table.rows.filter((r) => {
    const title = stripNumber((r.cells?.[widest ?? 0] ?? '').split('\n')[0] ?? '')
    return isKnownTitle(title) && !isAttendance(title)
  }).length
  const clocks = table.rows.filter((r) =>
    r.cells?.some((c, i) => roles[i] === 'time' && !/^\d{1,3}\.\d{2}$/.test(c.trim()) && c.trim() !== ''),
  ).length
  if (!timed && known < 2) return null
  if (timed && known < 1 && clocks < 2 && !roles.includes('duration')) return null
  return { roles, from: 0, minutesHead: false }
}

/** A cell's text without the number it begins with. */
export function stripNumber(text: string): string {
  return parseItemNumbers(text, null)[0]?.rest ?? text
}
