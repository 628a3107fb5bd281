import { randomBytes } from 'node:crypto'
import { ServiceError } from '../../../shared/contract/errors.ts'
import { REFUSAL_WORDS } from '../../../shared/model/import-result.ts'
import type { RefusalCode } from '../../../shared/model/import-result.ts'
import { checkPaper } from '../../../shared/analysis/paper-check/check-paper.ts'
import type { PaperCheck } from '../../../shared/model/paper-check.ts'
import type { WorkerStage } from '../../worker/worker-messages.ts'
import type { AnalyseFile, FileContext } from '../analyse-file.ts'
import type { Refining } from '../refining.ts'

const MOST_DRAFTS = 4
const IDLE_MS = 30 * 60_000
/** Parts of the whole that the stages take, as the import queue weighs them. */
const STAGE_START: Record<WorkerStage, number> = { reading: 0, structuring: 0.6, classifying: 0.7 }
const STAGE_PART: Record<WorkerStage, number> = { reading: 0.6, structuring: 0.1, classifying: 0.3 }

interface Draft {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  received: number
  touchedAt: number
  readonly stop: AbortController
  busy: boolean
}

export type CheckOutcome =
  | { readonly kind: 'checked'; readonly check: PaperCheck }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }

export interface DraftPapers {
  begin(name: string, bytes: number): string
  append(id: string, offset: number, bytes: Uint8Array): void
  check(id: string, context: FileContext, onProgress: (fraction: number) => void): Promise<CheckOutcome>
  /** Its bytes, whole. */
  take(id: string): { name: string; bytes: Uint8Array }
  /** Stops what is under way and forgets the bytes; an unknown id is no error. */
  discard(id: string): void
  close(): void
}

const refused = (code: RefusalCode): CheckOutcome => ({ kind: 'refused', code, message: REFUSAL_WORDS[code] })

/**
 * Drafts that are looked at and not kept: their bytes are in memory only, for half an hour after they were last
 * touched, and no more than four of them. Nothing of a draft is written to the disk here.
 */
export function createDraftPapers(parts: {
  readonly analyse: AnalyseFile
  readonly beforeReview: Refining['beforeReview']
  readonly clock: () => Date
}): DraftPapers {
  const drafts = new Map<string, Draft>()
  const now = (): number => parts.clock().getTime()
  const drop = (id: string): void => {
    const draft = drafts.get(id)
    drafts.delete(id)
    draft?.stop.abort()
    draft?.bytes.fill(0)
  }
  const find = (id: string): Draft => {
    const draft = drafts.get(id)
    if (draft === undefined) throw new ServiceError('not-found')
    draft.touchedAt = now()
    return draft
  }
  const whole = (id: string): Draft => {
    const draft = find(id)
    if (draft.received !== draft.bytes.byteLength) throw new ServiceError('conflict')
    return draft
  }

  return {
    begin(name, bytes) {
      for (const [id, draft] of drafts) if (!draft.busy && draft.touchedAt < now() - IDLE_MS) drop(id)
      const idle = [...drafts].filter(([, draft]) => !draft.busy)
      const [oldest] = idle.toSorted(([, a], [, b]) => a.touchedAt - b.touchedAt)
      if (drafts.size >= MOST_DRAFTS) {
        if (oldest === undefined) throw new ServiceError('too-large')
        drop(oldest[0])
      }
      const id = randomBytes(12).toString('hex')
      drafts.set(id, {
        name,
        bytes: new Uint8Array(bytes),
        received: 0,
        touchedAt: now(),
        stop: new AbortController(),
        busy: false,
      })
      return id
    },
    append(id, offset, bytes) {
      const draft = find(id)
      if (offset !== draft.received) throw new ServiceError('conflict')
      if (offset + bytes.byteLength > draft.bytes.byteLength) throw new ServiceError('too-large')
      draft.bytes.set(bytes, offset)
      draft.received += bytes.byteLength
    },
    async check(id, context, onProgress) {
      const draft = whole(id)
      const { signal } = draft.stop
      draft.busy = true
      try {
        const outcome = await parts.analyse({
          bytes: new Uint8Array(draft.bytes),
          fileName: draft.name,
          context,
          signal,
          onProgress: (stage, fraction) => onProgress(STAGE_START[stage] + STAGE_PART[stage] * fraction),
        })
        if (signal.aborted) return refused('cancelled')
        if (outcome.kind === 'refused') return refused(outcome.code)
        // An archive holds several documents; a draft is one.
        if (outcome.kind === 'opened') return refused('unsupported-type')
        const analysis =
          (await parts.beforeReview(outcome.analysis, context.customerTerms, signal)) ?? outcome.analysis
        if (signal.aborted) return refused('cancelled')
        const { blocks, paged } = outcome.document
        const check = checkPaper({
          name: draft.name,
          paged,
          blocks,
          analysis,
          customerTerms: context.customerTerms,
        })
        return { kind: 'checked', check }
      } finally {
        draft.busy = false
        draft.touchedAt = now()
      }
    },
    take(id) {
      const { name, bytes } = whole(id)
      return { name, bytes }
    },
    discard: drop,
    close() {
      for (const id of drafts.keys()) drop(id)
    },
  }
}
