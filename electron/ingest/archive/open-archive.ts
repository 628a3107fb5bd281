import { fromBuffer, getFileNameLowLevel } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ReadRefusal } from '../read-refusal.ts'
import { directoryNames } from './directory-names.ts'

const MOST_ENTRIES = 5000
const MOST_BYTES = 300 * 1024 * 1024
const MOST_RATIO = 100
/** The ratio is only looked at beyond this: short repetitive files compress well and do no harm. */
const RATIO_AFTER_BYTES = 1024 * 1024
const ENCRYPTED_FLAG = 1

export interface Archive {
  /** Names as they stand in the archive; they are keys, never paths. */
  readonly names: ReadonlySet<string>
  /**
   * Inflates one entry, counting what really comes out.
   * @throws ReadRefusal bomb, too-large, encrypted or damaged
   */
  read(name: string): Promise<Uint8Array | null>
}

function open(bytes: Uint8Array, decodeStrings = true): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(
      buffer,
      { lazyEntries: true, decodeStrings, validateEntrySizes: false, strictFileNames: false },
      (error, zip) => {
        if (zip) resolve(zip)
        else reject(new ReadRefusal('damaged', { cause: error }))
      },
    )
  })
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) return Promise.reject(new ReadRefusal('too-many-entries'))
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      if (entries.length >= MOST_ENTRIES) {
        reject(new ReadRefusal('too-many-entries'))
        return
      }
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error: unknown) => reject(new ReadRefusal('damaged', { cause: error })))
    zip.readEntry()
  })
}

function inflate(zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) {
        reject(new ReadRefusal('damaged', { cause: error }))
        return
      }
      const parts: Buffer[] = []
      let total = 0
      stream.on('data', (part: Buffer) => {
        total += part.byteLength
        budget.left -= part.byteLength
        const swollen = total > RATIO_AFTER_BYTES && total > MOST_RATIO * Math.max(entry.compressedSize, 1)
        if (swollen || budget.left < 0) {
          stream.destroy()
          reject(new ReadRefusal(swollen ? 'bomb' : 'too-large'))
          return
        }
        parts.push(part)
      })
      stream.on('end', () => resolve(Buffer.concat(parts, total)))
      stream.on('error', (cause: unknown) => reject(new ReadRefusal('damaged', { cause })))
    })
  })
}

/** Opens a ZIP held in memory. @throws ReadRefusal damaged or too-many-entries */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await open(bytes)
  const entries = new Map<string, Entry>()
  for (const entry of await listEntries(zip)) {
    // The first of two entries with one name counts, as it does for Word.
    const name = entry.fileName.replace(/^\/+/, '')
    if (!entries.has(name)) entries.set(name, entry)
  }
  const budget = { left: MOST_BYTES }
  return {
    names: new Set(entries.keys()),
    read: async (name) => {
      const entry = entries.get(name)
      if (!entry) return null
      if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0)
        throw new ReadRefusal('encrypted', { hint: 'save-unprotected' })
      return inflate(zip, entry, budget)
    },
  }
}

export interface PackedFile {
  /** As it stands in the archive: shown and split, never a path. */
  readonly name: string
  readonly isFolder: boolean
  readonly isLink: boolean
  readonly isEncrypted: boolean
  /** Deflated or stored: the two ways every program packs. */
  readonly isPackedKnown: boolean
  /**
   * Inflates it, taking what really comes out from the budget.
   * @throws ReadRefusal bomb, too-large or damaged
   */
  read(budget: { left: number }): Promise<Uint8Array>
}

const UNIX_TYPE = 0xf0_00
const UNIX_LINK = 0xa0_00
const KNOWN_METHODS = new Set([0, 8])

/** All that a ZIP holds, in its own order, whatever the names. @throws ReadRefusal damaged or too-many-entries */
export async function listPackedFiles(bytes: Uint8Array): Promise<PackedFile[]> {
  const zip = await open(bytes, false)
  const entries = await listEntries(zip)
  return entries.map((entry) => {
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
    return {
      name,
      isFolder: name.endsWith('/'),
      isLink: ((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK,
      isEncrypted: (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0,
      isPackedKnown: KNOWN_METHODS.has(entry.compressionMethod),
      read: (budget) => inflate(zip, entry, budget),
    }
  })
}

const LOCAL_HEADER = Buffer.from([0x50, 0x4b, 3, 4])

/** Whether the bytes begin like a ZIP, or hold one after a short preamble. */
export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).includes(LOCAL_HEADER)
}

const known = new WeakMap<Uint8Array, readonly string[] | null>()

/** Whether the archive's directory names an entry that begins so; where it has none, whether the bytes hold the words. */
export function namesEntry(bytes: Uint8Array, name: string): boolean {
  const before = known.get(bytes)
  const names = before === undefined ? directoryNames(bytes) : before
  known.set(bytes, names)
  if (names) return names.some((entry) => entry.startsWith(name))
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'latin1')
}
