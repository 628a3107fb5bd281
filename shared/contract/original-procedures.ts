import { z } from 'zod'
import { idSchema, importJobSchema } from '../model/library.ts'
import { originalInfoSchema } from '../model/original.ts'

/** Bytes of an original come in pieces no larger than this. */
export const ORIGINAL_PIECE_BYTES = 1024 * 1024
export const MOST_PASSWORD_CHARACTERS = 1024

/** The stored original of a document, shown beside what was read of it, and the opening of protected files. */
export const originalProcedures = {
  'originals.info': { input: z.object({ documentId: idSchema }), output: originalInfoSchema },
  /** A piece of the original's bytes, by place; shorter at its end. Never a path. */
  'originals.piece': {
    input: z.object({
      documentId: idSchema,
      offset: z.int().min(0),
      length: z.int().min(1).max(ORIGINAL_PIECE_BYTES),
    }),
    output: z.object({
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= ORIGINAL_PIECE_BYTES),
    }),
  },
  /** A character map or font that a PDF names but does not hold, from the program's own folder. */
  'originals.resource': {
    input: z.object({
      kind: z.enum(['character-map', 'font']),
      name: z
        .string()
        .max(80)
        .regex(/^[\w.-]+$/),
    }),
    output: z.object({ bytes: z.instanceof(Uint8Array) }),
  },
  /** Tries a password on a protected file in the queue. It is held in memory for that one reading only. */
  'imports.unlock': {
    input: z.object({ id: idSchema, password: z.string().min(1).max(MOST_PASSWORD_CHARACTERS) }),
    output: importJobSchema,
  },
} as const
