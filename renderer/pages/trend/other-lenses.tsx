import { LENSES } from '../../../shared/model/measures.ts'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { meetingsByLens } from '../../navigation/default-lens.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'

/** In place of a chart with nothing in it: which lenses have something. */
export function OtherLenses({ trend }: { trend: BoardTrend }) {
  const route = useRoute()
  const meetings = useAsk('meetings.list', {}).data ?? []
  const counts = meetingsByLens(meetings.filter((meeting) => meeting.boardId === trend.boardId))
  const others = LENSES.filter((lens) => lens !== trend.lens && counts[lens] > 0)
  return (
    <div className="flex flex-col gap-2 py-8 text-soft">
      <p>There is nothing to draw on this lens here.</p>
      {others.length > 0 && (
        <ul className="flex flex-col gap-1">
          {others.map((lens) => (
            <li key={lens}>
              <a className="quiet-link" href={addressOf(route, 'trend', null, { lens })}>
                {LENS_WORDS[lens].name}
              </a>
              : {counted(counts[lens], 'meeting')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
