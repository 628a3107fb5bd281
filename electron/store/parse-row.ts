import { z } from 'zod'
import { ServiceError } from '../../shared/contract/errors.ts'

/** A column that holds JSON of a known shape. */
export function jsonColumn<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}

/** A row as the schema says, or `library-damaged`: what was stored was whole, so the file has changed since. */
export function parseRow<T extends z.ZodType>(schema: T, row: unknown): z.output<T> {
  const parsed = schema.safeParse(row)
  if (!parsed.success) throw new ServiceError('library-damaged')
  return parsed.data
}

export function parseRows<T extends z.ZodType>(schema: T, rows: unknown[]): z.output<T>[] {
  return rows.map((row) => parseRow(schema, row))
}
