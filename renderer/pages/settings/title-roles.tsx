import { useId, useState } from 'react'
import type { BoardTitle, TitleRole } from '../../../shared/model/board-settings.ts'
import { Button } from '../../components/button.tsx'
import { Field } from '../../components/field.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { counted, percent } from '../../format/numbers.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

const SHOWN = 30

/** Which item titles count as procedure for a board, and what another list would change. */
export function TitleRoles({ boardId }: { boardId: string }) {
  const [open, setOpen] = useState(false)
  const titleId = useId()
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 id={titleId} className="font-medium">
        What counts as procedure
      </h3>
      <p className="text-[0.8125rem] text-soft">
        Items by which a meeting runs itself (apologies, minutes of the last meeting, date of the next) are
        left out of the shares. Titles are compared without their figures and months.
      </p>
      <div>
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide the titles' : 'See the titles'}
        </Button>
      </div>
      {open && <Titles boardId={boardId} labelledBy={titleId} />}
    </div>
  )
}

function Titles({ boardId, labelledBy }: { boardId: string; labelledBy: string }) {
  const asked = useAsk('boards.titles', { boardId }, { keepPrevious: true })
  const [chosen, setChosen] = useState<ReadonlyMap<string, TitleRole['role']>>(new Map())
  const [wanted, setWanted] = useState('')
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="the titles of its papers" />
  const { titles } = asked.data
  const roleOf = ({ title, role }: BoardTitle): TitleRole['role'] => chosen.get(title) ?? role
  const pending = titles.filter((title) => roleOf(title) !== title.role)
  const words = wanted.trim().toLowerCase()
  const fits = ({ title }: BoardTitle): boolean => words === '' || title.toLowerCase().includes(words)
  const procedural = titles.filter((title) => roleOf(title) === 'procedural' && fits(title))
  const topics = titles.filter((title) => roleOf(title) === 'topic' && fits(title))
  const set = (title: BoardTitle, role: TitleRole['role']): void =>
    setChosen(new Map([...chosen, [title.title, role]]))
  const listOf = (entries: readonly BoardTitle[]): TitleRole[] =>
    entries.flatMap((entry) => {
      const role = roleOf(entry)
      // A title that no paper has any more keeps what was said of it, unless that is taken back.
      const isOwn = entry.items === 0 ? !chosen.has(entry.title) : role !== entry.usual
      return isOwn ? [{ title: entry.title, role }] : []
    })
  const own = titles.filter(({ items, role, usual }) => items === 0 || role !== usual).length
  return (
    <div className="flex flex-col gap-4" aria-labelledby={labelledBy} role="group">
      <Field label="Find a title">
        {(id) => (
          <input
            id={id}
            type="search"
            className="control"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </Field>
      <TitleList
        name="Count as procedure"
        empty="No title of its papers."
        titles={procedural}
        verb="Do not count"
        onMove={(title) => set(title, 'topic')}
      />
      <TitleList
        name="Count in the shares"
        empty="No title of its papers."
        titles={topics}
        verb="Count as procedure"
        onMove={(title) => set(title, 'procedural')}
      />
      {pending.length > 0 && (
        <PendingTitles
          boardId={boardId}
          changes={pending.length}
          roles={listOf(titles)}
          onDone={() => setChosen(new Map())}
        />
      )}
      {own > 0 && pending.length === 0 && <ResetTitles boardId={boardId} own={own} />}
    </div>
  )
}

function TitleList({
  name,
  empty,
  titles,
  verb,
  onMove,
}: {
  name: string
  empty: string
  titles: readonly BoardTitle[]
  verb: string
  onMove: (title: BoardTitle) => void
}) {
  const id = useId()
  const [all, setAll] = useState(false)
  const shown = all ? titles : titles.slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-2">
      <h4 id={id} className="figures text-[0.8125rem] text-soft">
        {name}: {counted(titles.length, 'title')}
      </h4>
      {titles.length === 0 ? (
        <p className="text-[0.8125rem] text-faint">{empty}</p>
      ) : (
        <ul
          aria-labelledby={id}
          // A list that scrolls must be reachable by keyboard.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="flex max-h-72 flex-col divide-y divide-line overflow-y-auto rounded-lg border border-line"
        >
          {shown.map((title) => (
            <li key={title.title} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
              <span className="min-w-40 flex-1 break-words">
                {title.title}{' '}
                <span className="figures text-[0.8125rem] text-faint">
                  {counted(title.items, 'item')}
                  {title.role !== title.usual && ', as the board says'}
                </span>
              </span>
              <Button small look="bare" aria-label={`${verb}: ${title.title}`} onClick={() => onMove(title)}>
                {verb}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < titles.length && (
        <div>
          <Button small look="bare" onClick={() => setAll(true)}>
            Show all {titles.length}
          </Button>
        </div>
      )}
    </div>
  )
}

function PendingTitles({
  boardId,
  changes,
  roles,
  onDone,
}: {
  boardId: string
  changes: number
  roles: TitleRole[]
  onDone: () => void
}) {
  const announce = useAnnounce()
  const apply = useChange('boards.setTitles')
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken px-4 py-3">
      <p className="figures">{counted(changes, 'title')} changed, not applied yet.</p>
      <Effect boardId={boardId} roles={roles} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="strong"
          disabled={apply.isPending}
          onClick={() =>
            apply.mutate(
              { boardId, roles },
              {
                onSuccess: () => {
                  announce('What counts as procedure was changed. It can be undone.')
                  onDone()
                },
                onError: (error) => announce(errorWords(error)),
              },
            )
          }
        >
          {apply.isPending ? 'Applying …' : 'Apply'}
        </Button>
        <Button onClick={onDone}>Leave as it was</Button>
      </div>
    </div>
  )
}

function ResetTitles({ boardId, own }: { boardId: string; own: number }) {
  const announce = useAnnounce()
  const apply = useChange('boards.setTitles')
  const [looking, setLooking] = useState(false)
  if (!looking)
    return (
      <div>
        <Button small onClick={() => setLooking(true)}>
          Back to the rule for all ({counted(own, 'title')})
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken px-4 py-3">
      <Effect boardId={boardId} roles={[]} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="strong"
          disabled={apply.isPending}
          onClick={() =>
            apply.mutate(
              { boardId, roles: [] },
              {
                onSuccess: () => announce('The rule for all counts again. It can be undone.'),
                onError: (error) => announce(errorWords(error)),
              },
            )
          }
        >
          Back to the rule for all
        </Button>
        <Button onClick={() => setLooking(false)}>Leave as it is</Button>
      </div>
    </div>
  )
}

/** What a list would do to the figures. */
function Effect({ boardId, roles }: { boardId: string; roles: TitleRole[] }) {
  const asked = useAsk('boards.previewTitles', { boardId, roles }, { keepPrevious: true })
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="what would change" />
  const { items, meetings, shares } = asked.data
  return (
    <div role="status" className="figures flex flex-col gap-1 text-[0.8125rem] text-soft">
      <p>
        {counted(items, 'item')} in {counted(meetings, 'meeting')} would count otherwise.
      </p>
      {shares.map(({ lens, meetings: measured, before, after }) => (
        <p key={lens}>
          Customers’ share of the year ({LENS_WORDS[lens].name.toLowerCase()}, {counted(measured, 'meeting')}){' '}
          {percent(before) === percent(after)
            ? `stays at ${percent(before)}`
            : `from ${percent(before)} to ${percent(after)}`}
          {lens === 'record' && ', where each passage counts by itself'}.
        </p>
      ))}
    </div>
  )
}
