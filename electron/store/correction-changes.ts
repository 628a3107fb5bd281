import { ServiceError } from '../../shared/contract/errors.ts'
import { changeInWords } from '../../shared/analysis/corrections/describe-correction.ts'
import { actionFieldSchema, itemFieldSchema, windowFieldSchema } from '../../shared/model/corrections.ts'
import type {
  ActionValues,
  Correction,
  ItemAnchor,
  ItemValues,
  WindowValues,
} from '../../shared/model/corrections.ts'
import type { Classification, Focus } from '../../shared/model/focus.ts'
import { findTarget } from './correction-targets.ts'
import type { CorrectionOwner, Target } from './correction-targets.ts'
import type { StoredCorrection } from './corrections-repository.ts'
import type { CorrectionChange } from './history-repository.ts'
import { changeNow } from './change-now.ts'
import type { StoreChange } from './library-store.ts'
import type { Library } from './library.ts'
import { refreshRollUp } from './read-meeting.ts'
import { newId } from './store-ids.ts'

/** Fields with their new values; one left out stays as it is. */
export type CorrectionRequest =
  | { on: 'item'; ref: string; set: Partial<ItemValues>; titleClassification: Classification | null }
  | { on: 'action'; ref: string; set: Partial<ActionValues> }
  | { on: 'window'; set: Partial<WindowValues> }

export interface CorrectionAnswer {
  change: StoreChange
  /** Meetings whose figures it moved, and files under review it changed. */
  meetingIds: string[]
  jobIds: string[]
}

/** Writes one side of the changes; what is neither a meeting's nor a file's any more is left out. */
export function applyCorrectionChanges(
  library: Library,
  changes: readonly CorrectionChange[],
  to: 'before' | 'after',
): { meetingIds: string[]; jobIds: string[] } {
  const meetings = new Set<string>()
  const jobs = new Set<string>()
  for (const change of changes) {
    const wanted = change[to]
    const id = change.before?.id ?? change.after?.id ?? ''
    // Since it was made, its file may have been kept or taken out again: it is whose it is now.
    const now = library.corrections.find(id)
    const owner = now ?? change.before ?? change.after
    if (owner === null) continue
    const meetingId =
      owner.meetingId !== null && library.meetings.exists(owner.meetingId) ? owner.meetingId : null
    const jobId =
      meetingId === null && owner.jobId !== null && library.jobs.exists(owner.jobId) ? owner.jobId : null
    if (meetingId === null && jobId === null) continue
    if (wanted === null) library.corrections.remove(id)
    else library.corrections.put({ ...wanted, meetingId, jobId, fromJob: owner.fromJob, paper: owner.paper })
    if (meetingId !== null) meetings.add(meetingId)
    if (jobId !== null) jobs.add(jobId)
  }
  for (const meetingId of meetings) refreshRollUp(library, meetingId)
  return { meetingIds: [...meetings], jobIds: [...jobs] }
}

function record(library: Library, label: string, changes: CorrectionChange[]): CorrectionAnswer {
  if (changes.length === 0) return { change: changeNow(library, label), meetingIds: [], jobIds: [] }
  const touched = applyCorrectionChanges(library, changes, 'after')
  library.history.add(label, { kind: 'correct', changes })
  return { change: changeNow(library, label), ...touched }
}

const newRow = (library: Library, owner: CorrectionOwner, correction: Correction): StoredCorrection => ({
  id: newId(),
  number: library.corrections.nextNumber(),
  meetingId: 'meetingId' in owner ? owner.meetingId : null,
  jobId: 'jobId' in owner ? owner.jobId : null,
  fromJob: null,
  whole: 'meetingId' in owner,
  paper: null,
  correction,
})

/** The row a person's next word on this target goes to: their own latest on it. */
function ownRow(owner: CorrectionOwner, target: Exclude<Target, { on: 'added' }>): StoredCorrection | null {
  return (
    target.touching.findLast((row) =>
      'jobId' in owner ? row.jobId === owner.jobId : row.meetingId === owner.meetingId && row.whole,
    ) ?? null
  )
}

const emptyOn = (target: Exclude<Target, { on: 'added' }>): Correction => {
  if (target.on === 'item')
    return {
      on: 'item',
      anchor: target.anchor,
      set: {},
      putBack: [],
      removed: null,
      titleClassification: null,
    }
  return target.on === 'action'
    ? { on: 'action', anchor: target.anchor, set: {}, putBack: [], removed: null }
    : { on: 'window', set: {}, putBack: [] }
}

const says = (correction: Correction): boolean =>
  correction.on === 'new item' ||
  correction.on === 'new action' ||
  Object.keys(correction.set).length > 0 ||
  correction.putBack.length > 0 ||
  (correction.on !== 'window' && correction.removed !== null)

/** The same correction saying something else; none when nothing is left of it. */
function rewritten(library: Library, row: StoredCorrection, correction: Correction): StoredCorrection | null {
  return says(correction) ? { ...row, number: library.corrections.nextNumber(), correction } : null
}

