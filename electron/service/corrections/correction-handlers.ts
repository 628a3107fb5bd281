import type { CorrectionsOf } from '../../../shared/contract/correction-procedures.ts'
import type { correctionProcedures } from '../../../shared/contract/correction-procedures.ts'
import type { Classification, ClassifierInput } from '../../../shared/model/focus.ts'
import type { CorrectionsStore } from '../../store/corrections-store.ts'
import type { Handlers } from '../dispatch.ts'
import type { ServiceParts } from '../service.ts'

type Answer = ReturnType<CorrectionsStore['correct']>

/** The use cases of people's corrections. */
export function createCorrectionHandlers({
  store,
  imports,
  events,
  models,
  options,
}: ServiceParts): Pick<Handlers, keyof typeof correctionProcedures> {
  const { corrections } = store

  /** What the models make of words a person wrote; null where none can be asked. */
  const classify = async (of: CorrectionsOf, text: string): Promise<Classification | null> => {
    const board = 'meetingId' in of ? store.meeting(of.meetingId).board : store.job(of.jobId).board
    const customerTerms = (board === null ? null : store.boardByName(board))?.customerTerms ?? []
    const inputs: ClassifierInput[] = [{ text, item: '', before: '', after: '', customerTerms }]
    const [answer] = (await models?.classify(inputs)) ?? options.classifyFast?.(inputs) ?? []
    return answer ?? null
  }

  const tell = ({ change, meetingIds, jobIds }: Answer): { change: Answer['change'] } => {
    if (meetingIds.length > 0) events.emit({ type: 'library-changed', meetingIds })
    for (const id of jobIds) events.emit({ type: 'import-changed', job: imports.job(id) })
    return { change }
  }

  return {
    'corrections.item': async ({ of, ref, set }) => {
      const titleClassification = set.title === undefined ? null : await classify(of, set.title)
      return tell(corrections.correct(of, { on: 'item', ref, set, titleClassification }))
    },
    'corrections.action': ({ of, ref, set }) => tell(corrections.correct(of, { on: 'action', ref, set })),
    'corrections.window': ({ of, set }) => tell(corrections.correct(of, { on: 'window', set })),
    'corrections.restore': ({ of, on, ref = '', fields }) =>
      tell(corrections.restore(of, { on, ref, fields: fields ?? null })),
    'corrections.remove': ({ of, on, ref }) => tell(corrections.remove(of, { on, ref })),
    'corrections.add-item': async ({ of, values, after }) => {
      const titleClassification = await classify(of, values.title)
      const answer = corrections.add(of, { on: 'item', values, after, titleClassification })
      return { ...tell(answer), ref: answer.ref }
    },
    'corrections.add-action': async ({ of, values, item }) => {
      const focus = (await classify(of, values.text))?.focus ?? 'other'
      const answer = corrections.add(of, { on: 'action', values, item, focus })
      return { ...tell(answer), ref: answer.ref }
    },
    'corrections.drop': ({ of, id }) => tell(corrections.drop(of, id)),
    'passages.twins': ({ ids, limit }) => corrections.twins(ids, limit),
  }
}
