import { useState } from 'react'
import { MAXIMUM_FILE_BYTES, UPLOAD_CHUNK_BYTES } from '../../../shared/contract/procedures.ts'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { TablePreview } from '../../../shared/model/customers.ts'
import { errorWords } from '../../components/page-state.tsx'
import { useService } from '../../host/service-context.tsx'
import { refusalWords } from './customer-words.ts'

interface ReadTable {
  readonly tableId: string
  readonly preview: TablePreview
}

/** Hands a file or pasted text to the core to be read; the table, or why it could not be. */
export function useReadTable(): {
  table: ReadTable | null
  problem: string | null
  isReading: boolean
  readFile: (file: File) => void
  readText: (text: string) => void
  clear: () => void
} {
  const { client } = useService()
  const [table, setTable] = useState<ReadTable | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)

  const take = (asked: Promise<ProcedureOutput<'customers.readTable'>>): void => {
    setReading(true)
    setProblem(null)
    const settle = async (): Promise<void> => {
      try {
        const answer = await asked
        if (answer.result === 'refused') setProblem(refusalWords(answer.code))
        else setTable({ tableId: answer.tableId, preview: answer.preview })
      } catch (error) {
        setProblem(errorWords(error))
      } finally {
        setReading(false)
      }
    }
    void settle()
  }
  const send = async (file: File): Promise<ProcedureOutput<'customers.readTable'>> => {
    if (file.size > MAXIMUM_FILE_BYTES) return { result: 'refused', code: 'too-large' }
    const { uploadId } = await client.call('uploads.begin', { name: file.name, bytes: file.size })
    for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK_BYTES) {
      // Pieces must arrive in order.
      // oxlint-disable-next-line no-await-in-loop
      const bytes = new Uint8Array(await file.slice(offset, offset + UPLOAD_CHUNK_BYTES).arrayBuffer())
      // oxlint-disable-next-line no-await-in-loop
      await client.call('uploads.append', { uploadId, offset, bytes })
    }
    return client.call('customers.readTable', { uploadId })
  }
  return {
    table,
    problem,
    isReading,
    readFile: (file) => take(send(file)),
    readText: (text) => take(client.call('customers.readTable', { text })),
    clear: () => setTable(null),
  }
}
