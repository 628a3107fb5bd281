import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { customerColumnSchema } from '../../../shared/model/customers.ts'
import type { RowFault, TablePreview, TableReading } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { counted } from '../../format/numbers.ts'
import { COLUMN_WORDS, faultWords } from './customer-words.ts'

const OUTCOME_WORDS = {
  added: 'New',
  updated: 'Changes',
  unchanged: 'As it is',
  skipped: 'Left out',
  faulty: 'At fault',
} as const

const rowNumber = (row: number): number => row + 1

/** The rows of the table, those at fault first and open to be mended. */
export function TableImportRows({
  preview,
  reading,
  onColumn,
  onEdit,
  onSkip,
}: {
  preview: TablePreview
  reading: TableReading
  onColumn: (at: number, value: string) => void
  onEdit: (row: number, column: number, text: string) => void
  onSkip: (row: number, skipped: boolean) => void
}) {
  return (
    <div role="region" aria-label="Rows" tabIndex={0} className="-mx-2 max-h-[65vh] overflow-auto px-2">
      <table className="w-full border-collapse text-left">
        <thead className="sticky top-0 z-10 bg-paper align-bottom">
          <tr className="text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:pr-3 [&>th]:font-medium">
            <th scope="col" className="w-12">
              Row
            </th>
            <th scope="col" className="w-24">
              Outcome
            </th>
            {preview.heads.map((head, at) => (
              // Columns have no other identity than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={at} scope="col" className="max-w-56 min-w-36">
                <span className="block max-w-52 truncate pb-1" title={head}>
                  <bdi>{head}</bdi>
                </span>
                <select
                  aria-label={`Column “${head}” is`}
                  className="control w-full min-w-32 font-normal text-ink"
                  value={reading.columns[at] ?? ''}
                  onChange={(event) => onColumn(at, event.target.value)}
                >
                  <option value="">Not taken</option>
                  {customerColumnSchema.options.map((column) => (
                    <option key={column} value={column}>
                      {COLUMN_WORDS[column]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
            <th scope="col" className="w-24">
              <span className="sr-only">Leave out</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr
              key={row.row}
              data-outcome={row.outcome}
              className={`align-top [&>*]:border-b [&>*]:border-line [&>*]:py-2 [&>*]:pr-3 ${row.outcome === 'skipped' ? 'text-faint' : ''}`}
            >
              <td className="figures text-faint">{rowNumber(row.row)}</td>
              <td className="text-[0.8125rem]">
                {row.outcome === 'faulty' ? (
                  <span className="inline-flex items-center gap-1 font-medium text-customer-ink">
                    <TriangleAlert aria-hidden="true" className="size-3.5" />
                    {OUTCOME_WORDS.faulty}
                  </span>
                ) : (
                  OUTCOME_WORDS[row.outcome]
                )}
                {row.faults
                  .filter(({ column }) => column === null)
                  .map((fault) => (
                    <span key={fault.code} className="block pt-1">
                      {faultWords(fault, rowNumber)}
                    </span>
                  ))}
              </td>
              {row.cells.map((cell, at) => {
                const faults = row.faults.filter(({ column }) => column === at)
                const isEdited = reading.edits.some((edit) => edit.row === row.row && edit.column === at)
                return (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td
                    key={at}
                    className={`max-w-56 break-words ${reading.columns[at] == null ? 'text-faint' : ''}`}
                  >
                    {faults.length > 0 || isEdited ? (
                      <MendCell
                        key={cell}
                        cell={cell}
                        label={`${preview.heads[at] ?? ''}, row ${rowNumber(row.row)}`}
                        faults={faults}
                        onChange={(text) => onEdit(row.row, at, text)}
                      />
                    ) : (
                      <bdi className="line-clamp-3">{cell}</bdi>
                    )}
                  </td>
                )
              })}
              <td>
                <Button
                  look="bare"
                  small
                  aria-label={`${row.outcome === 'skipped' ? 'Take' : 'Leave out'} row ${rowNumber(row.row)}`}
                  onClick={() => onSkip(row.row, row.outcome !== 'skipped')}
                >
                  {row.outcome === 'skipped' ? 'Take' : 'Leave out'}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.rowsLeft > 0 && (
        <p className="py-3 text-[0.8125rem] text-faint">
          {counted(preview.rowsLeft, 'further row')} without a fault {preview.rowsLeft === 1 ? 'is' : 'are'}{' '}
          not shown and will be taken as well.
        </p>
      )}
    </div>
  )
}

/** A cell at fault: mended in place, looked at again when one leaves it. */
function MendCell({
  cell,
  label,
  faults,
  onChange,
}: {
  cell: string
  label: string
  faults: readonly RowFault[]
  onChange: (text: string) => void
}) {
  const id = useId()
  return (
    <>
      <input
        aria-label={label}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 ? id : undefined}
        className="control w-full min-w-32"
        dir="auto"
        defaultValue={cell}
        maxLength={8000}
        onBlur={(event) => {
          if (event.target.value !== cell) onChange(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      {faults.length > 0 && (
        <span id={id} className="block pt-1 text-[0.8125rem] text-customer-ink">
          {faults.map((fault) => faultWords(fault, rowNumber)).join(' ')}
        </span>
      )}
    </>
  )
}
