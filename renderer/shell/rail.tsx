import {
  BookOpenCheck,
  CalendarClock,
  CalendarRange,
  ChartNoAxesColumn,
  FileSearch,
  Inbox,
  ListChecks,
  Scale,
  Search,
  Settings,
  UsersRound,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { useAsk } from '../host/queries.ts'
import { addressOf } from '../navigation/hash-route.ts'
import type { PageName, Route } from '../navigation/hash-route.ts'

interface Place {
  readonly page: PageName
  readonly name: string
  readonly icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean | 'true' }>
}

export const PLACES: readonly Place[] = [
  { page: 'trend', name: 'Trend', icon: ChartNoAxesColumn },
  { page: 'meetings', name: 'Meetings', icon: CalendarRange },
  { page: 'customers', name: 'Customers', icon: UsersRound },
  { page: 'import', name: 'Import', icon: Inbox },
  { page: 'actions', name: 'Actions', icon: ListChecks },
  { page: 'planner', name: 'Planner', icon: CalendarClock },
  { page: 'check', name: 'Paper check', icon: FileSearch },
  { page: 'belief', name: 'Belief', icon: Scale },
  { page: 'search', name: 'Search', icon: Search },
  { page: 'method', name: 'Method', icon: BookOpenCheck },
  { page: 'settings', name: 'Settings', icon: Settings },
]

/** The way from screen to screen. */
export function Rail({ route }: { route: Route }) {
  const jobs = useAsk('imports.list', {}).data ?? []
  const inReview = jobs.filter((job) => job.state === 'review').length
  const here = route.page === 'meeting' ? 'meetings' : route.page
  return (
    <nav
      aria-label="Screens"
      className="flex w-14 shrink-0 flex-col border-r border-line bg-sunken px-2 py-4 lg:w-48 lg:px-3"
    >
      <a
        href={addressOf(route, 'trend')}
        className="mb-5 flex items-center gap-2.5 rounded-md px-1.5 py-1 lg:px-2"
      >
        <ChairMark />
        <span className="heading-serif hidden text-[1.0625rem] lg:inline">Empty Chair</span>
        <span className="sr-only lg:hidden">Empty Chair</span>
      </a>
      <ul className="flex flex-col gap-0.5">
        {PLACES.map(({ page, name, icon: Icon }) => (
          <li key={page} className={page === 'method' ? 'mt-4 border-t border-line pt-4' : ''}>
            <a
              href={addressOf(route, page)}
              aria-current={here === page ? 'page' : undefined}
              title={name}
              className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-soft hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <Icon aria-hidden="true" className="size-4 shrink-0" />
              <span className="sr-only lg:not-sr-only">{name}</span>
              {page === 'import' && inReview > 0 && (
                <span className="figures ml-auto hidden rounded-full bg-ink px-1.5 text-xs font-semibold text-paper lg:inline">
                  {inReview}
                  <span className="sr-only"> to review</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ChairMark() {
  return (
    <svg viewBox="0 0 24 24" className="size-6 shrink-0" aria-hidden="true">
      <path
        d="M7 3v18M17 13v8M7 13h10"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M10 10.4h8" fill="none" stroke="var(--customer)" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
