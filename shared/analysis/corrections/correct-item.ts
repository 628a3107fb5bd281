import type { AnalysedAction } from '../../model/analysis.ts'
import { ACTION_FIELDS, ITEM_FIELDS } from '../../model/corrections.ts'
import type {
  ActionAsRead,
  ActionField,
  ActionMark,
  ActionValues,
  CorrectionOf,
  ItemAsRead,
  ItemField,
  ItemMark,
  ItemValues,
} from '../../model/corrections.ts'
import type { Classification } from '../../model/focus.ts'
import type { MeasuredItem } from '../measure/measured-document.ts'
import type { CorrectableItem, PlacedCorrection } from './placed-correction.ts'

/** An item's values as one flat record, as people correct them. */
export function itemValuesOf(
  item: Pick<
    MeasuredItem,
    'number' | 'title' | 'lead' | 'purpose' | 'role' | 'deferred' | 'planned' | 'recorded'
  >,
): ItemAsRead {
  return {
    number: item.number,
    title: item.title,
    lead: item.lead,
    purpose: item.purpose,
    role: item.role,
    deferred: item.deferred,
    plannedStart: item.planned?.start ?? null,
    plannedMinutes: item.planned?.minutes ?? null,
    recordedStart: item.recorded?.start ?? null,
    recordedMinutes: item.recorded?.minutes ?? null,
  }
}

export interface FoldedItem {
  set: Partial<ItemValues>
  removed: boolean
  titleClassification: Classification | null
}

/** The later correction wins, field by field; the given ones must be in their order. */
export function foldItemCorrections(
  corrections: readonly PlacedCorrection<CorrectionOf<'item'>>[],
): FoldedItem {
  const folded: FoldedItem = { set: {}, removed: false, titleClassification: null }
  for (const { correction } of corrections) {
    for (const field of correction.putBack) delete folded.set[field]
    folded.set = { ...folded.set, ...correction.set }
    if (correction.set.title !== undefined) folded.titleClassification = correction.titleClassification
    folded.removed = correction.removed ?? folded.removed
  }
  return folded
}

/** The item with a person's word in place of what was read, its evidence left where it was. */
export function correctItem(
  item: CorrectableItem,
  { set, titleClassification }: FoldedItem,
): CorrectableItem {
  const fields = ITEM_FIELDS.filter((field) => set[field] !== undefined)
  if (fields.length === 0) return item
  const corrected: CorrectableItem = {
    ...item,
    byPerson: [...new Set([...(item.byPerson ?? []), ...fields])],
  }
  if (set.number !== undefined) corrected.number = set.number
  if (set.title !== undefined) {
    corrected.title = set.title
    corrected.titleClassification = titleClassification ?? item.titleClassification
  }
  if (set.lead !== undefined) corrected.lead = set.lead
  if (set.purpose !== undefined) corrected.purpose = set.purpose
  if (set.role !== undefined) corrected.role = set.role
  if (set.deferred !== undefined) corrected.deferred = set.deferred
  if (set.plannedStart !== undefined || set.plannedMinutes !== undefined) {
    const minutes = set.plannedMinutes === undefined ? (item.planned?.minutes ?? null) : set.plannedMinutes
    corrected.planned = {
      start: set.plannedStart === undefined ? (item.planned?.start ?? null) : set.plannedStart,
      minutes,
      minutesMax: set.plannedMinutes === undefined ? (item.planned?.minutesMax ?? null) : minutes,
      basis: 'human',
      evidence: item.planned?.evidence ?? null,
    }
  }
  if (set.recordedStart !== undefined || set.recordedMinutes !== undefined)
    corrected.recorded = {
      start: set.recordedStart === undefined ? (item.recorded?.start ?? null) : set.recordedStart,
      minutes: set.recordedMinutes === undefined ? (item.recorded?.minutes ?? null) : set.recordedMinutes,
      basis: 'human',
      evidence: item.recorded?.evidence ?? null,
    }
  return corrected
}

export function itemMark(item: CorrectableItem, { set }: FoldedItem): ItemMark | null {
  const fields = ITEM_FIELDS.filter((field): field is ItemField => set[field] !== undefined)
  return fields.length === 0 ? null : { fields, asRead: itemValuesOf(item) }
}

const UNDECIDED: Classification = {
  focus: 'other',
  confidence: 0.2,
  probabilities: { customer: 0.2, 'customer-in-numbers': 0.2, numbers: 0.2, other: 0.2, procedural: 0.2 },
  fromCustomers: false,
  topics: [],
  evidence: [],
}

/** An item that no document has; what no model could say of its title stays undecided. */
export function itemOf(
  { values, titleClassification }: CorrectionOf<'new item'>,
  place: { level: number; parent: number | null; page: number },
): CorrectableItem {
  const title = titleClassification ?? UNDECIDED
  const { plannedStart, plannedMinutes, recordedStart, recordedMinutes } = values
  return {
    number: values.number,
    title: values.title,
    level: place.level,
    parent: place.parent,
    lead: values.lead,
    purpose: values.purpose,
    role: values.role,
    deferred: values.deferred,
    planned:
      plannedStart === null && plannedMinutes === null
        ? null
        : {
            start: plannedStart,
            minutes: plannedMinutes,
            minutesMax: plannedMinutes,
            basis: 'human',
            evidence: null,
          },
    recorded:
      recordedStart === null && recordedMinutes === null
        ? null
        : { start: recordedStart, minutes: recordedMinutes, basis: 'human', evidence: null },
    pages: null,
    evidence: { page: place.page, block: null, quote: '', rule: 'person' },
    titleClassification: title,
    focus: title.focus,
    shares: title.probabilities,
    mixBasis: 'title',
    byPerson: [...ITEM_FIELDS],
  }
}

export interface FoldedAction {
  set: Partial<ActionValues>
  removed: boolean
}

export function foldActionCorrections(
  corrections: readonly PlacedCorrection<CorrectionOf<'action'>>[],
): FoldedAction {
  const folded: FoldedAction = { set: {}, removed: false }
  for (const { correction } of corrections) {
    for (const field of correction.putBack) delete folded.set[field]
    folded.set = { ...folded.set, ...correction.set }
    folded.removed = correction.removed ?? folded.removed
  }
  return folded
}

/** An owner or date a person gave, or took away, also settles what else the document has for it. */
export function correctAction(action: AnalysedAction, { set }: FoldedAction): AnalysedAction {
  return {
    ...action,
    text: set.text ?? action.text,
    owner: set.owner === undefined ? action.owner : set.owner,
    ownerName: set.owner === undefined ? action.ownerName : null,
    due: set.due === undefined ? action.due : set.due,
    dueText: set.due === undefined ? action.dueText : null,
    status: set.status ?? action.status,
  }
}

export const actionValuesOf = ({ text, owner, due, status }: ActionAsRead): ActionAsRead => ({
  text,
  owner,
  due,
  status,
})

export function actionMark(action: AnalysedAction, { set }: FoldedAction): ActionMark | null {
  const fields = ACTION_FIELDS.filter((field): field is ActionField => set[field] !== undefined)
  return fields.length === 0 ? null : { fields, asRead: actionValuesOf(action) }
}
