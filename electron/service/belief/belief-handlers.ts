import { measuredOfPeriod } from '../../../shared/analysis/belief/measured-of-period.ts'
import { summariseRound } from '../../../shared/analysis/belief/summarise-round.ts'
import type { beliefProcedures } from '../../../shared/contract/belief-procedures.ts'
import type { BeliefResult } from '../../../shared/model/belief.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { Handlers } from '../dispatch.ts'
import { FILE_TYPES, writeDocument } from '../planner/write-plan.ts'
import { beliefForm } from './belief-form.ts'

/** What is shown of one round: nothing of its answers while it is open. */
export function readBelief(store: LibraryStore, id: Id): BeliefResult {
  const round = store.belief.round(id)
  const trend = round.boardId === null ? null : store.trend(round.boardId, round.lens)
  return {
    round,
    groups: round.closed ? summariseRound(store.belief.answers(id)) : null,
    measured: trend === null ? null : measuredOfPeriod(trend, round),
  }
}

/** The use cases of belief and record. Answers are never logged, never sent back, and told of in no event. */
export function createBeliefHandlers(
  store: LibraryStore,
  clock: () => Date,
): Pick<Handlers, keyof typeof beliefProcedures> {
  const { belief } = store
  const done = { done: true } as const
  return {
    'belief.rounds': ({ boardId }) => belief.rounds(boardId),
    'belief.start': (round) => belief.start(round),
    'belief.answer': ({ roundId, role, answer }) => {
      belief.answer(roundId, { role, answer })
      return done
    },
    'belief.close': ({ id }) => belief.close(id),
    'belief.result': ({ id }) => readBelief(store, id),
    'belief.remove': async ({ id }) => {
      await belief.remove(id)
      return done
    },
    'belief.form': async ({ id, format }) => {
      const round = belief.round(id)
      const board = round.boardId === null ? '' : store.board(round.boardId).name
      const bytes = await writeDocument(beliefForm(round, board), format, clock())
      return { name: `questionnaire.${format}`, type: FILE_TYPES[format], bytes }
    },
  }
}
