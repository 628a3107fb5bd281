import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { listDocumentFiles } from './list-document-files.ts'

const sampleBoardSchema = z.object({
  name: z.string().min(1),
  customerTerms: z.array(z.string()),
  target: z.number().min(0).max(1).nullable(),
})
export type SampleBoard = z.infer<typeof sampleBoardSchema>

/** The fictional board that comes with the app, and the paths of its papers. Throws where it is not installed. */
export function readSampleBoard(folder: string): { board: SampleBoard; paths: string[] } {
  const board = sampleBoardSchema.parse(JSON.parse(readFileSync(join(folder, 'board.json'), 'utf8')))
  return { board, paths: listDocumentFiles(join(folder, 'documents')).map((file) => file.path) }
}
