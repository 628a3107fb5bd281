import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { AnalysedDocument, AnalysedItem } from '../../../shared/model/analysis.ts'
import type {
  ItemAsRead,
  ItemField,
  ItemMark,
  ItemValues,
  PreviewCorrections,
} from '../../../shared/model/corrections.ts'
import { ShareBar } from '../../components/share-bar.tsx'
import { ROLE_WORDS, parseTime, parseWords, timeText } from '../../corrections/correction-values.ts'
import { EditableGrid } from '../../corrections/editable-grid.tsx'
import type { GridCell, GridColumn, GridRow } from '../../corrections/editable-grid.tsx'
import { EMPTY_ITEM, ItemForm } from '../../corrections/item-form.tsx'
import { QuotePopover } from '../../corrections/quote-popover.tsx'
import type { Quote } from '../../corrections/quote-popover.tsx'
import type { Corrections } from '../../corrections/use-corrections.ts'

const COLUMNS: readonly GridColumn[] = [
  { key: 'number', head: 'No.', className: 'w-10 text-faint' },
  { key: 'title', head: 'Item', className: 'min-w-36' },
  { key: 'lead', head: 'Lead', className: 'min-w-14 text-soft' },
  { key: 'planned', head: 'Planned', className: 'min-w-16' },
  { key: 'recorded', head: 'Recorded', className: 'min-w-16' },
  { key: 'kind', head: 'Kind', className: 'text-soft' },
  { key: 'page', head: 'Page', className: 'w-10' },
  { key: 'more', head: <span className="sr-only">Add or take out</span>, className: 'w-14' },
]

const KINDS = [
  { value: 'topic', label: 'Topic' },
  { value: 'deferred', label: 'Deferred' },
  { value: 'procedural', label: 'Procedural' },
  { value: 'break', label: 'Break' },
] as const

const kindOf = ({ role, deferred }: Pick<ItemAsRead, 'role' | 'deferred'>): string =>
  deferred && role === 'topic' ? 'deferred' : role

function setOfKind(kind: string): Partial<ItemValues> {
  if (kind === 'procedural' || kind === 'break') return { role: kind, deferred: false }
  return { role: 'topic', deferred: kind === 'deferred' }
}

function quotesOf(item: AnalysedItem): Quote[] {
  const planned = item.planned?.evidence ?? null
  const recorded = item.recorded?.evidence ?? null
  return [
    { of: 'Item', page: item.evidence.page, words: item.evidence.quote },
    ...(planned === null ? [] : [{ of: 'Planned time', page: planned.page, words: planned.quote }]),
    ...(recorded === null ? [] : [{ of: 'Recorded time', page: recorded.page, words: recorded.quote }]),
  ].filter(({ words }) => words !== '')
}

/** What a person changed among these fields, in the words of what was read. */
function corrected(
  mark: ItemMark | null,
  fields: readonly ItemField[],
  words: (values: ItemAsRead) => string,
  onRestore: (fields: readonly ItemField[]) => void,
): Pick<GridCell, 'asRead' | 'onRestore'> {
  const { asRead } = mark ?? { asRead: null }
  if (mark === null || asRead === null || !fields.some((field) => mark.fields.includes(field))) return {}
  return { asRead: words(asRead) || 'not stated', onRestore: () => onRestore(fields) }
}

