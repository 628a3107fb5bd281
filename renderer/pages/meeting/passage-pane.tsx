import { useMemo, useState } from 'react'
import { FOCI, focusSchema } from '../../../shared/model/focus.ts'
import type { HumanLabel, MeetingDetail, PassageView } from '../../../shared/model/library.ts'
import { Segmented } from '../../components/segmented.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { setParams, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { LabelBar } from './label-bar.tsx'
import { itemName, passagesShown } from './meeting-model.ts'
import { PassageGrid } from './passage-grid.tsx'
import { usePassageChoice } from './use-passage-choice.ts'
import { FilterSelect } from '../../components/filter-select.tsx'

/**
 * The list as it was when it was asked for: a passage does not jump away from under the reader because it was
 * just relabelled.
 */
function useSteadyOrder(
  meeting: MeetingDetail,
  item: string | null,
  focus: string | null,
  doubtsFirst: boolean,
) {
  const key = JSON.stringify([item, focus, doubtsFirst, meeting.passages.length])
  const asked = (): { key: string; ids: string[] } => {
    const parsed = focusSchema.safeParse(focus)
    const filter = { item, focus: parsed.success ? parsed.data : null, doubtsFirst }
    return { key, ids: passagesShown(meeting, filter).map(({ id }) => id) }
  }
  const [order, setOrder] = useState(asked)
  let current = order
  if (order.key !== key) {
    current = asked()
    setOrder(current)
  }
  return useMemo(() => {
    const byId = new Map(meeting.passages.map((passage) => [passage.id, passage]))
    return current.ids.flatMap((id) => byId.get(id) ?? [])
  }, [current.ids, meeting.passages])
}

/** The passages of what is chosen, with the bar that labels them. */
export function PassagePane({
  meeting,
  item,
  onOpenPage,
}: {
  meeting: MeetingDetail
  item: string | null
  onOpenPage: (passage: PassageView) => void
}) {
  const { params } = useRoute()
  const announce = useAnnounce()
  const relabel = useChange('passages.relabel')
  const doubtsFirst = params['order'] === 'doubts'
  const focus = params['focus'] ?? null
  const passages = useSteadyOrder(meeting, item, focus, doubtsFirst)
  const ids = useMemo(() => passages.map(({ id }) => id), [passages])
  const choice = usePassageChoice(ids, params['passage'] ?? null)
  const names = new Map(meeting.items.map((known) => [known.id, itemName(known)]))
  const title = item === null ? 'Whole meeting' : (names.get(item) ?? 'Item')
  const unsettled = passages.filter((passage) => passage.human === null).length

  const label = (to: HumanLabel | null): void => {
    const chosen = choice.chosen.size > 0 ? [...choice.chosen] : choice.active === null ? [] : [choice.active]
    if (chosen.length === 0) return
    relabel.mutate(
      { ids: chosen, label: to },
      {
        onSuccess: () =>
          announce(
            to === null
              ? `${counted(chosen.length, 'passage')} back to the machine’s label.`
              : `${counted(chosen.length, 'passage')} labelled ${FOCUS_WORDS[to.focus].toLowerCase()}${
                  to.fromCustomers ? ', from customers' : ''
                }.`,
          ),
        onError: (error) => announce(errorWords(error)),
      },
    )
  }

  return (
    <section
      aria-label={`Passages: ${title}`}
      className="@container flex min-h-0 min-w-0 flex-col rounded-xl border border-line bg-surface"
    >
      <header className="flex flex-col gap-2 border-b border-line px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="min-w-0 font-semibold break-words">{title}</h2>
          <span className="figures text-[0.8125rem] text-faint">
            {counted(passages.length, 'passage')}, {unsettled} not settled by a person
          </span>
          <div className="ml-auto flex flex-wrap items-center gap-3">
            <FilterSelect
              label="Show passages labelled"
              all="All labels"
              options={FOCI.map((known) => ({ value: known, label: FOCUS_WORDS[known] }))}
              value={focus ?? undefined}
              onChange={(wanted) => setParams({ focus: wanted })}
            />
            <Segmented
              legend="Order"
              hideLegend
              options={[
                { value: 'document', label: 'In order' },
                { value: 'doubts', label: 'Doubts first' },
              ]}
              value={doubtsFirst ? 'doubts' : 'document'}
              onChange={(value) => setParams({ order: value === 'doubts' ? 'doubts' : undefined })}
            />
          </div>
        </div>
        <LabelBar count={choice.chosen.size} onLabel={label} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {passages.length === 0 ? (
          <p className="px-4 py-8 text-soft">
            {focus === null ? 'No passage stands under this item.' : 'No passage here has this label.'}
          </p>
        ) : (
          <PassageGrid
            passages={passages}
            documents={meeting.documents}
            itemNameOf={(passage) =>
              item !== null && passage.meetingItemId === item
                ? null
                : passage.meetingItemId === null
                  ? 'Under no item'
                  : (names.get(passage.meetingItemId) ?? null)
            }
            choice={choice}
            onLabel={label}
            onOpenPage={onOpenPage}
          />
        )}
      </div>
    </section>
  )
}
