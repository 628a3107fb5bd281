import { X } from 'lucide-react'
import { useState } from 'react'
import type { AnalysedDocument } from '../../../shared/model/analysis.ts'
import { actionStatusSchema } from '../../../shared/model/analysis.ts'
import type { ActionField, ActionValues, PreviewCorrections } from '../../../shared/model/corrections.ts'
import { ActionForm, EMPTY_ACTION, actionValueText } from '../../corrections/action-form.tsx'
import { STATUS_WORDS, parseWords } from '../../corrections/correction-values.ts'
import { EditableGrid } from '../../corrections/editable-grid.tsx'
import type { GridCell, GridColumn, GridRow } from '../../corrections/editable-grid.tsx'
import { QuotePopover } from '../../corrections/quote-popover.tsx'
import type { Corrections } from '../../corrections/use-corrections.ts'
import { dateMiddle } from '../../format/dates.ts'
import { IconButton } from './items-grid.tsx'

const COLUMNS: readonly GridColumn[] = [
  { key: 'text', head: 'Action', className: 'min-w-56' },
  { key: 'owner', head: 'Owner', className: 'min-w-24' },
  { key: 'due', head: 'Due', className: 'min-w-24' },
  { key: 'status', head: 'Status', className: 'min-w-20 text-soft' },
  { key: 'page', head: 'Page', className: 'w-12' },
  { key: 'more', head: <span className="sr-only">Take out</span>, className: 'w-8' },
]

function rowOf(
  action: AnalysedDocument['actions'][number],
  { ref, mark }: PreviewCorrections['actions'][number],
  corrections: Corrections,
): GridRow {
  const set = (values: Partial<ActionValues>): null => {
    corrections.setAction(ref, values)
    return null
  }
  const marked = (field: ActionField): Pick<GridCell, 'asRead' | 'onRestore'> =>
    mark === null || mark.asRead === null || !mark.fields.includes(field)
      ? {}
      : {
          asRead: actionValueText(field, mark.asRead),
          onRestore: () => corrections.restore('action', ref, [field]),
        }
  const name = action.text.length > 60 ? `${action.text.slice(0, 60)}…` : action.text
  return {
    key: ref,
    name,
    cells: [
      {
        shown: (
          <>
            {action.text}
            {mark?.asRead === null && <span className="text-faint"> (added by a person)</span>}
          </>
        ),
        edit: {
          kind: 'text',
          label: `Words: ${name}`,
          value: action.text,
          store: (typed) => {
            const parsed = parseWords(typed, 4000)
            if ('wrong' in parsed) return parsed.wrong
            return parsed.set === null ? 'An action needs its words.' : set({ text: parsed.set })
          },
        },
        ...marked('text'),
      },
      {
        shown: action.owner ?? '–',
        edit: {
          kind: 'text',
          label: `Owner: ${name}`,
          value: action.owner ?? '',
          store: (typed) => {
            const parsed = parseWords(typed, 200)
            return 'wrong' in parsed ? parsed.wrong : set({ owner: parsed.set })
          },
        },
        ...marked('owner'),
      },
      {
        shown: (
          <span className="whitespace-nowrap">
            {action.due === null ? (action.dueText ?? '–') : dateMiddle(action.due)}
          </span>
        ),
        edit: {
          kind: 'date',
          label: `Due: ${name}`,
          value: action.due ?? '',
          store: (typed) => set({ due: typed === '' ? null : typed }),
        },
        ...marked('due'),
      },
      {
        shown: STATUS_WORDS[action.status],
        edit: {
          kind: 'choice',
          label: `Status: ${name}`,
          value: action.status,
          options: actionStatusSchema.options.map((value) => ({ value, label: STATUS_WORDS[value] })),
          store: (value) => {
            const status = actionStatusSchema.safeParse(value)
            return status.success ? set({ status: status.data }) : 'Choose one of these.'
          },
        },
        ...marked('status'),
      },
      {
        shown: (
          <QuotePopover
            label={name}
            tabIndex={-1}
            quotes={
              action.evidence.quote === ''
                ? []
                : [{ of: 'Action', page: action.evidence.page, words: action.evidence.quote }]
            }
          />
        ),
      },
      {
        shown: (
          <IconButton label={`Take out: ${name}`} onClick={() => corrections.remove('action', ref)}>
            <X aria-hidden="true" className="size-3.5" />
          </IconButton>
        ),
      },
    ],
  }
}

/** The actions as they would be stored, each corrected in its cell. */
export function ActionsGrid({
  analysis,
  preview,
  corrections,
}: {
  analysis: AnalysedDocument
  preview: PreviewCorrections
  corrections: Corrections
}) {
  const [adding, setAdding] = useState(false)
  const rows = analysis.actions.flatMap((action, index) => {
    const mark = preview.actions[index]
    return mark === undefined ? [] : [rowOf(action, mark, corrections)]
  })
  return (
    <section aria-label="Actions" className="flex flex-col gap-1.5">
      <h3 className="text-[0.8125rem] font-medium">Actions ({rows.length})</h3>
      {rows.length > 0 && (
        <EditableGrid label="Actions as they would be stored" columns={COLUMNS} rows={rows} />
      )}
      <p>
        <button type="button" className="quiet-link text-[0.8125rem]" onClick={() => setAdding(true)}>
          Add an action
        </button>
      </p>
      {adding && (
        <ActionForm
          open
          title="Add an action"
          values={EMPTY_ACTION}
          mark={null}
          quote={null}
          items={analysis.items.flatMap((item, index) => {
            const ref = preview.items[index]?.ref
            if (ref === undefined) return []
            return [{ id: ref, name: [item.number, item.title].filter((part) => part !== null).join(' ') }]
          })}
          onClose={() => setAdding(false)}
          onSave={(values, under) => corrections.addAction(values, under, () => setAdding(false))}
        />
      )}
    </section>
  )
}
