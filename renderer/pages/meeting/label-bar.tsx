import { FOCI } from '../../../shared/model/focus.ts'
import type { HumanLabel } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { FOCUS_MEANING, FOCUS_WORDS } from '../../format/focus-words.ts'

/** The label a key gives; null takes a person's label away; undefined is no label key. */
export function labelOfKey(key: string): HumanLabel | null | undefined {
  if (key === '0') return null
  if (key === 'f' || key === 'F') return { focus: 'customer', fromCustomers: true }
  const focus = FOCI[Number(key) - 1]
  return focus === undefined ? undefined : { focus, fromCustomers: false }
}

/** Labels the chosen passages; each button says its key. */
export function LabelBar({ count, onLabel }: { count: number; onLabel: (label: HumanLabel | null) => void }) {
  const none = count === 0
  return (
    <div
      role="toolbar"
      aria-label="Label the chosen passages"
      className="no-print flex flex-wrap items-baseline gap-x-1 gap-y-1.5 @xl:flex-nowrap"
    >
      <span className="figures min-w-[4.5rem] shrink-0 text-[0.8125rem] text-faint @max-xl:sr-only">
        {none ? 'Label as' : count === 1 ? 'Label 1 as' : `Label ${count} as`}
      </span>
      <div className="flex min-w-0 flex-wrap gap-1">
        {FOCI.map((focus, index) => (
          <Button
            key={focus}
            small
            disabled={none}
            title={FOCUS_MEANING[focus]}
            onClick={() => onLabel({ focus, fromCustomers: false })}
          >
            <FocusSwatch focus={focus} className="size-2.5" />
            {FOCUS_WORDS[focus]}
            <Key>{String(index + 1)}</Key>
          </Button>
        ))}
        <Button
          small
          disabled={none}
          title="Customers, and it rests on what customers said or did"
          onClick={() => onLabel({ focus: 'customer', fromCustomers: true })}
        >
          From customers
          <Key>F</Key>
        </Button>
        <Button
          small
          look="bare"
          disabled={none}
          title="Back to the machine’s label"
          onClick={() => onLabel(null)}
        >
          Clear
          <Key>0</Key>
        </Button>
      </div>
    </div>
  )
}

function Key({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden="true"
      className="figures hidden rounded border @2xl:inline border-line px-1 font-sans text-[0.6875rem] text-faint"
    >
      {children}
    </kbd>
  )
}
