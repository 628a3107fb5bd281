import { opensWithPassword } from '../../../shared/model/import-result.ts'
import type { ImportJob, JobState } from '../../../shared/model/library.ts'

/** Each stage of a file's life in one or two words. */
export const STATE_WORDS: Record<JobState, string> = {
  waiting: 'Waiting',
  reading: 'Reading',
  structuring: 'Finding items and times',
  classifying: 'Labelling passages',
  review: 'To review',
  kept: 'Kept',
  discarded: 'Discarded',
  undone: 'Taken out again',
  refused: 'Not imported',
  cancelled: 'Stopped',
  opened: 'Opened',
}

/** What is being done with a file just now. */
export function stageInWords(job: ImportJob): string {
  return job.recognising === undefined
    ? STATE_WORDS[job.state]
    : `Recognising page ${job.recognising.page} of ${job.recognising.pages}`
}

export function isRunning(job: ImportJob): boolean {
  return ['waiting', 'reading', 'structuring', 'classifying'].includes(job.state)
}

/** What keeping needs: a board. A date may be given later. */
export function canBeKept(job: ImportJob): boolean {
  return job.state === 'review' && job.board !== null
}

/** What is still missing before a file can be kept, or null. */
export function missingInWords(job: ImportJob): string | null {
  if (job.state !== 'review') return null
  if (job.board === null && job.date === null) return 'No board and no date found'
  if (job.board === null) return 'No board found'
  if (job.date === null) return 'No date found'
  return null
}

/** Only a password opens it. */
export function isLocked(job: ImportJob): boolean {
  return job.state === 'refused' && opensWithPassword(job.code, job.message)
}

const FINAL = new Set<ImportJob['code']>(['duplicate', 'empty', 'encrypted'])

/** Reading once more can help, unless the same bytes are there already, there are none, or a password is missing. */
export function canRetry(job: ImportJob): boolean {
  return job.bytes > 0 && (job.state === 'cancelled' || (job.state === 'refused' && !FINAL.has(job.code)))
}

/** What asks for attention first: being read, to review, refused; then what has ended. */
export function jobRank(job: ImportJob): number {
  if (isRunning(job)) return 0
  if (job.state === 'review') return 1
  return job.state === 'refused' ? 2 : 3
}
