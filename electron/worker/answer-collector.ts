import { workerOutcomeSchema } from './worker-messages.ts'
import type { WorkerOutcome } from './worker-messages.ts'

/** Gathers the parts of one answer, counting its bytes, and checks it against the schema at the end. */
export class AnswerCollector {
  private readonly limit: number
  private readonly parts: Uint8Array[] = []
  private bytes = 0

  constructor(limit: number) {
    this.limit = limit
  }

  add(part: Uint8Array, last: boolean): 'more' | 'complete' | 'too-large' {
    this.bytes += part.byteLength
    if (this.bytes > this.limit) return 'too-large'
    this.parts.push(part)
    return last ? 'complete' : 'more'
  }

  outcome(): WorkerOutcome {
    try {
      const value: unknown = JSON.parse(Buffer.concat(this.parts, this.bytes).toString('utf8'))
      return workerOutcomeSchema.parse(value)
    } catch {
      return { kind: 'refused', code: 'worker-failed' }
    }
  }
}
