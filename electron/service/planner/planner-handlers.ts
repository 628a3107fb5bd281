import type { plannerProcedures } from '../../../shared/contract/planner-procedures.ts'
import { chairQuestions } from '../../../shared/analysis/planner/chair-questions.ts'
import { explainByHand, solvePlan, startPlan } from '../../../shared/analysis/planner/make-plan.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { ChairQuestions, PlanContent } from '../../../shared/model/planner.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'
import { gapsOfBoard, latestMeetings } from './library-gaps.ts'
import { questionsDocument } from './questions-document.ts'
import { FILE_TYPES, fileNameFrom, writeDocument, writePlan } from './write-plan.ts'

const done = { done: true } as const

type PlannerHandlers = Pick<
  Handlers,
  Extract<keyof typeof plannerProcedures, `planner.${string}` | `questions.${string}`>
>

/** A fresh plan for a board of the library; the total and the target are its own unless given. */
export function planForBoard(
  store: LibraryStore,
  boardId: Id,
  now: Date,
  given: { readonly target?: number; readonly total?: number } = {},
): PlanContent {
  const meetings = latestMeetings(store, boardId)
  const gaps = gapsOfBoard(store, boardId, meetings, now)
  return startPlan(meetings, gaps, {
    target: given.target ?? store.board(boardId).target,
    ...(given.total === undefined ? {} : { total: given.total }),
  })
}

/** The agenda planner and the chair's questions. */
export function createPlannerHandlers(parts: ServiceParts): PlannerHandlers {
  const { store, options, mentions } = parts
  const questionsOf = async (boardId: Id): Promise<ChairQuestions> => {
    await mentions.complete()
    const meetings = latestMeetings(store, boardId)
    return chairQuestions(store.board(boardId).name, gapsOfBoard(store, boardId, meetings, options.clock()))
  }
  return {
    'planner.start': async ({ boardId }) => {
      await mentions.complete()
      return planForBoard(store, boardId, options.clock())
    },
    'planner.solve': ({ content }) => solvePlan(content),
    'planner.explain': ({ content }) => explainByHand(content),
    'planner.list': ({ boardId }) => store.plans.list(boardId),
    'planner.open': ({ id }) => store.plans.get(id),
    'planner.save': (plan) => store.plans.save(plan),
    'planner.remove': async ({ id }) => {
      await store.plans.remove(id)
      return done
    },
    'planner.export': ({ boardId, content, format }) =>
      writePlan(store.board(boardId).name, content, format, options.clock()),
    'questions.get': ({ boardId }) => questionsOf(boardId),
    'questions.export': async ({ boardId, format }) => {
      const questions = await questionsOf(boardId)
      return {
        name: fileNameFrom(`questions for the chair ${questions.board}`, format),
        type: FILE_TYPES[format],
        bytes: await writeDocument(questionsDocument(questions), format, options.clock()),
      }
    },
  }
}
