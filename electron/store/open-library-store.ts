import type { LibraryStore, OpenOptions } from './library-store.ts'

/**
 * Opens the library in a folder, making it when there is none, and owns it until `close`.
 * Throws a `ServiceError`: `library-busy`, `library-too-new`, `library-damaged` or `disk-full`.
 */
export function openLibraryStore(options: OpenOptions): LibraryStore {
  throw new Error(`The store is not built yet: ${options.folder}`)
}
