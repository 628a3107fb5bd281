import { Pencil, UserRoundCheck } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { MeetingDetail, MeetingItem } from '../../../shared/model/library.ts'
import { ShareBar } from '../../components/share-bar.tsx'
import { ITEM_FIELD_WORDS, itemValueText } from '../../corrections/correction-values.ts'
import { counted, wholeNumber } from '../../format/numbers.ts'
import { plannedInWords } from '../import/preview-items.tsx'
import { BASIS_WORDS, itemName } from './meeting-model.ts'

/** Up and down move from item to item; Home and End to the first and the last. */
function moveAmongItems(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button[data-row]')]
  const here = items.findIndex((item) => item === document.activeElement)
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  items[Math.min(Math.max(to, 0), items.length - 1)]?.focus()
}

/** The items in order, each with its times, its mix and where the mix comes from. */
export function ItemList({
  meeting,
  chosen,
  onChoose,
  onCorrect,
  onAdd,
}: {
  meeting: MeetingDetail
  chosen: string | null
  onChoose: (id: string | null) => void
  onCorrect: (item: MeetingItem) => void
  onAdd: () => void
}) {
  return (
    // Arrow keys are an addition to Tab, so the list itself needs no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol aria-label="Agenda items" onKeyDown={moveAmongItems} className="flex flex-col">
      <li>
        <button
          type="button"
          data-row
          aria-pressed={chosen === null}
          onClick={() => onChoose(null)}
          className="flex w-full items-baseline justify-between gap-3 border-b border-line px-4 py-2.5 text-left font-medium -outline-offset-2 hover:bg-hover aria-pressed:bg-chosen"
        >
          Whole meeting
          <span className="text-[0.8125rem] font-normal text-faint">
            {counted(meeting.passages.length, 'passage')}
          </span>
        </button>
      </li>
      {meeting.items.length === 0 && (
        <li className="px-4 py-4 text-[0.8125rem] text-faint">
          No agenda item was found in these documents.
        </li>
      )}
      {meeting.items.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          chosen={item.id === chosen}
          onChoose={() => onChoose(item.id)}
          onCorrect={() => onCorrect(item)}
        />
      ))}
      <li className="no-print px-4 py-2.5">
        <button type="button" className="quiet-link text-[0.8125rem]" onClick={onAdd}>
          Add an item
        </button>
      </li>
    </ol>
  )
}

/** What a person changed, with what was read. */
function markWords({ human }: MeetingItem): string | null {
  if (!human) return null
  const { asRead } = human
  if (asRead === null) return 'Added by a person'
  const read = human.fields.map(
    (field) => `${ITEM_FIELD_WORDS[field].toLowerCase()} ${itemValueText(field, asRead)}`,
  )
  return `Corrected by a person. As read: ${read.join(', ')}`
}

function timesInWords(item: MeetingItem): string {
  if (item.deferred) return 'Deferred, not counted'
  const planned = item.planned === null ? null : plannedInWords(item.planned)
  const recorded =
    item.recorded === null || item.recorded.minutes === null
      ? null
      : `took ${wholeNumber(item.recorded.minutes)} min`
  return [planned, recorded].filter((part) => part !== null).join('; ') || 'No time stated'
}

function ItemRow({
  item,
  chosen,
  onChoose,
  onCorrect,
}: {
  item: MeetingItem
  chosen: boolean
  onChoose: () => void
  onCorrect: () => void
}) {
  const facts = [timesInWords(item), item.lead, item.purpose === null ? null : `for ${item.purpose}`]
  return (
    <li className="relative">
      <button
        type="button"
        data-row
        data-item={item.id}
        aria-pressed={chosen}
        onClick={onChoose}
        className="flex w-full flex-col gap-1 border-b border-line py-2.5 pr-11 text-left -outline-offset-2 hover:bg-hover aria-pressed:bg-chosen"
        style={{ paddingLeft: `${1 + (item.level - 1) * 1.1}rem` }}
      >
        <span className="flex w-full gap-2">
          {item.number !== null && <span className="figures shrink-0 text-faint">{item.number}</span>}
          <span className={`min-w-0 flex-1 ${item.role === 'topic' ? '' : 'text-soft'}`}>{item.title}</span>
        </span>
        <span className="figures text-[0.8125rem] text-faint">
          {facts.filter((fact) => fact !== null).join(' · ')}
          {markWords(item) !== null && (
            <span title={markWords(item) ?? undefined} className="pl-1.5 text-soft">
              <UserRoundCheck aria-hidden="true" className="inline size-3.5 align-[-2px]" />
              <span className="sr-only"> {markWords(item)}</span>
            </span>
          )}
        </span>
        {item.role === 'topic' && (
          <span className="flex w-full items-center gap-2.5">
            <ShareBar shares={item.shares} className="h-2 flex-1" />
            <span className="shrink-0 text-xs text-faint">{BASIS_WORDS[item.mixBasis]}</span>
          </span>
        )}
      </button>
      <button
        type="button"
        title="Correct this item"
        aria-label={`Correct ${itemName(item)}`}
        onClick={onCorrect}
        className="no-print absolute top-2 right-2.5 inline-flex size-7 items-center justify-center rounded text-faint hover:bg-chosen hover:text-ink"
      >
        <Pencil aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  )
}
