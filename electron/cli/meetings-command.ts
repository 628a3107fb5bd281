import { meetingDetailSchema } from '../../shared/model/library.ts'
import type { MeetingSummary } from '../../shared/model/library.ts'
import { LENSES } from '../../shared/model/measures.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { Service } from '../service/service.ts'
import { plainMeasures } from './analyse-line.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { meetingsShape } from './shapes.ts'

/** `meetings`: all of them, oldest first. */
export async function meetingsCommand(
  options: { readonly board: string | null; readonly json: boolean },
  service: Service,
  output: Output,
): Promise<void> {
  const { store } = service
  const boardId = options.board === null ? null : boardNamed(options.board, service)
  const meetings = store.meetings(boardId === null ? undefined : { boardId })
  if (options.json || !output.isTerminal)
    await output.json(
      meetingsShape,
      meetings.map(({ id, board, date, documents, measures }) => ({
        id,
        board,
        date,
        documents: documents.map((document) => ({
          id: document.id,
          kind: document.kind,
          name: document.name,
        })),
        measures: plainMeasures(measures),
      })),
    )
  if (!options.json) for (const meeting of meetings) output.say(meetingWords(meeting))
}

/** `meeting ID`: everything of one. */
export async function meetingCommand(
  options: { readonly id: string | undefined; readonly json: boolean },
  { store }: Service,
  output: Output,
): Promise<void> {
  if (options.id === undefined) throw new Misuse('meeting needs the id of a meeting, as printed by meetings.')
  const meeting = await Promise.resolve(options.id)
    .then((id) => store.meeting(id))
    .catch((error: unknown) => {
      throw error instanceof ServiceError && error.code === 'not-found'
        ? new Misuse('There is no meeting with this id.')
        : error
    })
  if (options.json || !output.isTerminal) await output.json(meetingDetailSchema, meeting)
  if (options.json) return
  output.say(`${meeting.board}, ${meeting.date ?? 'no date'}: ${meeting.id}`)
  for (const { number, title, level, planned, focus, human } of meeting.items) {
    const minutes = planned?.minutes ? `, ${planned.minutes} minutes planned` : ''
    const byPerson = human ? (human.asRead === null ? ', added by a person' : ', corrected by a person') : ''
    output.say(`${'  '.repeat(level)}${number ?? '·'} ${title} (${focus}${minutes}${byPerson})`)
  }
  const left = meeting.corrections?.unapplied.length ?? 0
  if (left > 0) output.say(`Corrections that no longer find their item: ${left}`)
}

/** The id of a board by its name as a person types it. */
export function boardNamed(name: string, { store }: Service): string {
  const board = store.boardByName(name)
  if (board) return board.id
  const names = store.boards().map((known) => known.name)
  throw new Misuse(`There is no board of this name. Known: ${names.join('; ') || 'none yet'}.`)
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function meetingWords({ id, board, date, documents, measures }: MeetingSummary): string {
  const shares = LENSES.flatMap((lens) => {
    const measure = measures[lens]
    return measure ? [`${lens} ${percent(measure.shares.customer.mid)} customers`] : []
  })
  const count = `${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`
  return `${date ?? 'no date   '}  ${id}  ${board}  ${count}  ${shares.join(', ')}`
}
