import { Button } from '../components/button.tsx'
import { Dialog } from '../components/confirm-dialog.tsx'

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl+K', 'Go to any screen, board, lens or meeting, or do something'],
  [
    'g then t, m, c, a, p, k, b, i, s',
    'Go to Trend, Meetings, Customers, Actions, Planner, Paper check, Belief, Import, Search',
  ],
  ['/', 'Search'],
  ['Ctrl+Z, Ctrl+Shift+Z', 'Undo, redo'],
  ['↑ ↓', 'Move through items, passages, meetings'],
  ['← →', 'Move through the bars of a chart'],
  ['Enter', 'Open what is in focus'],
  ['Space', 'Add a passage to those chosen'],
  ['Shift+↑ ↓', 'Choose several passages'],
  ['1 2 3 4 5', 'Label: customers, customers in numbers, numbers, other, procedural'],
  ['F', 'Label: customers, resting on what customers said or did'],
  ['0', 'Take the label of a person away again'],
  ['O', 'Open the page the passage stands on'],
  ['W', 'Why this label'],
  ['?', 'These keys'],
]

export function KeyMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" actions={<Button onClick={onClose}>Close</Button>}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt className="font-medium whitespace-nowrap text-ink">{keys}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
