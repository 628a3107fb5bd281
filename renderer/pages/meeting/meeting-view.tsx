import { useEffect, useRef, useState } from 'react'
import type { MeetingDetail, PassageView } from '../../../shared/model/library.ts'
import { setParams, useRoute } from '../../navigation/hash-route.ts'
import { useCorrections } from '../../corrections/use-corrections.ts'
import { ActionList } from './action-list.tsx'
import { CorrectItem } from './correct-item.tsx'
import { DocumentPane } from './document-pane.tsx'
import { ItemList } from './item-list.tsx'
import { LensFigures } from './lens-figures.tsx'
import { MeetingHeader } from './meeting-header.tsx'
import { MeetingTimes } from './meeting-times.tsx'
import { PassagePane } from './passage-pane.tsx'
import { Timeline } from './timeline.tsx'

function chooseItem(id: string | null): void {
  setParams({ item: id ?? undefined, passage: undefined })
}

/** Header and timeline above; items, passages and the page of the original side by side below. */
export function MeetingView({ meeting }: { meeting: MeetingDetail }) {
  const { params } = useRoute()
  const workbench = useRef<HTMLDivElement>(null)
  const corrections = useCorrections({ meetingId: meeting.id })
  const [editing, setEditing] = useState<string | 'new' | null>(null)
  const item = meeting.items.some(({ id }) => id === params['item']) ? (params['item'] ?? null) : null
  const openDocument = params['doc'] ?? null
  const page = Math.max(1, Number.parseInt(params['page'] ?? '1', 10) || 1)
  const passage = meeting.passages.find(({ id }) => id === params['passage']) ?? null

  // Whoever comes from a passage elsewhere comes to the panes; whoever comes to the meeting, to its head.
  const cameForPassage = useRef(params['passage'] !== undefined || params['doc'] !== undefined)
  useEffect(() => {
    if (cameForPassage.current) workbench.current?.scrollIntoView?.({ block: 'start' })
  }, [])

  const openPage = (documentId: string, at: number, of: PassageView | null): void => {
    setParams({ doc: documentId, page: String(at), passage: of?.id })
    workbench.current?.scrollIntoView?.({ block: 'start' })
  }

  return (
    <div className="page flex !max-w-[110rem] flex-col gap-5">
      <MeetingHeader meeting={meeting} onOpenDocument={(id) => openPage(id, 1, null)} />
      <LensFigures measures={meeting.measures} />
      <Timeline
        meeting={meeting}
        chosen={item}
        onChoose={(id) => {
          chooseItem(id)
          // Where the list is in view, the timeline stays for the next choice.
          const top = workbench.current?.getBoundingClientRect().top ?? 0
          if (top > window.innerHeight * 0.75) workbench.current?.scrollIntoView?.({ block: 'nearest' })
        }}
      />
      <MeetingTimes meeting={meeting} corrections={corrections} />
      <div
        ref={workbench}
        className={`grid h-[calc(100dvh-5.5rem)] min-h-[28rem] scroll-mt-5 gap-4 ${
          openDocument === null
            ? 'lg:grid-cols-[minmax(15rem,21rem)_minmax(0,1fr)]'
            : 'lg:grid-cols-2 2xl:grid-cols-[minmax(15rem,20rem)_minmax(0,1fr)_minmax(0,1fr)]'
        } max-lg:h-auto print:block print:h-auto`}
      >
        <div
          className={`min-h-0 overflow-y-auto rounded-xl border border-line bg-surface print:mb-4 print:block print:overflow-visible ${
            openDocument === null ? '' : 'max-2xl:hidden'
          }`}
        >
          <ItemList
            meeting={meeting}
            chosen={item}
            onChoose={chooseItem}
            onCorrect={({ id }) => setEditing(id)}
            onAdd={() => setEditing('new')}
          />
        </div>
        <PassagePane
          meeting={meeting}
          item={item}
          onOpenPage={(of) => openPage(of.documentId, of.page, of)}
        />
        {openDocument !== null && (
          <DocumentPane
            documentId={openDocument}
            page={page}
            passage={passage?.documentId === openDocument ? passage : null}
            onPage={(at) => setParams({ page: String(at) })}
            onClose={() => setParams({ doc: undefined, page: undefined })}
          />
        )}
      </div>
      <ActionList
        meeting={meeting}
        corrections={corrections}
        onOpenPage={(documentId, at) => openPage(documentId, at, null)}
      />
      {editing !== null && (
        <CorrectItem
          key={editing}
          meeting={meeting}
          item={editing === 'new' ? null : editing}
          after={item}
          corrections={corrections}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
