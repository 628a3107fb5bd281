import { GripVertical, Lock, LockOpen, X } from 'lucide-react'
import type { PlanItem, PlanLock } from '../../../shared/model/planner.ts'
import { LONGEST_MEETING } from '../../../shared/model/planner.ts'
import { percent } from '../../format/numbers.ts'

export interface RowActions {
  move(from: number, to: number): void
  retime(id: string, minutes: number): void
  remove(id: string): void
  openLocks(id: string): void
  drag(index: number | null): void
  dragOver(index: number): void
  drop(): void
}

const isLocked = (lock: PlanLock | undefined): boolean =>
  lock !== undefined && (lock.keep !== 'free' || lock.fixed !== null || lock.atMost !== null || lock.position)

export function customerPart({
  customer,
  substantive,
  role,
}: Pick<PlanItem, 'customer' | 'substantive' | 'role'>): string {
  if (role === 'break') return 'Break'
  if (role === 'procedural' || substantive === 0) return 'Procedure'
  return `${percent(customer / substantive)} customers`
}

/** A bar as long as the item's time, filled as far as it is about customers. */
export function TimeBar({
  item,
  longest,
}: {
  item: Pick<PlanItem, 'customer' | 'substantive'> & { minutes: number | null }
  longest: number
}) {
  const width = ((item.minutes ?? 0) / Math.max(1, longest)) * 100
  return (
    <span aria-hidden="true" className="block h-1.5 w-full overflow-hidden rounded-full">
      <span
        className={`flex h-full overflow-hidden rounded-full ${item.substantive === 0 ? 'paint-procedural' : 'paint-other'}`}
        style={{ width: `${width}%` }}
      >
        <span className="paint-customer block h-full" style={{ width: `${item.customer * 100}%` }} />
      </span>
    </span>
  )
}

/** One row of the new agenda: drag it by its handle, or Alt+Up and Alt+Down on it. */
export function AgendaRow({
  item,
  index,
  number,
  clock,
  lock,
  isNew,
  isTarget,
  longest,
  actions,
}: {
  item: PlanItem
  index: number
  number: string
  clock: string | null
  lock: PlanLock | undefined
  isNew: boolean
  isTarget: boolean
  longest: number
  actions: RowActions
}) {
  const locked = isLocked(lock)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keyboard has its way on the handle.
    <li
      data-plan-item={item.id}
      className={`flex items-start gap-2 border-b border-line py-2 pr-1 ${isTarget ? 'border-t-2 border-t-focus' : ''} ${isNew ? 'shadow-[inset_3px_0_0_var(--customer)]' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        actions.dragOver(index)
      }}
      onDrop={(event) => {
        event.preventDefault()
        actions.drop()
      }}
    >
      <button
        type="button"
        draggable
        data-handle={item.id}
        className="mt-0.5 flex size-7 shrink-0 cursor-grab items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
        aria-label={`Move ${item.title}, place ${index + 1}`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        title="Drag, or Alt+↑ and Alt+↓"
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', item.id)
          actions.drag(index)
        }}
        onDragEnd={() => actions.drag(null)}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          actions.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
        }}
      >
        <GripVertical aria-hidden="true" className="size-4" />
      </button>
      <span className="figures mt-1 w-11 shrink-0 text-[0.8125rem] text-faint">{clock ?? ''}</span>
      <span className="figures mt-1 w-6 shrink-0 text-right text-[0.8125rem] text-faint">{number}</span>
      <span className="flex min-w-0 flex-1 flex-col gap-1 pt-0.5">
        <span className="leading-snug break-words">
          {item.title}
          {isNew && <span className="ml-2 text-xs font-semibold text-customer-ink">new</span>}
        </span>
        {item.parts.length > 0 && <span className="text-xs text-faint">{item.parts.join(' · ')}</span>}
        <span className="flex items-center gap-3">
          <span className="w-20 shrink-0">
            <TimeBar item={item} longest={longest} />
          </span>
          <span className="figures min-w-0 text-xs break-words text-faint">
            {customerPart(item)}
            {item.lead !== null && `, ${item.lead}`}
          </span>
        </span>
      </span>
      <span className="mt-0.5 flex shrink-0 items-center gap-1 text-[0.8125rem] text-faint">
        <input
          type="number"
          aria-label={`Minutes of ${item.title}`}
          className="control figures w-16 text-right"
          min={1}
          max={LONGEST_MEETING}
          value={item.minutes}
          onChange={(event) => {
            const minutes = event.target.valueAsNumber
            if (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MEETING)
              actions.retime(item.id, minutes)
          }}
        />
        min
      </span>
      <button
        type="button"
        className="mt-1 flex size-7 shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink aria-pressed:text-ink"
        aria-label={`Locks of ${item.title}`}
        aria-pressed={locked}
        title={locked ? 'Locked; open its locks' : 'Open its locks'}
        onClick={() => actions.openLocks(item.id)}
      >
        {locked ? (
          <Lock aria-hidden="true" className="size-4" />
        ) : (
          <LockOpen aria-hidden="true" className="size-4" />
        )}
      </button>
      <button
        type="button"
        className="mt-1 flex size-7 shrink-0 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
        aria-label={`Take ${item.title} off`}
        title="Take it off the agenda"
        onClick={() => actions.remove(item.id)}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </li>
  )
}
