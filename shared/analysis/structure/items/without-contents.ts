import type { ItemDraft } from './item-draft.ts'

/** A list of papers before the agenda names its items a first time: the agenda's own rows are kept. */
export function withoutContents(drafts: readonly ItemDraft[]): ItemDraft[] {
  const blocks = [...new Set(drafts.map((d) => d.line.block))]
  if (blocks.length < 2) return [...drafts]
  const dropped = new Set<number>()
  blocks.forEach((block, i) => {
    const own = drafts.filter((d) => d.line.block === block)
    const later = new Map(
      drafts.filter((d) => blocks.indexOf(d.line.block) > i).map((d) => [key(d), d] as const),
    )
    const again = own.filter((d) => later.has(key(d)))
    if (own.length < 2 || again.length < own.length * 0.7 || own.some((d) => d.times.length > 0)) return
    dropped.add(block)
    for (const draft of again) {
      const kept = later.get(key(draft))
      if (kept) kept.pages ??= draft.pages
    }
  })
  return drafts.filter((d) => !dropped.has(d.line.block))
}

function key(draft: ItemDraft): string {
  return draft.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
