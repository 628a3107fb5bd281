import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRoute } from '../navigation/hash-route.ts'
import type { Route } from '../navigation/hash-route.ts'
import { ActionsPage } from '../pages/actions/actions-page.tsx'
import { CustomersPage } from '../pages/customers/customers-page.tsx'
import { BeliefPage } from '../pages/belief/belief-page.tsx'
import { ImportPage } from '../pages/import/import-page.tsx'
import { MeetingPage } from '../pages/meeting/meeting-page.tsx'
import { MeetingsPage } from '../pages/meetings/meetings-page.tsx'
import { MethodPage } from '../pages/method/method-page.tsx'
import { PaperCheckPage } from '../pages/paper-check/paper-check-page.tsx'
import { PlannerPage } from '../pages/planner/planner-page.tsx'
import { SearchPage } from '../pages/search/search-page.tsx'
import { SettingsPage } from '../pages/settings/settings-page.tsx'
import { TrendPage } from '../pages/trend/trend-page.tsx'
import { CommandPalette } from './palette/command-palette.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { KeyMap } from './key-map.tsx'
import { PLACES, Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useHistory } from './use-history.ts'
import { useShortcuts } from './use-shortcuts.ts'

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'trend':
      return <TrendPage />
    case 'meetings':
      return <MeetingsPage />
    case 'customers':
      return <CustomersPage />
    case 'import':
      return <ImportPage />
    case 'meeting':
      return <MeetingPage key={route.id} id={route.id ?? ''} />
    case 'actions':
      return <ActionsPage />
    case 'planner':
      return <PlannerPage />
    case 'check':
      return <PaperCheckPage />
    case 'belief':
      return <BeliefPage key={route.id} id={route.id} />
    case 'search':
      return <SearchPage />
    case 'method':
      return <MethodPage />
    case 'settings':
      return <SettingsPage />
  }
}

/** Rail, bar and the screen the address names. */
export function Shell() {
  const route = useRoute()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(`${route.page}/${route.id}`)
  const [keysOpen, setKeysOpen] = useState(false)
  const [paletteOpen, setPaletteOpen] = useState(false)
  const { undo, redo } = useHistory()
  const showKeys = useCallback(() => setKeysOpen(true), [])
  const showPalette = useCallback(() => setPaletteOpen(true), [])
  useShortcuts(useMemo(() => ({ undo, redo, showKeys, showPalette }), [undo, redo, showKeys, showPalette]))

  // A new screen is read from its top; a change of lens or item is not a new screen.
  const place = `${route.page}/${route.id}`
  useEffect(() => {
    const name = PLACES.find(({ page }) => page === route.page)?.name ?? 'Meeting'
    document.title = `${name} – Empty Chair`
    if (shown.current === place) return
    shown.current = place
    // A screen made to write on has put the focus there itself.
    if (main.current?.contains(document.activeElement) !== true) main.current?.focus({ preventScroll: true })
    main.current?.scrollTo?.({ top: 0 })
  }, [place, route.page])

  return (
    <div className="flex h-full min-h-0">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-ink focus:px-4 focus:py-2 focus:text-paper"
        onClick={(event) => {
          // The hash is the address of the screen, so the jump is made by hand.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        Skip to the screen
      </a>
      <Rail route={route} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar showKeys={showKeys} showPalette={showPalette} />
        <main
          ref={main}
          id="main" // A screen without a control must still scroll by keyboard.
          tabIndex={route.page === 'method' ? 0 : -1}
          // Positioned, so that what is hidden for the eye inside it never makes the window itself scroll.
          className="relative min-h-0 flex-1 overflow-y-auto outline-none"
        >
          <Page route={route} />
        </main>
      </div>
      <DropAnywhere />
      <CommandPalette
        open={paletteOpen}
        onClose={() => setPaletteOpen(false)}
        undo={undo}
        redo={redo}
        showKeys={showKeys}
      />
      <KeyMap open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  )
}