function rowOf(
  item: AnalysedItem,
  { ref, mark }: PreviewCorrections['items'][number],
  corrections: Corrections,
  onAdd: () => void,
): GridRow {
  const set = (values: Partial<ItemValues>): null => {
    corrections.setItem(ref, values)
    return null
  }
  const restore = (fields: readonly ItemField[]): void => corrections.restore('item', ref, fields)
  const name = [item.number, item.title].filter((part) => part !== null).join(' ')
  const times = (
    column: 'Planned' | 'Recorded',
    start: 'plannedStart' | 'recordedStart',
    minutes: 'plannedMinutes' | 'recordedMinutes',
  ): GridCell => {
    const time = column === 'Planned' ? item.planned : item.recorded
    const most = column === 'Planned' ? (item.planned?.minutesMax ?? null) : null
    const text = timeText(time?.start ?? null, time?.minutes ?? null, most)
    return {
      shown: <span className="whitespace-nowrap">{text || '–'}</span>,
      edit: {
        kind: 'text',
        label: `${column}: ${name}`,
        value: text,
        store: (typed) => {
          const parsed = parseTime(typed)
          if ('wrong' in parsed) return parsed.wrong
          // Only what was changed: a range of minutes stays when the start alone is corrected.
          const changed: Partial<ItemValues> = {}
          if (parsed.set.start !== (time?.start ?? null)) changed[start] = parsed.set.start
          if (parsed.set.minutes !== (time?.minutes ?? null) || most !== (time?.minutes ?? null))
            changed[minutes] = parsed.set.minutes
          return Object.keys(changed).length === 0 ? null : set(changed)
        },
      },
      ...corrected(mark, [start, minutes], (values) => timeText(values[start], values[minutes]), restore),
    }
  }
  const words = (column: string, field: 'number' | 'lead', most: number): GridCell => ({
    shown: item[field] ?? '',
    edit: {
      kind: 'text',
      label: `${column}: ${name}`,
      value: item[field] ?? '',
      store: (typed) => {
        const parsed = parseWords(typed, most)
        return 'wrong' in parsed ? parsed.wrong : set({ [field]: parsed.set })
      },
    },
    ...corrected(mark, [field], (values) => values[field] ?? '', restore),
  })
  return {
    key: ref,
    name,
    cells: [
      words('Number', 'number', 20),
      {
        shown: (
          <span
            className="inline-flex w-full flex-col gap-1"
            style={{ paddingLeft: `${(item.level - 1) * 0.9}rem` }}
          >
            <span className={item.role === 'topic' ? '' : 'text-soft'}>
              {item.title}
              {mark?.asRead === null && <span className="text-faint"> (added by a person)</span>}
            </span>
            {item.role === 'topic' && <ShareBar shares={item.shares} className="h-1.5 max-w-40" />}
          </span>
        ),
        edit: {
          kind: 'text',
          label: `Title: ${name}`,
          value: item.title,
          store: (typed) => {
            const parsed = parseWords(typed, 500)
            if ('wrong' in parsed) return parsed.wrong
            return parsed.set === null ? 'An item needs a title.' : set({ title: parsed.set })
          },
        },
        ...corrected(mark, ['title'], (values) => values.title, restore),
      },
      words('Lead', 'lead', 200),
      times('Planned', 'plannedStart', 'plannedMinutes'),
      times('Recorded', 'recordedStart', 'recordedMinutes'),
      {
        shown: item.deferred ? 'Deferred' : ROLE_WORDS[item.role],
        edit: {
          kind: 'choice',
          label: `Kind: ${name}`,
          value: kindOf(item),
          options: KINDS,
          store: (kind) => set(setOfKind(kind)),
        },
        ...corrected(
          mark,
          ['role', 'deferred'],
          (values) => (values.deferred ? 'Deferred' : ROLE_WORDS[values.role]),
          restore,
        ),
      },
      { shown: <QuotePopover label={name} quotes={quotesOf(item)} tabIndex={-1} /> },
      {
        shown: (
          <span className="flex">
            <IconButton label={`Add an item after ${name}`} onClick={onAdd}>
              <Plus aria-hidden="true" className="size-3.5" />
            </IconButton>
            <IconButton label={`Take out ${name}`} onClick={() => corrections.remove('item', ref)}>
              <X aria-hidden="true" className="size-3.5" />
            </IconButton>
          </span>
        ),
      },
    ],
  }
}

/** Small, in a grid's cell: reached with the arrow keys, pressed with Enter on the cell or by Tab from it. */
export function IconButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      onClick={onClick}
      className="inline-flex size-6 items-center justify-center rounded text-faint hover:bg-chosen hover:text-ink"
    >
      {children}
    </button>
  )
}

/** The items as they would be stored, each corrected in its cell. */
export function ItemsGrid({
  analysis,
  marks,
  corrections,
}: {
  analysis: AnalysedDocument
  marks: PreviewCorrections['items']
  corrections: Corrections
}) {
  const [adding, setAdding] = useState<{ after: string | null } | null>(null)
  const rows = analysis.items.flatMap((item, index) => {
    const mark = marks[index]
    return mark === undefined ? [] : [rowOf(item, mark, corrections, () => setAdding({ after: mark.ref }))]
  })
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-soft">No agenda items were found in this document.</p>
      ) : (
        <EditableGrid label="Items as they would be stored" columns={COLUMNS} rows={rows} />
      )}
      <p>
        <button
          type="button"
          className="quiet-link text-[0.8125rem]"
          onClick={() => setAdding({ after: marks.at(-1)?.ref ?? null })}
        >
          Add an item
        </button>
      </p>
      {adding !== null && (
        <ItemForm
          open
          title="Add an item"
          values={EMPTY_ITEM}
          mark={null}
          quotes={[]}
          onClose={() => setAdding(null)}
          onSave={(_changed, whole) => corrections.addItem(whole, adding.after, () => setAdding(null))}
        />
      )}
    </>
  )
}
