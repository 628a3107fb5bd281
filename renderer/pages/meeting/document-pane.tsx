import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { PassageView } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useAsk } from '../../host/queries.ts'
import { useOriginal } from '../../original/use-original.ts'
import { markBoxes } from './mark-boxes.ts'
import { OriginalPage } from './original-page.tsx'
import { nextZoom, PageTools } from './page-tools.tsx'
import { RemoveDocument } from './remove-document.tsx'
import { scrollWithin } from './scroll-within.ts'
import { TextPage } from './text-page.tsx'

const pen = document.createElement('canvas')

/** Widths in a plain typeface: only their proportions count. */
function measureText(text: string): number {
  const context = pen.getContext('2d')
  return context === null ? text.length : context.measureText(text).width
}

type Look = 'page' | 'text'
const LOOKS = [
  { value: 'page', label: 'Page' },
  { value: 'text', label: 'Text' },
] as const

/** A page of the original beside the passages, with the passage that led here marked. */
export function DocumentPane({
  documentId,
  page,
  passage,
  onPage,
  onClose,
}: {
  documentId: string
  page: number
  passage: PassageView | null
  onPage: (page: number) => void
  onClose: () => void
}) {
  const shown = useAsk('documents.page', { id: documentId, page }, { keepPrevious: true })
  const paper = useRef<HTMLDivElement>(null)
  const { data } = shown
  const original = useOriginal(documentId)
  const [wanted, setWanted] = useState<Look>('page')
  const [zoom, setZoom] = useState(1)
  const [failedAt, setFailedAt] = useState<number | null>(null)
  const isFailed = original.state === 'failed' || failedAt === page
  const canDraw = original.state !== 'text-only' && !isFailed
  const look = canDraw ? wanted : 'text'
  const onFailed = useCallback(() => setFailedAt(page), [page])
  // Each page and each passage is brought into view once, not again on every event of the library.
  const shownFor = data === undefined ? null : `${data.documentId} ${data.page} ${passage?.id} ${look}`
  useEffect(() => {
    if (shownFor === null) return
    scrollWithin(paper.current?.querySelector('[data-marked]'))
  }, [shownFor])
  const marks = useMemo(() => {
    if (data === undefined || data.page !== page || passage === null) return []
    const index = data.passages.find(({ id }) => id === passage.id)?.block
    const found = data.blocks.find((entry) => entry.index === index)
    return found ? markBoxes(found.block, passage, measureText) : []
  }, [data, page, passage])

  const turnBy = (step: number): void => {
    const next = page + step
    if (data !== undefined && next >= 1 && next <= data.pages) onPage(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => turnBy(-1),
      ArrowRight: () => turnBy(1),
      '+': () => setZoom(nextZoom(zoom, 1)),
      '=': () => setZoom(nextZoom(zoom, 1)),
      '-': () => setZoom(nextZoom(zoom, -1)),
      '0': () => setZoom(1),
    }
    const act = acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <section
      aria-label="The page of the original"
      data-document-pane
      className="no-print flex min-h-0 min-w-0 flex-col rounded-xl border border-line bg-surface"
    >
      <header className="flex flex-col gap-1 border-b border-line px-4 py-2">
        <div className="flex items-center gap-2">
          <p className="min-w-0 flex-1 truncate text-[0.8125rem]" title={data?.name}>
            {data === undefined ? (
              'The original'
            ) : (
              <>
                <span className="font-medium">{kindInWords(data.kind)}</span>{' '}
                <span className="text-faint">{data.name}</span>
              </>
            )}
          </p>
          {data !== undefined && <RemoveDocument id={documentId} name={data.name} onRemoved={onClose} />}
          <Button look="bare" small aria-label="Close the page" onClick={onClose}>
            <X aria-hidden="true" className="size-4" />
          </Button>
        </div>
        {(canDraw || (data !== undefined && data.pages > 1)) && (
          <div className="-ml-2 flex flex-wrap items-center gap-x-3 gap-y-1">
            {data !== undefined && data.pages > 1 && (
              <div className="flex items-center gap-1">
                <Button
                  look="bare"
                  small
                  aria-label="Previous page"
                  disabled={page <= 1}
                  onClick={() => onPage(page - 1)}
                >
                  <ChevronLeft aria-hidden="true" className="size-4" />
                </Button>
                <span className="figures text-[0.8125rem] whitespace-nowrap text-soft" role="status">
                  Page {data.page} of {data.pages}
                </span>
                <Button
                  look="bare"
                  small
                  aria-label="Next page"
                  disabled={page >= data.pages}
                  onClick={() => onPage(page + 1)}
                >
                  <ChevronRight aria-hidden="true" className="size-4" />
                </Button>
              </div>
            )}
            {look === 'page' && <PageTools zoom={zoom} onZoom={setZoom} />}
            {canDraw && (
              <span className="ml-auto">
                <Segmented legend="Show the" hideLegend options={LOOKS} value={look} onChange={setWanted} />
              </span>
            )}
          </div>
        )}
      </header>
      {isFailed && (
        <p role="status" className="border-b border-line px-4 py-1.5 text-[0.8125rem] text-soft">
          The page could not be drawn. Its text is shown instead.
        </p>
      )}
      {/* A scrolled page is turned and enlarged by key where it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={paper}
        data-pane
        tabIndex={0}
        role="region"
        aria-label={look === 'page' ? 'The page as it looks' : 'Text of the page'}
        onKeyDown={onKeyDown}
        className={`min-h-0 flex-1 overflow-auto ${look === 'page' ? 'bg-sunken py-4' : 'px-7 py-6'}`}
      >
        {shown.isError ? (
          <p role="alert" className="text-soft">
            {errorWords(shown.error)}
          </p>
        ) : data === undefined || (look === 'page' && original.state === 'loading') ? (
          <p className={`text-faint ${look === 'page' ? 'px-7 py-2' : ''}`}>Reading the page …</p>
        ) : look === 'page' && original.state === 'open' ? (
          <OriginalPage
            pages={original.pages}
            page={page}
            zoom={zoom}
            marks={marks}
            label={`Page ${page} of ${data.name}, as it looks${marks.length > 0 ? ', with the passage marked' : ''}`}
            onFailed={onFailed}
          />
        ) : (
          <TextPage page={data} passage={passage} />
        )}
      </div>
    </section>
  )
}
