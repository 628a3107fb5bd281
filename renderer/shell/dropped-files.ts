/** A file to import, with the folders it was chosen in: "Board/2025/minutes.pdf". */
export interface ChosenFile {
  readonly file: File
  readonly name: string
}

/** Folders may nest and hold many files; beyond these the rest is left out. */
const MAXIMUM_FILES = 5000
const MAXIMUM_DEPTH = 12

function readEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** Files the system puts into folders; nobody means to import them. */
export function isSystemFile(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini'
}

async function collect(entry: FileSystemEntry, depth: number, into: ChosenFile[]): Promise<void> {
  if (into.length >= MAXIMUM_FILES || depth > MAXIMUM_DEPTH) return
  if (depth > 0 && isSystemFile(entry.name)) return
  if (entry.isFile && entry instanceof FileSystemFileEntry) {
    into.push({ file: await readFile(entry), name: entry.fullPath.replace(/^\//, '') })
  } else if (entry.isDirectory && entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader()
    // A directory is handed out in batches until an empty one comes.
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const batch = await readEntries(reader)
      if (batch.length === 0) return
      for (const child of batch) {
        // oxlint-disable-next-line no-await-in-loop
        await collect(child, depth + 1, into)
      }
    }
  }
}

/** All files of a drop, those inside dropped folders included. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // Entries are only there while the drop event is being handled, so they are taken before waiting.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const plain = [...transfer.files].map((file) => ({ file, name: file.name }))
  if (entries.length === 0) return plain
  const files: ChosenFile[] = []
  for (const entry of entries) {
    // oxlint-disable-next-line no-await-in-loop
    await collect(entry, 0, files)
  }
  return files
}
