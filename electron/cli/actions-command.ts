import { z } from 'zod'
import { actionThreadSchema } from '../../shared/model/actions-over-meetings.ts'
import type { ActionThread } from '../../shared/model/actions-over-meetings.ts'
import { readActions } from '../service/actions/action-handlers.ts'
import type { Service } from '../service/service.ts'
import { csvLine } from './csv.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'

export interface ActionsOptions {
  readonly board: string | null
  readonly json: boolean
  readonly csv: boolean
}

/** What `actions --json` prints, whole: customer actions first, then the longest open. */
export const actionsShape = z.array(
  actionThreadSchema.pick({ id: true, board: true, text: true, focus: true, because: true }).extend({
    owner: z.string().nullable(),
    due: z.string().nullable(),
    measure: z.string().nullable(),
    state: actionThreadSchema.shape.state.shape.value,
    setByHand: z.array(z.enum(['owner', 'due', 'measure', 'state'])),
    first: z.string().nullable(),
    last: z.string().nullable(),
    meetings: z.int(),
    ageDays: z.int().nullable(),
    ageMeetings: z.int(),
    overdueDays: z.int().nullable(),
  }),
)
type ActionLine = z.infer<typeof actionsShape>[number]

function lineOf(thread: ActionThread): ActionLine {
  const { id, board, text, focus, because, owner, due, measure, state } = thread
  return {
    id,
    board,
    text,
    focus,
    owner: owner.value,
    due: due.value,
    measure: measure.value?.text ?? null,
    state: state.value,
    because,
    setByHand: (['owner', 'due', 'measure', 'state'] as const).filter(
      (field) => thread[field].basis === 'human',
    ),
    first: thread.first.date,
    last: thread.last.date,
    meetings: thread.meetings,
    ageDays: thread.ageDays,
    ageMeetings: thread.ageMeetings,
    overdueDays: thread.overdueDays,
  }
}

const COLUMNS = [
  'board',
  'text',
  'focus',
  'owner',
  'due',
  'measure',
  'state',
  'because',
  'first',
  'last',
  'meetings',
  'ageDays',
  'ageMeetings',
  'overdueDays',
] as const satisfies readonly (keyof ActionLine)[]

/** `actions`: every action over the meetings of one board, or of all. */
export async function actionsCommand(
  options: ActionsOptions,
  service: Service,
  output: Output,
): Promise<void> {
  if (options.json && options.csv) throw new Misuse('actions prints --json or --csv, not both.')
  const boardId = options.board === null ? undefined : boardNamed(options.board, service)
  const { threads } = readActions(service.store.actions, () => new Date(), boardId)
  const lines = threads.map(lineOf)
  if (options.csv) {
    await output.text(csvLine([...COLUMNS]))
    for (const line of lines) await output.text(csvLine(COLUMNS.map((column) => line[column])))
    return
  }
  if (options.json || !output.isTerminal) await output.json(actionsShape, lines)
  if (options.json) return
  for (const { state, focus, text, owner, due } of lines)
    output.say(
      `${state.padEnd(16)} ${focus.padEnd(20)} ${text} (${owner ?? 'no owner'}, ${due ?? 'no date'})`,
    )
}
