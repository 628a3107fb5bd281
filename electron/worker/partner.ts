import { deserialize, serialize } from 'node:v8'
import type { ParentPort } from './parent-port.ts'
import { ANSWER_PART_BYTES } from './worker-messages.ts'

/** What two children at one document have to say to each other. */
export type PartnerTopic = 'pages' | 'classify' | 'classified'

const isTopic = (value: unknown): value is PartnerTopic =>
  value === 'pages' || value === 'classify' || value === 'classified'

/** The other child at the same document, reached through the parent, who carries the bytes unread. */
export class Partner {
  private readonly parent: ParentPort
  private readonly sequence: number
  private readonly heard = new Map<PartnerTopic, unknown>()
  private readonly waiting = new Map<PartnerTopic, (value: unknown) => void>()
  private parts: Uint8Array[] = []
  private isGone = false

  constructor(parent: ParentPort, sequence: number) {
    this.parent = parent
    this.sequence = sequence
  }

  get isThere(): boolean {
    return !this.isGone
  }

  say(topic: PartnerTopic, value: unknown): void {
    const bytes = serialize([topic, value])
    for (let start = 0; start < bytes.byteLength; start += ANSWER_PART_BYTES) {
      const part = new Uint8Array(bytes.subarray(start, start + ANSWER_PART_BYTES))
      const last = start + part.byteLength === bytes.byteLength
      this.parent.send({ type: 'relay', sequence: this.sequence, part, last })
    }
  }

  /** What the partner says on a topic, once; null when it has gone. */
  hear(topic: PartnerTopic): Promise<unknown> {
    if (this.heard.has(topic)) return Promise.resolve(this.heard.get(topic))
    if (this.isGone) return Promise.resolve(null)
    return new Promise((resolve) => this.waiting.set(topic, resolve))
  }

  take(part: Uint8Array, last: boolean): void {
    this.parts.push(part)
    if (!last) return
    const bytes = Buffer.concat(this.parts)
    this.parts = []
    const message: unknown = deserialize(bytes)
    if (!Array.isArray(message) || !isTopic(message[0])) return this.lose()
    const [topic, value] = message
    const resolve = this.waiting.get(topic)
    if (resolve) resolve(value)
    else this.heard.set(topic, value)
    return undefined
  }

  lose(): void {
    this.isGone = true
    for (const resolve of this.waiting.values()) resolve(null)
    this.waiting.clear()
  }
}
