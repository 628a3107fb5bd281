import { useMemo, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FilterSelect } from '../../components/filter-select.tsx'
import { Failed, Loading, Notice, errorWords } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { dateLong } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { addressOf, go, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { ActionPanel } from './action-panel.tsx'
import { ActionRows } from './action-rows.tsx'
import { GROUPS, STATE_FILTERS, filterActions, groupActions, ownerOf } from './filter-actions.ts'
import { OwnerSheets } from './owner-sheets.tsx'
import { SaveActions } from './save-actions.tsx'
import { STATE_WORDS } from './state-words.ts'

const NONE: ReadonlySet<string> = new Set()
const MISSING_WORDS = {
  owner: 'No owner',
  date: 'No date',
  measure: 'No measure',
  overdue: 'Past its date',
} as const
const GROUP_WORDS = {
  none: 'By urgency',
  owner: 'By owner',
  meeting: 'By meeting',
  customer: 'By focus',
} as const

/** The actions of a board over its meetings, customers' first. */
export function ActionsPage() {
  const route = useRoute()
  const { params } = route
  const { board } = useView()
  const announce = useAnnounce()
  const join = useChange('actions.join')
  const asked = useAsk('actions.list', board === undefined ? {} : { boardId: board.id }, {
    keepPrevious: true,
    enabled: board !== undefined,
  })
  const [chosen, setChosen] = useState(NONE)
  const threads = useMemo(() => asked.data?.threads ?? [], [asked.data])
  const shown = useMemo(() => filterActions(threads, params), [threads, params])
  const by = GROUPS.find((known) => known === params['by']) ?? 'none'
  const groups = useMemo(() => groupActions(shown, by), [shown, by])
  const boards = useAsk('boards.list', {})

  if (boards.data?.length === 0) return <NothingYet />
  if (asked.isError) return <Failed error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="the actions" />
  if (threads.length === 0) return <NothingYet />

  const [coverage] = asked.data.boards
  const active = threads.some(({ id }) => id === params['action']) ? (params['action'] ?? null) : null
  const at = params['at'] === 'today' ? 'today' : 'latest'
  const state = STATE_FILTERS.find((known) => known === params['state']) ?? 'not done'
  const countOf = (filter: string): number => filterActions(threads, { state: filter }).length
  const customers = filterActions(threads, { about: 'customers' }).length
  const owners = [...new Set(threads.map(ownerOf))].toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  const picked = [...chosen].filter((id) => shown.some((thread) => thread.id === id))

  return (
    <div className="page flex h-full min-h-0 flex-col gap-4 print:block">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="heading-serif text-2xl">Actions</h1>
        <p className="figures text-soft" role="status">
          {counted(customers, 'customer action')} and {countOf('not done') - customers} others not done
          {shown.length !== countOf('not done') && `; ${counted(shown.length, 'action')} shown`}
        </p>
        <span className="no-print ml-auto">
          <SaveActions threads={shown} />
        </span>
        {coverage !== undefined && (
          <p className="figures w-full text-[0.8125rem] text-faint">
            From {counted(coverage.meetings, 'meeting')} to {dateLong(coverage.latest)}; {coverage.carrying}{' '}
            of them carry actions of earlier ones. What no stored document says stays unknown.
          </p>
        )}
      </header>
      <div className="no-print flex flex-wrap items-center gap-x-3 gap-y-2">
        <label>
          <span className="sr-only">Find in actions and owners</span>
          <input
            type="search"
            className="control w-44"
            placeholder="Words or owner"
            value={params['find'] ?? ''}
            onChange={(event) =>
              setParams({ find: event.target.value === '' ? undefined : event.target.value })
            }
          />
        </label>
        <Segmented
          legend="Status"
          hideLegend
          value={state}
          options={STATE_FILTERS.map((value) => ({
            value,
            label: `${value === 'not done' ? 'Not done' : value === 'all' ? 'All' : STATE_WORDS[value]} ${countOf(value)}`,
          }))}
          onChange={(value) => setParams({ state: value === 'not done' ? undefined : value })}
        />
        <FilterSelect
          label="About"
          all="About anything"
          options={[{ value: 'customers', label: 'About customers' }]}
          value={params['about']}
          onChange={(about) => setParams({ about })}
        />
        <FilterSelect
          label="Owner"
          all="All owners"
          className="max-w-44"
          options={owners.map((owner) => ({ value: owner, label: owner }))}
          value={params['owner']}
          onChange={(owner) => setParams({ owner })}
        />
        <FilterSelect
          label="What is missing"
          all="Missing or not"
          options={Object.entries(MISSING_WORDS).map(([value, label]) => ({ value, label }))}
          value={params['missing']}
          onChange={(missing) => setParams({ missing })}
        />
        <FilterSelect
          label="Past its date at"
          all="Dates at the latest meeting"
          options={[{ value: 'today', label: `Dates today, ${dateLong(asked.data.today)}` }]}
          value={params['at']}
          onChange={(when) => setParams({ at: when })}
        />
        <Segmented
          legend="Group"
          hideLegend
          value={by}
          options={GROUPS.map((value) => ({ value, label: GROUP_WORDS[value] }))}
          onChange={(value) => setParams({ by: value === 'none' ? undefined : value })}
        />
      </div>
      {picked.length > 0 && (
        <div role="status" className="no-print flex items-center gap-3 rounded-lg bg-sunken px-4 py-2">
          <span className="figures text-[0.8125rem]">{counted(picked.length, 'action')} chosen</span>
          <Button
            small
            disabled={picked.length < 2}
            onClick={() =>
              join.mutate(
                { ids: picked },
                {
                  onSuccess: ({ change }) => {
                    setChosen(NONE)
                    announce(`${change.label}. Ctrl+Z takes it back.`)
                  },
                  onError: (error) => announce(errorWords(error)),
                },
              )
            }
          >
            They are one action
          </Button>
          <Button look="bare" small onClick={() => setChosen(NONE)}>
            Choose none
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <Notice
          within
          title="No action fits these filters."
          action={
            <Button
              onClick={() =>
                setParams({
                  find: undefined,
                  state: undefined,
                  about: undefined,
                  owner: undefined,
                  missing: undefined,
                })
              }
            >
              Show all that is not done
            </Button>
          }
        />
      ) : (
        <div
          className={`no-print grid min-h-[22rem] flex-1 gap-4 ${
            active === null
              ? ''
              : 'max-xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_minmax(24rem,34rem)]'
          }`}
        >
          <div className="flex min-h-0 min-w-0 flex-col">
            <ActionRows
              groups={groups}
              active={active}
              chosen={chosen}
              at={at}
              onOpen={(id) => setParams({ action: id })}
              onChoose={setChosen}
            />
          </div>
          {active !== null && <ActionPanel id={active} onClose={() => setParams({ action: undefined })} />}
        </div>
      )}
      <OwnerSheets threads={shown} />
    </div>
  )
}

function NothingYet() {
  const route = useRoute()
  return (
    <Notice
      title="No action is in the library yet."
      action={
        <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
          Import documents
        </Button>
      }
    >
      Actions are read from minutes, action logs and packs, and followed from meeting to meeting: who has
      them, by when, and whether a later log still carries them.
    </Notice>
  )
}
