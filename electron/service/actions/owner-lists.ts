import { dateInWords } from '../../../shared/analysis/actions/state-words.ts'
import type { ActionThreadDetail, ExportedFile } from '../../../shared/model/actions-over-meetings.ts'
import type { Paper } from '../writing/paper.ts'

const NO_OWNER = 'No owner stated'
const STATE_WORDS: Record<ActionThreadDetail['state']['value'], string> = {
  open: 'Open',
  done: 'Done',
  lost: 'No longer carried',
  'not followed up': 'Not followed up',
}

function dueWords(thread: ActionThreadDetail): string {
  const due = thread.due.value === null ? (thread.dueText ?? 'No date stated') : dateInWords(thread.due.value)
  return thread.overdueDaysToday === null ? due : `${due}\n${thread.overdueDaysToday} days past`
}

/** The chosen actions as one list per owner, those without one last, each list on a page of its own. */
export function ownerLists(threads: readonly ActionThreadDetail[], today: string): Paper {
  const groups = Map.groupBy(threads, (thread) => thread.owner.value ?? NO_OWNER)
  const boards = [...new Set(threads.map(({ board }) => board))]
  return {
    title: 'Actions by owner',
    subtitle: `${boards.join('; ')}. As of ${dateInWords(today)}, from the documents stored.`,
    landscape: true,
    foot: 'Empty Chair · actions by owner',
    sections: [...groups]
      .toSorted(([a], [b]) => Number(a === NO_OWNER) - Number(b === NO_OWNER) || a.localeCompare(b, 'en-GB'))
      .map(([owner, own]) => ({
        heading: `${owner} (${own.length})`,
        blocks: [
          {
            kind: 'table',
            columns: [
              { head: 'Action', width: 34 },
              { head: 'Due', width: 13 },
              { head: 'Measure', width: 15 },
              { head: 'Status', width: 12 },
              { head: 'What the record says', width: 26 },
            ],
            rows: own.map((thread) => [
              thread.focus === 'customer' ? `${thread.text}\nCustomers` : thread.text,
              dueWords(thread),
              thread.measure.value?.text ?? 'None stated',
              `${STATE_WORDS[thread.state.value]}${thread.state.basis === 'human' ? '\nset by hand' : ''}`,
              thread.because,
            ]),
          },
        ],
      })),
  }
}

export function fileOf(name: string, format: 'docx' | 'pdf', bytes: Uint8Array<ArrayBuffer>): ExportedFile {
  const type =
    format === 'pdf'
      ? 'application/pdf'
      : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name: `${name}.${format}`, type, bytes }
}