function withSet(correction: Correction, request: CorrectionRequest): Correction {
  const fields = new Set<string>(Object.keys(request.set))
  if (correction.on === 'item' && request.on === 'item')
    return {
      ...correction,
      set: { ...correction.set, ...request.set },
      putBack: correction.putBack.filter((field) => !fields.has(field)),
      titleClassification:
        request.set.title === undefined ? correction.titleClassification : request.titleClassification,
    }
  if (correction.on === 'action' && request.on === 'action')
    return {
      ...correction,
      set: { ...correction.set, ...request.set },
      putBack: correction.putBack.filter((field) => !fields.has(field)),
    }
  if (correction.on === 'window' && request.on === 'window')
    return {
      ...correction,
      set: { ...correction.set, ...request.set },
      putBack: correction.putBack.filter((field) => !fields.has(field)),
    }
  if (correction.on === 'new item' && request.on === 'item')
    return {
      ...correction,
      values: { ...correction.values, ...request.set },
      titleClassification:
        request.set.title === undefined ? correction.titleClassification : request.titleClassification,
    }
  if (correction.on === 'new action' && request.on === 'action')
    return { ...correction, values: { ...correction.values, ...request.set } }
  throw new ServiceError('not-found')
}

/** Lays a person's values over what was read. A value equal to what was read takes the correction back. */
export function correct(
  library: Library,
  owner: CorrectionOwner,
  request: CorrectionRequest,
): CorrectionAnswer {
  return library.transact(() => {
    const target = findTarget(library, owner, request.on, request.on === 'window' ? '' : request.ref)
    const given = Object.keys(request.set)
    const label = changeInWords(request.on, given)
    if (target.on === 'added') {
      const after = rewritten(library, target.row, withSet(target.row.correction, request))
      return record(library, label, [{ before: target.row, after }])
    }
    const asRead = new Map<string, unknown>(Object.entries(target.asRead))
    const back = given.filter((field) =>
      Object.entries(request.set).some(([name, value]) => name === field && asRead.get(field) === value),
    )
    const changes = back.length > 0 ? putBackChanges(library, owner, target, new Set(back)) : []
    const forward = Object.fromEntries(Object.entries(request.set).filter(([field]) => !back.includes(field)))
    if (Object.keys(forward).length > 0) {
      const own = ownRow(owner, target)
      const pending = changes.find(({ before }) => before !== null && before.id === own?.id)
      const base = (pending ? pending.after : own)?.correction ?? emptyOn(target)
      const row = own ?? newRow(library, owner, base)
      const after = rewritten(library, row, withSet(base, { ...request, set: forward }))
      if (pending) pending.after = after
      else changes.push({ before: own, after })
    }
    return record(library, label, changes)
  })
}

function without(correction: Correction, fields: ReadonlySet<string> | null): Correction {
  const keep = (field: string) => fields !== null && !fields.has(field)
  if (correction.on === 'item')
    return {
      ...correction,
      set: Object.fromEntries(Object.entries(correction.set).filter(([field]) => keep(field))),
      putBack: correction.putBack.filter(keep),
      removed: fields === null ? null : correction.removed,
    }
  if (correction.on === 'action')
    return {
      ...correction,
      set: Object.fromEntries(Object.entries(correction.set).filter(([field]) => keep(field))),
      putBack: correction.putBack.filter(keep),
      removed: fields === null ? null : correction.removed,
    }
  if (correction.on === 'window')
    return {
      ...correction,
      set: Object.fromEntries(Object.entries(correction.set).filter(([field]) => keep(field))),
      putBack: correction.putBack.filter(keep),
    }
  return correction
}

/** Takes fields (all: null) out of every correction that may be changed here, and gives back what others say. */
function putBackChanges(
  library: Library,
  owner: CorrectionOwner,
  target: Exclude<Target, { on: 'added' }>,
  fields: ReadonlySet<string> | null,
): CorrectionChange[] {
  const isMine = (row: StoredCorrection) => 'meetingId' in owner || row.jobId === owner.jobId
  const changes: CorrectionChange[] = []
  const others = new Set<string>()
  let takenOutByOthers = false
  for (const row of target.touching) {
    const { correction } = row
    if (correction.on === 'new item' || correction.on === 'new action') continue
    const touched = Object.keys(correction.set).filter((field) => fields === null || fields.has(field))
    const concerns =
      touched.length > 0 || (fields === null && correction.on !== 'window' && correction.removed !== null)
    if (isMine(row)) {
      const left = without(correction, fields)
      if (JSON.stringify(left) !== JSON.stringify(correction))
        changes.push({ before: row, after: rewritten(library, row, left) })
    } else if (concerns) {
      for (const field of touched) others.add(field)
      if (fields === null && correction.on !== 'window') takenOutByOthers = correction.removed === true
    }
  }
  if (others.size === 0 && !takenOutByOthers) return changes
  // The meeting's own corrections stand until this file is kept: this one is laid over them.
  const own = ownRow(owner, target)
  const pending = changes.find(({ before }) => before !== null && before.id === own?.id)
  const base = (pending ? pending.after : own)?.correction ?? emptyOn(target)
  const row = own ?? newRow(library, owner, base)
  const after = {
    ...row,
    number: library.corrections.nextNumber(),
    correction: puttingBack(base, others, takenOutByOthers),
  }
  if (pending) pending.after = after
  else changes.push({ before: own, after })
  return changes
}

