import { z } from 'zod'
import { calendarDateSchema } from './evidence.ts'
import { idSchema } from './library.ts'

/** What a person noted about a board at a date, shown on its trend: "new chair". */
export const annotationSchema = z.object({
  id: idSchema,
  boardId: idSchema,
  date: calendarDateSchema,
  text: z.string().trim().min(1).max(120),
})
export type Annotation = z.infer<typeof annotationSchema>
