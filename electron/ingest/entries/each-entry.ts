import type { RefusalCode, RefusalHint } from '../../../shared/model/import-result.ts'
import { isArchive, listPackedFiles, namesEntry } from '../archive/open-archive.ts'
import type { PackedFile } from '../archive/open-archive.ts'
import { isMail, parseMail } from '../mail/parse-mail.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'

/** How many archives may lie in one another, counted from the file that was given. */
export const DEEPEST_ARCHIVE = 3
const MOST_ENTRIES = 5000
const MOST_BYTES = 2 * 1024 * 1024 * 1024
const MOST_RATIO = 100
/** The ratio is only looked at beyond this: small packs of repetitive files do no harm. */
const RATIO_AFTER_BYTES = 1024 * 1024
const LARGEST_FILE = 500 * 1024 * 1024

/** What stands between the names of an archive and what is in it. */
export const ENTRY_SEPARATOR = ' › '

/** A file found in another, or why one could not be taken out. `label`: "inner.zip › folder/agenda.docx". */
export type Entry =
  | { readonly kind: 'file'; readonly label: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused'
      readonly label: string
      readonly code: RefusalCode
      readonly hint: RefusalHint | null
    }

export type ContainerKind = 'archive' | 'mail'

/** Files that are ZIPs by their bytes but documents or programs to everybody. */
const PACKED_TYPES = [
  '[Content_Types].xml',
  'mimetype',
  'META-INF/MANIFEST.MF',
  'content.xml',
  'Index/',
  'AndroidManifest.xml',
]

/** Whether a file holds other files that are to be read as files of their own. */
export function containerKind(bytes: Uint8Array, fileName = ''): ContainerKind | null {
  if (isArchive(bytes)) return PACKED_TYPES.some((name) => namesEntry(bytes, name)) ? null : 'archive'
  return isMail(bytes, fileName) ? 'mail' : null
}

export interface EachEntryOptions {
  /** Archives around this one; 0 for the file that was given. */
  readonly depth: number
  readonly signal?: AbortSignal | undefined
  /** 0 to 1, over the entries of the outermost archive. */
  readonly onProgress?: ((fraction: number) => void) | undefined
}

/** What all archives in one another may hold together. */
interface Budget {
  left: number
  entries: number
  readonly packed: number
}

/** Left behind by systems and editors, never a board's paper. */
const CLUTTER = /^(?:\.(?!\.?$)|~\$|__MACOSX$)|^(?:thumbs\.db|desktop\.ini)$/i

/** A name that is no plain place inside the archive: absolute, with a drive, climbing up, or with control characters. */
function isUnsafe(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters in a name are only ever mischief.
  if (/^[/\\]|^[A-Za-z]:|[\u0000-\u001f\u007f]/.test(name)) return true
  return name.split(/[\\/]/).includes('..')
}

/** A name to show: one line, no marks that turn its direction. */
export function shownName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(-400)
}

/**
 * Takes the files out of an archive or a message, one after the other, archives in archives too. A file that cannot be
 * taken out costs itself only. Names are shown, never used as paths; sizes are counted as they really come out.
 * @throws ReadRefusal where the whole cannot be trusted: bomb, too-many-entries, too-large, damaged
 */
export async function eachEntry(
  bytes: Uint8Array,
  kind: ContainerKind,
  options: EachEntryOptions,
  take: (entry: Entry) => Promise<void>,
): Promise<void> {
  const budget: Budget = { left: MOST_BYTES, entries: 0, packed: bytes.byteLength }
  if (kind === 'archive') return eachPacked(bytes, '', options, budget, take)
  const { files } = await parseMail(bytes)
  for (const [at, file] of files.entries()) {
    refuseIfAborted(options.signal)
    const label = shownName(file.name.replaceAll(/[\\/]/g, '_'))
    // oxlint-disable-next-line no-await-in-loop
    await passOn(file.bytes, label, options, budget, take)
    options.onProgress?.((at + 1) / files.length)
  }
  return undefined
}

const refusal = (label: string, code: RefusalCode, hint: RefusalHint | null = null): Entry => ({
  kind: 'refused',
  label,
  code,
  hint,
})

async function eachPacked(
  bytes: Uint8Array,
  around: string,
  options: EachEntryOptions,
  budget: Budget,
  take: (entry: Entry) => Promise<void>,
): Promise<void> {
  const all = await listPackedFiles(bytes)
  const files = all.filter(
    ({ name, isFolder }) => !isFolder && !name.split(/[\\/]/).some((part) => CLUTTER.test(part)),
  )
  budget.entries += all.length
  if (budget.entries > MOST_ENTRIES) throw new ReadRefusal('too-many-entries')
  for (const [at, file] of files.entries()) {
    refuseIfAborted(options.signal)
    const label = `${around}${shownName(file.name)}`
    // oxlint-disable-next-line no-await-in-loop
    const inner = await takeOut(file, label, budget)
    // oxlint-disable-next-line no-await-in-loop
    if (inner instanceof Uint8Array) await passOn(inner, label, options, budget, take)
    // oxlint-disable-next-line no-await-in-loop
    else await take(inner)
    if (around === '') options.onProgress?.((at + 1) / files.length)
  }
}

/** The bytes of one entry, or why it has none. */
async function takeOut(file: PackedFile, label: string, budget: Budget): Promise<Uint8Array | Entry> {
  if (isUnsafe(file.name) || file.isLink) return refusal(label, 'unsafe-name')
  if (file.isEncrypted) return refusal(label, 'encrypted', 'save-unprotected')
  if (!file.isPackedKnown) return refusal(label, 'unsupported-type', 'unpack-first')
  const own = { left: Math.min(LARGEST_FILE, budget.left) }
  const before = own.left
  try {
    const bytes = await file.read(own)
    return bytes
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    if (error.code === 'too-large' && budget.left <= LARGEST_FILE) throw error
    return refusal(label, error.code)
  } finally {
    spend(budget, before - own.left)
  }
}

function spend(budget: Budget, bytes: number): void {
  budget.left -= bytes
  const total = MOST_BYTES - budget.left
  if (total > RATIO_AFTER_BYTES && total > MOST_RATIO * Math.max(budget.packed, 1))
    throw new ReadRefusal('bomb')
}

/** Hands a file on, or what is in it where it is an archive itself. */
async function passOn(
  bytes: Uint8Array,
  label: string,
  options: EachEntryOptions,
  budget: Budget,
  take: (entry: Entry) => Promise<void>,
): Promise<void> {
  if (containerKind(bytes) !== 'archive') return take({ kind: 'file', label, bytes })
  if (options.depth + 1 >= DEEPEST_ARCHIVE) return take(refusal(label, 'bomb'))
  try {
    return await eachPacked(
      bytes,
      `${label}${ENTRY_SEPARATOR}`,
      { ...options, depth: options.depth + 1 },
      budget,
      take,
    )
  } catch (error) {
    // An archive inside that is damaged costs itself; one that swells costs the whole.
    if (!(error instanceof ReadRefusal) || error.code !== 'damaged') throw error
    return take(refusal(label, 'damaged'))
  }
}
