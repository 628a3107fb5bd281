import type { ItemRole } from '../../model/analysis.ts'
import type { Focus } from '../../model/focus.ts'
import type { PlanBaseItem } from '../../model/planner.ts'

const ROWS: readonly (readonly [title: string, minutes: number, role: ItemRole, focus: Focus])[] = [
  ['Opening, apologies and interests', 5, 'procedural', 'procedural'],
  ['Minutes of the last meeting and actions', 10, 'procedural', 'procedural'],
  ['Chief executive’s report', 20, 'topic', 'other'],
  ['Financial report and forecast', 30, 'topic', 'numbers'],
  ['Strategy', 35, 'topic', 'other'],
  ['Break', 10, 'break', 'procedural'],
  ['Risk and assurance', 20, 'topic', 'other'],
  ['People', 15, 'topic', 'other'],
  ['Any other business', 5, 'procedural', 'procedural'],
]

/** A common agenda of two and a half hours, for a board none of whose meetings has times. It has no customer item. */
export function templateItems(): PlanBaseItem[] {
  return ROWS.map(([title, minutes, role, focus], index) => ({
    id: `a${index + 1}`,
    number: String(index + 1),
    title,
    group: null,
    parts: [],
    lead: null,
    purpose: null,
    role,
    minutes,
    basis: 'template',
    history: [],
    customer: 0,
    substantive: role === 'topic' ? 1 : 0,
    focus,
    evidence: [],
  }))
}
