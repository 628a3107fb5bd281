import { useId } from 'react'
import type { ReactNode } from 'react'

/** A part of a page of text or settings: its title at the left where there is room, what it holds beside it. */
export function PageSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      data-section={title}
      className="grid gap-x-8 gap-y-3 lg:grid-cols-[13rem_minmax(0,46rem)]"
    >
      <h2 id={id} className="heading-serif text-lg leading-snug text-balance">
        {title}
      </h2>
      <div className="flex min-w-0 flex-col gap-4 lg:pt-0.5">{children}</div>
    </section>
  )
}
