import { useState } from 'react'
import { customerColumnSchema } from '../../../shared/model/customers.ts'
import type { TablePreview, TableReading } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { TableImportRows } from './table-import-rows.tsx'

function summaryOf({ counts }: TablePreview): string {
  const parts = [
    [counts.faulty, 'at fault'],
    [counts.added, 'new'],
    [counts.updated, 'that change a customer'],
    [counts.unchanged, 'that change nothing'],
    [counts.skipped, 'left out'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  return `${counted(counts.rows, 'row')}: ${said.join(', ') || 'none with a name'}.`
}

/** A table on its way into the register: its columns named, its faults mended, and only then taken, whole. */
export function TableImport({
  tableId,
  first,
  onDone,
}: {
  tableId: string
  first: TablePreview
  onDone: () => void
}) {
  const announce = useAnnounce()
  const [reading, setReading] = useState<TableReading>(first.reading)
  const take = useChange('customers.takeTable')
  const asked = useAsk(
    'customers.previewTable',
    { tableId, reading },
    { keepPrevious: true, enabled: reading !== first.reading && !take.isSuccess },
  )
  const preview = asked.data ?? first
  // Another sheet is guessed anew by the core.
  const current = reading.columns.length === 0 ? preview.reading : reading
  const change = (part: Partial<TableReading>): void => setReading({ ...current, ...part })
  const { counts } = preview
  const hasDates = current.columns.some((column) => column === 'lastSeen' || column === 'nextVisit')
  const asksOrder = preview.rows.some(({ faults }) => faults.some(({ code }) => code === 'ambiguous-date'))
  const ready = counts.faulty === 0 && counts.added + counts.updated > 0 && !asked.isFetching

  const setColumn = (at: number, value: string): void => {
    const parsed = customerColumnSchema.safeParse(value)
    const column = parsed.success ? parsed.data : null
    change({
      // A column can be only one thing, and only one column can be it.
      columns: current.columns.map((old, index) =>
        index === at ? column : column !== null && old === column ? null : old,
      ),
    })
  }
  return (
    <section aria-label="A table of customers" className="flex flex-col gap-4" data-table-import>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="heading-serif text-lg break-words">
          {preview.name === null ? 'The pasted table' : <bdi>{preview.name}</bdi>}
        </h2>
        <p role="status" className="figures text-soft">
          {summaryOf(preview)}
        </p>
        <span className="ml-auto flex gap-2">
          <Button onClick={onDone}>Cancel</Button>
          <Button
            look="strong"
            disabled={!ready || take.isPending}
            onClick={() =>
              take.mutate(
                { tableId, reading: current },
                {
                  onSuccess: ({ added, updated }) => {
                    announce(`${added} added, ${updated} changed. Undo takes it all back.`)
                    onDone()
                  },
                  onError: (error) => announce(errorWords(error)),
                },
              )
            }
          >
            {counts.faulty > 0
              ? `Mend ${counted(counts.faulty, 'row')} first`
              : `Take ${counted(counts.added + counts.updated, 'row')}`}
          </Button>
        </span>
      </header>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        {preview.sheets.length > 1 && (
          <label className="flex flex-col gap-1 text-[0.8125rem] font-medium text-soft">
            Sheet
            <select
              className="control font-normal text-ink"
              value={current.sheet}
              onChange={(event) =>
                setReading({
                  sheet: Number(event.target.value),
                  head: null,
                  columns: [],
                  dateOrder: null,
                  skip: [],
                  edits: [],
                })
              }
            >
              {preview.sheets.map((name, index) => (
                // Sheets have no other identity than their place.
                // oxlint-disable-next-line react/no-array-index-key
                <option key={index} value={index}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="flex flex-col gap-1 text-[0.8125rem] font-medium text-soft">
          Column heads
          <select
            className="control font-normal text-ink"
            value={current.head ?? 'none'}
            onChange={(event) =>
              change({
                head: event.target.value === 'none' ? null : Number(event.target.value),
                skip: [],
                edits: [],
              })
            }
          >
            <option value="none">There are none</option>
            {Array.from({ length: 12 }, (_, row) => (
              <option key={row} value={row}>
                Row {row + 1}
              </option>
            ))}
          </select>
        </label>
        {hasDates && (asksOrder || current.dateOrder !== null || preview.dateOrderFound !== null) && (
          <Segmented
            legend="Dates such as 3/5/2026"
            options={[
              { value: 'day-first', label: 'Day first' },
              { value: 'month-first', label: 'Month first' },
            ]}
            value={current.dateOrder ?? preview.dateOrderFound ?? 'not yet'}
            onChange={(value) =>
              change({ dateOrder: value === 'day-first' || value === 'month-first' ? value : null })
            }
          />
        )}
      </div>
      <TableImportRows
        preview={preview}
        reading={current}
        onColumn={setColumn}
        onEdit={(row, column, text) =>
          change({
            edits: [
              ...current.edits.filter((edit) => edit.row !== row || edit.column !== column),
              { row, column, text },
            ],
          })
        }
        onSkip={(row, skipped) =>
          change({
            skip: skipped ? [...current.skip, row] : current.skip.filter((other) => other !== row),
          })
        }
      />
    </section>
  )
}
