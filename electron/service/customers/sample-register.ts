import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { guessColumns } from '../../../shared/analysis/customers/table/guess-columns.ts'
import { understandTable } from '../../../shared/analysis/customers/table/understand-table.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { ReadTable } from '../../worker/read-table-in-worker.ts'

const FILE = 'customers.csv'

/**
 * Puts the sample board's customers into an empty register, by the way any table goes; one that holds a customer
 * already is somebody's own and stays as it is. Answers how many were added; a sample without the file has none.
 */
export async function fillSampleRegister(
  { customers }: Pick<LibraryStore, 'customers'>,
  readTable: ReadTable | undefined,
  sampleFolder: string,
): Promise<number> {
  if (readTable === undefined || customers.all().length > 0) return 0
  const bytes = await readFile(join(sampleFolder, FILE)).catch(() => null)
  if (bytes === null) return 0
  const outcome = await readTable({ bytes: new Uint8Array(bytes), fileName: FILE })
  const rows = outcome.kind === 'table' ? (outcome.sheets[0]?.rows ?? []) : []
  const reading = { sheet: 0, ...guessColumns(rows, new Map()), dateOrder: null, skip: [], edits: [] }
  const understood = understandTable(rows, reading, [])
  const saved = understood.rows.flatMap(({ fields }) => (fields === null ? [] : [{ id: null, fields }]))
  // Reading took a moment, in which somebody may have begun a register of their own.
  if (saved.length === 0 || understood.counts.faulty > 0 || customers.all().length > 0) return 0
  customers.save(`Add ${saved.length} customers of the sample board`, saved)
  return saved.length
}
