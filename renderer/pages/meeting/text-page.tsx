import type { DocumentPage, PassageView } from '../../../shared/model/library.ts'
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

/** A page of the original as its words, in reading order. */
export function TextPage({ page, passage }: { page: DocumentPage; passage: PassageView | null }) {
  const block = page.passages.find(({ id }) => id === passage?.id)?.block ?? null
  if (page.blocks.length === 0) return <p className="text-faint">There is no text on this page.</p>
  return (
    <div className="flex max-w-[46rem] flex-col gap-2.5 font-serif text-[0.9375rem] leading-relaxed">
      {page.blocks.map((entry) => (
        <PageBlock
          key={entry.index}
          block={entry.block}
          bodySize={bodySizeOf(page)}
          marked={entry.index === block ? passage : null}
        />
      ))}
    </div>
  )
}
