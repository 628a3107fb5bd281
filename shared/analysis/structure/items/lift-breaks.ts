import type { ItemDraft } from './item-draft.ts'
import { itemRole } from './known-titles.ts'

/**
 * An unnumbered break after a numbered item looks like a part of it, and would take its minutes off the item's. A break
 * parts the meeting, so where it is the only part of the item before it, it stands beside that item.
 */
export function liftBreaks<D extends Pick<ItemDraft, 'title' | 'level'>>(drafts: readonly D[]): D[] {
  return drafts.map((draft, at) => {
    const before = drafts[at - 1]
    const after = drafts[at + 1]
    const alone = (after?.level ?? 0) < draft.level
    return before && before.level < draft.level && alone && itemRole(draft.title) === 'break'
      ? { ...draft, level: before.level }
      : draft
  })
}
