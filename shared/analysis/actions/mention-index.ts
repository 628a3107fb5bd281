import type { StoredMention } from './action-record.ts'
import type { ActionWords } from './action-words.ts'
import { fewestShared, rareStems } from './rare-stems.ts'
import { ownerKeys } from './same-owner.ts'

/** What is known of a mention when it is compared with others. */
export interface ComparedMention {
  readonly mention: StoredMention
  readonly words: ActionWords
  readonly reference: string | null
}

/** The lowest Dice coefficient at which mentions of one owner may be one action. */
export const SIMILAR_WHEN_CONTAINED = 0.5
/** The same where one of them names nobody. */
export const NEARLY_EQUAL = 0.92
const FEWEST = 2
const FEWEST_WITHOUT_OWNER = 3
const NOBODY = 'nobody'
const ANYBODY = 'anybody'

/**
 * Finds the threads a mention may belong to without comparing it with all: those of its reference, its very words, or
 * an owner who may be the same and a rare word in common. Lets none slip that `whySame` would join.
 */
export class MentionIndex<T extends object> {
  readonly #order = new Map<T, number>()
  readonly #byReference = new Map<string, Set<T>>()
  readonly #byPlain = new Map<string, Set<T>>()
  /** By owner key (or nobody, or anybody), then by telling stem. */
  readonly #byOwner = new Map<string, Map<string, Set<T>>>()

  add({ mention, words, reference }: ComparedMention, thread: T): void {
    if (!this.#order.has(thread)) this.#order.set(thread, this.#order.size)
    if (reference !== null) note(this.#byReference, reference, thread)
    note(this.#byPlain, words.plain, thread)
    for (const owner of [ANYBODY, ...(mention.owner === null ? [NOBODY] : ownerKeys(mention.owner))]) {
      const stems = this.#byOwner.get(owner) ?? new Map<string, Set<T>>()
      this.#byOwner.set(owner, stems)
      for (const stem of words.telling) note(stems, stem, thread)
    }
  }

  /** In the order in which they were begun. */
  near({ mention, words, reference }: ComparedMention): T[] {
    const found = new Set<T>()
    const take = (threads: ReadonlySet<T> | undefined): void => {
      for (const thread of threads ?? []) found.add(thread)
    }
    if (reference !== null) take(this.#byReference.get(reference))
    if (words.telling.length >= FEWEST) take(this.#byPlain.get(words.plain))

    const among = (owner: string, shared: number): void => {
      const stems = this.#byOwner.get(owner)
      if (stems === undefined) return
      for (const stem of rareStems(words, shared, (each) => stems.get(each)?.size ?? 0)) take(stems.get(stem))
    }
    const alike = Math.max(FEWEST, fewestShared(words, SIMILAR_WHEN_CONTAINED))
    for (const owner of ownerKeys(mention.owner)) among(owner, alike)
    const nearlyEqual = Math.max(FEWEST_WITHOUT_OWNER, fewestShared(words, NEARLY_EQUAL))
    among(mention.owner === null ? ANYBODY : NOBODY, nearlyEqual)
    return [...found].toSorted((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0))
  }
}

function note<T>(index: Map<string, Set<T>>, key: string, value: T): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([value]))
  else known.add(value)
}
