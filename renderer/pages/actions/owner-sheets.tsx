import type { ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { usePrinting } from '../../shell/use-printing.ts'
import { groupActions } from './filter-actions.ts'
import { STATE_WORDS, dueInWords } from './state-words.ts'

/** What is printed: one list per owner, drawn only while it prints. */
export function OwnerSheets({ threads }: { threads: readonly ActionThread[] }) {
  const printing = usePrinting()
  if (!printing) return null
  return (
    <div className="hidden print:block">
      {groupActions(threads, 'owner').map(({ name, threads: own }) => (
        <div key={name} className="break-after-page pt-5">
          <h2 className="heading-serif pb-2 text-lg">
            {name} ({own.length})
          </h2>
          <table className="w-full text-[0.8125rem]">
            <thead>
              <tr className="border-b border-edge text-left">
                {['Action', 'Due', 'Measure', 'Status', 'What the record says'].map((head) => (
                  <th key={head} scope="col" className="py-1 pr-3 font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own.map((thread) => (
                <tr key={thread.id} className="border-b border-line align-top [&>td]:py-1.5 [&>td]:pr-3">
                  <td>{thread.text}</td>
                  <td className="min-w-24">{dueInWords(thread) ?? 'No date'}</td>
                  <td>{thread.measure.value?.text ?? 'None stated'}</td>
                  <td>{STATE_WORDS[thread.state.value]}</td>
                  <td>{thread.because}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  )
}
