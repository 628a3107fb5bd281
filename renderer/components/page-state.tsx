import type { ReactNode } from 'react'
import { ServiceError } from '../../shared/contract/errors.ts'
import { Button } from './button.tsx'

/** Something to read while nothing else can be shown: what is the case, and what can be done. */
export function Notice({
  title,
  children,
  action,
  within = false,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** True below a screen's own heading; else this is the heading. */
  within?: boolean
}) {
  const Heading = within ? 'h2' : 'h1'
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-3 px-6 py-20">
      <Heading className="heading-serif text-2xl">{title}</Heading>
      {children !== undefined && <div className="text-soft">{children}</div>}
      {action !== undefined && <div className="flex flex-wrap gap-3 pt-2">{action}</div>}
    </div>
  )
}

export function Loading({ what }: { what: string }) {
  return (
    <p role="status" className="px-6 py-20 text-center text-faint">
      Reading {what} …
    </p>
  )
}

export function errorWords(error: unknown): string {
  return error instanceof ServiceError
    ? error.message
    : 'Empty Chair does not answer. It may have been closed; what was stored is not affected.'
}

export function Failed({
  error,
  retry,
  within = false,
}: {
  error: unknown
  retry: () => void
  within?: boolean
}) {
  return (
    <div role="alert">
      <Notice
        within={within}
        title="This could not be shown."
        action={<Button onClick={retry}>Try again</Button>}
      >
        {errorWords(error)}
      </Notice>
    </div>
  )
}
