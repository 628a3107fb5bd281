import { Fragment } from 'react'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/confirm-dialog.tsx'

interface Key {
  /** Pressed one after the other; `or` stands between two that are alike. */
  readonly keys: readonly string[]
  readonly what: string
}

const GROUPS: readonly (readonly [where: string, keys: readonly Key[]])[] = [
  [
    'Everywhere',
    [
      { keys: ['Ctrl+K'], what: 'Go to a screen, board, lens or meeting, or do something' },
      { keys: ['/'], what: 'Search' },
      { keys: ['Ctrl+Z'], what: 'Undo' },
      { keys: ['Ctrl+Shift+Z'], what: 'Redo' },
      { keys: ['Enter'], what: 'Open what is in focus' },
      { keys: ['?'], what: 'These keys' },
    ],
  ],
  [
    'Go to',
    [
      { keys: ['G', 'T'], what: 'Trend' },
      { keys: ['G', 'M'], what: 'Meetings' },
      { keys: ['G', 'C'], what: 'Customers' },
      { keys: ['G', 'I'], what: 'Import' },
      { keys: ['G', 'A'], what: 'Actions' },
      { keys: ['G', 'P'], what: 'Planner' },
      { keys: ['G', 'K'], what: 'Paper check' },
      { keys: ['G', 'B'], what: 'Belief' },
      { keys: ['G', 'S'], what: 'Search' },
      { keys: ['G', 'D'], what: 'Method' },
      { keys: ['G', 'E'], what: 'Settings' },
    ],
  ],
  [
    'Lists and charts',
    [
      { keys: ['↑', 'or', '↓'], what: 'Move through items, passages, meetings' },
      { keys: ['←', 'or', '→'], what: 'Move through the bars of a chart' },
      { keys: ['Space'], what: 'Add a passage to those chosen' },
      { keys: ['Shift+↑', 'or', '↓'], what: 'Choose several passages' },
    ],
  ],
  [
    'Passages',
    [
      { keys: ['1'], what: 'Customers' },
      { keys: ['2'], what: 'Customers in numbers' },
      { keys: ['3'], what: 'Numbers' },
      { keys: ['4'], what: 'Other' },
      { keys: ['5'], what: 'Procedural' },
      { keys: ['F'], what: 'Customers, resting on what customers said or did' },
      { keys: ['0'], what: 'Take the label of a person away again' },
      { keys: ['O'], what: 'Open the page the passage stands on' },
      { keys: ['W'], what: 'Why this label' },
    ],
  ],
]

export function KeyMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title="Keys"
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <div className="gap-x-10 sm:columns-2">
        {GROUPS.map(([where, keys]) => (
          <section key={where} className="mb-5 break-inside-avoid">
            <h3 className="pb-1.5 text-[0.8125rem] font-medium text-faint">{where}</h3>
            <dl className="grid grid-cols-[7rem_1fr] items-baseline gap-x-4 gap-y-1.5">
              {keys.map(({ keys: pressed, what }) => (
                <div key={what} className="contents">
                  <dt className="whitespace-nowrap">
                    {pressed.map((key, index) => (
                      <Fragment key={index}>
                        {index > 0 && ' '}
                        {key === 'or' ? (
                          <span className="text-xs text-faint">or</span>
                        ) : (
                          <kbd className="rounded border border-edge bg-sunken px-1.5 py-px font-sans text-xs font-medium text-ink">
                            {key}
                          </kbd>
                        )}
                      </Fragment>
                    ))}
                  </dt>
                  <dd className="text-[0.8125rem]">{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
