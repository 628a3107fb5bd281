import type { Document, DocumentFormat } from '../../shared/model/document.ts'

/** How pages that are only pictures may be read. */
export interface RecognitionOptions {
  /** Pages still to be recognised when this time is over are left out and said. */
  readonly milliseconds: number
  /** Before each page: `page` counts from 1 among the `pages` to be recognised. */
  readonly onPage?: ((page: number, pages: number) => void) | undefined
}

export interface ReadOptions {
  readonly fileName: string
  readonly signal?: AbortSignal | undefined
  /** 0 to 1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined
  /**
   * `ask`: a file with pages to be recognised is not read but answered with `RecognitionNeeded`, since that takes
   * longer than reading may. Left out: such pages stay without text.
   */
  readonly recognition?: RecognitionOptions | 'ask' | undefined
  /** For files that are protected by one. Held in memory only. */
  readonly password?: string | undefined
}

/** A format as a value: it scores a file by its bytes (null: not mine) and reads it. */
export interface DocumentReader {
  readonly format: DocumentFormat
  /** 0 to 1; the highest score reads the file. The name may only break ties between text formats. */
  score(bytes: Uint8Array, fileName: string): number | null
  /** @throws ReadRefusal for every file that cannot be read. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Document>
}
