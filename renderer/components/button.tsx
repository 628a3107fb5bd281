import type { ComponentProps } from 'react'

type Look = 'plain' | 'strong' | 'bare'

const LOOKS: Record<Look, string> = {
  plain: 'border border-edge bg-surface text-ink hover:bg-hover',
  strong: 'border border-ink bg-ink text-paper hover:opacity-90',
  bare: 'border border-transparent text-soft hover:bg-hover hover:text-ink',
}

interface Props extends ComponentProps<'button'> {
  readonly look?: Look
  readonly small?: boolean
}

export function Button({ look = 'plain', small = false, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      className={`inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors disabled:cursor-default disabled:opacity-45 ${
        small ? 'min-h-7 px-2 text-[0.8125rem]' : 'min-h-[2.125rem] px-3'
      } ${LOOKS[look]} ${className}`}
      {...rest}
    />
  )
}
