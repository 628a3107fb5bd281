import type { PlanEvidence } from '../../../shared/model/planner.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
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
      {searched.length > 0 && searched.length <= SHOWN && (
        <li>
          Searched: <Dates evidence={searched} address={address} />
        </li>
      )}
      {searched.length > SHOWN && (
        <li>
          <details>
            <summary className="cursor-pointer">Searched: {counted(searched.length, 'meeting')}</summary>
            <p className="pt-1 pl-4">
              <Dates evidence={searched} address={address} />
            </p>
          </details>
        </li>
      )}
    </ul>
  )
}

function Dates({
  evidence,
  address,
}: {
  evidence: readonly PlanEvidence[]
  address: (one: PlanEvidence) => string | null
}) {
  return evidence.map((one, index) => (
    <span key={`${one.meetingId ?? ''}${one.date ?? ''}`}>
      {index > 0 && ', '}
      <a className="quiet-link whitespace-nowrap" href={address(one) ?? '#/meetings'}>
        {dateMiddle(one.date)}
      </a>
    </span>
  ))
}
