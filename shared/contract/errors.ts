import { z } from 'zod'

/** All that can go wrong between a host and the core. Expected outcomes are results, not errors. */
export const errorCodeSchema = z.enum([
  'bad-request',
  'not-allowed',
  'not-found',
  'conflict',
  'too-large',
  'disk-full',
  'library-damaged',
  'library-too-new',
  'library-busy',
  'backup-damaged',
  'backup-too-new',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

export const failureSchema = z.object({ code: errorCodeSchema, message: z.string() })
export type Failure = z.infer<typeof failureSchema>

export const ERROR_WORDS: Record<ErrorCode, string> = {
  'bad-request': 'The request was not understood.',
  'not-allowed': 'The request did not come from this app.',
  'not-found': 'It is no longer in the library.',
  conflict: 'It was changed in the meantime.',
  'too-large': 'It is larger than can be handled.',
  'disk-full': 'There is not enough room on the disk. Nothing was changed.',
  'library-damaged': 'The library file is damaged. It was left as it is.',
  'library-too-new': 'The library was made by a newer version of Empty Chair. It was left as it is.',
  'library-busy': 'The library is open in another window of Empty Chair.',
  'backup-damaged': 'The file is no backup of Empty Chair, or it is damaged. Nothing was changed.',
  'backup-too-new': 'The backup was made by a newer version of Empty Chair. Nothing was changed.',
  internal: 'Something went wrong inside Empty Chair. Nothing was changed.',
}

/** Thrown by the service, turned into a Failure by dispatch. The cause stays in the log. */
export class ServiceError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(ERROR_WORDS[code], options)
    this.name = 'ServiceError'
    this.code = code
  }
}
