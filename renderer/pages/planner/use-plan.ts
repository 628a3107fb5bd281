import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlanContent, PlanItem, PlanLock } from '../../../shared/model/planner.ts'
import { errorWords } from '../../components/page-state.tsx'
import { useService } from '../../host/service-context.tsx'
import { inOrderOf } from './plan-figures.ts'

export const FREE: PlanLock = { keep: 'free', fixed: null, atMost: null, position: false }

/** One state of the work: the plan, and what of it a person arranged. */
interface Step {
  readonly content: PlanContent
  /** Rows whose minutes a person set since the agenda was last balanced. */
  readonly handSet: readonly string[]
  /** The order a person gave, if any. */
  readonly order: readonly string[] | null
}

interface Work {
  readonly past: readonly Step[]
  readonly now: Step
  readonly future: readonly Step[]
  readonly saved: { readonly id: string; readonly name: string } | null
  readonly dirty: boolean
}

/** Work goes on where it was left while the window is open; nothing is written until it is saved. */
const WORK = new Map<string, Work>()
const MOST_STEPS = 100

export interface PlanWork {
  readonly content: PlanContent | undefined
  readonly error: unknown
  readonly busy: boolean
  readonly saved: Work['saved']
  readonly dirty: boolean
  readonly handSet: readonly string[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  undo(): void
  redo(): void
  /** Another arrangement by hand. */
  arrange(items: PlanItem[], made: { handSet?: string; order?: boolean }): void
  /** Other wishes: the agenda is balanced anew around what is locked. */
  solve(change: (content: PlanContent) => PlanContent, options?: { keepHand?: boolean }): void
  /** What does not touch the items: date, place. */
  note(change: (content: PlanContent) => PlanContent): void
  startAnew(): void
  show(content: PlanContent, saved: Work['saved']): void
  markSaved(saved: NonNullable<Work['saved']>): void
  retry(): void
}

const fresh = (content: PlanContent, saved: Work['saved'] = null): Work => ({
  past: [],
  now: { content, handSet: [], order: null },
  future: [],
  saved,
  dirty: false,
})

/** The plan of one board as it is worked on, with its own undo. */
export function usePlan(boardId: string, say: (words: string) => void): PlanWork {
  const { client } = useService()
  const [work, setWork] = useState<Work | undefined>(() => WORK.get(boardId))
  const [error, setError] = useState<unknown>(null)
  const [asking, setAsking] = useState(0)
  const latest = useRef(0)

  const put = useCallback(
    (change: (work: Work) => Work) =>
      setWork((before) => {
        if (before === undefined) return before
        const after = change(before)
        WORK.set(boardId, after)
        return after
      }),
    [boardId],
  )
  const begin = useCallback(
    (content: PlanContent, saved: Work['saved'] = null) => {
      latest.current += 1
      WORK.set(boardId, fresh(content, saved))
      setWork(fresh(content, saved))
    },
    [boardId],
  )
  const read = useCallback(() => {
    client.call('planner.start', { boardId }).then((content) => begin(content), setError)
  }, [client, boardId, begin])
  const start = (): void => {
    setError(null)
    read()
  }

  useEffect(() => {
    if (!WORK.has(boardId)) read()
  }, [boardId, read])

  const step = (next: Step): void =>
    put((before) => ({
      ...before,
      past: [...before.past, before.now].slice(-MOST_STEPS),
      now: next,
      future: [],
      dirty: true,
    }))

  /** Asks the core what a state comes to; a later question makes the answer idle. */
  const ask = (name: 'planner.solve' | 'planner.explain', next: Step, isStep: boolean): void => {
    const turn = (latest.current += 1)
    setAsking((count) => count + 1)
    const answer = async (): Promise<void> => {
      try {
        let content = await client.call(name, { content: next.content })
        if (name === 'planner.solve' && next.order !== null && content.items.length > 0) {
          const items = inOrderOf(content.items, next.order)
          content = await client.call('planner.explain', { content: { ...content, items } })
        }
        if (turn !== latest.current) return
        if (isStep) step({ ...next, content })
        else put((before) => ({ ...before, now: { ...before.now, content } }))
      } catch (failure) {
        say(errorWords(failure))
      } finally {
        setAsking((count) => count - 1)
      }
    }
    void answer()
  }

  const now = work?.now
  return {
    content: now?.content,
    error,
    busy: asking > 0,
    saved: work?.saved ?? null,
    dirty: work?.dirty ?? false,
    handSet: now?.handSet ?? [],
    canUndo: (work?.past.length ?? 0) > 0,
    canRedo: (work?.future.length ?? 0) > 0,
    undo() {
      latest.current += 1
      put((before) => {
        const last = before.past.at(-1)
        if (last === undefined) return before
        return {
          ...before,
          past: before.past.slice(0, -1),
          now: last,
          future: [before.now, ...before.future],
          dirty: true,
        }
      })
    },
    redo() {
      latest.current += 1
      put((before) => {
        const [next, ...future] = before.future
        if (next === undefined) return before
        return { ...before, past: [...before.past, before.now], now: next, future, dirty: true }
      })
    },
    arrange(items, { handSet, order }) {
      if (now === undefined) return
      const next: Step = {
        content: { ...now.content, items },
        handSet: handSet === undefined ? now.handSet : [...new Set([...now.handSet, handSet])],
        order: order === true ? items.map(({ id }) => id) : now.order,
      }
      step(next)
      ask('planner.explain', next, false)
    },
    solve(change, { keepHand = false } = {}) {
      if (now === undefined) return
      let content = change(now.content)
      if (keepHand)
        for (const id of now.handSet) {
          const item = now.content.items.find((known) => known.id === id)
          if (item === undefined) continue
          content = {
            ...content,
            locks: { ...content.locks, [id]: { ...(content.locks[id] ?? FREE), fixed: item.minutes } },
          }
        }
      ask('planner.solve', { content, handSet: [], order: now.order }, true)
    },
    note(change) {
      if (now !== undefined) step({ ...now, content: change(now.content) })
    },
    startAnew: start,
    show: begin,
    markSaved: (saved) => put((before) => ({ ...before, saved, dirty: false })),
    retry: start,
  }
}
