import { EVIDENCE_KINDS } from '../../../shared/model/customers.ts'
import type { EvidenceKind, Voice } from '../../../shared/model/customers.ts'
import { dateMiddle } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { setParams } from '../../navigation/hash-route.ts'
import { EVIDENCE_WORDS } from './customer-words.ts'

/** Passages that rest on customers, by kind, latest meeting first; a number opens its passages. */
export function EvidenceTable({
  evidence,
  chosen,
}: {
  evidence: Voice['evidence']
  chosen: { meetingId: string | undefined; kind: EvidenceKind | undefined }
}) {
  const kinds = EVIDENCE_KINDS.filter((kind) => evidence.some((row) => row.kinds[kind] > 0))
  if (kinds.length === 0)
    return (
      <p className="text-soft">No passage of the imported record rests on something customers said or did.</p>
    )
  const most = Math.max(...evidence.map(({ passages }) => passages), 1)
  return (
    <div role="region" aria-label="Kinds of evidence" tabIndex={0} className="-mx-2 overflow-x-auto px-2">
      <table className="min-w-[42rem] border-collapse text-left">
        <thead>
          <tr className="text-[0.8125rem] text-faint [&>th]:border-b [&>th]:border-edge [&>th]:py-2 [&>th]:pr-5 [&>th]:font-medium">
            <th scope="col">Meeting</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="text-right">
                {EVIDENCE_WORDS[kind]}
              </th>
            ))}
            <th scope="col" className="w-48">
              All passages from customers
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.toReversed().map(({ meetingId, date, passages, kinds: counts }) => (
            <tr key={meetingId} className="[&>*]:border-b [&>*]:border-line [&>*]:py-1.5 [&>*]:pr-5">
              <th scope="row" className="figures font-normal whitespace-nowrap">
                {dateMiddle(date)}
              </th>
              {kinds.map((kind) => {
                const isChosen = chosen.meetingId === meetingId && chosen.kind === kind
                return (
                  <td key={kind} className="figures text-right">
                    {counts[kind] === 0 ? (
                      <span className="text-faint">–</span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={isChosen}
                        aria-label={`${EVIDENCE_WORDS[kind]}, ${dateMiddle(date)}: ${counted(counts[kind], 'passage')}`}
                        className={`quiet-link rounded px-1.5 ${isChosen ? 'bg-chosen font-semibold' : ''}`}
                        onClick={() => setParams({ at: meetingId, kind })}
                      >
                        {counts[kind]}
                      </button>
                    )}
                  </td>
                )
              })}
              <td>
                <span className="figures flex items-center gap-2">
                  <span className="w-6 text-right">{passages}</span>
                  <span
                    aria-hidden="true"
                    className="paint-customer h-2.5 rounded-[3px]"
                    style={{ width: `${(passages / most) * 8}rem` }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
