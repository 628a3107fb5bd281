import type { MeetingDetail } from '../../../shared/model/library.ts'
import { SetAside } from '../../corrections/set-aside.tsx'
import type { Corrections } from '../../corrections/use-corrections.ts'
import { WindowFields } from '../../corrections/window-fields.tsx'

/** When it was to start and end and when it did; what people took out; corrections that are not applied. */
export function MeetingTimes({ meeting, corrections }: { meeting: MeetingDetail; corrections: Corrections }) {
  const made = meeting.corrections ?? { window: null, removed: [], unapplied: [] }
  return (
    <div className="no-print flex flex-col gap-2">
      <WindowFields window={meeting.window} mark={made.window} corrections={corrections} />
      <SetAside removed={made.removed} unapplied={made.unapplied} corrections={corrections} />
    </div>
  )
}
