import { dateInWords } from '../../../shared/analysis/actions/state-words.ts'
import type { ActionThreadDetail } from '../../../shared/model/actions-over-meetings.ts'
import type { WrittenBlock, WrittenCell, WrittenDocument } from '../writing/written-document.ts'

const NO_OWNER = 'No owner stated'
const STATE_WORDS: Record<ActionThreadDetail['state']['value'], string> = {
  open: 'Open',
  done: 'Done',
  lost: 'No longer carried',
  'not followed up': 'Not followed up',
}

function rowOf(thread: ActionThreadDetail): WrittenCell[] {
  const due = thread.due.value === null ? (thread.dueText ?? 'No date stated') : dateInWords(thread.due.value)
  const overdue = thread.overdueDaysToday === null ? [] : [`${thread.overdueDaysToday} days past`]
  const human = thread.state.basis === 'human' ? ['Set by hand.'] : []
  return [
    { text: thread.text, below: thread.focus === 'customer' ? ['Customers'] : [] },
    { text: due, below: overdue },
    { text: thread.measure.value?.text ?? 'None stated' },
    { text: STATE_WORDS[thread.state.value], below: [...human, thread.because] },
  ]
}

/** The chosen actions as one list per owner, those without one last, each list on a page of its own. */
export function ownerLists(threads: readonly ActionThreadDetail[], today: string): WrittenDocument {
  const groups = [...Map.groupBy(threads, (thread) => thread.owner.value ?? NO_OWNER)].toSorted(
    ([a], [b]) => Number(a === NO_OWNER) - Number(b === NO_OWNER) || a.localeCompare(b, 'en-GB'),
  )
  const boards = [...new Set(threads.map(({ board }) => board))]
  return {
    title: 'Actions by owner',
    blocks: [
      { kind: 'heading', level: 1, text: 'Actions by owner' },
      {
        kind: 'paragraph',
        look: 'quiet',
        text: `${boards.join('; ')}. As of ${dateInWords(today)}, from the documents stored.`,
      },
      ...groups.flatMap(([owner, own], at): WrittenBlock[] => [
        ...(at === 0 ? [] : [{ kind: 'new page' } as const]),
        { kind: 'heading', level: 2, text: `${owner} (${own.length})` },
        {
          kind: 'table',
          columns: [
            { head: 'Action', width: 34 },
            { head: 'Due', width: 15 },
            { head: 'Measure', width: 17 },
            { head: 'Status', width: 34 },
          ],
          rows: own.map(rowOf),
        },
      ]),
    ],
  }
}
