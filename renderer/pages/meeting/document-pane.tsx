import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { DocumentPage, PassageView } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useAsk } from '../../host/queries.ts'
import { RemoveDocument } from './remove-document.tsx'
import { PageBlock } from './page-block.tsx'

/** The commonest size of text on the page: what headings are measured against. */
function bodySizeOf(page: DocumentPage): number {
  const lengths = new Map<number, number>()
  for (const { block } of page.blocks) {
    if (block.kind !== 'text' || block.style.fontSize === null) continue
    const size = block.style.fontSize
    lengths.set(size, (lengths.get(size) ?? 0) + block.text.length)
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 11
}

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
  // Each page and each passage is brought into view once, not again on every event of the library.
  const shownFor = data === undefined ? null : `${data.documentId} ${data.page} ${passage?.id}`
  useEffect(() => {
    if (shownFor === null) return
    paper.current?.querySelector('[data-marked]')?.scrollIntoView?.({ block: 'center' })
  }, [shownFor])
  const block = data?.passages.find(({ id }) => id === passage?.id)?.block ?? null
  return (
    <section
      aria-label="The page of the original"
      data-document-pane
      className="flex min-h-0 min-w-0 flex-col rounded-xl border border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-b border-line px-4 py-2">
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
        {data !== undefined && <RemoveDocument id={documentId} name={data.name} onRemoved={onClose} />}
        <Button look="bare" small aria-label="Close the page" onClick={onClose}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </header>
      <div
        ref={paper}
        tabIndex={0}
        role="region"
        aria-label="Text of the page"
        className="min-h-0 flex-1 overflow-y-auto px-7 py-6"
      >
        {shown.isError ? (
          <p role="alert" className="text-soft">
            {errorWords(shown.error)}
          </p>
        ) : data === undefined ? (
          <p className="text-faint">Reading the page …</p>
        ) : data.blocks.length === 0 ? (
          <p className="text-faint">There is no text on this page.</p>
        ) : (
          <div className="flex max-w-[46rem] flex-col gap-2.5 font-serif text-[0.9375rem] leading-relaxed">
            {data.blocks.map((entry) => (
              <PageBlock
                key={entry.index}
                block={entry.block}
                bodySize={bodySizeOf(data)}
                marked={entry.index === block ? passage : null}
              />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
