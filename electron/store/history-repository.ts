import { z } from 'zod'
import { actionSettingSchema } from '../../shared/model/actions-over-meetings.ts'
import { annotationSchema } from '../../shared/model/annotations.ts'
import { humanLabelSchema } from '../../shared/model/library.ts'
import { boardSettingsSchema } from './boards-repository.ts'
import { storedCorrectionSchema } from './corrections-repository.ts'
import type { StoredCorrection } from './corrections-repository.ts'
import { customerChangeSchema, verdictChangeSchema } from './customer-changes.ts'
import type { SqlDatabase } from './driver.ts'
import { learningUseSchema } from './learning-repository.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'

const LONGEST = 500

export const labelChangeSchema = z.object({
  meetingId: z.string(),
  labelKey: z.string(),
  textKey: z.string(),
  before: humanLabelSchema.nullable(),
  after: humanLabelSchema.nullable(),
})
export type LabelChange = z.infer<typeof labelChangeSchema>

const actionMarkSchema = z.object({
  separate: z.boolean(),
  joinedTo: z.string().nullable(),
  setting: actionSettingSchema.nullable(),
})
const actionChangeSchema = z.object({
  /** Begins with the meeting's id. */
  key: z.string(),
  before: actionMarkSchema.nullable(),
  after: actionMarkSchema.nullable(),
})
type ActionMarkChange = z.infer<typeof actionChangeSchema>

export const correctionChangeSchema = z.object({
  before: storedCorrectionSchema.nullable(),
  after: storedCorrectionSchema.nullable(),
})
export type CorrectionChange = z.infer<typeof correctionChangeSchema>

const annotationChangeSchema = z.object({
  id: z.string(),
  before: annotationSchema.nullable(),
  after: annotationSchema.nullable(),
})
export type AnnotationChange = z.infer<typeof annotationChangeSchema>

const boardChangeSchema = z.object({
  boardId: z.string(),
  before: boardSettingsSchema,
  after: boardSettingsSchema,
})
export type BoardChange = z.infer<typeof boardChangeSchema>

/** What was done, with all it takes to undo and redo it. Only corrections and boards' titles hold words of a document. */
export const historyStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('relabel'), changes: z.array(labelChangeSchema) }),
  z.object({ kind: z.literal('actions'), changes: z.array(actionChangeSchema) }),
  z.object({ kind: z.literal('annotate'), changes: z.array(annotationChangeSchema) }),
  z.object({ kind: z.literal('keep'), jobIds: z.array(z.string()) }),
  z.object({ kind: z.literal('correct'), changes: z.array(correctionChangeSchema) }),
  z.object({ kind: z.literal('customers'), changes: z.array(customerChangeSchema) }),
  z.object({ kind: z.literal('mention-verdicts'), changes: z.array(verdictChangeSchema) }),
  z.object({
    kind: z.literal('learning'),
    changes: z.array(z.object({ before: learningUseSchema, after: learningUseSchema })),
  }),
  z.object({ kind: z.literal('board'), changes: z.array(boardChangeSchema) }),
])
export type HistoryStepData = z.infer<typeof historyStepSchema>

const rowSchema = z.object({ number: z.int(), label: z.string(), step: jsonColumn(historyStepSchema) })
export type HistoryRow = z.infer<typeof rowSchema>

const first = (row: unknown): HistoryRow | null => (row === undefined ? null : parseRow(rowSchema, row))

/** A step without what speaks of a meeting or of jobs that are gone. */
function withoutGone(
  step: HistoryStepData,
  gone: { meetingId?: string; jobIds?: ReadonlySet<string> },
): HistoryStepData {
  if (step.kind === 'keep')
    return { ...step, jobIds: step.jobIds.filter((id) => gone.jobIds?.has(id) !== true) }
  if (step.kind === 'relabel')
    return { ...step, changes: step.changes.filter((change) => change.meetingId !== gone.meetingId) }
  // What becomes of corrections is said by `forgetCorrections`; notes hang on boards, not on meetings.
  if (step.kind === 'correct' || step.kind === 'annotate') return step
  // The register is the organisation's, not a meeting's; what was learnt is forgotten by `forgetLearning`.
  if (step.kind === 'customers' || step.kind === 'mention-verdicts' || step.kind === 'learning') return step
  // Titles that are gone are taken out by `changeBoards`.
  if (step.kind === 'board') return step
  const { meetingId } = gone
  const speaksOf = ({ key, before, after }: ActionMarkChange): boolean =>
    [key, before?.joinedTo, after?.joinedTo].some((each) => each?.startsWith(`${meetingId}-`) === true)
  return { ...step, changes: step.changes.filter((change) => !speaksOf(change)) }
}

