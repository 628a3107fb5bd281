import { useState } from 'react'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { AgendaRow } from './agenda-row.tsx'
import { LockDialog } from './lock-dialog.tsx'
import { clocksOf, moved } from './plan-figures.ts'
import type { PlanWork } from './use-plan.ts'
import { FREE } from './use-plan.ts'

/** Breaks carry no number. */
export function numbersOf(items: PlanContent['items']): string[] {
  let number = 0
  return items.map(({ role }) => (role === 'break' ? '' : String((number += 1))))
}

/** The agenda as it would be: in any order, with any times; the clock follows. */
export function NewAgenda({
  content,
  work,
  longest,
}: {
  content: PlanContent
  work: PlanWork
  longest: number
}) {
  const announce = useAnnounce()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [locksOf, setLocksOf] = useState<string | null>(null)
  const { items, base, settings } = content
  const { starts, end } = clocksOf(settings.start, items)
  const numbers = numbersOf(items)
  const known = new Set(base.map(({ id }) => id))

  const move = (from: number, to: number): void => {
    const item = items[from]
    if (item === undefined || to < 0 || to >= items.length || from === to) return
    const next = moved(items, from, to)
    work.arrange(next, { order: true })
    const clock = clocksOf(settings.start, next).starts[to]
    announce(`${item.title}: place ${to + 1} of ${items.length}${clock == null ? '' : `, at ${clock}`}.`)
    // The row keeps the focus in its new place.
    window.requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-handle="${item.id}"]`)?.focus(),
    )
  }
  const locked = items.find(({ id }) => id === locksOf)
  return (
    <section className="flex min-w-0 flex-col gap-2" aria-labelledby="new-agenda-title">
      <h2 id="new-agenda-title" className="heading-serif text-xl">
        The new agenda
      </h2>
      <ol className="border-t border-line">
        {items.map((item, index) => (
          <AgendaRow
            key={item.id}
            item={item}
            index={index}
            number={numbers[index] ?? ''}
            clock={starts[index] ?? null}
            lock={content.locks[item.id]}
            isNew={!known.has(item.id)}
            isTarget={dragged !== null && over === index && dragged !== index}
            longest={longest}
            actions={{
              move,
              retime: (id, minutes) =>
                work.arrange(
                  items.map((one) => (one.id === id ? { ...one, minutes } : one)),
                  { handSet: id },
                ),
              remove: (id) => {
                work.arrange(
                  items.filter((one) => one.id !== id),
                  {},
                )
                announce(`${item.title} was taken off the agenda.`)
              },
              openLocks: setLocksOf,
              drag: (at) => {
                setDragged(at)
                setOver(null)
              },
              dragOver: setOver,
              drop: () => {
                if (dragged !== null && over !== null) move(dragged, over)
                setDragged(null)
                setOver(null)
              },
            }}
          />
        ))}
      </ol>
      {end !== null && <p className="figures text-[0.8125rem] text-faint">Ends at {end}</p>}
      {locked !== undefined && (
        <LockDialog
          item={locked}
          lock={content.locks[locked.id] ?? FREE}
          isOld={known.has(locked.id)}
          onClose={() => setLocksOf(null)}
          onSet={(lock) => {
            setLocksOf(null)
            work.solve((before) => ({ ...before, locks: { ...before.locks, [locked.id]: lock } }), {
              keepHand: true,
            })
          }}
        />
      )}
    </section>
  )
}
