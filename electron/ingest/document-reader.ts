import type { Document, DocumentFormat } from '../../shared/model/document.ts'

export interface ReadOptions {
  readonly fileName: string
  readonly signal?: AbortSignal | undefined
  /** 0 to 1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined
}

/** A format as a value: it scores a file by its bytes (null: not mine) and reads it. */
export interface DocumentReader {
  readonly format: DocumentFormat
  /** 0 to 1; the highest score reads the file. The name may only break ties between text formats. */
  score(bytes: Uint8Array, fileName: string): number | null
  /** @throws ReadRefusal for every file that cannot be read. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Document>
}