function movedAlong(
  step: Exclude<HistoryStepData, { kind: 'keep' }>,
  from: string,
  to: string,
): HistoryStepData {
  if (step.kind === 'relabel')
    return {
      ...step,
      changes: step.changes.map((change) =>
        change.meetingId === from ? { ...change, meetingId: to } : change,
      ),
    }
  if (step.kind === 'annotate' || step.kind === 'board') return step
  if (step.kind === 'correct') {
    const row = (value: StoredCorrection | null): StoredCorrection | null =>
      value?.meetingId === from ? { ...value, meetingId: to } : value
    return {
      ...step,
      changes: step.changes.map(({ before, after }) => ({ before: row(before), after: row(after) })),
    }
  }
  if (step.kind === 'customers' || step.kind === 'mention-verdicts' || step.kind === 'learning') return step
  const moved = (key: string): string => (key.startsWith(`${from}-`) ? `${to}${key.slice(from.length)}` : key)
  const mark = (value: ActionMarkChange['before']): ActionMarkChange['before'] =>
    value === null ? null : { ...value, joinedTo: value.joinedTo === null ? null : moved(value.joinedTo) }
  return {
    ...step,
    changes: step.changes.map(({ key, before, after }) => ({
      key: moved(key),
      before: mark(before),
      after: mark(after),
    })),
  }
}

/** The undo and redo log. */
export function createHistoryRepository(db: SqlDatabase) {
  const insert = db.prepare('INSERT INTO history (label, step) VALUES (?, ?)')
  const dropUndone = db.prepare('DELETE FROM history WHERE undone = 1')
  const trim = db.prepare('DELETE FROM history WHERE number <= (SELECT max(number) FROM history) - ?')
  const selectUndo = db.prepare('SELECT * FROM history WHERE undone = 0 ORDER BY number DESC LIMIT 1')
  const selectRedo = db.prepare('SELECT * FROM history WHERE undone = 1 ORDER BY number LIMIT 1')
  const selectAll = db.prepare('SELECT * FROM history')
  const setUndone = db.prepare('UPDATE history SET undone = ? WHERE number = ?')
  const setStep = db.prepare('UPDATE history SET step = ? WHERE number = ?')
  const rewrite = db.prepare('UPDATE history SET label = ?, step = ? WHERE number = ?')
  const remove = db.prepare('DELETE FROM history WHERE number = ?')

  return {
    /** Answers the entry's number. What was undone can no longer be redone. */
    add(label: string, step: HistoryStepData): number {
      dropUndone.run()
      const { lastInsertRowid } = insert.run(label, JSON.stringify(step))
      trim.run(LONGEST)
      return Number(lastInsertRowid)
    },
    change: (number: number, label: string, step: HistoryStepData) =>
      rewrite.run(label, JSON.stringify(step), number),
    nextUndo: () => first(selectUndo.get()),
    nextRedo: () => first(selectRedo.get()),
    mark: (number: number, undone: boolean) => setUndone.run(undone ? 1 : 0, number),
    remove: (number: number) => remove.run(number),
    /** Drops what can no longer be undone or redone: labels of a meeting that is gone, jobs that are gone. */
    forget(gone: { meetingId?: string; jobIds?: ReadonlySet<string> }): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all())) {
        const left = withoutGone(step, gone)
        const size = left.kind === 'keep' ? left.jobIds.length : left.changes.length
        if (size === 0) remove.run(number)
        else setStep.run(JSON.stringify(left), number)
      }
    },
    /** Drops what was decided on mentions of actions that are gone: even a digest would tell of their words. */
    forgetMentions(isGone: (key: string) => boolean): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all())) {
        if (step.kind !== 'actions') continue
        const changes = step.changes.filter(
          ({ key, before, after }) =>
            ![key, before?.joinedTo ?? null, after?.joinedTo ?? null].some(
              (each) => each !== null && isGone(each),
            ),
        )
        if (changes.length === 0) remove.run(number)
        else if (changes.length < step.changes.length)
          setStep.run(JSON.stringify({ ...step, changes }), number)
      }
    },
    /** Drops changes of corrections, and the document's words they hold. */
    forgetCorrections(isGone: (row: StoredCorrection) => boolean): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all())) {
        if (step.kind !== 'correct') continue
        const changes = step.changes.filter(
          ({ before, after }) => ![before, after].some((row) => row !== null && isGone(row)),
        )
        if (changes.length === 0) remove.run(number)
        else if (changes.length < step.changes.length)
          setStep.run(JSON.stringify({ ...step, changes }), number)
      }
    },
    changeBoards(change: (of: BoardChange) => BoardChange): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all()))
        if (step.kind === 'board')
          setStep.run(JSON.stringify({ ...step, changes: step.changes.map(change) }), number)
    },
    /** What was learnt is gone, and with it the way back to it. */
    forgetLearning(): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all()))
        if (step.kind === 'learning') remove.run(number)
    },
    /** Labels went along when two meetings became one. */
    moveMeeting(from: string, to: string): void {
      for (const { number, step } of parseRows(rowSchema, selectAll.all())) {
        if (step.kind !== 'keep') setStep.run(JSON.stringify(movedAlong(step, from, to)), number)
      }
    },
  }
}
export type HistoryRepository = ReturnType<typeof createHistoryRepository>
