import { useDeferredValue } from 'react'
import { FOCI, focusSchema } from '../../../shared/model/focus.ts'
import { calendarDateSchema } from '../../../shared/model/evidence.ts'
import type { SearchHit } from '../../../shared/model/library.ts'
import { FocusChip } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateLong } from '../../format/dates.ts'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { FilterSelect } from '../../components/filter-select.tsx'

/** Finds words in every passage of the library. */
export function SearchPage() {
  const route = useRoute()
  const { boards } = useView()
  const { params } = route
  const text = useDeferredValue((params['q'] ?? '').trim())
  const focus = focusSchema.safeParse(params['label'])
  const from = calendarDateSchema.safeParse(params['from'])
  const to = calendarDateSchema.safeParse(params['to'])
  const of = boards?.find((board) => board.id === params['of'])
  const found = useAsk(
    'search.passages',
    {
      text,
      ...(of === undefined ? {} : { boardId: of.id }),
      ...(focus.success ? { focus: focus.data } : {}),
      ...(from.success ? { from: from.data } : {}),
      ...(to.success ? { to: to.data } : {}),
    },
    { enabled: text !== '', keepPrevious: true },
  )
  const asked = text !== ''
  const isFiltered = of !== undefined || focus.success || from.success || to.success
  return (
    <div className="page flex flex-col gap-5 [&>*]:max-w-[60rem]">
      <h1 className="heading-serif text-2xl">Search</h1>
      <search className="flex flex-col gap-3">
        <label>
          <span className="sr-only">Words to find</span>
          <input
            type="search"
            // One comes here to write, by key or by click.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            className="control min-h-11 w-full px-4 text-lg"
            placeholder="Words in agendas, papers and minutes"
            maxLength={300}
            value={params['q'] ?? ''}
            onChange={(event) => setParams({ q: event.target.value === '' ? undefined : event.target.value })}
          />
        </label>
        <div className="flex flex-wrap items-center gap-3">
          {boards?.length !== 1 && (
            <FilterSelect
              label="Board"
              all="All boards"
              className="max-w-48"
              options={(boards ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={of?.id}
              onChange={(board) => setParams({ of: board })}
            />
          )}
          <FilterSelect
            label="Label"
            all="All labels"
            options={FOCI.map((known) => ({ value: known, label: FOCUS_WORDS[known] }))}
            value={focus.data}
            onChange={(label) => setParams({ label })}
          />
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="flex items-center gap-2">
              <span className="text-[0.8125rem] text-faint">{end === 'from' ? 'From' : 'To'}</span>
              <input
                type="date"
                className="control"
                value={params[end] ?? ''}
                onChange={(event) =>
                  setParams({ [end]: event.target.value === '' ? undefined : event.target.value })
                }
              />
            </label>
          ))}
        </div>
      </search>
      <p role="status" className="figures text-[0.8125rem] text-faint">
        {!asked
          ? 'Nothing has been asked yet.'
          : found.isError
            ? errorWords(found.error)
            : found.data === undefined
              ? 'Searching …'
              : found.data.total > found.data.hits.length
                ? `The first ${found.data.hits.length} of ${found.data.more ? 'more than ' : ''}${counted(found.data.total, 'passage')}`
                : counted(found.data.total, 'passage')}
      </p>
      {asked && found.data?.total === 0 && (
        <p className="text-soft">
          No passage holds {text.includes(' ') ? 'all these words' : 'this word'}
          {isFiltered && ' within these filters'}.
          {isFiltered && (
            <>
              {' '}
              <button
                type="button"
                className="quiet-link"
                onClick={() => setParams({ of: undefined, label: undefined, from: undefined, to: undefined })}
              >
                Search everything
              </button>
            </>
          )}
        </p>
      )}
      {asked && found.data !== undefined && (
        <ol className="flex flex-col">
          {found.data.hits.map((hit) => (
            <Hit
              key={hit.passageId}
              hit={hit}
              showBoard={boards?.length !== 1}
              href={addressOf(route, 'meeting', hit.meetingId, {
                passage: hit.passageId,
                doc: hit.documentId,
                page: String(hit.page),
              })}
            />
          ))}
        </ol>
      )}
    </div>
  )
}

function Hit({ hit, href, showBoard }: { hit: SearchHit; href: string; showBoard: boolean }) {
  return (
    <li className="flex flex-col gap-1.5 border-b border-line py-4">
      <div className="flex items-start justify-between gap-4 text-[0.8125rem] text-soft">
        <p className="flex min-w-0 flex-wrap gap-x-3 gap-y-0.5">
          <a className="quiet-link font-medium text-ink" href={href}>
            {showBoard && `${hit.board}, `}
            {dateLong(hit.date)}
          </a>
          {hit.item !== null && <span className="min-w-0 break-words">{hit.item}</span>}
          <span className="min-w-0 break-words text-faint">
            {hit.document}, page {hit.page}
          </span>
        </p>
        <FocusChip focus={hit.focus} />
      </div>
      <p className="leading-relaxed">
        <MarkedText text={hit.text} spans={hit.marks} />
      </p>
    </li>
  )
}
