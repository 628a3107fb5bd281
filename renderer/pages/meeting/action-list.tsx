import type { ActionView } from '../../../shared/model/library.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { dateLong } from '../../format/dates.ts'

const STATUS_WORDS = { open: 'Open', done: 'Done', unknown: 'Not stated' } as const

/** What the meeting asked of whom, with what is missing said. */
export function ActionList({
  actions,
  onOpenPage,
}: {
  actions: readonly ActionView[]
  onOpenPage: (documentId: string, page: number) => void
}) {
  return (
    <section aria-labelledby="actions-title" className="flex flex-col gap-2">
      <h2 id="actions-title" className="heading-serif text-xl">
        Actions
      </h2>
      {actions.length === 0 ? (
        <p className="text-soft">No action is stated in these documents.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-[0.8125rem]">
            <thead>
              <tr className="border-b border-edge text-left text-faint [&>th]:py-1.5 [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">Action</th>
                <th scope="col">Owner</th>
                <th scope="col">Due</th>
                <th scope="col">Status</th>
                <th scope="col">Focus</th>
                <th scope="col">Source</th>
              </tr>
            </thead>
            <tbody>
              {actions.map((action) => (
                <tr key={action.id} className="border-b border-line align-top [&>td]:py-2 [&>td]:pr-4">
                  <td className="max-w-xl">{action.text}</td>
                  <td>{action.owner ?? <Missing>No owner</Missing>}</td>
                  <td className="whitespace-nowrap">
                    {action.due === null
                      ? (action.dueText ?? <Missing>No date</Missing>)
                      : dateLong(action.due)}
                  </td>
                  <td>{STATUS_WORDS[action.status]}</td>
                  <td>
                    <FocusChip focus={action.focus} />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="quiet-link whitespace-nowrap"
                      onClick={() => onOpenPage(action.documentId, action.page)}
                    >
                      Page {action.page}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Missing({ children }: { children: string }) {
  return <span className="rounded border border-dashed border-edge px-1.5 text-soft">{children}</span>
}
