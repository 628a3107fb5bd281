import { MONTH_WORDS } from '../months.ts'
import type { ItemRole } from '../../model/analysis.ts'
import type { TitleRole } from '../../model/board-settings.ts'

const MONTHS = new Set(MONTH_WORDS)

/**
 * Known by its words, whatever its case, accents, punctuation, figures and month: "4. Minutes of 3 May" is "Minutes of
 * 14 June". Null where it has no word.
 */
export function titleKey(title: string): string | null {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}+/gu)
  if (words === null) return null
  return words.map((word) => (MONTHS.has(word) ? '#' : word)).join(' ')
}

/** A board's own list by the key of the title; the later of two for one title stands. */
export function indexTitleRoles(roles: readonly TitleRole[]): ReadonlyMap<string, TitleRole['role']> {
  return new Map(
    roles.flatMap(({ title, role }): [string, TitleRole['role']][] => {
      const key = titleKey(title)
      return key === null ? [] : [[key, role]]
    }),
  )
}

/** Items with the roles that their board gives their titles; breaks stay breaks. */
export function applyTitleRoles<T extends { title: string; role: ItemRole }>(
  items: readonly T[],
  roles: ReadonlyMap<string, TitleRole['role']>,
): T[] {
  if (roles.size === 0) return [...items]
  return items.map((item) => {
    const key = titleKey(item.title)
    const role = key === null ? undefined : roles.get(key)
    return role === undefined || item.role === 'break' || item.role === role ? item : { ...item, role }
  })
}
