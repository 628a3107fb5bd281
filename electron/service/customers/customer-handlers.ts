import { ServiceError } from '../../../shared/contract/errors.ts'
import type { customerProcedures } from '../../../shared/contract/customer-procedures.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'
import { createTableImports } from './table-imports.ts'
import { readDoubtful, readMentions, readRegister } from './read-register.ts'
import { readEvidencePassages, readQuestionPassages, readQuestions, readVoice } from './read-voice.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** The use cases of customers, questions and voice. */
export function createCustomerHandlers({
  store,
  uploads,
  events,
  options,
  mentions,
}: Pick<ServiceParts, 'store' | 'uploads' | 'events' | 'options' | 'mentions'>): Pick<
  Handlers,
  keyof typeof customerProcedures
> {
  const { customers } = store
  const tables = createTableImports({
    store,
    uploads,
    readTable: options.readTable ?? (() => Promise.resolve({ kind: 'refused', code: 'unsupported-type' })),
  })
  const told = <T>(answer: T): T => {
    events.emit({ type: 'library-changed', meetingIds: [] })
    return answer
  }
  const boardOf = (boardId: string | null): string | null =>
    boardId === null ? null : store.board(boardId).id
  // The user's own calendar decides what is overdue.
  const today = (): string => {
    const now = options.clock()
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  }

  return {
    'customers.list': async ({ boardId }) => {
      const left = await mentions.upToDate()
      return readRegister(customers, boardOf(boardId), today(), left)
    },
    'customers.save': ({ id, fields }) => {
      const twin = customers.idByName(fields.name)
      if (twin !== null && twin !== id) return { outcome: 'same-name', id: twin }
      const { change, ids } = customers.save(id === null ? 'Add a customer' : 'Change a customer', [
        { id, fields },
      ])
      const [saved] = ids
      if (saved === undefined) throw new ServiceError('internal')
      return told({ outcome: 'saved', id: saved, change })
    },
    'customers.archive': ({ ids, archived }) => told({ change: customers.archive(ids, archived) }),
    'customers.remove': ({ ids }) => told({ change: customers.remove(ids) }),
    'customers.order': ({ ids }) => told({ change: customers.order(ids) }),
    'customers.mentions': async ({ id, boardId }) => {
      await mentions.upToDate()
      return readMentions(customers, id, boardOf(boardId))
    },
    'customers.doubtful': async ({ boardId }) => {
      await mentions.upToDate()
      return readDoubtful(customers, boardOf(boardId))
    },
    'customers.judge': ({ verdict, ...where }) => told({ change: customers.judge(where, verdict) }),
    'customers.readTable': (request) =>
      'text' in request ? tables.readText(request.text) : tables.readUpload(request.uploadId),
    'customers.previewTable': ({ tableId, reading }) => tables.preview(tableId, reading),
    'customers.takeTable': ({ tableId, reading }) => told(tables.take(tableId, reading)),
    'questionMap.get': ({ boardId }) => readQuestions(store, boardId),
    'questionMap.passages': ({ boardId, question, meetingId }) =>
      readQuestionPassages(store, boardId, question, meetingId),
    'voice.get': async ({ boardId }) => {
      await mentions.upToDate()
      return readVoice(store, boardId)
    },
    'voice.passages': ({ boardId, meetingId, kind }) => readEvidencePassages(store, boardId, meetingId, kind),
  }
}
