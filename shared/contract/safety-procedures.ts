import { z } from 'zod'
import { idSchema } from '../model/library.ts'
import { backupEntrySchema, libraryStateSchema, verifyReportSchema } from '../model/safety.ts'

const nothing = z.object({}).strict()
const done = z.object({ done: z.literal(true) })
const name = z.string().max(120)

/**
 * Backups, checks, and the end of a library. One long work at a time, another is a `conflict`; what was cancelled
 * answers null and changed nothing.
 */
export const safetyProcedures = {
  'library.state': { input: nothing, output: libraryStateSchema },
  /** Compares all that is stored with its hashes; nothing is mended. */
  'library.verify': { input: nothing, output: verifyReportSchema },
  /** Puts the library back that a restore replaced; the present one becomes the earlier one. */
  'library.return': { input: nothing, output: done },
  'library.forgetEarlier': { input: nothing, output: done },
  /** Removes every document, label, original and backup. */
  'library.erase': { input: z.object({ confirmation: z.literal('erase') }), output: done },
  'backups.make': { input: nothing, output: backupEntrySchema.nullable() },
  /** A backup from elsewhere, uploaded as a file is, takes its place in the list. */
  'backups.take': { input: z.object({ uploadId: idSchema }), output: backupEntrySchema.nullable() },
  'backups.check': { input: z.object({ name }), output: backupEntrySchema.nullable() },
  'backups.remove': { input: z.object({ name }), output: done },
  /** The present library is kept as the earlier one. */
  'backups.restore': { input: z.object({ name }), output: backupEntrySchema.nullable() },
  /** A backup's bytes from `offset`, at most one upload piece; empty at its end. */
  'backups.read': {
    input: z.object({ name, offset: z.int().min(0) }),
    output: z.object({ bytes: z.instanceof(Uint8Array), total: z.int().min(0) }),
  },
  /** Ends the backup, check or restore that is under way. */
  'backups.cancel': { input: nothing, output: done },
} as const
