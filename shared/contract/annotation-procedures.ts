import { z } from 'zod'
import { annotationSchema } from '../model/annotations.ts'
import { idSchema } from '../model/library.ts'

const change = z.object({ label: z.string(), canUndo: z.boolean(), canRedo: z.boolean() })

/** Notes on a board's axis of time. */
export const annotationProcedures = {
  /** Oldest first. */
  'annotations.list': { input: z.object({ boardId: idSchema }), output: z.array(annotationSchema) },
  'annotations.add': {
    input: annotationSchema.omit({ id: true }),
    output: z.object({ annotation: annotationSchema, change }),
  },
  'annotations.update': {
    input: annotationSchema.omit({ boardId: true }),
    output: z.object({ annotation: annotationSchema, change }),
  },
  'annotations.remove': { input: z.object({ id: idSchema }), output: z.object({ change }) },
} as const
