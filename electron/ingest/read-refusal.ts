import type { RefusalCode, RefusalHint } from '../../shared/model/import-result.ts'

/** Thrown by readers for a file that cannot be read: an expected outcome that names its code and nothing else. */
export class ReadRefusal extends Error {
  readonly code: RefusalCode
  readonly page: number | null
  /** What would help, where the type is known but not read. */
  readonly hint: RefusalHint | null
  constructor(code: RefusalCode, options?: ErrorOptions & { page?: number; hint?: RefusalHint }) {
    super(`refused: ${code}`, options)
    this.name = 'ReadRefusal'
    this.code = code
    this.page = options?.page ?? null
    this.hint = options?.hint ?? null
  }
}

/** Thrown where pages have to be recognised in pictures and nobody said for how long that may go on. */
export class RecognitionNeeded extends Error {
  readonly pages: number
  constructor(pages: number) {
    super('recognition needed')
    this.name = 'RecognitionNeeded'
    this.pages = pages
  }
}

/** Throws the refusal `cancelled` once the signal is aborted. */
export function refuseIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ReadRefusal('cancelled')
}
