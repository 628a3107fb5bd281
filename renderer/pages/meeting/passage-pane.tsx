import { useMemo, useState } from 'react'
import { FOCI, focusSchema } from '../../../shared/model/focus.ts'
import type { HumanLabel, MeetingDetail, PassageView } from '../../../shared/model/library.ts'
import { Segmented } from '../../components/segmented.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'
import { useChange } from '../../host/queries.ts'
import { setParams, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { usePrinting } from '../../shell/use-printing.ts'
import { WORTH_SETTLING, doubtsOf, lensOfMeeting } from './doubts.ts'
import type { Doubts } from './doubts.ts'
import { LabelBar } from './label-bar.tsx'
import { itemName, passagesShown } from './meeting-model.ts'
import { PassageGrid } from './passage-grid.tsx'
import { PassagePrint } from './passage-print.tsx'
import { SameWordsBar, useSameWords } from './same-words.tsx'
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
  doubts: Doubts | null,
) {
  const key = JSON.stringify([item, focus, doubts?.lens ?? null, meeting.passages.length])
  const asked = (): { key: string; ids: string[] } => {
    const parsed = focusSchema.safeParse(focus)
    const filter = { item, focus: parsed.success ? parsed.data : null, doubts }
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
  const lens = lensOfMeeting(meeting, params['lens'])
  const doubts = useMemo(() => doubtsOf(meeting, lens), [meeting, lens])
  const passages = useSteadyOrder(meeting, item, focus, doubtsFirst ? doubts : null)
  const ids = useMemo(() => passages.map(({ id }) => id), [passages])
  const choice = usePassageChoice(ids, params['passage'] ?? null)
  const names = new Map(meeting.items.map((known) => [known.id, itemName(known)]))
  const title = item === null ? 'Whole meeting' : (names.get(item) ?? 'Item')
  const unsettled = passages.filter((passage) => passage.human === null).length
  const same = useSameWords()
  const printing = usePrinting()
  const listKey = JSON.stringify([item, focus, doubtsFirst, lens])

  const itemNameOf = (passage: PassageView): string | null => {
    if (item !== null && passage.meetingItemId === item) return null
    return passage.meetingItemId === null ? 'Under no item' : (names.get(passage.meetingItemId) ?? null)
  }

  const relabelled = (which: string[], to: HumanLabel | null, then?: () => void): void =>
    relabel.mutate(
      { ids: which, label: to },
      {
        onSuccess: () => {
          announce(
            to === null
              ? `${counted(which.length, 'passage')} back to the machine’s label.`
              : `${counted(which.length, 'passage')} labelled ${FOCUS_WORDS[to.focus].toLowerCase()}${
                  to.fromCustomers ? ', from customers' : ''
                }.`,
          )
          then?.()
        },
        onError: (error) => announce(errorWords(error)),
      },
    )

  const label = (to: HumanLabel | null): void => {
    const chosen = choice.chosen.size > 0 ? [...choice.chosen] : choice.active === null ? [] : [choice.active]
    if (chosen.length === 0) return
    const labelled = meeting.passages.filter(({ id }) => chosen.includes(id))
    relabelled(chosen, to, () => void same.look(labelled, to))
  }

  return (
    <section
      aria-label={`Passages: ${title}`}
      className="@container flex min-h-0 min-w-0 flex-col rounded-xl border border-line bg-surface print:block print:break-inside-auto"
    >
      <header className="flex flex-col gap-2 border-b border-line px-4 py-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="min-w-0 font-semibold break-words">{title}</h2>
          <span className="figures text-[0.8125rem] text-faint">
            {counted(passages.length, 'passage')}, {passages.length - unsettled} settled
            <span className="sr-only"> by people</span>
          </span>
          <span
            role="status"
            data-doubts={doubts.left}
            title="Passages whose label would move the share if a person settled it"
            className="figures text-[0.8125rem] text-soft"
          >
            {doubts.left === 0 ? 'No doubt left' : `${counted(doubts.left, 'doubt')} left`}
            <span className="sr-only">
              {' '}
              in this meeting that would move the share of {LENS_WORDS[lens].name.toLowerCase()}
            </span>
          </span>
          <div className="no-print flex flex-wrap items-center gap-3 @4xl:ml-auto">
            <FilterSelect
              label="Show passages labelled"
              all="All labels"
              className="w-36"
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
      {same.found !== null && (
        <SameWordsBar
          found={same.found}
          onDismiss={same.forget}
          onApply={() => {
            const { found } = same
            if (found !== null)
              relabelled(
                found.twins.map(({ id }) => id),
                found.label,
                same.forget,
              )
          }}
        />
      )}
      {passages.length === 0 ? (
        <p className="px-4 py-8 text-soft">
          {focus === null ? 'No passage stands under this item.' : 'No passage here has this label.'}
        </p>
      ) : (
        <>
          <PassageGrid
            key={listKey}
            passages={passages}
            documents={meeting.documents}
            itemNameOf={itemNameOf}
            movesOf={(passage) => (doubtsFirst ? movesInWords(doubts.moves.get(passage.id)) : null)}
            choice={choice}
            onLabel={label}
            onOpenPage={onOpenPage}
          />
          {printing && (
            <PassagePrint passages={passages} documents={meeting.documents} itemNameOf={itemNameOf} />
          )}
        </>
      )}
    </section>
  )
}

/** "moves the share by about 1.2 points"; nothing where it would not be seen. */
function movesInWords(move: number | undefined): string | null {
  if (move === undefined || move < WORTH_SETTLING) return null
  return `settling it moves the share by about ${(move * 100).toFixed(1)} points`
}
