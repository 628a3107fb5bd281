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

/** The same bytes came twice, and the first are still to be reviewed. */
export const sameAsListed = (name: string): string =>
  `This exact file is already in this list, as “${name}”. It is read once.`

/** What `encrypted` says once a password was tried. */
export const WRONG_PASSWORD_WORDS = 'This password does not open the file. It was not kept.'

/** Said of every document that only a password opened. */
export const OPENED_WITH_PASSWORD = {
  code: 'opened-with-password',
  message:
    'The file is protected. The password opened it and was not kept, so what was read stays as it is: the file is not read again when settings change.',
} as const
/** What a person can do about a type that is known but not read. */
export const REFUSAL_HINTS = [
  'save-as-docx',
  'save-as-xlsx',
  'save-as-pptx',
  'save-as-eml',
  'save-as-pdf',
  'unpack-first',
  'save-unprotected',
] as const
export const refusalHintSchema = z.enum(REFUSAL_HINTS)
export type RefusalHint = z.infer<typeof refusalHintSchema>

/** Each stands in place of the refusal's own words. */
export const HINT_WORDS: Record<RefusalHint, string> = {
  'save-as-docx': 'This is a document of an old version of Word. Saved as .docx it can be read.',
  'save-as-xlsx': 'This is a spreadsheet in an old format (.xls). Saved as .xlsx it can be read.',
  'save-as-pptx': 'This is a presentation in an old format (.ppt). Saved as .pptx or PDF it can be read.',
  'save-as-eml': 'This is an Outlook message (.msg). Saved as .eml it can be read.',
  'save-as-pdf': 'This type of file is not supported. Saved as PDF it can be read.',
  'unpack-first':
    'This type of archive is not supported. Its files can be read when they are unpacked, or packed as a ZIP.',
  'save-unprotected':
    'The file is protected in a way that a password cannot open here. A copy saved without protection can be read.',
}

/** Whether asking for a password makes sense: a refused file keeps its code and its words, not the hint behind them. */
export const opensWithPassword = (code: RefusalCode | null, message: string | null): boolean =>
  code === 'encrypted' && message !== HINT_WORDS['save-unprotected']

/** How a refusal is told: by its hint where it has one. */
export const refusalWords = (code: RefusalCode, hint?: RefusalHint | null): string =>
  hint ? HINT_WORDS[hint] : REFUSAL_WORDS[code]
