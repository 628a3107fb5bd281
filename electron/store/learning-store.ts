import { createHash } from 'node:crypto'
import { hashOfLabels, learnFromLabels } from '../../shared/analysis/learning/learn-from-labels.ts'
import { indexLearned } from '../../shared/analysis/learning/apply-learned.ts'
import { agreementOf } from '../../shared/analysis/learning/agreement.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { Focus, FocusProbabilities } from '../../shared/model/focus.ts'
import type {
  LearnedModel,
  LearningAccuracy,
  LearningPreview,
  LearningState,
} from '../../shared/model/learning.ts'
import type { Measures } from '../../shared/model/measures.ts'
import { changeNow } from './change-now.ts'
import { asServiceError } from './driver.ts'
import { layLearned, learnedInUse } from './lay-learned.ts'
import { meetingsToPreview, previewMeeting } from './learning-preview.ts'
import type { MeetingPreview } from './learning-preview.ts'
import type { LabelRef, LearningRepository, LearningUse } from './learning-repository.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { refreshRollUp } from './read-meeting.ts'
import { sharesWith } from './year-shares.ts'

/** All human labels there are, with their passages as the shipped model left them. */
export interface LearningExamples {
  /** Says whether labels, passages and what the shipped model says of them are still the same. */
  readonly key: string
  readonly examples: ReturnType<LearningRepository['examples']>
}

/** What was learnt from the examples of that key. */
export interface Taught {
  readonly key: string
  readonly model: LearnedModel
}

/**
 * What is learnt from human labels and laid over the shipped model's, which is kept beside it. `machine` names the
 * shipped models, so that another one is learnt on top of anew. Learning itself is done elsewhere; nothing here takes
 * longer than a meeting or a portion of documents takes.
 */
export interface LearningStore {
  state(): LearningState
  examples(): LearningExamples
  /** The meetings to be looked at before a model is applied, one after the other. */
  meetingsToPreview(model: LearnedModel): string[]
  /** A look at any of them; nothing is changed. */
  previewer(model: LearnedModel): (meetingId: string, limit: number) => MeetingPreview
  /** Customer shares by board, as they are and with the measures of previewed meetings. */
  sharesWith(changed: ReadonlyMap<string, Measures>): LearningPreview['shares']
  /** Puts what was previewed in use; a `conflict` when the labels are others by now. */
  apply(taught: Taught, machine: string): { change: StoreChange; meetingIds: string[] }
  /** Off takes it all off and keeps it; on lays it on again. */
  use(on: boolean): { change: StoreChange; meetingIds: string[] }
  /** Forgets all that was learnt; the labels stay. Not to be undone. */
  reset(): { meetingIds: string[] }
  /** Hashes and weights; null where nothing is learnt. */
  export(): LearnedModel | null
  /** `fitted`: what the other labels teach of each of these examples, in order. */
  accuracy(of: LearningExamples, fitted: readonly FocusProbabilities[]): LearningAccuracy
  /** Lays it over the documents that still want it, some at a time. */
  settle(): { meetingIds: string[]; left: number }
  /** After another shipped model settled everything: the labels to be learnt from anew; null where none are. */
  toRelearn(machine: string): LearningExamples | null
  /** Takes what was learnt from those into use; nothing where they are others by now. */
  relearned(key: string, model: LearnedModel | null, machine: string): void
}

/** Documents are taken until these many passages are done; a tenth of a second. */
const PASSAGES_AT_ONCE = 1_000

const noFoci = (): Record<Focus, number> => ({
  customer: 0,
  'customer-in-numbers': 0,
  numbers: 0,
  other: 0,
  procedural: 0,
})

/** Brings documents in line with the model in use, inside the caller's transaction. */
export function settleLearned(library: Library): { meetingIds: string[]; left: number } {
  const model = learnedInUse(library)
  const pending = library.learning.pending(model?.id ?? null)
  const meetings = new Set<string>()
  let passages = 0
  let done = 0
  for (const id of pending) {
    if (passages >= PASSAGES_AT_ONCE) break
    done += 1
    const document = library.documents.brief(id)
    if (document === null) continue
    passages += library.documents.passages(id).length
    if (layLearned(library, id, model)) meetings.add(document.meeting_id)
  }
  for (const meetingId of meetings) refreshRollUp(library, meetingId)
  return { meetingIds: [...meetings], left: pending.length - done }
}

/** Puts another model in use, or none; for apply, off, on, undo and redo alike. */
export function putInUse(library: Library, use: LearningUse): string[] {
  const known = library.learning.model(use.modelId) !== null
  library.learning.setUse(known ? use : { modelId: null, on: false })
  return settleLearned(library).meetingIds
}

/**
 * After documents were deleted for good: not even the hash of a word that is gone may stay. What was in use is learnt
 * anew from those of its labels that are left.
 */
export function forgetLearned(library: Library): void {
  const use = library.learning.use()
  const row = library.learning.model(use.modelId)
  library.history.forgetLearning()
  library.learning.forgetModels()
  if (row === null) return
  // In the transaction that removes, and so in this process: what is gone must not be learnt from for a moment longer.
  const { examples } = examplesOf(library, row.labels)
  putAnew(library, examples, learnFromLabels(examples), row.machine)
}

