import { z } from 'zod'
import { nameOwners } from '../../shared/analysis/actions/name-owners.ts'
import { isCarryingTitle } from '../../shared/analysis/actions/said-of-actions.ts'
import type {
  BoardActions,
  MeetingOfBoard,
  StoredMention,
  StoredSaying,
} from '../../shared/analysis/actions/action-record.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { analysedActionSchema, attendeeSchema, documentKindSchema } from '../../shared/model/analysis.ts'
import type { AnalysedAction, Attendee } from '../../shared/model/analysis.ts'
import type { ActionField } from '../../shared/model/corrections.ts'
import { focusSchema } from '../../shared/model/focus.ts'
import type { Focus } from '../../shared/model/focus.ts'
import { splitMentionKey } from './action-marks-repository.ts'
import type { ActionStore } from './action-store.ts'
import { changeNow } from './change-now.ts'
import { loadMeeting } from './corrected-meeting.ts'
import type { Library } from './library.ts'
import { mentionDigest } from './mention-digest.ts'
import { jsonColumn, parseRows } from './parse-row.ts'
import { partId } from './store-ids.ts'

const placeSchema = z.object({
  meeting_id: z.string(),
  date: z.string().nullable(),
  document_id: z.string(),
  kind: documentKindSchema,
  name: z.string(),
})
const actionRowSchema = placeSchema.extend({
  position: z.int(),
  content: jsonColumn(analysedActionSchema),
})
const passageRowSchema = placeSchema.extend({ page: z.int(), text: z.string() })
const itemRowSchema = z.object({
  document_id: z.string(),
  kind: documentKindSchema,
  position: z.int(),
  title: z.string(),
  parent: z.int().nullable(),
})
const attendanceRowSchema = z.object({
  meeting_id: z.string(),
  attendance: jsonColumn(z.array(attendeeSchema)),
})
const labelRowSchema = z.object({
  document_id: z.string(),
  block: z.int(),
  text: z.string(),
  focus: focusSchema,
})

const placeOf = (row: z.infer<typeof placeSchema>) => ({
  meetingId: row.meeting_id,
  date: row.date,
  documentId: row.document_id,
  document: row.name,
  kind: row.kind,
})

function mentionOf(
  place: Pick<StoredMention, 'meetingId' | 'date' | 'documentId' | 'document' | 'kind'>,
  action: AnalysedAction,
  /** Its words as they were read, which its key holds on to. */
  asRead: string,
  actionId: string,
  corrected: readonly ActionField[],
  settled: Focus | null,
): StoredMention {
  return {
    ...place,
    key: `${place.meetingId}-${mentionDigest(place.kind, asRead)}`,
    actionId,
    corrected,
    page: action.evidence.page,
    text: action.text,
    quote: action.evidence.quote,
    rule: action.evidence.rule,
    owner: action.ownerName ?? action.owner,
    due: action.due,
    dueText: action.dueText,
    status: action.status,
    focus: settled ?? action.focus,
  }
}

