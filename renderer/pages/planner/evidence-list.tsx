import type { PlanEvidence } from '../../../shared/model/planner.ts'
import { dateMiddle } from '../../format/dates.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'

const SHOWN = 3

/** Where something rests: the words with their page, and the meetings that were searched; each leads there. */
export function EvidenceList({ evidence }: { evidence: readonly PlanEvidence[] }) {
  const route = useRoute()
  const address = ({ meetingId, passageId, documentId }: PlanEvidence): string | null =>
    meetingId === null
      ? null
      : addressOf(route, 'meeting', meetingId, {
          ...(passageId === null ? {} : { passage: passageId }),
          ...(passageId === null && documentId !== null ? { doc: documentId } : {}),
        })
  const quoted = evidence.filter(({ quote }) => quote !== '').slice(0, SHOWN)
  const searched = evidence.filter(({ quote, date }) => quote === '' && date !== null)
  if (quoted.length === 0 && searched.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-[0.8125rem] text-faint">
      {quoted.map((one) => {
        const href = address(one)
        const where = `${dateMiddle(one.date)}${one.page === null ? '' : `, page ${one.page}`}`
        return (
          <li key={`${one.documentId ?? ''}${one.passageId ?? ''}${one.page ?? ''}${one.quote}`}>
            {href === null ? (
              where
            ) : (
              <a className="quiet-link" href={href}>
                {where}
              </a>
            )}
            : <q className="text-soft">{one.quote}</q>
          </li>
        )
      })}
      {searched.length > 0 && (
        <li>
          Searched:{' '}
          {searched.map((one, index) => (
            <span key={`${one.meetingId ?? ''}${one.date ?? ''}`}>
              {index > 0 && ', '}
              <a className="quiet-link" href={address(one) ?? '#/meetings'}>
                {dateMiddle(one.date)}
              </a>
            </span>
          ))}
        </li>
      )}
    </ul>
  )
}
