import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RoleAnswer } from '../../shared/analysis/belief/summarise-round.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { beliefAnswerSchema, beliefRoleSchema, disciplineSchema } from '../../shared/model/belief.ts'
import type { BeliefRound } from '../../shared/model/belief.ts'
import type { Id } from '../../shared/model/library.ts'
import { lensSchema } from '../../shared/model/measures.ts'
import { asServiceError } from './driver.ts'
import type { Library } from './library.ts'
import { jsonColumn, parseRow, parseRows } from './parse-row.ts'
import { newId } from './store-ids.ts'

const roundRowSchema = z
  .object({
    id: z.string(),
    board_id: z.string().nullable(),
    name: z.string(),
    asked_on: z.string(),
    period_from: z.string(),
    period_to: z.string(),
    lens: lensSchema,
    discipline: disciplineSchema.nullable(),
    closed: z.int(),
    answers: z.int(),
  })
  .transform((row): BeliefRound => ({
    id: row.id,
    boardId: row.board_id,
    name: row.name,
    askedOn: row.asked_on,
    from: row.period_from,
    to: row.period_to,
    lens: row.lens,
    discipline: row.discipline,
    closed: row.closed === 1,
    answers: row.answers,
  }))
const answerRowSchema = z
  .object({ role: beliefRoleSchema, answer: jsonColumn(beliefAnswerSchema) })
  .transform((row): RoleAnswer => row)

export type NewRound = Omit<BeliefRound, 'id' | 'closed' | 'answers' | 'boardId'> & { boardId: Id }

/** Belief rounds. Answers go in one by one and come out only all together, and only of a closed round. */
export interface BeliefStore {
  /** Oldest first. */
  rounds(boardId?: Id): BeliefRound[]
  round(id: Id): BeliefRound
  start(round: NewRound): BeliefRound
  /** `conflict` once the round is closed. */
  answer(roundId: Id, answer: RoleAnswer): void
  close(id: Id): BeliefRound
  /** In no order that tells of theirs; `conflict` while the round is open. */
  answers(id: Id): RoleAnswer[]
  /** Leaves no trace. */
  remove(id: Id): Promise<void>
}

function read<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asServiceError(error)
  }
}

export function createBeliefStore(library: Library): BeliefStore {
  const { db } = library
  const select = `SELECT belief_rounds.*, (SELECT count(*) FROM belief_answers WHERE round_id = belief_rounds.id) AS answers
    FROM belief_rounds`
  const selectAll = db.prepare(`${select} ORDER BY asked_on, id`)
  const selectOfBoard = db.prepare(`${select} WHERE board_id = ? ORDER BY asked_on, id`)
  const selectOne = db.prepare(`${select} WHERE id = ?`)
  const insert = db.prepare(
    `INSERT INTO belief_rounds (id, board_id, name, asked_on, period_from, period_to, lens, discipline)
     VALUES (@id, @boardId, @name, @askedOn, @from, @to, @lens, @discipline)`,
  )
  const insertAnswer = db.prepare('INSERT INTO belief_answers VALUES (?, ?, ?, ?)')
  // The key is random, so its order is none.
  const selectAnswers = db.prepare('SELECT role, answer FROM belief_answers WHERE round_id = ? ORDER BY key')
  const close = db.prepare('UPDATE belief_rounds SET closed = 1 WHERE id = ?')
  const remove = db.prepare('DELETE FROM belief_rounds WHERE id = ?')

  const get = (id: Id): BeliefRound => {
    const row = selectOne.get(id)
    if (row === undefined) throw new ServiceError('not-found')
    return parseRow(roundRowSchema, row)
  }
  return {
    rounds: (boardId) =>
      read(() =>
        parseRows(roundRowSchema, boardId === undefined ? selectAll.all() : selectOfBoard.all(boardId)),
      ),
    round: (id) => read(() => get(id)),
    start: (round) =>
      library.transact(() => {
        library.boards.get(round.boardId)
        const id = newId()
        insert.run({ id, ...round })
        return get(id)
      }),
    answer: (roundId, { role, answer }) =>
      library.transact(() => {
        if (get(roundId).closed) throw new ServiceError('conflict')
        insertAnswer.run(randomBytes(16).toString('hex'), roundId, role, JSON.stringify(answer))
      }),
    close: (id) =>
      library.transact(() => {
        get(id)
        close.run(id)
        return get(id)
      }),
    answers: (id) =>
      read(() => {
        if (!get(id).closed) throw new ServiceError('conflict')
        return parseRows(answerRowSchema, selectAnswers.all(id))
      }),
    async remove(id) {
      library.transact(() => {
        get(id)
        library.askForPurge()
        remove.run(id)
      })
      await library.purgeDeleted()
    },
  }
}
