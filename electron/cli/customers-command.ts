import { customersOverviewSchema } from '../../shared/model/customers.ts'
import type { CustomersOverview, CustomerView } from '../../shared/model/customers.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { readQuestions } from '../service/customers/read-voice.ts'
import type { Service } from '../service/service.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { customersShape, questionsShape } from './shapes.ts'

interface Options {
  readonly board: string | null
  readonly json: boolean
}

/** `customers`: everyone in the register, with where the record of one board, or of all, names them. */
export async function customersCommand(
  { board, json }: Options,
  service: Service,
  output: Output,
): Promise<void> {
  const boardId = board === null ? null : boardNamed(board, service)
  const overview = await lookedThrough(boardId, service)
  if (json || !output.isTerminal) await output.json(customersShape, overview)
  if (json) return
  for (const customer of overview.customers)
    if (!customer.archived) output.say(customerWords(customer, overview.today))
}

/** Asks until every document was looked through: a figure in print does not grow. */
async function lookedThrough(boardId: string | null, service: Service): Promise<CustomersOverview> {
  for (;;) {
    await service.mentions.complete()
    const reply = await service.call('customers.list', { boardId })
    if (!reply.ok) throw new ServiceError(reply.failure.code)
    const overview = customersOverviewSchema.parse(reply.value)
    if (overview.documentsLeft === 0) return overview
  }
}

function customerWords({ name, owner, nextVisit, attention }: CustomerView, today: string): string {
  const { passages, meetings, lastDiscussed } = attention
  const visit =
    nextVisit === null
      ? 'no visit planned'
      : `${nextVisit < today ? 'visit overdue' : 'next visit'} ${nextVisit}`
  const named =
    passages === 0
      ? 'not named in the record'
      : `${passages} ${passages === 1 ? 'passage' : 'passages'} in ${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}, last discussed ${lastDiscussed?.date ?? 'never'}`
  return `${name} (${owner ?? 'no owner'}): ${visit}; ${named}`
}

/** `questions`: how often each of the eight customer questions came up in the meetings of a board. */
export async function questionsCommand(
  { board, json }: Options,
  service: Service,
  output: Output,
): Promise<void> {
  if (board === null) throw new Misuse('questions needs --board with the name of a board.')
  const map = readQuestions(service.store, boardNamed(board, service))
  if (json || !output.isTerminal) await output.json(questionsShape, map)
  if (json) return
  for (const { question, cells, lastAsked, notAskedFor } of map.questions) {
    const count = cells.reduce((sum, { passages }) => sum + passages, 0)
    output.say(
      `${question.padEnd(24)} ${String(count).padStart(4)} passages, last asked ${lastAsked?.date ?? 'never'}, not asked for ${notAskedFor} meetings`,
    )
  }
}
