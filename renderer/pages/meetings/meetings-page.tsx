import { useMemo, useState } from 'react'
import type { MeetingSummary } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { LensSwitch } from '../../components/lens-switch.tsx'
import { Failed, Loading, Notice, errorWords } from '../../components/page-state.tsx'
import { dateLong } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { addressOf, go, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { REVIEW_STATES, REVIEW_WORDS, filterMeetings, yearsOf } from './filter-meetings.ts'
import { MeetingsTable } from './meetings-table.tsx'
import { FilterSelect } from '../../components/filter-select.tsx'

/** Every meeting with its documents, what is known of its time, and its shares. */
export function MeetingsPage() {
  const route = useRoute()
  const { boards, lens = 'planned' } = useView()
  const announce = useAnnounce()
  const [removing, setRemoving] = useState<MeetingSummary | null>(null)
  const remove = useChange('meetings.remove')
  const meetings = useAsk('meetings.list', {}, { keepPrevious: true })
  const { params } = route
  const review = REVIEW_STATES.find((known) => known === params['review'])
  const shown = useMemo(() => filterMeetings(meetings.data ?? [], params), [meetings.data, params])

  if (meetings.isError) return <Failed error={meetings.error} retry={() => void meetings.refetch()} />
  if (meetings.data === undefined) return <Loading what="the meetings" />
  if (meetings.data.length === 0) {
    return (
      <Notice
        title="No meeting is in the library yet."
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import documents
          </Button>
        }
      >
        Drop agendas, minutes and packs anywhere in this window, or choose them on the Import screen.
      </Notice>
    )
  }
  const fitOtherwise =
    review === undefined ? 0 : filterMeetings(meetings.data, { ...params, review: 'any' }).length
  const undated = meetings.data.filter(({ date }) => date === null).length
  const between =
    params['from'] !== undefined && params['to'] !== undefined
      ? `${dateLong(params['from'])} to ${dateLong(params['to'])}`
      : null
  return (
    <div className="page flex h-full min-h-0 flex-col gap-4 !pb-0 print:block print:h-auto">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="heading-serif text-2xl">Meetings</h1>
        <p className="figures text-soft" role="status">
          {shown.length === meetings.data.length
            ? counted(shown.length, 'meeting')
            : `${shown.length} of ${counted(meetings.data.length, 'meeting')}`}
        </p>
        {undated > 0 && params['year'] !== 'none' && (
          <button
            type="button"
            className="quiet-link figures text-[0.8125rem] text-soft"
            onClick={() => setParams({ year: 'none' })}
          >
            {undated} without a date
          </button>
        )}
      </header>
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex items-center gap-2">
          <span className="sr-only">Find in board, documents or date</span>
          <input
            type="search"
            className="control w-52"
            placeholder="Board, document or date"
            value={params['find'] ?? ''}
            onChange={(event) =>
              setParams({ find: event.target.value === '' ? undefined : event.target.value })
            }
          />
        </label>
        {boards?.length !== 1 && (
          <FilterSelect
            label="Board"
            all="All boards"
            className="max-w-52"
            options={(boards ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={params['of']}
            onChange={(of) => setParams({ of })}
          />
        )}
        <FilterSelect
          label="Year"
          all="All years"
          options={yearsOf(meetings.data).map((year) => ({
            value: year,
            label: year === 'none' ? 'No date' : year,
          }))}
          value={params['year']}
          onChange={(year) => setParams({ year })}
        />
        <FilterSelect
          label="Review"
          all="Any review"
          options={REVIEW_STATES.map((value) => ({ value, label: REVIEW_WORDS[value] }))}
          value={review}
          onChange={(value) => setParams({ review: value })}
        />
        {between !== null && (
          <Button small onClick={() => setParams({ from: undefined, to: undefined })}>
            {between}
            <span aria-hidden="true">×</span>
            <span className="sr-only">: show all dates</span>
          </Button>
        )}
        <LensSwitch lens={lens} hideLegend />
      </div>
      {shown.length === 0 ? (
        <Notice
          within
          title="No meeting fits these filters."
          action={
            <Button
              onClick={() =>
                setParams({
                  find: undefined,
                  of: undefined,
                  year: undefined,
                  review: undefined,
                  from: undefined,
                  to: undefined,
                })
              }
            >
              Show all meetings
            </Button>
          }
        >
          {fitOtherwise === 0 || review === undefined
            ? undefined
            : `${counted(fitOtherwise, 'meeting')} ${fitOtherwise === 1 ? 'fits' : 'fit'} the other filters, none of them “${REVIEW_WORDS[review]}”.`}
        </Notice>
      ) : (
        <MeetingsTable
          meetings={shown}
          lens={lens}
          addressOfMeeting={(id) => addressOf(route, 'meeting', id)}
          onRemove={setRemoving}
        />
      )}
      <ConfirmDialog
        open={removing !== null}
        title="Remove this meeting?"
        confirm="Remove the meeting"
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          if (removing === null) return
          remove.mutate(
            { id: removing.id },
            {
              onSuccess: () => announce('The meeting was removed.'),
              onError: (error) => announce(errorWords(error)),
            },
          )
        }}
      >
        {removing !== null && (
          <p>
            {removing.board}, {dateLong(removing.date)}, with its{' '}
            {counted(removing.documents.length, 'document')} and{' '}
            {removing.settled === 0 ? 'no labels' : counted(removing.settled, 'label')} given by people, is
            taken out of the library. The files it was imported from stay where they are.
          </p>
        )}
      </ConfirmDialog>
    </div>
  )
}
