import { useState } from 'react'
import { readAppearance, readContrast, storeAppearance, storeContrast } from '../../appearance.ts'
import type { Appearance, Contrast } from '../../appearance.ts'
import { Failed, Loading } from '../../components/page-state.tsx'
import { PageSection } from '../../components/page-section.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { useAsk } from '../../host/queries.ts'
import { BoardForm } from './board-form.tsx'
import { LearningSection } from './learning-section.tsx'
import { LibrarySection } from './library-section.tsx'

/** Boards with their words and targets, and how the app looks. */
export function SettingsPage() {
  const boards = useAsk('boards.list', {})
  const [appearance, setAppearance] = useState<Appearance>(readAppearance)
  const [contrast, setContrast] = useState<Contrast>(readContrast)
  return (
    <div className="page flex flex-col gap-10">
      <h1 className="heading-serif text-2xl">Settings</h1>
      <PageSection title="Appearance">
        <div className="grid w-fit max-w-full items-center gap-x-5 gap-y-3 sm:grid-cols-[auto_auto]">
          <span aria-hidden="true" className="text-soft max-sm:sr-only">
            Colours
          </span>
          <Segmented
            legend="Colours"
            hideLegend
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            value={appearance}
            onChange={(value) => {
              setAppearance(value)
              storeAppearance(value)
            }}
          />
          <span aria-hidden="true" className="text-soft max-sm:sr-only">
            Contrast
          </span>
          <Segmented
            legend="Contrast"
            hideLegend
            options={[
              { value: 'system', label: 'As the system asks' },
              { value: 'more', label: 'More contrast' },
            ]}
            value={contrast}
            onChange={(value) => {
              setContrast(value)
              storeContrast(value)
            }}
          />
        </div>
      </PageSection>
      <PageSection title="Boards">
        {boards.isError ? (
          <Failed within error={boards.error} retry={() => void boards.refetch()} />
        ) : boards.data === undefined ? (
          <Loading what="the boards" />
        ) : boards.data.length === 0 ? (
          <p className="text-soft">
            There is no board yet. One is made when the first of its documents is kept.
          </p>
        ) : (
          boards.data.map((board) => <BoardForm key={board.id} board={board} />)
        )}
      </PageSection>
      <LearningSection />
      <LibrarySection />
    </div>
  )
}
