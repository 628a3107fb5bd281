import { Fragment } from 'react'

interface Span {
  readonly start: number
  readonly end: number
}

/** Sorted, within the text, and not overlapping. */
function tidySpans(spans: readonly Span[], length: number): Span[] {
  const tidy: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(0, span.start, tidy.at(-1)?.end ?? 0)
    const end = Math.min(length, span.end)
    if (end > start) tidy.push({ start, end })
  }
  return tidy
}

/** Text of a document with some of its words marked; always text, never markup. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const tidy = tidySpans(spans, text.length)
  return (
    <>
      {tidy.map((span, index) => (
        <Fragment key={span.start}>
          {text.slice(tidy[index - 1]?.end ?? 0, span.start)}
          <mark>{text.slice(span.start, span.end)}</mark>
        </Fragment>
      ))}
      {text.slice(tidy.at(-1)?.end ?? 0)}
    </>
  )
}
