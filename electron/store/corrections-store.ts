import type { AnalysedDocument } from '../../shared/model/analysis.ts'
import type {
  ActionValues,
  ItemValues,
  PreviewCorrections,
  VersionDifference,
} from '../../shared/model/corrections.ts'
import type { Classification, Focus } from '../../shared/model/focus.ts'
import { asServiceError } from './driver.ts'
import { add, correct, drop, remove, restore } from './correction-changes.ts'
import type { CorrectionAnswer, CorrectionRequest } from './correction-changes.ts'
import type { CorrectionOwner } from './correction-targets.ts'
import type { Library } from './library.ts'
import { readPreview } from './preview-draft.ts'
import { passageTwins } from './passage-twins.ts'
import type { PassageTwins } from './passage-twins.ts'

/**
 * People's corrections of items, actions and times. Each is kept apart from what was read and laid over it, so that
 * it outlives another reading, another version and an upgrade, and can be taken back. An id that is gone is a
 * `not-found`; a file that is no longer in review a `conflict`.
 */
export interface CorrectionsStore {
  correct(of: CorrectionOwner, request: CorrectionRequest): CorrectionAnswer
  /** Back to what was read; `fields` null means everything. What a person added goes. */
  restore(
    of: CorrectionOwner,
    request: { on: 'item' | 'action' | 'window'; ref: string; fields: readonly string[] | null },
  ): CorrectionAnswer
  remove(of: CorrectionOwner, request: { on: 'item' | 'action'; ref: string }): CorrectionAnswer
  add(
    of: CorrectionOwner,
    request:
      | { on: 'item'; values: ItemValues; after: string | null; titleClassification: Classification | null }
      | { on: 'action'; values: ActionValues; item: string | null; focus: Focus },
  ): CorrectionAnswer & { ref: string }
  /** Gives up a correction that finds nothing to stand on any more. */
  drop(of: CorrectionOwner, id: string): CorrectionAnswer
  /** The draft as corrected, exactly as keeping it would show it; null when there is none. */
  preview(jobId: string): {
    analysis: AnalysedDocument
    corrections: PreviewCorrections
    difference: VersionDifference | null
  } | null
  /** Where the words of these passages stand as well. */
  twins(passageIds: readonly string[], limit: number): PassageTwins
}

function read<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asServiceError(error)
  }
}

export function createCorrectionsStore(library: Library): CorrectionsStore {
  return {
    correct: (of, request) => correct(library, of, request),
    restore: (of, request) => restore(library, of, request),
    remove: (of, request) => remove(library, of, request),
    add: (of, request) => add(library, of, request),
    drop: (of, id) => drop(library, of, id),
    preview: (jobId) => read(() => readPreview(library, jobId)),
    twins: (passageIds, limit) => read(() => passageTwins(library, passageIds, limit)),
  }
}
