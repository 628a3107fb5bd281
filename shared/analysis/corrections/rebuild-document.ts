import type { AnalysedAction } from '../../model/analysis.ts'
import type { ActionMark, CorrectionOf, ItemMark } from '../../model/corrections.ts'
import {
  actionMark,
  correctAction,
  correctItem,
  foldActionCorrections,
  foldItemCorrections,
} from './correct-item.ts'
import { itemMark, itemOf } from './correct-item.ts'
import type { FoldedItem } from './correct-item.ts'
import type {
  CorrectableDocument,
  CorrectableItem,
  CorrectedDocument,
  Origin,
  PlacedCorrection,
} from './placed-correction.ts'

/** The corrections of one document, each with the position as read that it stands on. */
export interface DocumentCorrections {
  items: Map<number, PlacedCorrection<CorrectionOf<'item'>>[]>
  actions: Map<number, PlacedCorrection<CorrectionOf<'action'>>[]>
  /** `after` is a position as read; null puts it first. */
  newItems: { placed: PlacedCorrection<CorrectionOf<'new item'>>; after: number | null }[]
  newActions: { placed: PlacedCorrection<CorrectionOf<'new action'>>; item: number | null }[]
}

export const noCorrections = (): DocumentCorrections => ({
  items: new Map(),
  actions: new Map(),
  newItems: [],
  newActions: [],
})

/** The last position under an item: an addition stands after all of it. */
function endOf(items: readonly CorrectableItem[], index: number): number {
  const under = new Set([index])
  let end = index
  for (let at = index + 1; at < items.length; at += 1) {
    const parent = items[at]?.parent ?? null
    if (parent === null || !under.has(parent)) break
    under.add(at)
    end = at
  }
  return end
}

interface RebuiltItems {
  items: CorrectableItem[]
  origins: Origin[]
  marks: (ItemMark | null)[]
  removed: number[]
  /** Where what stood under an item as read stands now; null under none. */
  placeOf: (position: number | null) => number | null
}

function rebuildItems(items: readonly CorrectableItem[], corrections: DocumentCorrections): RebuiltItems {
  const nothing: FoldedItem = { set: {}, removed: false, titleClassification: null }
  const folded = items.map((_, position) => {
    const found = corrections.items.get(position)
    return found === undefined ? nothing : foldItemCorrections(found)
  })
  const isGone = (position: number): boolean => folded[position]?.removed === true
  const additions = new Map<number, DocumentCorrections['newItems']>()
  for (const added of corrections.newItems) {
    const at = added.after === null ? -1 : endOf(items, added.after)
    additions.set(at, [...(additions.get(at) ?? []), added])
  }

  const rebuilt: CorrectableItem[] = []
  const origins: Origin[] = []
  const marks: (ItemMark | null)[] = []
  const places = new Map<number, number>()
  /** The nearest item above that is still there, and how many levels were lost on the way. */
  const above = (position: number): { place: number | null; lost: number } => {
    let lost = 0
    let at = items[position]?.parent ?? null
    while (at !== null && isGone(at)) {
      lost += 1
      at = items[at]?.parent ?? null
    }
    return { place: at === null ? null : (places.get(at) ?? null), lost }
  }
  const add = (at: number): void => {
    for (const { placed, after } of additions.get(at) ?? []) {
      const neighbour = after === null ? undefined : items[after]
      const page = neighbour?.evidence.page ?? 1
      const level = neighbour?.level ?? 1
      const parent = after === null ? null : above(after).place
      rebuilt.push(itemOf(placed.correction, { level, parent, page }))
      origins.push({ added: placed.id })
      marks.push({ fields: [], asRead: null })
    }
  }

  add(-1)
  const fallback = new Map<number, number | null>()
  items.forEach((item, position) => {
    const fold = folded[position] ?? nothing
    const { place: parent, lost } = above(position)
    if (fold.removed) {
      // Its words belong to what it stood under, else to what stood before it.
      const before = [...places.keys()].at(-1)
      fallback.set(position, parent ?? (before === undefined ? null : (places.get(before) ?? null)))
    } else {
      places.set(position, rebuilt.length)
      const corrected = correctItem(item, fold)
      rebuilt.push({ ...corrected, parent, level: Math.max(1, item.level - lost) })
      origins.push({ read: position })
      marks.push(itemMark(item, fold))
    }
    add(position)
  })
  return {
    items: rebuilt,
    origins,
    marks,
    removed: items.flatMap((_, position) => (isGone(position) ? [position] : [])),
    placeOf: (position) =>
      position === null ? null : (places.get(position) ?? fallback.get(position) ?? null),
  }
}

/** One document with its corrections laid over it; nothing of the given one is changed. */
export function rebuildDocument<D extends CorrectableDocument>(
  document: D,
  corrections: DocumentCorrections,
): CorrectedDocument<D> {
  const { items, origins, marks, removed, placeOf } = rebuildItems(document.items, corrections)
  const placeOfAdded = (id: string): number | null => {
    const at = origins.findIndex((origin) => 'added' in origin && origin.added === id)
    return at === -1 ? null : at
  }
  const actions: AnalysedAction[] = []
  const actionOrigins: Origin[] = []
  const actionMarks: (ActionMark | null)[] = []
  const removedActions: number[] = []
  document.actions.forEach((action, position) => {
    const fold = foldActionCorrections(corrections.actions.get(position) ?? [])
    if (fold.removed) {
      removedActions.push(position)
      return
    }
    actions.push({ ...correctAction(action, fold), item: placeOf(action.item) })
    actionOrigins.push({ read: position })
    actionMarks.push(actionMark(action, fold))
  })
  for (const { placed, item } of corrections.newActions) {
    const { values, focus, addedItem } = placed.correction
    const page = (item === null ? undefined : document.items[item]?.evidence.page) ?? 1
    actions.push({
      ...values,
      ownerName: null,
      dueText: null,
      item: addedItem === null ? placeOf(item) : placeOfAdded(addedItem),
      evidence: { page, block: null, quote: '', rule: 'person' },
      focus,
    })
    actionOrigins.push({ added: placed.id })
    actionMarks.push({ fields: [], asRead: null })
  }
  return {
    document: {
      ...document,
      items,
      passages: document.passages.map((passage) => ({ ...passage, item: placeOf(passage.item) })),
      actions,
    },
    itemOrigins: origins,
    itemMarks: marks,
    actionOrigins,
    actionMarks,
    windowMark: null,
    placeOf,
    removedItems: removed,
    removedActions,
    itemCorrections: corrections.items,
    actionCorrections: corrections.actions,
  }
}
