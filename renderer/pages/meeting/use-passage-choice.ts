import { useCallback, useState } from 'react'

export interface PassageChoice {
  readonly active: string | null
  readonly chosen: ReadonlySet<string>
  /** `one` chooses it alone, `add` puts it to or takes it from those chosen, `through` all up to it. */
  choose(id: string, how: 'one' | 'add' | 'through'): void
}

/** Which passages are chosen, as in a file list: click, Ctrl and click, Shift and click. */
export function usePassageChoice(ids: readonly string[], first: string | null): PassageChoice {
  const [state, setState] = useState<{ active: string | null; anchor: string | null; chosen: Set<string> }>({
    active: first,
    anchor: first,
    chosen: new Set(first === null ? [] : [first]),
  })
  const choose = useCallback(
    (id: string, how: 'one' | 'add' | 'through') =>
      setState((was) => {
        if (how === 'add') {
          const chosen = new Set(was.chosen)
          if (!chosen.delete(id)) chosen.add(id)
          return { active: id, anchor: id, chosen }
        }
        const from = how === 'through' && was.anchor !== null ? ids.indexOf(was.anchor) : -1
        if (from === -1) return { active: id, anchor: id, chosen: new Set([id]) }
        const to = ids.indexOf(id)
        const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
        return { active: id, anchor: was.anchor, chosen: new Set(range) }
      }),
    [ids],
  )
  // What is no longer listed is no longer chosen.
  const listed = new Set(ids)
  return {
    active: state.active !== null && listed.has(state.active) ? state.active : (ids[0] ?? null),
    chosen: new Set([...state.chosen].filter((id) => listed.has(id))),
    choose,
  }
}
