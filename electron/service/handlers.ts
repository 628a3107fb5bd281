import { ServiceError } from '../../shared/contract/errors.ts'
import type { Id } from '../../shared/model/library.ts'
import type { HistoryStep } from '../store/library-store.ts'
import { createAnnotationHandlers } from './annotations/annotation-handlers.ts'
import { createBeliefHandlers } from './belief/belief-handlers.ts'
import { createActionHandlers } from './actions/action-handlers.ts'
import { createBoardSettingsHandlers } from './board-settings/board-settings-handlers.ts'
import { createCorrectionHandlers } from './corrections/correction-handlers.ts'
import { createCustomerHandlers } from './customers/customer-handlers.ts'
import { fillSampleRegister } from './customers/sample-register.ts'
import type { Handlers } from './dispatch.ts'
import { splitFileName } from './file-name.ts'
import { createLearningHandlers } from './learning/learning-handlers.ts'
import { createOriginalHandlers } from './originals/original-handlers.ts'
import { readSampleBoard } from './sample-board.ts'
import { createPaperHandlers } from './paper-check/paper-handlers.ts'
import { createPlannerHandlers } from './planner/planner-handlers.ts'
import { createReportHandlers } from './report/report-handlers.ts'
import { createSafetyHandlers } from './safety/safety-handlers.ts'
import type { ServiceParts } from './service.ts'

const done = { done: true } as const

/** The use cases, one per procedure of the contract. */
export function createHandlers(parts: ServiceParts): Handlers {
  const { store, imports, uploads, events, reread, refining, models, options } = parts
  const changed = (meetingIds: Id[]): void => events.emit({ type: 'library-changed', meetingIds })

  const step = (made: HistoryStep | null): { change: HistoryStep['change'] | null } => {
    if (!made) return { change: null }
    for (const job of made.jobs) events.emit({ type: 'import-changed', job })
    for (const id of made.reread) reread.ask(id)
    changed(made.meetingIds)
    return { change: made.change }
  }

  return {
    ...createReportHandlers(store, options.clock, parts.mentions),
    ...createAnnotationHandlers(store.annotations, () => changed([])),
    ...createBeliefHandlers(store, options.clock),
    ...createActionHandlers({ store: store.actions, clock: options.clock, changed: () => changed([]) }),
    ...createCorrectionHandlers(parts),
    ...createBoardSettingsHandlers(parts),
    'app.info': async () => {
      const careful = (await models?.client.available()) ?? null
      return {
        version: options.version,
        host: options.host,
        model: options.model(),
        carefulModel: careful && { version: careful.version, hash: careful.hash },
        libraryIsEmpty: store.isEmpty(),
      }
    },
    'refining.state': () => refining.state(),
    'boards.list': () => store.boards(),
    'meetings.list': (filter) => store.meetings(filter),
    'meetings.get': ({ id }) => store.meeting(id),
    'meetings.update': ({ id, ...patch }) => {
      const answer = store.updateMeeting(id, patch)
      changed([...new Set([id, answer.id])])
      return answer
    },
    'meetings.remove': async ({ id }) => {
      await store.removeMeeting(id)
      changed([id])
      return done
    },
    'documents.remove': async ({ id }) => {
      const { meetingId } = await store.removeDocument(id)
      changed(meetingId === null ? [] : [meetingId])
      return done
    },
    'documents.page': ({ id, page }) => store.documentPage(id, page),
    'trend.get': ({ boardId, lens }) => store.trend(boardId, lens),
    'passages.relabel': ({ ids, label }) => {
      const { change, meetingIds } = store.relabel(ids, label)
      const [meetingId] = meetingIds
      if (meetingId === undefined) throw new ServiceError('not-found')
      changed(meetingIds)
      return { change, meetingId }
    },
    'history.state': () => store.historyState(),
    'history.undo': () => step(store.undo()),
    'history.redo': () => step(store.redo()),
    'search.passages': (request) => store.search(request),
    'uploads.begin': async ({ name, bytes }) => ({ uploadId: await uploads.begin(name, bytes) }),
    'uploads.append': async ({ uploadId, offset, bytes }) => {
      await uploads.append(uploadId, offset, bytes)
      return done
    },
    'uploads.finish': async ({ uploadId }) => {
      const { name: sent, original } = await uploads.finish(uploadId)
      const { name, folders } = splitFileName(sent)
      return { jobId: imports.add(name, original, { batch: 'page', folders }).id }
    },
    'imports.list': () => imports.list(),
    'imports.preview': ({ id }) => {
      const job = imports.job(id)
      const preview = job.state === 'review' ? store.corrections.preview(id) : null
      if (!preview) throw new ServiceError('conflict')
      return { job, ...preview }
    },
    'imports.update': ({ ids, ...correction }) => imports.correct(ids, correction),
    'imports.keep': ({ ids }) => imports.keep(ids).map(({ job }) => job),
    'imports.discard': ({ ids }) => imports.discard(ids),
    'imports.cancel': ({ ids }) => imports.cancel(ids),
    'imports.retry': ({ ids }) => imports.retry(ids),
    'imports.undo': ({ ids }) => imports.undo(ids),
    'imports.clear': () => imports.clear(),
    'sample.import': async () => {
      const { board, paths } = readSampleBoard(options.sampleFolder)
      const jobIds: Id[] = []
      for (const path of paths) {
        const original = await store.storeOriginal(path)
        const { name } = splitFileName(path)
        const hints = {
          batch: 'sample',
          folders: [],
          board: board.name,
          customerTerms: board.customerTerms,
          keep: true,
        }
        jobIds.push(imports.add(name, original, hints).id)
      }
      if ((await fillSampleRegister(store, options.readTable, options.sampleFolder)) > 0)
        events.emit({ type: 'library-changed', meetingIds: [] })
      return { jobIds }
    },
    ...createOriginalHandlers(parts),
    ...createCustomerHandlers(parts),
    ...createSafetyHandlers(parts),
    ...createPlannerHandlers(parts),
    ...createPaperHandlers(parts),
    ...createLearningHandlers(parts),
  }
}
