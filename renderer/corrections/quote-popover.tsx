import { Popover } from 'radix-ui'

export interface Quote {
  /** What was read there: "Title", "Planned time". */
  readonly of: string
  readonly page: number
  readonly words: string
}

/** The page a fact was read on; opens the words as they stand there. */
export function QuotePopover({
  label,
  quotes,
  tabIndex,
}: {
  label: string
  quotes: readonly Quote[]
  tabIndex?: number
}) {
  const [first] = quotes
  if (first === undefined) return null
  return (
    <Popover.Root>
      <Popover.Trigger
        tabIndex={tabIndex}
        aria-label={`p. ${first.page}, ${label}: the words there`}
        className="quiet-link figures whitespace-nowrap text-soft"
      >
        p. {first.page}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={12}
          aria-label="The words as they stand in the document"
          className="z-30 flex max-h-80 w-96 max-w-[92vw] flex-col gap-3 overflow-y-auto rounded-xl border border-line bg-surface p-4 text-[0.8125rem] shadow-(--shadow) outline-none"
        >
          {quotes.map((quote) => (
            <div key={quote.of}>
              <p className="text-faint">
                {quote.of}, page {quote.page}
              </p>
              <blockquote className="border-l-2 border-edge pl-3 break-words whitespace-pre-line">
                {quote.words}
              </blockquote>
            </div>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
