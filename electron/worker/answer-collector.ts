import type { RefusalCode } from '../../shared/model/import-result.ts'

/** How a job ends that nothing could be made of. */
export interface Refused {
  kind: 'refused'
  code: RefusalCode
}

/** Gathers the parts of one answer, counting its bytes, and checks it against the schema at the end. */
export class AnswerCollector<T> {
  private readonly limit: number
  private readonly parse: (value: unknown) => T
  private readonly parts: Uint8Array[] = []
  private bytes = 0

  constructor(limit: number, parse: (value: unknown) => T) {
    this.limit = limit
    this.parse = parse
  }

  add(part: Uint8Array, last: boolean): 'more' | 'complete' | 'too-large' {
    this.bytes += part.byteLength
    if (this.bytes > this.limit) return 'too-large'
    this.parts.push(part)
    return last ? 'complete' : 'more'
  }

  outcome(): T | Refused {
    try {
      const value: unknown = JSON.parse(Buffer.concat(this.parts, this.bytes).toString('utf8'))
      return this.parse(value)
    } catch {
      return { kind: 'refused', code: 'worker-failed' }
    }
  }
}