function puttingBack(correction: Correction, fields: ReadonlySet<string>, standsAgain: boolean): Correction {
  if (correction.on === 'item')
    return {
      ...correction,
      putBack: [
        ...new Set([...correction.putBack, ...itemFieldSchema.options.filter((field) => fields.has(field))]),
      ],
      removed: standsAgain ? false : correction.removed,
    }
  if (correction.on === 'action')
    return {
      ...correction,
      putBack: [
        ...new Set([
          ...correction.putBack,
          ...actionFieldSchema.options.filter((field) => fields.has(field)),
        ]),
      ],
      removed: standsAgain ? false : correction.removed,
    }
  if (correction.on === 'window')
    return {
      ...correction,
      putBack: [
        ...new Set([
          ...correction.putBack,
          ...windowFieldSchema.options.filter((field) => fields.has(field)),
        ]),
      ],
    }
  return correction
}

/** Back to what was read: the named fields, or everything, also what was taken out; what was added goes. */
export function restore(
  library: Library,
  owner: CorrectionOwner,
  request: { on: 'item' | 'action' | 'window'; ref: string; fields: readonly string[] | null },
): CorrectionAnswer {
  return library.transact(() => {
    const target = findTarget(library, owner, request.on, request.ref)
    const of =
      request.on === 'window' ? 'the meeting’s times' : request.on === 'item' ? 'an item' : 'an action'
    const label = `Put ${of} back as read`
    if (target.on === 'added') return record(library, label, [{ before: target.row, after: null }])
    return record(
      library,
      label,
      putBackChanges(library, owner, target, request.fields === null ? null : new Set(request.fields)),
    )
  })
}

/** Takes out an item or action that is none. */
export function remove(
  library: Library,
  owner: CorrectionOwner,
  request: { on: 'item' | 'action'; ref: string },
): CorrectionAnswer {
  return library.transact(() => {
    const target = findTarget(library, owner, request.on, request.ref)
    const label = request.on === 'item' ? 'Take out an item' : 'Take out an action'
    if (target.on === 'added') return record(library, label, [{ before: target.row, after: null }])
    if (target.on === 'window') throw new ServiceError('bad-request')
    const own = ownRow(owner, target)
    const base = own?.correction ?? emptyOn(target)
    if (base.on !== 'item' && base.on !== 'action') throw new ServiceError('not-found')
    const row = own ?? newRow(library, owner, base)
    const after = rewritten(library, row, { ...base, removed: true })
    return record(library, label, [{ before: own, after }])
  })
}

/** The item a person points at, as an anchor; for one that was added, the one that it stands after. */
function anchorAt(library: Library, owner: CorrectionOwner, ref: string | null): ItemAnchor | null {
  if (ref === null) return null
  const target = findTarget(library, owner, 'item', ref)
  if (target.on === 'item') return target.anchor
  return target.on === 'added' && target.row.correction.on === 'new item' ? target.row.correction.after : null
}

function addedAt(library: Library, owner: CorrectionOwner, ref: string | null): string | null {
  if (ref === null) return null
  const target = findTarget(library, owner, 'item', ref)
  return target.on === 'added' ? target.row.id : null
}

/** Adds an item or an action that was missed; answers what it is called. */
export function add(
  library: Library,
  owner: CorrectionOwner,
  request:
    | { on: 'item'; values: ItemValues; after: string | null; titleClassification: Classification | null }
    | { on: 'action'; values: ActionValues; item: string | null; focus: Focus },
): CorrectionAnswer & { ref: string } {
  return library.transact(() => {
    if ('meetingId' in owner) library.meetings.get(owner.meetingId)
    else if (library.jobs.get(owner.jobId).state !== 'review') throw new ServiceError('conflict')
    const correction: Correction =
      request.on === 'item'
        ? {
            on: 'new item',
            values: request.values,
            after: anchorAt(library, owner, request.after),
            titleClassification: request.titleClassification,
          }
        : {
            on: 'new action',
            values: request.values,
            item: anchorAt(library, owner, request.item),
            addedItem: addedAt(library, owner, request.item),
            focus: request.focus,
          }
    const row = newRow(library, owner, correction)
    const label = request.on === 'item' ? 'Add an item' : 'Add an action'
    return { ...record(library, label, [{ before: null, after: row }]), ref: row.id }
  })
}

/** Gives up a correction by its id: one that finds nothing to stand on any more. */
export function drop(library: Library, owner: CorrectionOwner, id: string): CorrectionAnswer {
  return library.transact(() => {
    const row = library.corrections.find(id)
    const isIn =
      row !== null && ('meetingId' in owner ? row.meetingId === owner.meetingId : row.jobId === owner.jobId)
    if (row === null || !isIn) throw new ServiceError('not-found')
    return record(library, 'Give up a correction', [{ before: row, after: null }])
  })
}
