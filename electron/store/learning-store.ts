import { createHash } from 'node:crypto'
import { crossFit, hashOfLabels, learnFromLabels } from '../../shared/analysis/learning/learn-from-labels.ts'
import { indexLearned } from '../../shared/analysis/learning/apply-learned.ts'
import { agreementOf } from '../../shared/analysis/learning/agreement.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { FOCI } from '../../shared/model/focus.ts'
import type { Focus } from '../../shared/model/focus.ts'
import type {
  LearnedModel,
  LearningAccuracy,
  LearningPreview,
  LearningState,
} from '../../shared/model/learning.ts'
import { changeNow } from './change-now.ts'
import { asServiceError } from './driver.ts'
import { layLearned, learnedInUse } from './lay-learned.ts'
import { previewLearned } from './learning-preview.ts'
import type { LearningUse } from './learning-repository.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { refreshRollUp } from './read-meeting.ts'

/**
 * What is learnt from human labels and laid over the shipped model's, which is kept beside it. `machine` names the
 * shipped models, so that another one is learnt on top of anew.
 */
export interface LearningStore {
  state(): LearningState
  /** What learning from all labels there are now would change; nothing is changed. Null without labels. */
  preview(limit: number): LearningPreview | null
  /** Puts what was previewed in use; a `conflict` when the labels are others by now. */
  apply(modelId: string, machine: string): { change: StoreChange; meetingIds: string[] }
  /** Off takes it all off and keeps it; on lays it on again. */
  use(on: boolean): { change: StoreChange; meetingIds: string[] }
  /** Forgets all that was learnt; the labels stay. Not to be undone. */
  reset(): { meetingIds: string[] }
  /** Hashes and weights; null where nothing is learnt. */
  export(): LearnedModel | null
  accuracy(): LearningAccuracy
  /** Lays it over the documents that still want it, some at a time. */
  settle(): { meetingIds: string[]; left: number }
  /** After another shipped model settled everything: learns anew from the same labels. */
  relearn(machine: string): void
}

/** Documents are taken until these many passages are done; some tenths of a second. */
const PASSAGES_AT_ONCE = 4_000

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
  const model = learnAgain(
    library,
    new Set(row.labels.map((ref) => `${ref.meetingId} ${ref.labelKey}`)),
    row.machine,
  )
  library.learning.setUse({ modelId: model?.id ?? null, on: use.on && model !== null })
}

function learnAgain(library: Library, from: ReadonlySet<string>, machine: string): LearnedModel | null {
  const examples = library.learning
    .examples()
    .filter(({ meetingId, labelKey }) => from.has(`${meetingId} ${labelKey}`))
  const model = learnFromLabels(examples)
  if (model !== null)
    library.learning.keepModel(
      model,
      machine,
      examples.map(({ meetingId, labelKey }) => ({ meetingId, labelKey })),
    )
  return model
}

/** Says whether the labels, their passages and what the shipped model says of them are the same as before. */
function examplesKey(examples: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(examples)).digest('hex')
}

function read<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asServiceError(error)
  }
}

export function createLearningStore(library: Library): LearningStore {
  const { learning } = library
  /** Learning is the same for the same labels: asked for by preview and apply in turn. */
  let last: {
    key: string
    model: LearnedModel | null
    examples: ReturnType<typeof learning.examples>
  } | null = null
  let lastFit: { key: string; fitted: ReturnType<typeof crossFit> } | null = null
  const candidate = () => {
    const examples = learning.examples()
    const key = examplesKey(examples)
    if (last?.key !== key) last = { key, model: learnFromLabels(examples), examples }
    return last
  }
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
    preview: (limit) =>
      read(() => {
        const { model } = candidate()
        if (model === null) return null
        return previewLearned(library, { id: model.id, index: indexLearned(model) }, model.labels, limit)
      }),
    apply: (modelId, machine) =>
      library.transact(() => {
        const { model, examples } = candidate()
        if (model === null || model.id !== modelId) throw new ServiceError('conflict')
        learning.keepModel(
          model,
          machine,
          examples.map(({ meetingId, labelKey }) => ({ meetingId, labelKey })),
        )
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
    accuracy: () =>
      read(() => {
        const examples = learning.examples()
        const confusion: LearningAccuracy['confusion'] = {
          customer: noFoci(),
          'customer-in-numbers': noFoci(),
          numbers: noFoci(),
          other: noFoci(),
          procedural: noFoci(),
        }
        for (const { focus, machine } of examples) confusion[focus][machine] += 1
        const key = examplesKey(examples)
        if (lastFit?.key !== key) lastFit = { key, fitted: crossFit(examples) }
        const { fitted } = lastFit
        const leading = (at: number): Focus | undefined =>
          FOCI.toSorted((a, b) => (fitted[at]?.[b] ?? 0) - (fitted[at]?.[a] ?? 0))[0]
        return {
          labels: examples.length,
          machine: agreementOf(
            examples.filter(({ focus, machine }) => focus === machine).length,
            examples.length,
          ),
          learned: agreementOf(
            examples.filter(({ focus }, at) => focus === leading(at)).length,
            examples.length,
          ),
          confusion,
        }
      }),
    settle: () => library.transact(() => settleLearned(library)),
    relearn: (machine) =>
      library.transact(() => {
        const use = learning.use()
        const row = learning.model(use.modelId)
        if (row === null || row.machine === machine) return
        const from = new Set(row.labels.map((ref) => `${ref.meetingId} ${ref.labelKey}`))
        const model = learnAgain(library, from, machine)
        learning.setUse({ modelId: model?.id ?? null, on: use.on && model !== null })
      }),
  }
}
