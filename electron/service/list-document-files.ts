import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

export interface DocumentFile {
  readonly path: string
  readonly name: string
  /** Names of the folders it came in, outermost first: from the folder that was named, or its own folder alone. */
  readonly folders: string[]
  /** Why it cannot be taken in; null for an ordinary file. */
  readonly fault: 'not-found' | 'not-a-file' | 'unreadable' | null
}

/** Left behind by systems and editors, never a board's paper. */
const CLUTTER = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i

/**
 * The files a path stands for, sorted by name: the file itself, or all in the folder and the folders below it. Links
 * are not followed, hidden files not taken. A path that cannot be read stands for itself, with its fault.
 */
export function listDocumentFiles(path: string): DocumentFile[] {
  const absolute = resolve(path)
  return walk(followed(absolute), path, [basename(dirname(absolute))], [basename(absolute)])
}

/** Where a link that a person named leads; links inside folders are never followed. */
function followed(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function walk(absolute: string, shown: string, folders: string[], below: string[]): DocumentFile[] {
  const file = (fault: DocumentFile['fault']): DocumentFile[] => [
    { path: shown, name: basename(shown), folders, fault },
  ]
  try {
    const status = lstatSync(absolute)
    if (status.isFile()) return file(null)
    if (!status.isDirectory()) return file('not-a-file')
    return readdirSync(absolute)
      .filter((name) => !CLUTTER.test(name))
      .toSorted()
      .flatMap((name) => {
        const inner = join(absolute, name)
        const found = lstatSync(inner, { throwIfNoEntry: false })
        if (!found || found.isSymbolicLink()) return []
        return walk(inner, join(shown, name), below, [...below, name])
      })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return file(code === 'ENOENT' || code === 'ENOTDIR' ? 'not-found' : 'unreadable')
  }
}
