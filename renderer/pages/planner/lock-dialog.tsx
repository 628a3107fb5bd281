import { useState } from 'react'
import type { PlanItem, PlanLock } from '../../../shared/model/planner.ts'
import { LONGEST_MEETING } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'

const KEEP_WORDS: Record<PlanLock['keep'], string> = {
  free: 'May be shortened, moved to the consent agenda or cut',
  'not-cut': 'Is not cut; it may be moved to the consent agenda',
  stays: 'Stays on the agenda',
}

const minutesOf = (text: string): number | null => {
  const minutes = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && minutes >= 1 && minutes <= LONGEST_MEETING ? minutes : null
}

/** What is held fast of one item when the agenda is balanced. */
export function LockDialog({
  item,
  lock,
  isOld,
  onSet,
  onClose,
}: {
  item: PlanItem
  lock: PlanLock
  /** Only what was on the old agenda has a place to keep. */
  isOld: boolean
  onSet: (lock: PlanLock) => void
  onClose: () => void
}) {
  const [keep, setKeep] = useState(lock.keep)
  const [fixed, setFixed] = useState(lock.fixed === null ? '' : String(lock.fixed))
  const [atMost, setAtMost] = useState(lock.atMost === null ? '' : String(lock.atMost))
  const [position, setPosition] = useState(lock.position)
  const wrong = [fixed, atMost].some((text) => text.trim() !== '' && minutesOf(text) === null)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Locks: ${item.title}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="strong"
            disabled={wrong}
            onClick={() => onSet({ keep, fixed: minutesOf(fixed), atMost: minutesOf(atMost), position })}
          >
            Set and balance
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium text-ink">On the agenda</legend>
          {(['free', 'not-cut', 'stays'] as const).map((value) => (
            <label key={value} className="flex items-center gap-2">
              <input type="radio" name="keep" checked={keep === value} onChange={() => setKeep(value)} />
              {KEEP_WORDS[value]}
            </label>
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-4">
          <label className="flex flex-col gap-1">
            Exactly (minutes)
            <input
              className="control figures w-28"
              inputMode="numeric"
              value={fixed}
              placeholder="any"
              onChange={(event) => setFixed(event.target.value)}
            />
          </label>
          <label className="flex flex-col gap-1">
            At most (minutes)
            <input
              className="control figures w-28"
              inputMode="numeric"
              value={atMost}
              placeholder="any"
              onChange={(event) => setAtMost(event.target.value)}
            />
          </label>
        </div>
        {isOld && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={position}
              onChange={(event) => setPosition(event.target.checked)}
            />
            Keeps its place in the order
          </label>
        )}
        {wrong && (
          <p role="alert" className="text-customer-ink">
            Minutes are whole numbers from 1 to {LONGEST_MEETING}.
          </p>
        )}
      </div>
    </Dialog>
  )
}