/** Joins the actions over meetings to the library's tables. */
export function createActionStore(library: Library): ActionStore {
  const { db } = library
  const marks = library.actionMarks
  // Papers come before the minutes of their meeting, a log after them.
  const order = `ORDER BY meetings.date IS NULL, meetings.date, meetings.id,
    CASE documents.kind WHEN 'agenda' THEN 0 WHEN 'pack' THEN 1 WHEN 'paper' THEN 2 WHEN 'action log' THEN 4 ELSE 3 END,
    documents.number`
  const placeColumns = `meetings.id AS meeting_id, meetings.date, documents.id AS document_id, documents.kind, documents.name`
  const live = 'JOIN meetings ON meetings.id = documents.meeting_id'
  const ofBoard = 'meetings.board_id = ? AND documents.replaced_by IS NULL'
  const selectActions = db.prepare(
    `SELECT ${placeColumns}, actions.position, actions.content FROM actions JOIN documents ON documents.id = actions.document_id ${live}
     WHERE ${ofBoard} ${order}, actions.position`,
  )
  const selectItems = db.prepare(
    `SELECT documents.id AS document_id, documents.kind, items.position, items.title,
       json_extract(items.content, '$.parent') AS parent
     FROM items JOIN documents ON documents.id = items.document_id ${live}
     WHERE ${ofBoard} AND documents.kind IN ('minutes', 'transcript', 'pack') ORDER BY documents.number, items.position`,
  )
  const passages = `SELECT ${placeColumns}, passages.page, passages.text FROM passages
    JOIN documents ON documents.id = passages.document_id ${live}`
  const selectPassages = db.prepare(
    `${passages} WHERE documents.id = ? AND passages.item = ? ORDER BY passages.position`,
  )
  const selectLogs = db.prepare(
    `${passages} WHERE ${ofBoard} AND documents.kind = 'action log' ${order}, passages.position`,
  )
  const selectLabels = db.prepare(
    `SELECT documents.id AS document_id, passages.block, passages.text, human_labels.focus FROM human_labels
     JOIN documents ON documents.meeting_id = human_labels.meeting_id
     JOIN passages ON passages.document_id = documents.id AND passages.label_key = human_labels.label_key ${live}
     WHERE ${ofBoard}`,
  )

  const selectAttendance = db.prepare(
    `SELECT documents.meeting_id, json_extract(documents.head, '$.analysis.attendance') AS attendance
     FROM documents ${live} WHERE ${ofBoard} AND json_extract(documents.head, '$.analysis.attendance[0]') IS NOT NULL`,
  )

  const selectCorrected = db
    .prepare(
      `SELECT DISTINCT meeting_id FROM corrections JOIN meetings ON meetings.id = meeting_id WHERE board_id = ?`,
    )
    .pluck()

  const humanFocus = (
    boardId: string,
  ): ((mention: { document: string; block: number | null; text: string }) => Focus | null) => {
    const byBlock = Map.groupBy(
      parseRows(labelRowSchema, selectLabels.all(boardId)),
      (row) => `${row.document_id} ${row.block}`,
    )
    return ({ document, block, text }) => {
      const rows = byBlock.get(`${document} ${block}`) ?? []
      const start = text.slice(0, 60)
      return (
        (rows.find((row) => row.text.includes(start)) ?? (rows.length === 1 ? rows[0] : undefined))?.focus ??
        null
      )
    }
  }

  /** With what people corrected laid over it; such meetings are few. */
  const readCorrected = (
    meetingId: string,
    date: string | null,
    settled: ReturnType<typeof humanFocus>,
  ): StoredMention[] => {
    const { documents, corrected } = loadMeeting(
      library,
      meetingId,
      library.labels.ofMeeting(meetingId),
      true,
    )
    return corrected.documents.flatMap(({ document, actionOrigins, actionMarks }, index) => {
      const row = documents[index]?.row
      if (row === undefined) return []
      const place = { meetingId, date, documentId: row.id, document: row.name, kind: row.kind }
      return document.actions.flatMap((action, at) => {
        const origin = actionOrigins[at]
        if (origin === undefined) return []
        const asRead =
          'added' in origin ? action.text : (documents[index]?.asRead.actions[origin.read]?.text ?? '')
        const id = 'added' in origin ? origin.added : partId(row.id, 'a', origin.read)
        const where = { document: row.id, block: action.evidence.block, text: action.text }
        return [mentionOf(place, action, asRead, id, actionMarks[at]?.fields ?? [], settled(where))]
      })
    })
  }

  const readMentions = (boardId: string): StoredMention[] => {
    const settled = humanFocus(boardId)
    const withCorrections = new Set(z.array(z.string()).parse(selectCorrected.all(boardId)))
    const mentions: StoredMention[] = []
    const done = new Set<string>()
    const rows = parseRows(actionRowSchema, selectActions.all(boardId))
    for (const { content, position, ...row } of rows) {
      if (withCorrections.has(row.meeting_id)) {
        if (!done.has(row.meeting_id)) mentions.push(...readCorrected(row.meeting_id, row.date, settled))
        done.add(row.meeting_id)
        continue
      }
      const where = { document: row.document_id, block: content.evidence.block, text: content.text }
      const id = partId(row.document_id, 'a', position)
      mentions.push(mentionOf(placeOf(row), content, content.text, id, [], settled(where)))
    }
    for (const meetingId of withCorrections)
      if (!done.has(meetingId))
        mentions.push(...readCorrected(meetingId, library.meetings.get(meetingId).date, settled))
    return mentions.toSorted((a, b) =>
      (a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : 0,
    )
  }

  /** Everyone whom the papers of a meeting list, each name once. */
  const readAttendance = (boardId: string): Map<string, Attendee[]> => {
    const byMeeting = new Map<string, Attendee[]>()
    for (const { meeting_id: meetingId, attendance } of parseRows(
      attendanceRowSchema,
      selectAttendance.all(boardId),
    )) {
      const known = byMeeting.get(meetingId) ?? []
      const names = new Set(known.map(({ name }) => name))
      known.push(...attendance.filter(({ name }) => !names.has(name)))
      byMeeting.set(meetingId, known)
    }
    return byMeeting
  }

  const readSayings = (boardId: string): StoredSaying[] => {
    const carrying = new Map<string, Set<number>>()
    const rows = [...parseRows(passageRowSchema, selectLogs.all(boardId))]
    for (const item of parseRows(itemRowSchema, selectItems.all(boardId))) {
      const known = carrying.get(item.document_id) ?? new Set<number>()
      const isChild = item.kind !== 'pack' && item.parent !== null && known.has(item.parent)
      if (!isChild && !isCarryingTitle(item.title)) continue
      carrying.set(item.document_id, known.add(item.position))
      const found = parseRows(passageRowSchema, selectPassages.all(item.document_id, item.position))
      // Papers repeat the minutes of the meeting before; only the rows of a log in them speak of later.
      rows.push(...found.filter((row) => row.kind !== 'pack' || row.text.includes(' | ')))
    }
    return rows.map((row) => ({ ...placeOf(row), page: row.page, text: row.text }))
  }

  const readBoard = ({ id, name }: { id: string; name: string }): BoardActions => {
    const found = marks.ofBoard(id)
    const meetings = library.meetings.list(id).map((meeting): MeetingOfBoard => ({
      id: meeting.id,
      date: meeting.date,
      kinds: meeting.documents.filter(({ replacedBy }) => replacedBy === null).map(({ kind }) => kind),
    }))
    return {
      boardId: id,
      board: name,
      meetings,
      mentions: nameOwners(readMentions(id), readAttendance(id)),
      sayings: readSayings(id),
      decisions: {
        separate: new Set(found.filter(({ mark }) => mark.separate).map(({ key }) => key)),
        joined: found.flatMap(({ key, mark }) =>
          mark.joinedTo === null ? [] : [[key, mark.joinedTo] as const],
        ),
      },
      settings: found.flatMap(({ key, mark }) =>
        mark.setting === null ? [] : [[key, mark.setting] as const],
      ),
    }
  }

  const countChanges = db.prepare('SELECT total_changes()').pluck()

  return {
    changes: () => z.int().parse(countChanges.get()),
    read: (boardId) =>
      (boardId === undefined ? library.boards.all() : [library.boards.get(boardId)])
        .filter((board) => boardId !== undefined || board.meetings > 0)
        .map(readBoard),
    boardOf: (key) => library.meetings.get(splitMentionKey(key).meetingId).board_id,
    markOf: (key) => marks.find(key),
    mark: (wanted, label) =>
      library.transact(() => {
        const changes = [...wanted].map(([key, after]) => {
          if (!library.meetings.exists(splitMentionKey(key).meetingId)) throw new ServiceError('not-found')
          const before = marks.find(key)
          marks.set(key, after)
          return { key, before, after }
        })
        library.history.add(label, { kind: 'actions', changes })
        return changeNow(library, label)
      }),
  }
}
