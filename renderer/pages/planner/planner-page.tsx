import { useEffect } from 'react'
import type { Board } from '../../../shared/model/library.ts'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, Notice } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { dateLong } from '../../format/dates.ts'
import { addressOf, go, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { isWriting } from '../../shell/use-shortcuts.ts'
import { ChairQuestionsPanel } from './chair-questions.tsx'
import { ChangesList } from './changes-list.tsx'
import { MissingMinutes } from './missing-minutes.tsx'
import { NewAgenda } from './new-agenda.tsx'
import { OldAgenda } from './old-agenda.tsx'
import { PlanFiguresBar } from './plan-figures-bar.tsx'
import { PlanPrint } from './plan-print.tsx'
import { PlanSettings } from './plan-settings.tsx'
import { PlanToolbar } from './plan-toolbar.tsx'
import { Proposals } from './proposals.tsx'
import { usePlan } from './use-plan.ts'
import type { PlanWork } from './use-plan.ts'
import { WhatIf } from './what-if.tsx'

/** The next agenda, customers first, and the questions that the last meetings leave open. */
export function PlannerPage() {
  const route = useRoute()
  const { boards, board } = useView()
  if (boards === undefined) return <Loading what="the library" />
  if (board === undefined)
    return (
      <Notice
        title="Plan the next agenda"
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import documents
          </Button>
        }
      >
        A plan starts from a board’s own last agenda. Import an agenda or minutes first.
      </Notice>
    )
  const showsQuestions = route.params['view'] === 'questions'
  return (
    <div className="page flex flex-col gap-5">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <h1 className="heading-serif text-2xl">
          {showsQuestions ? 'Questions for the chair' : 'Agenda planner'}
        </h1>
        <span className="no-print">
          <Segmented
            legend="Show"
            hideLegend
            options={[
              { value: 'agenda', label: 'Agenda' },
              { value: 'questions', label: 'Chair’s questions' },
            ]}
            value={showsQuestions ? 'questions' : 'agenda'}
            onChange={(value) => setParams({ view: value === 'questions' ? 'questions' : undefined })}
          />
        </span>
      </header>
      {showsQuestions ? (
        <ChairQuestionsPanel boardId={board.id} />
      ) : (
        <BoardPlanner key={board.id} board={board} />
      )}
    </div>
  )
}

/** Ctrl+Z here takes back a step of the plan, not a label somewhere in the library. */
function usePlanKeys(work: PlanWork): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || isWriting(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (key === 'y' || event.shiftKey) work.redo()
      else work.undo()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [work])
}

function sourceInWords({ source }: PlanContent): string {
  if (source.kind === 'template')
    return 'No meeting of this board has times, so this starts from a common template. It is nobody’s agenda yet.'
  const times = source.times === 'planned' ? 'planned times' : 'times as the minutes recorded them'
  return `Starts from the agenda of ${dateLong(source.date)} (${times}), keeps its total, and puts customers first.`
}

function BoardPlanner({ board }: { board: Board }) {
  const announce = useAnnounce()
  const work = usePlan(board.id, announce)
  usePlanKeys(work)
  const { content, error } = work
  if (content === undefined)
    return error === null ? (
      <Loading what="the last agenda" />
    ) : (
      <Failed within error={error} retry={work.retry} />
    )
  const longest = Math.max(1, ...[...content.base, ...content.items].map(({ minutes }) => minutes ?? 0))
  const { impossible, possible } = content.outcome
  return (
    <>
      <PlanPrint board={board.name} content={content} />
      <p className="no-print text-soft">{sourceInWords(content)}</p>
      <PlanToolbar boardId={board.id} content={content} work={work} />
      <div className="no-print flex flex-col gap-6">
        <PlanSettings content={content} work={work} />
        {impossible === 'minutes-missing' && <MissingMinutes content={content} work={work} />}
        {impossible !== null && impossible !== 'minutes-missing' && (
          <div role="alert" className="rounded-xl border border-line bg-surface px-5 py-4 text-soft">
            {possible === null
              ? 'No agenda fits these locks.'
              : `No agenda of ${content.settings.total} minutes fits: with these locks and minimums the items take ${possible[0]} to ${possible[1]} minutes.`}{' '}
            Undo takes back the last step.
          </div>
        )}
        {content.items.length > 0 && <PlanFiguresBar content={content} />}
        {work.handSet.length > 0 && (
          <p className="flex flex-wrap items-center gap-3 text-soft">
            You set minutes by hand.
            <Button small onClick={() => work.solve((before) => before, { keepHand: true })}>
              Balance the rest around them
            </Button>
          </p>
        )}
        <div className="grid gap-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <OldAgenda content={content} longest={longest} />
          {content.items.length > 0 && <NewAgenda content={content} work={work} longest={longest} />}
        </div>
        <div className="grid gap-8 xl:grid-cols-2">
          <Proposals content={content} work={work} />
          <div className="flex min-w-0 flex-col gap-8">
            {content.items.length > 0 && <ChangesList content={content} work={work} />}
            <WhatIf boardId={board.id} content={content} />
          </div>
        </div>
      </div>
    </>
  )
}
