import { Failed, Loading } from '../../components/page-state.tsx'
import { useAsk } from '../../host/queries.ts'
import { MeetingView } from './meeting-view.tsx'

/** One meeting: its agenda in time, its items, their passages, and the originals. */
export function MeetingPage({ id }: { id: string }) {
  const meeting = useAsk('meetings.get', { id })
  if (meeting.data !== undefined) return <MeetingView meeting={meeting.data} />
  if (meeting.isError) return <Failed error={meeting.error} retry={() => void meeting.refetch()} />
  return <Loading what="the meeting" />
}
