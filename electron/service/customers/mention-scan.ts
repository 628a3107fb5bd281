import { createHash } from 'node:crypto'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { findMentions, MATCHER_VERSION } from '../../../shared/analysis/customers/find-mentions.ts'
import { indexNames } from '../../../shared/analysis/customers/name-patterns.ts'
import type { NameIndex } from '../../../shared/analysis/customers/name-patterns.ts'
import type { Customer } from '../../../shared/model/customers.ts'
import type { CustomersStore } from '../../store/customers-store.ts'
import { describeError } from '../log.ts'
import type { Log } from '../log.ts'
import type { ServiceEvents } from '../service-events.ts'

/** An answer waits this long for the documents still to be looked through; a small library is done by then. */
const PATIENCE = 1_500
/** Between two words to the page on how far it is. */
const TELL_EVERY = 3_000
/** Passages between two looks at what else there is to do. */
const AT_ONCE = 400

export interface MentionScan {
  /** Looks through what is new, for as long as an answer can wait, and goes on by itself. Documents still left. */
  upToDate(): Promise<number>
  /** Ends when no document is left: what says that a customer was not named must have looked through them all. */
  complete(): Promise<void>
  close(): Promise<void>
}

/** Says which names are looked for, so that a change of them makes every earlier search old. */
function registerKey(customers: readonly Customer[]): string {
  const names = customers.map(({ id, name, aliases }) => [id, name, aliases])
  return createHash('sha256')
    .update(
      JSON.stringify([MATCHER_VERSION, names.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))]),
    )
    .digest('hex')
    .slice(0, 32)
}

/**
 * Looks through documents for the names of the register: a document once for each reading of it and each change of the
 * names, one at a time and in small portions, so that everything else goes on.
 */
export function createMentionScan({
  store,
  events,
  log,
  clock,
}: {
  store: CustomersStore
  events: ServiceEvents
  log: Log
  clock: () => Date
}): MentionScan {
  let index: { key: string; names: NameIndex } | null = null
  let running: Promise<void> | null = null
  let closed = false
  let left = 0
  /** Documents that could not be looked through, until the next start. */
  const failed = new Set<string>()

  const names = (): { key: string; names: NameIndex } => {
    const customers = store.all()
    const key = registerKey(customers)
    if (index?.key !== key) index = { key, names: indexNames(customers) }
    return index
  }
  const waiting = (key: string): string[] => store.unscanned(key).filter((id) => !failed.has(id))

  const scan = async (id: string, register: { key: string; names: NameIndex }): Promise<void> => {
    const texts = store.textsOf(id)
    if (texts === null) return
    const found: { position: number; mention: ReturnType<typeof findMentions>[number] }[] = []
    for (const [count, { position, text }] of texts.passages.entries()) {
      for (const mention of findMentions(text, register.names)) found.push({ position, mention })
      if (count % AT_ONCE === AT_ONCE - 1) await yieldToOthers()
      if (closed) return
    }
    store.saveMentions(id, texts.contentHash, register.key, found)
  }

  const run = async (): Promise<void> => {
    let told = clock().getTime()
    let late = false
    for (;;) {
      // What changes meanwhile, names or documents, is found in the next round.
      const register = names()
      const round = waiting(register.key)
      if (round.length === 0 || closed) break
      for (const [done, id] of round.entries()) {
        left = round.length - done
        try {
          await scan(id, register)
        } catch (error) {
          failed.add(id)
          log({ level: 'error', event: 'mention-scan-failed', ...describeError(error) })
        }
        await yieldToOthers()
        if (closed) return
        if (clock().getTime() - told > TELL_EVERY) {
          told = clock().getTime()
          late = true
          events.emit({ type: 'library-changed', meetingIds: [] })
        }
      }
    }
    left = 0
    if (late) events.emit({ type: 'library-changed', meetingIds: [] })
  }

  /** The search under way, begun where there is something to look through. */
  const begin = (): Promise<void> | null => {
    if (closed) return null
    left = waiting(names().key).length
    if (left === 0) return null
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  return {
    async upToDate() {
      const search = begin()
      if (search === null) return left
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE)
      })
      await Promise.race([search, patience])
      clearTimeout(timer)
      return left
    },
    async complete() {
      for (let search = begin(); search !== null; search = begin()) await search
    },
    async close() {
      closed = true
      await running
    },
  }
}
