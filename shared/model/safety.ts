import { z } from 'zod'
import { idSchema } from './library.ts'

export const backupEntrySchema = z.object({
  /** Its file's name in the backups' folder. */
  name: z.string(),
  bytes: z.int().min(0),
  /** ISO time. */
  made: z.iso.datetime(),
  /** `library-only` was made before an update and holds no originals; `damaged` cannot be read. */
  kind: z.enum(['whole', 'library-only', 'damaged']),
  meetings: z.int().min(0),
  documents: z.int().min(0),
  appVersion: z.string(),
})
export type BackupEntry = z.infer<typeof backupEntrySchema>

export const verifyReportSchema = z.object({
  documents: z.int().min(0),
  originals: z.int().min(0),
  problems: z.array(
    z.object({
      kind: z.enum(['database', 'document', 'original', 'roll-up']),
      meetingId: idSchema.nullable(),
      documentId: idSchema.nullable(),
      message: z.string(),
    }),
  ),
})

export const libraryStateSchema = z.object({
  /** Where it is on this computer. */
  folder: z.string(),
  backupsFolder: z.string(),
  documents: z.int().min(0),
  meetings: z.int().min(0),
  /** Of everything in the folder. */
  bytes: z.int().min(0),
  /** The library that a restore took the place of is still there. */
  hasEarlier: z.boolean(),
  backups: z.array(backupEntrySchema),
  /** What is going on: one at a time. Progress from 0 to 1. */
  work: z.object({ stage: z.enum(['backup', 'check', 'restore']), progress: z.number() }).nullable(),
})
export type LibraryState = z.infer<typeof libraryStateSchema>
