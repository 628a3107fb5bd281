import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useAnnounce } from '../shell/announcer.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { CellEdit } from './cell-editor.tsx'
import { CorrectedMark } from './corrected-mark.tsx'

export interface GridCell {
  readonly shown: ReactNode
  /** How the cell is changed; none where it cannot be. */
  readonly edit?: CellEdit
  /** Set where a person changed it: what was read, in words. */
  readonly asRead?: string
  readonly onRestore?: () => void
}

export interface GridColumn {
  readonly key: string
  readonly head: ReactNode
  readonly className?: string
}

export interface GridRow {
  readonly key: string
  /** Names the row for screen readers. */
  readonly name: string
  readonly cells: readonly GridCell[]
}

/**
 * A table edited in place. Arrow keys move from cell to cell, Enter or F2 edits, Escape leaves it as it was, Tab
 * stores and goes on to the next, Delete puts back what was read.
 */
export function EditableGrid({
  label,
  columns,
  rows,
}: {
  label: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
}) {
  const table = useRef<HTMLTableElement>(null)
  const hintId = useId()
  const announce = useAnnounce()
  const [active, setActive] = useState({ row: 0, column: 1 })
  const [editing, setEditing] = useState<string | null>(null)
  const at = {
    row: Math.min(active.row, Math.max(0, rows.length - 1)),
    column: Math.min(active.column, columns.length - 1),
  }
  const cellAt = (row: number, column: number): HTMLElement | null =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`) ?? null
  const goTo = (row: number, column: number): void => {
    setActive({ row, column })
    cellAt(row, column)?.focus()
  }
  const toFocus = useRef<{ row: number; column: number } | null>(null)
  useEffect(() => {
    if (toFocus.current === null || editing !== null) return
    cellAt(toFocus.current.row, toFocus.current.column)?.focus()
    toFocus.current = null
  })

  const stop = (row: number, column: number): void => {
    setEditing(null)
    toFocus.current = { row, column }
  }
  const nextEditable = (
    row: number,
    column: number,
    step: 1 | -1,
  ): { row: number; column: number } | null => {
    let place = row * columns.length + column + step
    while (place >= 0 && place < rows.length * columns.length) {
      const there = { row: Math.floor(place / columns.length), column: place % columns.length }
      if (rows[there.row]?.cells[there.column]?.edit !== undefined) return there
      place += step
    }
    return null
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || editing !== null) return
    // Keys on a button within a cell are the button's.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    const cell = rows[at.row]?.cells[at.column]
    const to = {
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      Home: [at.row, 0],
      End: [at.row, columns.length - 1],
    }[event.key]
    if (to !== undefined) {
      const [row = 0, column = 0] = to
      if (row >= 0 && row < rows.length && column >= 0 && column < columns.length) goTo(row, column)
    } else if (event.key === 'Enter' || event.key === 'F2') {
      if (cell?.edit !== undefined) setEditing(`${at.row}-${at.column}`)
      else cellAt(at.row, at.column)?.querySelector<HTMLElement>('button')?.click()
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (cell?.onRestore === undefined) announce('This is what was read.')
      else cell.onRestore()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="flex flex-col gap-1.5">
      <div className="overflow-x-auto">
        <table
          ref={table}
          // A table whose cells are moved among and edited is a grid (ARIA Authoring Practices).
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={label}
          aria-describedby={hintId}
          onKeyDown={onKeyDown}
          className="w-full text-[0.8125rem]"
        >
          <thead>
            <tr className="border-b border-edge text-left text-faint">
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className={`py-1.5 pr-1.5 pl-1.5 font-medium ${column.className ?? ''}`}
                >
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.key} aria-label={row.name} className="border-b border-line align-top">
                {row.cells.map((cell, columnIndex) => {
                  const name = `${rowIndex}-${columnIndex}`
                  const isActive = rowIndex === at.row && columnIndex === at.column
                  const { edit } = cell
                  return (
                    // Keys are heard by the grid, for the cell that has focus.
                    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
                    <td
                      key={columns[columnIndex]?.key}
                      data-cell={name}
                      data-column={columns[columnIndex]?.key}
                      tabIndex={isActive && editing === null ? 0 : -1}
                      onFocus={() => setActive({ row: rowIndex, column: columnIndex })}
                      onClick={(event) => {
                        const target = event.target
                        const onButton = target instanceof Element && target.closest('button, input, select')
                        if (edit !== undefined && !onButton && editing !== name) {
                          setActive({ row: rowIndex, column: columnIndex })
                          setEditing(name)
                        }
                      }}
                      className={`py-1.5 pr-1.5 pl-1.5 -outline-offset-2 ${
                        edit === undefined ? '' : 'cursor-text rounded hover:bg-hover'
                      } ${columns[columnIndex]?.className ?? ''}`}
                    >
                      {editing === name && edit !== undefined ? (
                        <CellEditor
                          edit={edit}
                          onDone={(how) => {
                            const next =
                              how === 'next' || how === 'previous'
                                ? nextEditable(rowIndex, columnIndex, how === 'next' ? 1 : -1)
                                : null
                            if (next !== null) {
                              setActive(next)
                              setEditing(`${next.row}-${next.column}`)
                            } else if (how === 'left') setEditing((now) => (now === name ? null : now))
                            else stop(rowIndex, columnIndex)
                          }}
                        />
                      ) : (
                        <span className="inline">
                          {cell.shown}
                          {cell.asRead !== undefined && (
                            <>
                              {' '}
                              <CorrectedMark asRead={cell.asRead} onRestore={cell.onRestore} tabIndex={-1} />
                            </>
                          )}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id={hintId} className="text-xs text-faint">
        Arrow keys move, Enter edits, Escape leaves a cell as it was, Delete puts back what was read.
      </p>
    </div>
  )
}
