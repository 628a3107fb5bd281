import { z } from 'zod'

/** Every input ends in exactly one of these. */
export const resultClassSchema = z.enum(['imported', 'imported-with-warning', 'refused'])
export type ResultClass = z.infer<typeof resultClassSchema>

/** Why an input was refused. Words for people: REFUSAL_WORDS. */
export const REFUSAL_CODES = [
  'empty',
  'encrypted',
  'damaged',
  'no-text-needs-ocr',
  'unsupported-type',
  'too-large',
  'too-many-entries',
  'bomb',
  'timeout',
  'out-of-memory',
  'disk-full',
  'unsafe-name',
  'not-found',
  'not-a-file',
  'unreadable',
  'worker-failed',
  /** The same bytes are stored already: an expected outcome, not a failure. */
  'duplicate',
  /** The user stopped it: likewise. */
  'cancelled',
] as const
export const refusalCodeSchema = z.enum(REFUSAL_CODES)
export type RefusalCode = z.infer<typeof refusalCodeSchema>

/** Neutral sentences; the file's name is put before them by whoever shows them. */
export const REFUSAL_WORDS: Record<RefusalCode, string> = {
  empty: 'The file is empty.',
  encrypted: 'The file is protected by a password and cannot be read without it.',
  damaged: 'The file is damaged: its contents could not be read as the type it claims to be.',
  'no-text-needs-ocr': 'The pages are pictures, and no words could be recognised in them.',
  'unsupported-type': 'This type of file is not supported.',
  'too-large': 'The file is larger than can be read safely.',
  'too-many-entries': 'The archive holds more entries than can be read safely.',
  bomb: 'The file unpacks to far more than its size and was not read.',
  timeout: 'Reading took too long and was stopped.',
  'out-of-memory': 'Reading needed more memory than is allowed and was stopped.',
  'disk-full': 'There is not enough room on the disk to keep this file. Nothing was stored.',
  'unsafe-name': 'The archive holds a name that points outside it.',
  'not-found': 'There is no file at this place.',
  'not-a-file': 'This is not an ordinary file.',
  unreadable: 'The file could not be opened: permission is missing or the drive did not answer.',
  'worker-failed': 'The reader stopped unexpectedly while reading this file. Other files are not affected.',
  duplicate: 'This exact file is already in the library.',
  cancelled: 'Stopped before it was read. Nothing was stored.',
}

/** The same refusal once a password was tried. */
export const WRONG_PASSWORD_WORDS = 'This password does not open the file. It was not kept.'

/** Said of every document that only a password opened. */
export const OPENED_WITH_PASSWORD = {
  code: 'opened-with-password',
  message:
    'The file is protected. The password opened it and was not kept, so what was read stays as it is: the file is not read again when settings change.',
} as const
