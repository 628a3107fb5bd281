import { Loader } from 'lucide-react'
import { counted } from '../format/numbers.ts'
import { useAsk } from '../host/queries.ts'

/** Says, quietly, that labels are still being settled, so that the figures may yet move a little. */
export function RefiningProgress() {
  const left = useAsk('refining.state', {}).data
  if (left === undefined || left.documentsLeft === 0) return null
  return (
    <p
      className="figures flex min-w-0 items-center gap-1.5 truncate text-[0.8125rem] text-faint"
      title={`The careful model is still to read ${counted(left.documentsLeft, 'document')}. Figures may move a little until it has.`}
    >
      <Loader aria-hidden="true" className="size-3.5 shrink-0" />
      Refining the labels: {counted(left.passagesLeft, 'passage')} left
    </p>
  )
}