/** Takes a model learnt anew into use, in place of one that was; off stays off. */
function putAnew(
  library: Library,
  examples: LearningExamples['examples'],
  model: LearnedModel | null,
  machine: string,
): void {
  const { on } = library.learning.use()
  if (model !== null) library.learning.keepModel(model, machine, refsOf(examples))
  library.learning.setUse({ modelId: model?.id ?? null, on: on && model !== null })
}

/** All human labels, or those named. */
function examplesOf(library: Library, refs: readonly LabelRef[] | null = null): LearningExamples {
  const wanted = refs && new Set(refs.map(({ meetingId, labelKey }) => `${meetingId} ${labelKey}`))
  const examples = library.learning
    .examples()
    .filter(({ meetingId, labelKey }) => wanted?.has(`${meetingId} ${labelKey}`) ?? true)
  return { key: createHash('sha256').update(JSON.stringify(examples)).digest('hex'), examples }
}

const refsOf = (examples: LearningExamples['examples']): LabelRef[] =>
  examples.map(({ meetingId, labelKey }) => ({ meetingId, labelKey }))

function read<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asServiceError(error)
  }
}

export function createLearningStore(library: Library): LearningStore {
  const { learning } = library
  const change = (label: string, after: LearningUse): { change: StoreChange; meetingIds: string[] } => {
    const before = learning.use()
    const meetingIds = putInUse(library, after)
    library.history.add(label, { kind: 'learning', changes: [{ before, after }] })
    return { change: changeNow(library, label), meetingIds }
  }

  return {
    state: () =>
      read(() => {
        const use = learning.use()
        const row = learning.model(use.modelId)
        const examples = learning.examples()
        const labelsByFocus = noFoci()
        for (const { focus } of examples) labelsByFocus[focus] += 1
        const learned = row && {
          id: row.id,
          labels: row.content.labels,
          byFocus: row.content.byFocus,
          strength: row.content.strength,
        }
        return {
          on: use.on && row !== null,
          learned,
          labels: examples.length,
          labelsByFocus,
          isStale: row === null ? examples.length > 0 : hashOfLabels(examples) !== row.content.labelsHash,
          ...learning.counts(),
          documentsLeft: learning.pending(learnedInUse(library)?.id ?? null).length,
        }
      }),
    examples: () => read(() => examplesOf(library)),
    meetingsToPreview: (model) => read(() => meetingsToPreview(library, model.id)),
    previewer(model) {
      const inUse = { id: model.id, index: indexLearned(model) }
      return (meetingId, limit) => read(() => previewMeeting(library, inUse, meetingId, limit))
    },
    sharesWith: (changed) => read(() => sharesWith(library, changed)),
    apply: ({ key, model }, machine) =>
      library.transact(() => {
        const now = examplesOf(library)
        if (now.key !== key) throw new ServiceError('conflict')
        learning.keepModel(model, machine, refsOf(now.examples))
        return change(`Learn from ${model.labels} ${model.labels === 1 ? 'label' : 'labels'}`, {
          modelId: model.id,
          on: true,
        })
      }),
    use: (on) =>
      library.transact(() => {
        const { modelId } = learning.use()
        if (on && learning.model(modelId) === null) throw new ServiceError('conflict')
        return change(on ? 'Switch learning on' : 'Switch learning off', { modelId, on })
      }),
    reset: () =>
      library.transact(() => {
        const meetingIds = putInUse(library, { modelId: null, on: false })
        library.history.forgetLearning()
        learning.forgetModels()
        return { meetingIds }
      }),
    export: () => read(() => learning.model(learning.use().modelId)?.content ?? null),
    accuracy({ examples }, fitted) {
      const confusion: LearningAccuracy['confusion'] = {
        customer: noFoci(),
        'customer-in-numbers': noFoci(),
        numbers: noFoci(),
        other: noFoci(),
        procedural: noFoci(),
      }
      for (const { focus, machine } of examples) confusion[focus][machine] += 1
      const leading = (at: number): Focus | undefined =>
        FOCI.toSorted((a, b) => (fitted[at]?.[b] ?? 0) - (fitted[at]?.[a] ?? 0))[0]
      const labels = examples.length
      return {
        labels,
        machine: agreementOf(examples.filter(({ focus, machine }) => focus === machine).length, labels),
        learned: agreementOf(examples.filter(({ focus }, at) => focus === leading(at)).length, labels),
        confusion,
      }
    },
    settle: () => library.transact(() => settleLearned(library)),
    toRelearn: (machine) =>
      read(() => {
        const row = learning.model(learning.use().modelId)
        return row === null || row.machine === machine ? null : examplesOf(library, row.labels)
      }),
    relearned: (key, model, machine) =>
      library.transact(() => {
        const row = learning.model(learning.use().modelId)
        if (row === null) return
        const now = examplesOf(library, row.labels)
        if (now.key === key) putAnew(library, now.examples, model, machine)
      }),
  }
}
