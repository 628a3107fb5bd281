import { z } from 'zod'
import { actionSettingSchema } from '../../shared/model/actions-over-meetings.ts'
import type { ActionMark } from './action-store.ts'
import type { SqlDatabase } from './driver.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'

const markRowSchema = z
  .object({
    meeting_id: z.string(),
    mention: z.string(),
    separate: z.int(),
    joined_meeting: z.string().nullable(),
    joined_mention: z.string().nullable(),
    setting: jsonColumn(actionSettingSchema).nullable(),
  })
  .transform((row): { key: string; mark: ActionMark } => ({
    key: `${row.meeting_id}-${row.mention}`,
    mark: {
      separate: row.separate === 1,
      joinedTo:
        row.joined_meeting === null || row.joined_mention === null
          ? null
          : `${row.joined_meeting}-${row.joined_mention}`,
      setting: row.setting,
    },
  }))

/** A key's meeting and the digest of the mention in it. */
export function splitMentionKey(key: string): { meetingId: string; mention: string } {
  const at = key.indexOf('-')
  return { meetingId: key.slice(0, at), mention: key.slice(at + 1) }
}

/** What people decided on mentions of actions; kept by meeting and words, so that it outlives a new reading. */
export function createActionMarksRepository(db: SqlDatabase) {
  const selectOfBoard = db.prepare(
    `SELECT action_marks.* FROM action_marks JOIN meetings ON meetings.id = action_marks.meeting_id
     WHERE meetings.board_id = ? ORDER BY meetings.date DESC, mention`,
  )
  const selectOne = db.prepare('SELECT * FROM action_marks WHERE meeting_id = ? AND mention = ?')
  const selectOfMeeting = db.prepare('SELECT mention FROM action_marks WHERE meeting_id = ?').pluck()
  const selectJoinedTo = db
    .prepare('SELECT DISTINCT joined_mention FROM action_marks WHERE joined_meeting = ?')
    .pluck()
  const part = db.prepare(
    `UPDATE action_marks SET joined_meeting = NULL, joined_mention = NULL
     WHERE joined_meeting = ? AND joined_mention = ?`,
  )
  const removeEmpty = db.prepare(
    'DELETE FROM action_marks WHERE separate = 0 AND joined_mention IS NULL AND setting IS NULL',
  )
  const remove = db.prepare('DELETE FROM action_marks WHERE meeting_id = ? AND mention = ?')
  const upsert = db.prepare(
    `INSERT INTO action_marks VALUES (@meetingId, @mention, @separate,
       (SELECT id FROM meetings WHERE id = @joinedMeeting), @joinedMention, @setting)
     ON CONFLICT DO UPDATE SET separate = excluded.separate, joined_meeting = excluded.joined_meeting,
       joined_mention = excluded.joined_mention, setting = excluded.setting`,
  )
  const move = db.prepare('UPDATE OR REPLACE action_marks SET meeting_id = ? WHERE meeting_id = ?')
  const moveJoined = db.prepare('UPDATE action_marks SET joined_meeting = ? WHERE joined_meeting = ?')

  return {
    ofBoard: (boardId: string) => parseRows(markRowSchema, selectOfBoard.all(boardId)),
    find(key: string): ActionMark | null {
      const { meetingId, mention } = splitMentionKey(key)
      const row = selectOne.get(meetingId, mention)
      return row === undefined ? null : parseRow(markRowSchema, row).mark
    },
    set(key: string, mark: ActionMark | null): void {
      const { meetingId, mention } = splitMentionKey(key)
      if (mark === null || (!mark.separate && mark.joinedTo === null && mark.setting === null)) {
        remove.run(meetingId, mention)
        return
      }
      const joined = mark.joinedTo === null ? null : splitMentionKey(mark.joinedTo)
      upsert.run({
        meetingId,
        mention,
        separate: mark.separate ? 1 : 0,
        joinedMeeting: joined?.meetingId ?? null,
        joinedMention: joined?.mention ?? null,
        setting: mark.setting === null ? null : JSON.stringify(mark.setting),
      })
    },
    /** Two meetings became one. */
    moveMeeting(from: string, to: string): void {
      move.run(to, from)
      moveJoined.run(to, from)
    },
    /** After documents were deleted for good: even a digest would say that the words were here. */
    clearOrphans(meetingId: string, mentions: ReadonlySet<string>): void {
      for (const mention of z.array(z.string()).parse(selectOfMeeting.all(meetingId)))
        if (!mentions.has(mention)) remove.run(meetingId, mention)
      for (const mention of z.array(z.string()).parse(selectJoinedTo.all(meetingId)))
        if (!mentions.has(mention)) part.run(meetingId, mention)
      removeEmpty.run()
    },
  }
}
export type ActionMarksRepository = ReturnType<typeof createActionMarksRepository>
